"""While many are told of a move, whoever writes is answered as if nobody were."""

import asyncio
import time
from collections.abc import AsyncIterator
from pathlib import Path
from statistics import median, quantiles

import pytest

from bot.simulator.chats import Person
from tests.support.kabupaten import tell
from tests.support.many import HELD, LATER, MORNING, Place, hold, moving, on_the_phone, places
from tests.support.nursery import Nursery, nursery
from tests.support.town import Town, town
from tests.support.villages import KABUPATEN

HOLDERS, VILLAGERS = 300, 50
_TOLD = "SELECT count(*) FROM outbox WHERE priority = 1"
#: By reply: how many letters of the news left between its promise and its end.
_PASSED = """
SELECT reply.id, (SELECT count(*) FROM outbox news WHERE news.priority = 1 AND news.outcome = 'sent'
       AND news.finished_at > reply.created_at AND news.finished_at < reply.finished_at)
FROM outbox reply WHERE reply.priority = 0 AND reply.chat >= :first AND reply.method = 'sendMessage'
"""
_WAITING = "SELECT count(*) FROM outbox WHERE outcome IS NULL"
#: What may leave between a reply's promise and its arrival: what had been claimed before, and what the claim after it
#: takes along. Half a second's worth, twice.
FEW = 30
MOST, ROUNDS, SECONDS = 1.3, 9, 10.0


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


async def _writes(street: Town, person: Person) -> float:
    """Returns after how many seconds the answer was there."""
    began = time.perf_counter()
    await street.simulator.say(person, "/bantuan")
    await street.simulator.wait_for(person, "", timeout=30)
    return time.perf_counter() - began


async def test_no_reply_waits_behind_three_hundred_letters(street: Town, bots: Nursery) -> None:
    """Counted in letters, not in seconds: however slow the machine is, few leave before a reply does."""
    officer, villagers, occasion = await _settled(street)
    await bots.start(street.environment())
    await street.simulator.press_data(officer, 1, moving(occasion))
    await street.until(_TOLD, HOLDERS, seconds=30)
    await asyncio.gather(*(_writes(street, villager) for villager in villagers))
    found = await street.rows(_PASSED, first=villagers[0].id)
    assert len(found) == VILLAGERS
    assert max(number for _, number in found) <= FEW, sorted(number for _, number in found)


@pytest.mark.soak
async def test_p95_of_the_answers_stays_while_three_hundred_are_told(
    street: Town, bots: Nursery, capsys: pytest.CaptureFixture[str]
) -> None:
    """In pairs, one after the other in turns, so that the machine's mood is shared; the median of the ratios counts."""
    officer, villagers, occasion = await _settled(street)
    await bots.start(street.environment())
    await _writing(street, villagers)  # warm
    ratios, p95 = [], {False: list[float](), True: list[float]()}
    for number in range(ROUNDS):
        for with_news in (False, True) if number % 2 else (True, False):
            if with_news:
                to = HELD if number % 2 else LATER
                await street.simulator.press_data(officer, 1, moving(occasion, to))
            p95[with_news].append(quantiles(await _writing(street, villagers), n=20)[-1])
            await street.until(_WAITING, 0, seconds=30)
        ratios.append(p95[True][-1] / p95[False][-1])
    assert (await street.rows(_TOLD))[0][0] == ROUNDS * HOLDERS
    figures = f"{median(p95[True]) * 1000:.0f} ms beside it, {median(p95[False]) * 1000:.0f} ms without"
    spread = " ".join(f"{ratio:.2f}" for ratio in ratios)
    kind = "SQLite" if street.database.is_sqlite else "PostgreSQL"
    tell(capsys, f"{kind}, {HOLDERS} told while {VILLAGERS} write: p95 {figures}; {median(ratios):.2f}x of {spread}")
    assert median(ratios) <= MOST


async def _writing(street: Town, villagers: list[Person]) -> list[float]:
    """Everybody writes twice, evenly spread over the time that the news takes."""
    every = SECONDS / (2 * len(villagers))

    async def later(number: int) -> float:
        await asyncio.sleep(number * every)
        return await _writes(street, villagers[number % len(villagers)])

    return await asyncio.gather(*(later(number) for number in range(2 * len(villagers))))
