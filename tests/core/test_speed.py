"""What a step costs, in yardsticks, so that a busy machine does not fail it; bounds are twice what was measured."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from bot.catalog import Catalog
from bot.core.flow.interpreter import State, advance, begin
from bot.core.forms.heard import Heard, Pressed, Typed
from tests.support.stopwatch import yardsticks

ROOT = Path(__file__).parents[2]


def _step(catalog: Catalog, state: State, heard: Heard) -> Callable[[], object]:
    def run() -> object:
        step = advance(catalog.flows["usulan"], state, heard, catalog.world)
        return [catalog.message(say) for say in step.say]

    return run


def test_a_step_and_its_message_take_a_small_part_of_a_millisecond(catalog: Catalog) -> None:
    state = begin(catalog.flows["usulan"], "d", catalog.world).state
    assert yardsticks(_step(catalog, state, Pressed("d", "kecamatan", "73.16.01")), 50) < 0.08
    assert yardsticks(_step(catalog, state, Typed("barakka", 1)), 50) < 0.2


def test_importing_and_loading_all_content_takes_a_part_of_a_second() -> None:
    """Side by side with a yardstick of three million additions, for machines differ; 5.5 yardsticks were measured."""
    load = (
        "from pathlib import Path; from bot.catalog import load; import bot.core.flow;"
        f"load(Path({str(ROOT / 'content')!r}), '73.16')"
    )
    yardstick = "sum(number for number in range(3_000_000))"
    assert min(_seconds_of(load) / _seconds_of(yardstick) for _ in range(5)) < 11


def _seconds_of(code: str) -> float:
    """Process time of a program that does nothing else."""
    code = f"import time; {code}; print(time.process_time())"
    told = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    return float(told.stdout)
