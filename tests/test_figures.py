"""The benchmark in small, with wide bounds: it notices when the bot became several times slower or larger, not when the
machine is busy: what can only be told by the hour is left to `make bench`, where the figures come from."""

from collections.abc import Callable
from itertools import pairwise

import pytest

from tests.bench.figures import Run
from tests.bench.measure import Sizes, measure
from tests.bench.subjects import Subject, prepare
from tests.bench.telegram import stand_in

_SMALL = Sizes(600, 0)
_STOCK, _OURS = Subject("a"), Subject("c", "sqlite")

#: At most so many times what a stock echo bot needs; a third more than the figures were when they were measured last
#: (`make bench` tells what they must be).
_AT_MOST: dict[str, tuple[float, Callable[[Run], float]]] = {
    # 1.0 was measured once, and is what `make bench` asks for: what people say is read by more and more readers since.
    "processor time an update": (1.8 * 1.3, lambda run: run.phases["saturated"].cpu),
    # 2.2 is what `make bench` asks for, and is not reached: 2.75 to 2.95 were measured, half of it our own code.
    "memory when idle": (2.4 * 1.3, lambda run: run.rss_ready),
    "processor time to the first getUpdates": (3.0 * 1.3, lambda run: run.start_cpu),
}


def _in_turn() -> list[Run]:
    with stand_in() as telegram, prepare(postgres=False) as bench:
        return [measure(bench, telegram, subject, 0.0, _SMALL, 1) for subject in (_STOCK, _OURS, _STOCK, _OURS)]


def _best_ratio(runs: list[Run], figure: Callable[[Run], float]) -> float:
    """Ours against stock, from the two runs next to each other where we came out best."""
    pairs = [(one, two) if one.subject == _STOCK.key else (two, one) for one, two in pairwise(runs)]
    return min(figure(ours) / figure(stock) for stock, ours in pairs)


@pytest.mark.slow
@pytest.mark.alone
def test_no_figure_is_far_from_what_is_promised_against_a_stock_echo_bot() -> None:
    runs = _in_turn()
    ratios = {name: _best_ratio(runs, figure) for name, (_, figure) in _AT_MOST.items()}

    assert {name: ratio for name, ratio in ratios.items() if ratio > _AT_MOST[name][0]} == {}
