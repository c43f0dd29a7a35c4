"""A bound on work grows with the slowness of the machine, and never shrinks."""

import pytest

from tests.support import stopwatch


def test_on_a_machine_half_as_fast_twice_as_long_is_allowed(monkeypatch: pytest.MonkeyPatch) -> None:
    quick = stopwatch.allowed(1.0)
    monkeypatch.setattr(stopwatch, "_THERE", stopwatch._THERE / 2)
    assert stopwatch.allowed(1.0) > 1.4 * quick >= 1.4


def test_a_fast_machine_gets_no_shorter_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stopwatch, "_THERE", 100.0)
    assert stopwatch.allowed(2.0) == 2.0
