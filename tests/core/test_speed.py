"""What a step costs. Process time, so that a busy machine does not fail it; bounds are twice what was measured."""

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from bot.catalog import Catalog
from bot.core.flow.interpreter import State, advance, begin
from bot.core.forms.heard import Heard, Pressed, Typed

ROOT = Path(__file__).parents[2]


def _milliseconds(run: Callable[[], object], times: int = 300) -> float:
    """The best of five rounds, a call."""
    rounds = []
    for _ in range(5):
        started = time.process_time()
        for _ in range(times):
            run()
        rounds.append((time.process_time() - started) / times * 1000)
    return min(rounds)


def _step(catalog: Catalog, state: State, heard: Heard) -> Callable[[], object]:
    def run() -> object:
        step = advance(catalog.flows["usulan"], state, heard, catalog.world)
        return [catalog.message(say) for say in step.say]

    return run


def test_a_step_and_its_message_take_a_small_part_of_a_millisecond(catalog: Catalog) -> None:
    state = begin(catalog.flows["usulan"], "d", catalog.world).state
    assert _milliseconds(_step(catalog, state, Pressed("d", "kecamatan", "73.16.01"))) < 0.3
    assert _milliseconds(_step(catalog, state, Typed("barakka", 1))) < 0.3


def test_importing_and_loading_all_content_takes_a_part_of_a_second() -> None:
    """Side by side with a yardstick of three million additions, for machines differ; 5.5 yardsticks were measured."""
    load = (
        "from pathlib import Path; from bot.catalog import load; import bot.core.flow;"
        f"load(Path({str(ROOT / 'content')!r}), '73.16')"
    )
    pairs = [(_seconds_of(load), _seconds_of("sum(number for number in range(3_000_000))")) for _ in range(5)]
    loads, yardsticks = zip(*pairs, strict=True)
    assert min(loads) < 11 * min(yardsticks)


def _seconds_of(code: str) -> float:
    """Process time of a program that does nothing else."""
    code = f"import time; {code}; print(time.process_time())"
    told = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    return float(told.stdout)
