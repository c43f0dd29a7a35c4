"""While many are told of a move, whoever writes is answered before them."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.simulator.chats import Person
from tests.support.many import MORNING, Place, hold, moving, on_the_phone, places
from tests.support.nursery import Nursery, nursery
from tests.support.town import Town, town
from tests.support.villages import KABUPATEN
from tests.support.wishes import ask_to_move

HOLDERS, VILLAGERS = 300, 50
_TOLD = "SELECT count(*) FROM outbox WHERE params LIKE '%Hari bergeser%'"
#: By reply: how many letters of the news left between its promise and its end.
_PASSED = """
SELECT reply.id, (SELECT count(*) FROM outbox news WHERE news.params LIKE '%Hari bergeser%'
       AND news.finished_at > reply.created_at AND news.finished_at < reply.finished_at)
FROM outbox reply WHERE reply.priority = 0 AND reply.chat >= :first AND reply.method = 'sendMessage'
"""
#: What may leave between a reply's promise and its arrival: what had been claimed before, and what the claim after it
#: takes along. Half a second's worth, twice.
FEW = 30


@pytest.fixture
async def street(database_url: str, tmp_path: Path) -> AsyncIterator[Town]:
    """A town at the true rate of thirty letters a second, so that the news takes ten seconds."""
    async with town(database_url, tmp_path, started=False, send_per_second=30.0) as place:
        await place.simulator.move_clock(to=MORNING)
        yield place


@pytest.fixture
async def bots() -> AsyncIterator[Nursery]:
    async with nursery() as born:
        yield born


async def _settled(street: Town) -> tuple[Person, list[Person], int]:
    """The officer, the villagers, and the date of everybody else."""
    officer, *_ = await on_the_phone(street, [Place("Hasnah", "bappeda", KABUPATEN), *places(HOLDERS)])
    villagers = [street.simulator.add_person(f"Warga {number}") for number in range(VILLAGERS)]
    return officer, villagers, await hold(street.database, street.simulator.stage.clock.now())


async def _writes(street: Town, person: Person) -> None:
    """Says something, and waits for the answer."""
    await street.simulator.say(person, "/bantuan")
    await street.simulator.wait_for(person, "", timeout=30)


async def test_no_reply_waits_behind_three_hundred_letters(street: Town, bots: Nursery) -> None:
    """Counted in letters, not in seconds: however slow the machine is, few leave before a reply does."""
    officer, villagers, occasion = await _settled(street)
    await bots.start(street.environment())
    await ask_to_move(street.database, officer.id, moving(occasion), street.simulator.stage.clock.now())
    await street.simulator.press_data(officer, 1, moving(occasion))
    await street.until(_TOLD, HOLDERS, seconds=30)
    await asyncio.gather(*(_writes(street, villager) for villager in villagers))
    found = await street.rows(_PASSED, first=villagers[0].id)
    assert len(found) == VILLAGERS
    assert max(number for _, number in found) <= FEW, sorted(number for _, number in found)
