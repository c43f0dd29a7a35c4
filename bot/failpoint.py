"""Named places where a test may kill the process: `CRASH_AT=sender.after_send:3` dies there on the third pass; or plant
an exception: `FAIL_AT=loop.fetch:3` raises there on the first three passes.

Costs two dictionary look-ups when nothing is set. The names in use are collected by `tests/kill`, which kills at every
one.
"""

import os
import signal

_name, _, _count = os.environ.get("CRASH_AT", "").partition(":")
_left = {_name: int(_count or 1)} if _name else {}
_name, _, _count = os.environ.get("FAIL_AT", "").partition(":")
_planted = {_name: int(_count or 1)} if _name else {}


class Planted(Exception):
    """A fault that a test has put there."""


def failpoint(name: str) -> None:
    """Die by SIGKILL, as a power cut would, when this pass is the one asked for; or raise Planted."""
    if _planted.get(name, 0) > 0:
        _planted[name] -= 1
        raise Planted(name)
    if name in _left:
        _left[name] -= 1
        if _left[name] <= 0:
            os.kill(os.getpid(), signal.SIGKILL)
