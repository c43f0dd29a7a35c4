"""An announcement whose bot is killed again and again: everybody has it once, except copies of which nobody can know;
these are marked, and no more than were on their way at a kill."""

import asyncio
import random
import signal
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.core.broadcasts.shapes import Audience
from bot.simulator.chats import Person
from tests.broadcasts.sent import announce
from tests.kill.ledger import Crime, note_kill
from tests.support.kabupaten import tell
from tests.support.many import MORNING, Place, on_the_phone, places
from tests.support.nursery import Nursery
from tests.support.town import Town, town
from tests.support.villages import KABUPATEN

WORDS = "Musrenbang kecamatan mulai 09.00"
_EVERYBODY = Audience((KABUPATEN,), ("fasilitator_desa", "fasilitator_kecamatan"))
_LEFT = "SELECT count(*) FROM deliveries WHERE outcome IS NULL"
_SENT = "SELECT count(*) FROM outbox WHERE priority = 2 AND outcome = 'sent'"
_DONE = "SELECT count(*) FROM broadcasts WHERE state = 'done'"


@dataclass(frozen=True, slots=True)
class Size:
    """`a_second`: as fast as letters may leave, so that each bot finds something left to do."""

    people: int
    kills: int
    a_second: float


IN_EVERY_RUN, AT_LENGTH = Size(260, 10, 20.0), Size(5000, 50, 100.0)


def _street(url: str, folder: Path, size: Size) -> AbstractAsyncContextManager[Town]:
    return town(url, folder, started=False, send_per_second=size.a_second)


@pytest.fixture
async def street(database_url: str, tmp_path: Path, request: pytest.FixtureRequest) -> AsyncIterator[Town]:
    async with _street(database_url, tmp_path, request.param) as place:
        await place.simulator.move_clock(to=MORNING)
        yield place


async def _announced(street: Town, number: int) -> list[Person]:
    officer, *crowd = await on_the_phone(street, [Place("Hasnah", "bappeda", KABUPATEN), *places(number)])
    author = (await street.rows("SELECT id FROM people WHERE address = :a", a=officer.id))[0][0]
    await announce(street.database, author, street.simulator.stage.clock.now(), _EVERYBODY, WORDS)
    return crowd


async def _kill_again_and_again(street: Town, bots: Nursery, size: Size) -> Crime:
    """At random moments, while there is something left; what arrives is answered slowly, so that much is on its way."""
    street.simulator.stage.faults.add("slow", method="sendMessage", seconds=0.005)
    chance, crime = random.Random(2026), Crime()
    while crime.kills < size.kills:
        sent = (await street.rows(_SENT))[0][0]
        bot = await bots.start(street.environment())
        while (await street.rows(_SENT))[0][0] == sent:
            await asyncio.sleep(0.02)
        await asyncio.sleep(chance.uniform(0.0, 0.4))
        bot.signal(signal.SIGKILL)
        await bot.ended()
        await note_kill(street, crime)
        assert (await street.rows(_LEFT))[0][0] or not (await street.rows(_DONE))[0][0], "killed when all was done"
    street.simulator.stage.faults.remove()
    return crime


def _arrived(street: Town, crowd: list[Person]) -> Counter[int]:
    """How many copies Telegram delivered to each."""
    told = [call.params for call in street.simulator.calls if call.ok and WORDS in str(call.params.get("text"))]
    here = {person.id for person in crowd}
    return Counter(params["chat_id"] for params in told if params["chat_id"] in here)


async def _check(street: Town, crowd: list[Person], crime: Crime) -> str:
    rows = await street.rows("SELECT chat, outcome, uncertain FROM deliveries")
    ends, arrived = {row.chat: row for row in rows}, _arrived(street, crowd)
    assert set(ends) == {person.id for person in crowd}
    assert {row.outcome for row in rows} <= {"sent", "unsure"}
    unsure = {row.chat for row in rows if row.outcome == "unsure"}
    assert all(row.uncertain for row in rows if row.outcome == "unsure")
    for person in crowd:
        least = 0 if person.id in unsure else 1
        assert least <= arrived[person.id] <= 1, f"{arrived[person.id]} copies, {ends[person.id]}"
    assert len(unsure) <= crime.in_flight
    return f"{len(rows) - len(unsure)} of {len(rows)} once; {len(unsure)} unsure, {crime.in_flight} were on their way"


@pytest.mark.slow
@pytest.mark.timeout(300)
@pytest.mark.parametrize("street", [IN_EVERY_RUN], indirect=True, ids=["260 people"])
async def test_killed_ten_times_everybody_has_it_once(
    street: Town, bots: Nursery, capsys: pytest.CaptureFixture[str]
) -> None:
    crowd = await _announced(street, IN_EVERY_RUN.people)
    crime = await _kill_again_and_again(street, bots, IN_EVERY_RUN)
    await bots.start(street.environment())
    await street.until(_DONE, 1, seconds=120)
    tell(capsys, f"{crime.kills} kills: {await _check(street, crowd, crime)}")


@pytest.mark.soak
@pytest.mark.parametrize("street", [AT_LENGTH], indirect=True, ids=["5000 people"])
async def test_killed_fifty_times_five_thousand_have_it_once(
    street: Town, bots: Nursery, capsys: pytest.CaptureFixture[str]
) -> None:
    crowd = await _announced(street, AT_LENGTH.people)
    crime = await _kill_again_and_again(street, bots, AT_LENGTH)
    await bots.start(street.environment())
    await street.until(_DONE, 1, seconds=300)
    tell(capsys, f"{crime.kills} kills: {await _check(street, crowd, crime)}")
