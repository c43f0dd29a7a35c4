"""SIGKILL at every named point, on both databases, while people write: nothing is lost and nothing is done twice."""

import asyncio
import random
import re
import signal
from collections.abc import Awaitable, Sequence
from pathlib import Path

import pytest

from bot.simulator.chats import Person
from tests.kill.ledger import (
    Crime,
    Script,
    check_inbox,
    check_letters,
    check_media,
    check_numbers,
    note_kill,
    outbox,
    script,
)
from tests.kill.people import LEAVING, WAYS, live
from tests.support.nursery import Nursery
from tests.support.sentences import mentions
from tests.support.town import Town

ROOT = Path(__file__).parents[2]
#: Every place where the process may be told to die, and on which pass it is in the midst of things.
POINTS = {
    "intake.received": 3,
    "intake.before_insert": 4,
    "intake.before_commit": 2,
    "intake.after_commit": 5,
    "intake.offset_moved": 3,
    "worker.begun": 1,
    "worker.before_claim": 6,
    "worker.after_look_up": 4,
    "worker.after_handler": 11,
    "worker.before_write": 5,
    "worker.before_commit": 6,
    "worker.after_commit": 4,
    "worker.after_toasts": 5,
    "sender.before_record": 5,
    "sender.before_claim": 6,
    "sender.before_commit": 7,
    "sender.after_commit": 8,
    "sender.before_send": 9,
    "sender.after_send": 12,
    "sender.told": 10,
    "media.claimed": 1,
    "media.before_get_file": 1,
    "media.after_download": 2,
    "media.settled": 1,
    "media.before_commit": 1,
    "media.after_commit": 1,
    "ticker.before": 1,
    "ticker.before_commit": 1,
    "ticker.after_commit": 1,
}
#: Where it must have died once before, so that the point is reached: only what lay in the inbox is begun carefully.
BEFORE = {"worker.begun": "worker.before_commit:7"}
#: Where other tests kill (forgetting, in tests/people; SIPD's answers, in tests/sipd) or plant an exception (each loop,
#: in tests/edges).
ELSEWHERE = ("upkeep.", "loop.", "sipd.")
#: Points that are passed again and again.
BUSY = [point for point in POINTS if point.startswith(("intake.", "worker.", "sender.")) and point not in BEFORE]
_FILES = 2
_NUDGE = mentions("ingat_draf")


def test_every_named_point_is_killed_at() -> None:
    code = "\n".join(path.read_text() for path in (ROOT / "bot").rglob("*.py"))
    named = set(re.findall(r'failpoint\("([a-z_.]+)"\)', code))
    assert {name for name in named if not name.startswith(ELSEWHERE)} == set(POINTS)


@pytest.mark.parametrize("point", POINTS)
async def test_a_kill_loses_nothing_and_does_nothing_twice(
    street: Town, bots: Nursery, undisturbed: Script, point: str
) -> None:
    leavers = await _leave_drafts(street) if point.startswith("ticker.") else []
    people = [street.simulator.add_person(name) for name in WAYS]
    lives = asyncio.gather(*(live(street.simulator, person, WAYS[person.first_name]) for person in people))
    crime = Crime()
    deadly = [BEFORE[point]] if point in BEFORE else []
    for where in [*deadly, f"{point}:{POINTS[point]}"]:
        bot = await bots.start(street.environment(where))
        assert await bot.ended(60) == -signal.SIGKILL, f"{where} was not reached"
        await note_kill(street, crime)
    await _go_on(street, bots, lives, leavers)
    rows = await outbox(street)
    told = script([*people, *leavers], rows)
    assert [sum(said in _NUDGE for said in told.pop(leaver.first_name)) for leaver in leavers] == [1] * len(leavers)
    assert told == undisturbed
    check_letters(street, [*people, *leavers], rows, crime)
    await check_numbers(street, len(people))
    await check_media(street, _FILES, crime)


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(30))
async def test_kills_one_after_another_lose_nothing_either(
    street: Town, bots: Nursery, undisturbed: Script, seed: int
) -> None:
    """Three deaths at random points and passes; more in a row would rightly be blamed on an update."""
    chance = random.Random(seed)
    people = [street.simulator.add_person(name) for name in WAYS]
    lives = asyncio.gather(*(live(street.simulator, person, WAYS[person.first_name]) for person in people))
    crime = Crime()
    for _ in range(3):
        where = f"{chance.choice(BUSY)}:{chance.randint(1, 25)}"
        bot = await bots.start(street.environment(where))
        while bot.code is None and not lives.done():
            await asyncio.sleep(0.05)
        bot.signal(signal.SIGKILL)
        assert await bot.ended() == -signal.SIGKILL
        await note_kill(street, crime)
    await _go_on(street, bots, lives)
    rows = await outbox(street)
    assert script(people, rows) == undisturbed
    check_letters(street, people, rows, crime)
    await check_numbers(street, len(people))
    await check_media(street, _FILES, crime)


async def _leave_drafts(street: Town) -> list[Person]:
    """Three people put their phones away; a day later it is time to ask them."""
    leavers = [street.simulator.add_person(name) for name in ("Ambo", "Besse", "Uleng")]
    await street.start()
    await asyncio.gather(*(live(street.simulator, person, LEAVING) for person in leavers))
    await street.simulator.wait_until_confirmed()
    await street.stop()
    await street.simulator.move_clock(by=25 * 3600)
    return leavers


async def _go_on(street: Town, bots: Nursery, lives: Awaitable[object], leavers: Sequence[Person] = ()) -> None:
    """The bot is back for good: everybody finishes, and nothing is left to do."""
    bot = await bots.start(street.environment())
    await lives
    for leaver in leavers:
        await street.simulator.wait_for(leaver, _NUDGE, timeout=20)
    await street.until("SELECT count(*) FROM outbox WHERE outcome IS NULL", 0)
    await street.until("SELECT count(*) FROM media WHERE outcome IS NULL", 0, seconds=20)
    await check_inbox(street)
    bot.signal(signal.SIGTERM)
    assert await bot.ended() == 0
