"""What people write after they called for help, in words that nobody had read before: whether it is over."""

import sys
from collections import Counter
from pathlib import Path

from bot.catalog import Catalog

_SET = Path(__file__).parent / "cries" / "after.txt"


def test_the_end_is_heard_and_nothing_ends_that_goes_on(catalog: Catalog) -> None:
    """At first sight 48 of 75 were heard, and 53 with what lists of words tell beside it; by these alone 17."""
    lines = (line.partition("|") for line in _SET.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    told = Counter((label, catalog.danger.ends_like(text)) for label, bar, text in lines if bar)
    over = {label: told[label, True] for label in ("over", "dead", "worse", "partly", "other")}
    sys.stdout.write(f"ended by what was told after a call: {over}\n")
    assert over["over"] + over["dead"] >= 46
    assert over["worse"] + over["partly"] <= 2
    assert over["other"] <= 2
