"""Ids made here and not by the database, so that a whole batch is written without asking back."""

import secrets
import time

_EPOCH_MS = 1_577_836_800_000  # 1 January 2020
_process = secrets.randbits(10)
_last = [0]


def new_id() -> int:
    """A 63-bit number, growing within a process: milliseconds, ten bits of the process, a counter."""
    made = (int(time.time() * 1000) - _EPOCH_MS) << 22 | _process << 12
    _last[0] = max(made, _last[0] + 1)
    return _last[0]


def time_of(made: int) -> float:
    """When an id was made, in seconds of the machine's clock."""
    return ((made >> 22) + _EPOCH_MS) / 1000


def id_at(seconds: float) -> int:
    """The smallest id that could be made at that moment: what is older has a smaller one."""
    return (int(seconds * 1000) - _EPOCH_MS) << 22
