"""The benchmark's side of the stand-in: start it, load it, hear from it."""

import json
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class StandIn:
    """A running stand-in. Times are seconds of the machine's monotonic clock, the same for all processes."""

    port: int

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def reset(self, rtt: float) -> None:
        """Forget the last bot; every answer is late by `rtt` seconds from now on."""
        self._ask("reset", rtt=rtt)

    def load(self, updates: list[dict[str, Any]], per_second: float = 0.0) -> None:
        """Let these updates be had: all at once, or evenly."""
        self._ask("load", updates=updates, per_second=per_second)

    def wait(self, seconds: float) -> dict[str, Any]:
        """Return when every update is answered, or after so many seconds."""
        return self._ask("wait", seconds=seconds)

    def state(self) -> dict[str, Any]:
        return self._ask("state")

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
