"""The figures as people read them."""

import os
from collections.abc import Mapping, Sequence

from rich.box import SIMPLE
from rich.console import Console
from rich.table import Table

from tests.bench.figures import Phase, Round, Run, Spread, judge, spread
from tests.bench.subjects import SUBJECTS, Subject

_RATIOS = (
    ("c-sqlite", "a"),
    ("c-postgresql", "a"),
    ("b", "a"),
    ("d-sqlite", "c-sqlite"),
    ("d-postgresql", "c-postgresql"),
)


def capacity(console: Console, rates: Mapping[int, float]) -> None:
    told = ", ".join(f"{rate:,.0f}/s with {depth} on their way a connection" for depth, rate in rates.items())
    console.print(f"The stand-in by itself answers {told} (16 connections, one client).")


def machine(console: Console) -> None:
    """Who else is at work: on a busy machine ratios still mean something, milliseconds do not."""
    load = os.getloadavg()[0]
    busy = " Others are at work here: trust ratios and medians, not milliseconds." if load > 0.5 else ""
    console.print(f"{os.cpu_count()} processors, load {load:.1f} before the start.{busy}")


def concurrency(console: Console, rtt: float, rates: Mapping[int, float]) -> None:
    told = ", ".join(f"{tried}: {rate:.0f}/s" for tried, rate in rates.items())
    console.print(f"Stock PTB at rtt {rtt * 1000:.0f} ms by concurrency: {told}.")


def one_run(console: Console, number: int, subject: Subject, run: Run) -> None:
    told = [f"{name} {phase.rate:.0f}/s, p95 {phase.latency.p95:.0f} ms" for name, phase in run.phases.items()]
    console.print(f"round {number}, rtt {run.rtt * 1000:.0f} ms, {subject.label}: {'; '.join(told)}")


def everything(console: Console, rounds: Sequence[Round]) -> None:
    for rtt in sorted({rtt for done in rounds for _, rtt in done}):
        console.print(_table(rounds, rtt))
        console.print(_ratios(rounds, rtt))
    console.print(_verdicts(rounds))


def _table(rounds: Sequence[Round], rtt: float) -> Table:
    table = Table(box=SIMPLE, title_justify="left", title=f"rtt {rtt * 1000:.0f} ms, medians of {len(rounds)}")
    columns = (
        "subject",
        "load",
        "updates/s",
        "CPU ms",
        "server",
        "p50 ms",
        "p95",
        "p99",
        "p95 waited",
        "RSS MiB",
        "start s",
    )
    for column in (*columns, "stand-in busy"):
        table.add_column(column, justify="left" if column in ("subject", "load") else "right")
    for subject in SUBJECTS:
        runs = [done[subject.key, rtt] for done in rounds if (subject.key, rtt) in done]
        for load in runs[0].phases if runs else ():
            table.add_row(*_row(subject, load, runs))
    return table


def _row(subject: Subject, load: str, runs: Sequence[Run]) -> list[str]:
    phases: list[Phase] = [run.phases[load] for run in runs]
    name = subject.label + (f" ({runs[0].concurrency} at once)" if runs[0].concurrency else "")
    memory = f"{_middle(r.rss_ready for r in runs):.0f} / {_middle(r.rss_end for r in runs):.0f}"
    return [
        name,
        load,
        _with_spread(spread(phase.rate for phase in phases), ".0f"),
        f"{_middle(phase.cpu for phase in phases):.2f}",
        f"{_middle(p.server_cpu for p in phases):.2f}" if subject.database == "postgresql" else "",
        *(f"{_middle(getattr(p.latency, part) for p in phases):.0f}" for part in ("p50", "p95", "p99", "waited_p95")),
        memory,
        f"{_middle(run.start for run in runs):.2f}",
        f"{_middle(phase.stand_in_busy for phase in phases):.0%}",
    ]


def _middle(values: object) -> float:
    return spread(values).middle  # type: ignore[arg-type]


def _with_spread(found: Spread, form: str) -> str:
    return f"{found.middle:{form}} ({found.low:{form}}–{found.high:{form}})"


def _ratios(rounds: Sequence[Round], rtt: float) -> Table:
    table = Table(
        box=SIMPLE, title_justify="left", title=f"ratios within a round, rtt {rtt * 1000:.0f} ms: median (min–max)"
    )
    for column in ("", "updates/s", "CPU per update"):
        table.add_column(column)
    for upper, lower in _RATIOS:
        pairs = [(d[upper, rtt], d[lower, rtt]) for d in rounds if {(upper, rtt), (lower, rtt)} <= d.keys()]
        if pairs:
            rate = spread(u.phases["saturated"].rate / w.phases["saturated"].rate for u, w in pairs)
            cpu = spread(u.phases["saturated"].cpu / w.phases["saturated"].cpu for u, w in pairs)
            table.add_row(f"{upper} : {lower}", _with_spread(rate, ".2f"), _with_spread(cpu, ".2f"))
    return table


def _verdicts(rounds: Sequence[Round]) -> Table:
    table = Table(box=SIMPLE, title_justify="left", title="must be shown (c against a)")
    for column in ("figure", "bound", "median (min–max)", ""):
        table.add_column(column)
    for target, found in judge(rounds):
        bound = f"{'>=' if target.at_least else '<='} {target.bound:g} {target.unit}"
        table.add_row(target.name, bound, _with_spread(found, ".2f"), "met" if target.met(found.middle) else "MISSED")
    return table
