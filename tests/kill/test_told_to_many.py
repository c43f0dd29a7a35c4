"""Killed again and again while many are told of a move: each has it once, and whatever came twice is marked."""

import signal
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager
from pathlib import Path

import pytest

from bot.simulator.chats import Person
from tests.kill.ledger import Crime, check_letters, note_kill, outbox, repeats
from tests.support.kabupaten import tell
from tests.support.many import MORNING, Place, hold, moving, on_the_phone, places
from tests.support.nursery import Nursery
from tests.support.town import Town, town
from tests.support.villages import KABUPATEN
from tests.support.wishes import ask_to_move

PEOPLE, SLICE = 130, 25
#: Where one bot after the other dies: before the act is told to anybody, between slices, in a slice, with letters on
#: their way. The slices are few at a time, so that each bot finds something left to do.
DEATHS = (
    "worker.after_commit:1",
    "ticker.before:1",
    "ticker.before_commit:1",
    "ticker.after_commit:1",
    "sender.before_claim:2",
    "sender.after_send:7",
    "ticker.before_commit:2",
    "sender.told:9",
    "sender.before_commit:2",
    "ticker.after_commit:2",
    "sender.before_send:11",
)
_LEFT = "SELECT count(*) FROM news WHERE next_at IS NOT NULL"
_WAITING = "SELECT count(*) FROM outbox WHERE outcome IS NULL"


def _street(url: str, folder: Path) -> AbstractAsyncContextManager[Town]:
    return town(url, folder, started=False, news_at_once=SLICE, send_per_second=60.0)


@pytest.fixture
async def any_street(database_url: str, tmp_path: Path) -> AsyncIterator[Town]:
    """A town on each kind of database, whose bot is not started yet and tells few at once."""
    async with _street(database_url, tmp_path) as place:
        await place.simulator.move_clock(to=MORNING)
        yield place


@pytest.fixture
async def shared_street(postgres_url: str, tmp_path: Path) -> AsyncIterator[Town]:
    """The same on the database that bears several bots."""
    async with _street(postgres_url, tmp_path) as place:
        await place.simulator.move_clock(to=MORNING)
        yield place


async def _move(street: Town) -> list[Person]:
    """Somebody has pressed *Pindahkan*; no bot has heard of it yet. Returns everybody else whom it concerns."""
    officer, *crowd = await on_the_phone(street, [Place("Hasnah", "bappeda", KABUPATEN), *places(PEOPLE)])
    now = street.simulator.stage.clock.now()
    occasion = await hold(street.database, now)
    await ask_to_move(street.database, officer.id, moving(occasion), now)
    await street.simulator.press_data(officer, 1, moving(occasion))
    return crowd


async def _check_each_once(street: Town, crowd: list[Person], crime: Crime) -> str:
    """As it was promised, and as it came. Returns how many were marked and came twice."""
    await street.until("SELECT count(*) FROM news", 1, seconds=20)
    await street.until(_LEFT, 0, seconds=40)
    await street.until(_WAITING, 0, seconds=30)
    rows = [row for row in await outbox(street) if row.method == "sendMessage"]
    told = Counter(row.chat for row in rows if "Hari bergeser" in row.said)
    assert told == Counter({person.id: 1 for person in crowd})
    theirs = [row for row in rows if row.chat in told]
    check_letters(street, crowd, theirs, crime)
    marked = sum(row.uncertain for row in theirs)
    return f"{marked} of {len(theirs)} letters marked uncertain, {repeats(street, crowd, theirs)} came twice"


@pytest.mark.slow
@pytest.mark.timeout(300)
async def test_killed_at_eleven_points_of_the_telling_everybody_has_it_once(
    any_street: Town, bots: Nursery, capsys: pytest.CaptureFixture[str]
) -> None:
    street, crime = any_street, Crime()
    crowd = await _move(street)
    for death in DEATHS:
        bot = await bots.start(street.environment(death))
        assert await bot.ended(60) == -signal.SIGKILL, f"{death} was not reached"
        await note_kill(street, crime)
    assert (await street.rows(_WAITING))[0][0], "the last of them died when everything was done"
    await bots.start(street.environment())
    tell(capsys, f"{crime.kills} kills: {await _check_each_once(street, crowd, crime)}")


@pytest.mark.timeout(120)
async def test_three_processes_tell_everybody_once(shared_street: Town, bots: Nursery) -> None:
    crowd = await _move(shared_street)
    for _ in range(3):
        await bots.start(shared_street.environment())
    await _check_each_once(shared_street, crowd, Crime())
