"""Stock python-telegram-bot that sends to everybody, measured: each way at its best number in flight."""

import sys
import tempfile
import time
from pathlib import Path

from tests.bench.sending import Sending
from tests.bench.subjects import Bench, Stuck, launched, plainly
from tests.bench.telegram import StandIn

#: What is in the way of a bot that wants to send to many, by the name in the table.
WAYS = {"limiter": "PTB, AIORateLimiter lifted", "gather": "PTB, bare gather"}
IN_FLIGHT = (8, 32, 64, 256)
_PATIENCE = 300.0


def flooded(bench: Bench, telegram: StandIn, way: str, in_flight: int, people: int, rtt: float) -> Sending:
    """One flood, alone. Raises Stuck when not everybody was reached."""
    telegram.reset(rtt)
    home = Path(tempfile.mkdtemp(dir=bench.folder))
    command = [sys.executable, "-m", "tests.bench.flood", way, telegram.address, f"{in_flight}", f"{people}"]
    who, begun = f"{WAYS[way]}, {in_flight} in flight", time.monotonic()
    with launched(bench, who, command, plainly(), home) as process:
        used = process.cpu()
        while process.alive and time.monotonic() < begun + _PATIENCE:
            used = process.cpu()
            time.sleep(0.05)
        if (reached := telegram.state()["reached"]) < people:
            raise Stuck(f"{reached} of {people} have it")
    return Sending(who, people, telegram.arrivals(), begun, used)


def best_in_flight(bench: Bench, telegram: StandIn, way: str, people: int, rtt: float) -> dict[int, float]:
    """Copies a second by how many were in flight."""
    return {number: flooded(bench, telegram, way, number, people, rtt).rate for number in IN_FLIGHT}
