"""The benchmark's side of the stand-in: start it, load it, hear from it."""

import json
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, NamedTuple


class Arrival(NamedTuple):
    """A message that came: `at` (monotonic seconds), and for how many seconds silence was asked for; 0: it went
    through."""

    at: float
    chat: int
    asked: int


@dataclass(frozen=True, slots=True)
class StandIn:
    """A running stand-in. Times are seconds of the machine's monotonic clock, the same for all processes."""

    port: int

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def reset(self, rtt: float, allowed: int = 0) -> None:
        """Forget the last bot; every answer is late by `rtt` seconds from now on, and no more than `allowed` messages
        in any second go through (0 = any number)."""
        self._ask("reset", rtt=rtt, allowed=allowed)

    def refuse(self, chat: int, seconds: float) -> None:
        """From the next message to this chat on (0: to any), let nothing through to it for so long."""
        self._ask("refuse", chat=chat, seconds=seconds)

    def load(self, updates: list[dict[str, Any]], per_second: float = 0.0) -> None:
        """Let these updates be had: all at once, or evenly."""
        self._ask("load", updates=updates, per_second=per_second)

    def wait(self, seconds: float) -> dict[str, Any]:
        """Return when every update is answered, or after so many seconds."""
        return self._ask("wait", seconds=seconds)

    def state(self) -> dict[str, Any]:
        return self._ask("state")

    def arrivals(self) -> list[Arrival]:
        """Every message that came, in order."""
        return [Arrival(*one) for one in self._ask("arrivals")["arrivals"]]

    def _ask(self, verb: str, **wish: Any) -> dict[str, Any]:
        request = urllib.request.Request(f"{self.address}/control/{verb}", json.dumps(wish).encode())
        with urllib.request.urlopen(request, timeout=wish.get("seconds", 0) + 30) as answer:
            found: dict[str, Any] = json.load(answer)
        return found


@contextmanager
def stand_in() -> Iterator[StandIn]:
    """One stand-in on a free loopback port."""
    process = subprocess.Popen([sys.executable, "-m", "tests.bench.stand_in"], stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        yield StandIn(int(process.stdout.readline()))
    finally:
        process.kill()
        process.communicate()
