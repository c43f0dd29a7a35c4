"""A bound on work grows with the slowness of the machine, and never shrinks."""

import pytest

from tests.support import stopwatch


@pytest.mark.parametrize(("slower", "allowed"), [(2.0, 6.0), (1.0, 3.0), (0.1, 3.0)])
def test_a_bound_grows_with_the_slowness_of_the_machine_and_never_shrinks(
    monkeypatch: pytest.MonkeyPatch, slower: float, allowed: float
) -> None:
    monkeypatch.setattr(stopwatch, "_seconds", lambda _run, times: times * slower * stopwatch._THERE)
    assert stopwatch.allowed(3.0) == pytest.approx(allowed)


def test_it_is_measured_on_this_machine() -> None:
    assert stopwatch._seconds(stopwatch._yardstick, 5) > 0
    assert stopwatch.allowed(1.0) >= 1.0
