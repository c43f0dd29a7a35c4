"""`python -m tests.bench`: all subjects in alternation, then one table, the ratios, and which targets are met."""

import argparse
import json
from dataclasses import asdict
from pathlib import Path

from rich.console import Console

from tests.bench import report
from tests.bench.capacity import requests_per_second
from tests.bench.figures import Round
from tests.bench.measure import FULL, QUICK, Sizes, measure
from tests.bench.subjects import SUBJECTS, Bench, Subject, prepare
from tests.bench.telegram import StandIn, stand_in

RTTS = (0.0, 0.06)
_TRIED = (1, 8, 16)
_TRIAL = Sizes(800, 0)
#: The best on our wire: one after the other where nothing is to wait for, else as many as there are.
_ON_OUR_WIRE = {0.0: 1, 0.06: 256}

console = Console(highlight=False, width=170)


def main() -> None:
    wish = _wishes()
    sizes, rtts = (QUICK, RTTS[:1]) if wish.quick else (FULL, RTTS)
    if wish.rtt is not None:
        rtts = (wish.rtt / 1000,)
    chosen = [subject for subject in SUBJECTS if not wish.only or {subject.key, subject.letter} & set(wish.only)]
    with stand_in() as telegram, prepare(postgres=any(s.database == "postgresql" for s in chosen)) as bench:
        bench.profiles = wish.profile
        report.machine(console)
        report.capacity(console, {depth: requests_per_second(telegram.port, depth=depth) for depth in (1, 64)})
        if Subject("a") in chosen:
            find_best_concurrency(bench, telegram, rtts)
        rounds = [_round(bench, telegram, chosen, rtts, sizes, number) for number in range(1, wish.rounds + 1)]
    report.everything(console, rounds)
    if wish.json:
        plain = [[asdict(run) for run in done.values()] for done in rounds]
        wish.json.write_text(json.dumps({"rounds": plain}, indent=1))


def _wishes() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="one round, rtt 0 only, small loads: about a minute")
    parser.add_argument("--rounds", type=int, default=0, help="rounds of all subjects (5; quick: 1)")
    parser.add_argument("--only", nargs="+", metavar="SUBJECT", help="a b c d, or c-sqlite, d-postgresql, …")
    parser.add_argument("--rtt", type=float, choices=(0.0, 60.0), help="one round-trip time only, ms")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write every run's figures there")
    parser.add_argument("--profile", type=Path, metavar="FOLDER", help="run the subjects under cProfile")
    wish = parser.parse_args()
    wish.rounds = wish.rounds or (1 if wish.quick else 5)
    if wish.profile:
        wish.profile = wish.profile.resolve()
        wish.profile.mkdir(parents=True, exist_ok=True)
    return wish


def find_best_concurrency(bench: Bench, telegram: StandIn, rtts: tuple[float, ...]) -> None:
    """Stock PTB at its best, tried once per round-trip time."""
    for rtt in rtts:
        rates = {
            tried: measure(bench, telegram, Subject("a"), rtt, _TRIAL, tried).phases["saturated"].rate
            for tried in _TRIED
        }
        bench.concurrency[rtt] = max(rates, key=lambda tried: rates[tried])
        report.concurrency(console, rtt, rates)


def _round(
    bench: Bench, telegram: StandIn, chosen: list[Subject], rtts: tuple[float, ...], sizes: Sizes, number: int
) -> Round:
    done: Round = {}
    for rtt in rtts:
        for subject in chosen:
            concurrency = {"a": bench.concurrency.get(rtt, 0), "b": _ON_OUR_WIRE[rtt]}.get(subject.letter, 0)
            run = measure(bench, telegram, subject, rtt, sizes, concurrency)
            done[subject.key, rtt] = run
            report.one_run(console, number, subject, run)
    return done


if __name__ == "__main__":
    main()
