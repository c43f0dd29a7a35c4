"""One subject from its start to its last answer."""

import time
from dataclasses import dataclass
from typing import Any

from tests.bench.crowd import Crowd
from tests.bench.figures import Latency, Phase, Run, percentile
from tests.bench.subjects import Bench, Running, Stuck, Subject, running
from tests.bench.telegram import StandIn

EVENLY = {0.0: 100.0, 0.06: 200.0}
_PATIENCE = 120.0
_GLANCE = 5.0
_SETTLE = 1.0
#: After the last answer a bot may still have to write it down; that work is counted.
_AFTERWARDS = 0.3


@dataclass(frozen=True, slots=True)
class Sizes:
    """How much is sent: `saturated` updates at once, then so many seconds of an even load (0 = none)."""

    saturated: int
    seconds: float


FULL = Sizes(4000, 10.0)
QUICK = Sizes(2000, 2.0)
#: A stock bot answers so few a second over a slow network that the whole load would take half a minute.
_SLOW = 4


def measure(bench: Bench, telegram: StandIn, subject: Subject, rtt: float, sizes: Sizes, concurrency: int) -> Run:
    """Start it, warm it up, all at once, then evenly. Raises Stuck with the subject's log when it gets stuck."""
    telegram.reset(rtt)
    crowd = Crowd()
    with running(bench, subject, telegram.address, concurrency) as bot:
        start, start_cpu = first_poll(telegram, bot) - bot.begun, bot.cpu()
        time.sleep(_SETTLE)
        ready = bot.rss()
        _warm_up(telegram, bot, crowd, subject)
        amount = sizes.saturated // (_SLOW if rtt and subject.letter == "a" else 1)
        phases = {"saturated": _phase(bench, telegram, bot, _updates(crowd, subject, amount), 0.0)}
        if sizes.seconds:
            evenly = EVENLY[rtt]
            updates = _updates(crowd, subject, int(evenly * sizes.seconds))
            phases["evenly"] = _phase(bench, telegram, bot, updates, evenly)
        if subject.answer not in (last := telegram.state()["last"]):
            raise Stuck(f"it answered something else in the end: {last[:500]}")
        return Run(subject.key, rtt, concurrency, start, ready, bot.rss(), phases, start_cpu)


def first_poll(telegram: StandIn, bot: Running) -> float:
    while not (first := telegram.state()["first_poll"]):
        if not bot.alive or time.monotonic() - bot.begun > _PATIENCE:
            raise Stuck("it never polled")
        time.sleep(0.02)
    return float(first)


def _warm_up(telegram: StandIn, bot: Running, crowd: Crowd, subject: Subject) -> None:
    """Each of them hears what it will hear: what is made once, when it is first needed, is no cost of an update."""
    before = {"c": crowd.consents, "d": crowd.into_the_form}.get(subject.letter)
    for updates in ([before()] if before else []) + ([] if subject.letter == "d" else [crowd.texts(200)]):
        telegram.load(updates)
        all_answered(telegram, bot)


def _updates(crowd: Crowd, subject: Subject, amount: int) -> list[dict[str, Any]]:
    return crowd.answers(amount) if subject.letter == "d" else crowd.texts(amount)


def all_answered(telegram: StandIn, bot: Running) -> dict[str, Any]:
    deadline = time.monotonic() + _PATIENCE
    found = telegram.wait(_GLANCE)
    while found["open"] and bot.alive and time.monotonic() < deadline:
        found = telegram.wait(_GLANCE)
    if found["open"] or found["surplus"]:
        raise Stuck(f"{found['open']} updates without an answer, {found['surplus']} answers too many")
    time.sleep(_AFTERWARDS)
    return found


def _phase(bench: Bench, telegram: StandIn, bot: Running, updates: list[dict[str, Any]], per_second: float) -> Phase:
    own, cpu, server = telegram.state()["own_cpu"], bot.cpu(), bench.server_cpu()
    telegram.load(updates, per_second)
    after = all_answered(telegram, bot)
    spent, server_spent = bot.cpu() - cpu, bench.server_cpu() - server
    took = max(after["answered"]) - after["available"][0]
    return Phase(
        updates=len(updates),
        rate=len(updates) / took,
        cpu=spent / len(updates) * 1000,
        server_cpu=server_spent / len(updates) * 1000,
        latency=latency(after),
        stand_in_busy=(after["own_cpu"] - own) / took,
    )


def latency(moments: dict[str, Any]) -> Latency:
    answered = moments["answered"]
    since_handed = [(end - begin) * 1000 for begin, end in zip(moments["handed"], answered, strict=True)]
    since_to_be_had = [(end - begin) * 1000 for begin, end in zip(moments["available"], answered, strict=True)]
    p50, p95, p99 = (percentile(since_handed, percent) for percent in (50, 95, 99))
    return Latency(p50, p95, p99, percentile(since_to_be_had, 95))
