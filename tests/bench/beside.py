"""`python -m tests.bench.beside`: do villagers wait longer while a date of the whole kabupaten moves? Fifty write
evenly, round after round; in every other one an officer presses *Pindahkan*, and three hundred have to be told."""

import argparse
import asyncio
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from statistics import median

from rich.console import Console

from tests.bench import report
from tests.bench.crowd import Person
from tests.bench.limits import AUTHOR
from tests.bench.measure import all_answered, latency
from tests.bench.street import Street, opened, street
from tests.bench.subjects import DATABASES, Bench, prepare
from tests.bench.telegram import StandIn, stand_in
from tests.support.many import HELD, MORNING, hold, moving
from tests.support.wishes import ask_to_move

HOLDERS, SPEAKERS, ALLOWED, RTT = 300, 50, 30, 0.06
SECONDS, PER_SECOND = 12.0, 8.0

console = Console(highlight=False, width=120)


async def _held(url: str) -> int:
    async with opened(url) as database:
        return await hold(database, MORNING)


async def _asked(url: str, press: str) -> None:
    async with opened(url) as database:
        await ask_to_move(database, AUTHOR, press, MORNING)


@contextmanager
def kabupaten(bench: Bench, telegram: StandIn, database: str, holders: int = HOLDERS) -> Iterator[tuple[Street, int]]:
    """The place, and the occasion that concerns everybody in it."""
    with street(bench, telegram, database, holders, rtt=RTT, a_second=ALLOWED, speakers=SPEAKERS) as place:
        yield place, asyncio.run(_held(place.url))


def written(place: Street, press: str = "", seconds: float = SECONDS) -> float:
    """Milliseconds within which 95 of 100 of those who write for so long have their answer; `press`: what the officer
    presses when a fifth of it has passed."""
    updates = place.crowd.texts(int(seconds * PER_SECOND))
    if press:
        updates.insert(len(updates) // 5, Person(AUTHOR, place.crowd.numbers).press(press))
        updates = [
            one | {"update_id": next(place.crowd.numbers)} for one in updates
        ]  # they grow as they are handed out
    place.telegram.load(updates, PER_SECOND)
    return latency(all_answered(place.telegram, place.bot)).p95


def told(place: Street) -> int:
    """How many letters recipients have had so far."""
    return sum(one.chat > AUTHOR and not one.asked for one in place.telegram.arrivals())


def round_of(place: Street, occasion: int, number: int) -> tuple[float, float]:
    """Without, and while the date moves to a day on which it was not before."""
    calm = written(place)
    before = told(place)
    press = moving(occasion, HELD + timedelta(days=number))
    asyncio.run(_asked(place.url, press))
    moved = written(place, press)
    place.until(lambda: told(place) >= before + place.people)
    return calm, moved


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.beside", description=__doc__)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--database", nargs="+", default=DATABASES, choices=DATABASES)
    wish = parser.parse_args()
    with stand_in() as telegram, prepare(postgres="postgresql" in wish.database) as bench:
        report.machine(console)
        for database in wish.database:
            with kabupaten(bench, telegram, database) as (place, occasion):
                pairs = [round_of(place, occasion, number) for number in range(1, wish.rounds + 1)]
            calm, moved = (median(column) for column in zip(*pairs, strict=True))
            ratio = median(after / before for before, after in pairs)
            console.print(f"{database}: p95 {calm:.0f} ms, while {place.people} are told {moved:.0f} ms: {ratio:.2f}x")
            console.print("  " + ", ".join(f"{before:.0f}/{after:.0f}" for before, after in pairs))
        console.print(f"load of the machine {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    main()
