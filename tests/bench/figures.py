"""From moments to figures, and from rounds to medians, ratios and targets."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from statistics import median, quantiles


def percentile(values: Sequence[float], percent: int) -> float:
    """The value below which `percent` of 100 lie; the only value when there is one."""
    if len(values) < 2:
        return values[0] if values else 0.0
    return quantiles(values, n=100, method="inclusive")[percent - 1]


@dataclass(frozen=True, slots=True)
class Latency:
    """Milliseconds until the answer: `waited` from when the update was to be had, the rest from when a poll took it."""

    p50: float
    p95: float
    p99: float
    waited_p95: float


@dataclass(frozen=True, slots=True)
class Phase:
    """One load: updates a second, processor milliseconds an update (the bot's, and PostgreSQL's), how long answers
    took, and how busy the stand-in was (1 = one processor)."""

    updates: int
    rate: float
    cpu: float
    server_cpu: float
    latency: Latency
    stand_in_busy: float


@dataclass(frozen=True, slots=True)
class Run:
    """One subject, once. Start in seconds until the first getUpdates, memory in MiB."""

    subject: str
    rtt: float
    concurrency: int
    start: float
    rss_ready: float
    rss_end: float
    phases: dict[str, Phase] = field(default_factory=dict)
    start_cpu: float = 0.0  # seconds of processor time until then


@dataclass(frozen=True, slots=True)
class Spread:
    """A median with what lay around it."""

    middle: float
    low: float
    high: float


def spread(values: Iterable[float]) -> Spread:
    found = sorted(values)
    return Spread(median(found), found[0], found[-1])


@dataclass(frozen=True, slots=True)
class Target:
    """What must be shown: `figure` of one round's runs (by subject and round trip), at least or at most `bound`."""

    name: str
    bound: float
    at_least: bool
    figure: Callable[["Round"], float]
    unit: str = "x"

    def met(self, value: float) -> bool:
        return value >= self.bound if self.at_least else value <= self.bound


Round = dict[tuple[str, float], Run]


def _rate(subject: str, rtt: float) -> Callable[[Round], float]:
    return lambda done: _ratio(done, subject, rtt, lambda run: run.phases["saturated"].rate)


def _ratio(done: Round, subject: str, rtt: float, of: Callable[[Run], float]) -> float:
    return of(done[subject, rtt]) / of(done["a", rtt])


def _cpu(subject: str) -> Callable[[Round], float]:
    return lambda done: _ratio(done, subject, 0.0, lambda run: run.phases["saturated"].cpu)


def _p95(subject: str, rtt: float) -> Callable[[Round], float]:
    return lambda done: done[subject, rtt].phases["evenly"].latency.p95


def _targets_of(database: str, least: float) -> list[Target]:
    subject = f"c-{database}"
    return [
        Target(f"updates/s, {database}", least, True, _rate(subject, 0.0)),
        Target(f"CPU per update, {database}", 0.8, False, _cpu(subject)),
        Target(f"updates/s at rtt 60 ms, {database}", 5.0, True, _rate(subject, 0.06)),
        Target(f"p95 at 100/s, {database}", 60.0, False, _p95(subject, 0.0), "ms"),
        Target(f"p95 at 200/s and rtt 60 ms, {database}", 100.0, False, _p95(subject, 0.06), "ms"),
        Target(f"idle memory, {database}", 2.2, False, lambda d: _ratio(d, subject, 0.0, lambda r: r.rss_ready)),
        Target(f"first getUpdates, {database}", 3.0, False, lambda d: _ratio(d, subject, 0.0, lambda r: r.start)),
    ]


#: c against a, each at its best concurrency, in the same round.
TARGETS = (*_targets_of("sqlite", 1.3), *_targets_of("postgresql", 0.9))


def judge(rounds: Sequence[Round]) -> list[tuple[Target, Spread]]:
    """Every target that the rounds have the runs for, with its figure over the rounds."""
    judged = []
    for target in TARGETS:
        try:
            judged.append((target, spread(target.figure(done) for done in rounds)))
        except KeyError:
            continue  # not measured this time (--only, --quick)
    return judged
