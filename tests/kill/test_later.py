"""What comes later comes once: at the right hour, within the day's budget, however many processes tick."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from bot.simulator.chats import Person
from tests.kill.conftest import MORNING
from tests.kill.people import LEAVING, WAYS, live
from tests.support.nursery import Nursery
from tests.support.sentences import says
from tests.support.town import Town

_NUDGE = says("ingat_draf")


def _nudges(street: Town, person: Person) -> int:
    return sum(said in _NUDGE for said in street.simulator.said(person))


async def _ticks() -> None:
    """Time for every process to tick at least twice."""
    await asyncio.sleep(2.5)


async def test_three_processes_ask_after_a_draft_once(postgres_street: Town, bots: Nursery) -> None:
    street = postgres_street
    people = [street.simulator.add_person(name) for name in ("Ambo", "Besse", "Uleng", "Sitti")]
    for _ in range(3):
        await bots.start(street.environment())
    await asyncio.gather(*(live(street.simulator, person, LEAVING) for person in people))
    await street.simulator.move_clock(by=25 * 3600)
    for person in people:
        await street.simulator.wait_for(person, _NUDGE, timeout=20)
    await _ticks()
    assert [_nudges(street, person) for person in people] == [1] * len(people)


@pytest.fixture
async def ambo(street: Town) -> Person:
    """Somebody whose draft lies since Tuesday, ten o'clock; the bot runs."""
    await street.start()
    person = street.simulator.add_person("Ambo")
    await live(street.simulator, person, LEAVING)
    await street.simulator.wait_until_confirmed()
    return person


async def test_nobody_is_asked_at_night(street: Town, ambo: Person) -> None:
    await street.simulator.move_clock(to=MORNING + timedelta(hours=36))  # Wednesday, ten in the evening
    await street.until("SELECT count(*) FROM notices WHERE due_at > '2027-01-13 20:00'", 1)
    assert _nudges(street, ambo) == 0
    await street.simulator.move_clock(to=datetime(2027, 1, 13, 21, 59, tzinfo=UTC))
    await _ticks()
    assert _nudges(street, ambo) == 0
    await street.simulator.move_clock(to=datetime(2027, 1, 13, 22, 0, 1, tzinfo=UTC))  # Thursday, six in the morning
    await street.simulator.wait_for(ambo, _NUDGE)


async def test_a_draft_that_is_finished_is_not_asked_after(street: Town, ambo: Person) -> None:
    await street.ask(ambo, "/batal", says("draf_dibatalkan"))
    await street.simulator.move_clock(by=25 * 3600)
    await _ticks()
    assert _nudges(street, ambo) == 0


async def test_nobody_gets_a_third_unasked_message_a_day(street: Town, ambo: Person) -> None:
    await street.simulator.begin(ambo, await street.code_for("fasilitator_desa", "73.16.01.2005"))
    await street.simulator.wait_for(ambo, "fasilitator desa")
    await street.simulator.move_clock(to=MORNING + timedelta(hours=22))  # Wednesday, eight in the morning
    for number, name in enumerate(("Sitti", "Ramlah"), start=1):
        await live(street.simulator, street.simulator.add_person(name), WAYS[name])
        await street.simulator.wait_for(ambo, says("ingat_usulan_baru", jumlah=number))
    await street.simulator.move_clock(to=MORNING + timedelta(hours=25))
    await street.until("SELECT count(*) FROM notices WHERE kind = 'draf' AND due_at > '2027-01-13 22:00'", 1)
    await _ticks()
    assert _nudges(street, ambo) == 0
    await street.simulator.move_clock(to=datetime(2027, 1, 13, 23, 31, tzinfo=UTC))  # Thursday, half past seven
    await street.simulator.wait_for(ambo, _NUDGE)
