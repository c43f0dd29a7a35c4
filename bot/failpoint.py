"""Named places where a test may kill the process: `CRASH_AT=sender.after_send:3` dies there on the third pass.

Costs one dictionary look-up when nothing is set. The names in use are collected by `tests/kill`, which kills at every
one.
"""

import os
import signal

_name, _, _count = os.environ.get("CRASH_AT", "").partition(":")
_left = {_name: int(_count or 1)} if _name else {}


def failpoint(name: str) -> None:
    """Die by SIGKILL, as a power cut would, when this pass is the one asked for."""
    if name in _left:
        _left[name] -= 1
        if _left[name] <= 0:
            os.kill(os.getpid(), signal.SIGKILL)
