"""From runs to verdicts."""

from tests.bench.figures import Latency, Phase, Round, Run, judge, percentile, spread


def _run(subject: str, rate: float, cpu: float = 1.0, p95: float = 10.0, rss: float = 50.0) -> Run:
    latency = Latency(p95 / 2, p95, p95 * 2, p95)
    phase = Phase(100, rate, cpu, 0.0, latency, 0.1)
    return Run(subject, 0.0, 1, 0.3, rss, rss, {"saturated": phase, "evenly": phase})


def _verdicts(rounds: list[Round]) -> dict[str, tuple[float, bool]]:
    return {target.name: (found.middle, target.met(found.middle)) for target, found in judge(rounds)}


def test_a_percentile_lies_between_the_values_around_it() -> None:
    assert percentile([float(n) for n in range(101)], 95) == 95.0


def test_a_spread_keeps_the_median_and_both_ends() -> None:
    found = spread([3.0, 1.0, 2.0])

    assert (found.middle, found.low, found.high) == (2.0, 1.0, 3.0)


def test_ratios_are_taken_within_a_round_so_that_a_slow_moment_hits_both() -> None:
    fast: Round = {("a", 0.0): _run("a", 1000), ("c-sqlite", 0.0): _run("c-sqlite", 2000)}
    slow: Round = {("a", 0.0): _run("a", 100), ("c-sqlite", 0.0): _run("c-sqlite", 200)}

    assert _verdicts([fast, slow, slow])["updates/s, sqlite"] == (2.0, True)


def test_a_bound_from_above_and_one_from_below_are_both_missed_on_the_wrong_side() -> None:
    done: Round = {("a", 0.0): _run("a", 1000), ("c-sqlite", 0.0): _run("c-sqlite", 1200, cpu=0.9, p95=61, rss=111)}
    verdicts = _verdicts([done])

    missed = {name for name, (_, met) in verdicts.items() if not met}
    assert missed == {"updates/s, sqlite", "CPU per update, sqlite", "p95 at 100/s, sqlite", "idle memory, sqlite"}


def test_what_was_not_measured_is_not_judged() -> None:
    done: Round = {("a", 0.0): _run("a", 1000), ("b", 0.0): _run("b", 2000)}

    assert judge([done]) == []
