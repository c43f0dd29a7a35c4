"""`python -m tests.bench.announcing`: how announcements leave at an allowed rate, when Telegram asks for silence, while
people write, and without a limit beside stock python-telegram-bot; one table for each."""

import argparse
import os
from collections.abc import Iterator, Sequence
from statistics import median

from rich.box import SIMPLE
from rich.console import Console
from rich.table import Table

from tests.bench import report
from tests.bench.figures import spread
from tests.bench.flooding import WAYS, best_in_flight, flooded
from tests.bench.sending import Sending
from tests.bench.silence import one_chat, whole_bot
from tests.bench.street import Street, street
from tests.bench.subjects import DATABASES, Bench, prepare
from tests.bench.telegram import StandIn, stand_in

ALLOWED = 30
_ASKED = 7  # seconds of silence
_PARTS = (0.0, 0.25, 0.5, 0.75)
#: While an announcement leaves, people write: by what is allowed a second (0: anything), for how long (s) and how many
#: a second.
_WRITTEN = {0: (4.0, 20.0), ALLOWED: (60.0, 4.0)}

console = Console(highlight=False, width=170)


def main() -> None:
    wish = _wishes()
    with stand_in() as telegram, prepare(postgres="postgresql" in wish.database) as bench:
        report.machine(console)
        for part in wish.only:
            PARTS[part](bench, telegram, wish)
            console.print(f"load of the machine {os.getloadavg()[0]:.1f}")


def _wishes() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.announcing", description=__doc__)
    parser.add_argument("--people", type=int, default=2000, help="who get it (2000)")
    parser.add_argument("--many", type=int, default=10_000, help="who get it while people write (10000)")
    parser.add_argument("--rtt", type=float, default=60.0, help="round-trip time, ms (60)")
    parser.add_argument("--rounds", type=int, default=3, help="rounds beside others (3)")
    parser.add_argument("--database", nargs="+", default=DATABASES, choices=DATABASES)
    parser.add_argument("--only", nargs="+", default=list(PARTS), choices=list(PARTS))
    wish = parser.parse_args()
    wish.rtt /= 1000
    return wish


def _tables(title: str, columns: str, rows: Sequence[Sequence[str]]) -> None:
    table = Table(box=SIMPLE, title=title, title_justify="left")
    for column in columns.split("|"):
        table.add_column(column)
    for row in rows:
        table.add_row(*row)
    console.print(table)


def at_the_rate(bench: Bench, telegram: StandIn, wish: argparse.Namespace) -> None:
    """Line 2 of what must be shown."""
    rows = []
    for database in wish.database:
        with street(bench, telegram, database, wish.people, rtt=wish.rtt, a_second=ALLOWED) as place:
            place.announce()
            place.wait()
            rows.append(_at_the_rate(place.sending()))
    title = f"{wish.people} recipients, {ALLOWED} allowed in any second, rtt {wish.rtt * 1000:.0f} ms"
    _tables(title, "who|copies/s|of the allowed|most in a second|429|without|twice|estimate off at 0 ¼ ½ ¾", rows)


def _at_the_rate(sending: Sending) -> list[str]:
    off = " ".join(f"{sending.estimate_off(ALLOWED, part):+.1%}" for part in _PARTS)
    missing = sending.people - len(sending.copies) + sending.twice
    counts = (sending.most_in_a_second(), len(sending.refused), missing, sending.twice)
    return [sending.who, f"{sending.rate:.2f}", f"{sending.rate / ALLOWED:.1%}", *map(str, counts), off]


def silences(bench: Bench, telegram: StandIn, wish: argparse.Namespace) -> None:
    """Who waits, and for how long, when Telegram says `retry_after`."""
    rows, people = [], min(wish.people, 300)
    for database in wish.database:
        for name, what in (("one chat", one_chat), ("all chats", whole_bot)):
            with street(bench, telegram, database, people, rtt=wish.rtt, a_second=ALLOWED) as place:
                found = what(place, _ASKED)
            gap = f"{found.gap:.2f}" if found.gap else "–"
            rows.append([place.who, name, f"{found.refused}", f"{found.waited:+.2f}", gap])
    _tables(f"retry_after {_ASKED}", "who|where|refused|waited longer by, s|longest gap elsewhere, s", rows)


def replies(bench: Bench, telegram: StandIn, wish: argparse.Namespace) -> None:
    """How long whoever writes waits for an answer, while many thousands are being sent."""
    rows = []
    for database in wish.database:
        for allowed, (seconds, written) in _WRITTEN.items():
            with street(bench, telegram, database, wish.many, rtt=wish.rtt, a_second=allowed) as place:
                rows.append([place.who, f"{allowed or 'any'}", *_answered(place, seconds, written)])
    columns = "who|allowed/s|written/s|answers|sent when it began|and when it ended|copies/s|p50 ms|p95|p99"
    _tables(f"answers while {wish.many} are being sent", columns, rows)


def _answered(place: Street, seconds: float, written: float) -> list[str]:
    place.announce()
    place.wait(1)
    before = place.reached()
    found = place.write(seconds, written)
    sending = place.sending()
    times = (f"{value:.0f}" for value in (found.p50, found.p95, found.p99))
    answers = int(seconds * written)
    return [f"{written:.0f}", f"{answers}", f"{before}", f"{place.reached()}", f"{sending.rate:.0f}", *times]


def beside_others(bench: Bench, telegram: StandIn, wish: argparse.Namespace) -> None:
    """Without a limit: each way of stock PTB at its best, and this bot, by turns."""
    best = {way: _best(bench, telegram, way, wish) for way in WAYS}
    rounds = [list(_round(bench, telegram, best, wish)) for _ in range(wish.rounds)]
    rows = []
    for index, first in enumerate(rounds[0]):
        runs = [done[index] for done in rounds]
        ratios = [spread(r[index].rate / r[other].rate for r in rounds) for other in range(len(WAYS))]
        told = [f"{ratio.middle:.2f} ({ratio.low:.2f}–{ratio.high:.2f})" for ratio in ratios]
        rates = spread(run.rate for run in runs)
        cpu = f"{median(run.cpu_each for run in runs):.2f}"
        lead = f"{median(run.lead for run in runs):.1f}"
        rows.append([first.who, f"{rates.middle:.0f} ({rates.low:.0f}–{rates.high:.0f})", *told, cpu, lead])
    title = f"{wish.people} recipients, no limit, rtt {wish.rtt * 1000:.0f} ms, medians of {wish.rounds}"
    _tables(title, "who|copies/s|: limiter|: gather|CPU ms a copy|until the first, s", rows)


def _best(bench: Bench, telegram: StandIn, way: str, wish: argparse.Namespace) -> int:
    rates = best_in_flight(bench, telegram, way, min(wish.people, 600), wish.rtt)
    console.print(f"{WAYS[way]}: {', '.join(f'{number} in flight {rate:.0f}/s' for number, rate in rates.items())}")
    return max(rates, key=lambda number: rates[number])


def _round(bench: Bench, telegram: StandIn, best: dict[str, int], wish: argparse.Namespace) -> Iterator[Sending]:
    for way, in_flight in best.items():
        yield flooded(bench, telegram, way, in_flight, wish.people, wish.rtt)
    for database in wish.database:
        with street(bench, telegram, database, wish.people, rtt=wish.rtt) as place:
            place.announce()
            place.wait()
            yield place.sending()


PARTS = {"rate": at_the_rate, "silence": silences, "replies": replies, "others": beside_others}


if __name__ == "__main__":
    main()
