"""Is this process well? By when each loop last did what it is for, and not by whether it runs: a hung one runs, too."""

import json
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from bot.edges.alarms import Alarms
from bot.edges.watch import Watch

#: Seconds after which a loop that has not succeeded is held to hang: a long poll may take half a minute, a big file,
#: too.
PATIENCE = {"intake": 70.0, "worker": 10.0, "sender": 10.0, "ticker": 10.0, "fetch": 60.0}


def hanging(report: dict[str, Any], now: float) -> Iterator[tuple[str, float]]:
    """Loops of a report that have not succeeded for too long, and for how long (s)."""
    for name, loop in report["loops"].items():
        silent = now - (loop["succeeded_at"] or loop["began_at"])
        if silent > PATIENCE.get(name, float("inf")):
            yield name, silent


def report_of(watch: Watch, alarms: Alarms) -> dict[str, Any]:
    """What a process says of itself: its loops and its alarms."""
    return {"loops": {name: asdict(loop) for name, loop in watch.loops.items()}, "alarms": dict(alarms.raised)}


def written(report: dict[str, Any]) -> str:
    return json.dumps(report, ensure_ascii=True)
