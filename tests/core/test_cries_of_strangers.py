"""Cries of people that nobody had read before, and what only sounds like one: how many are heard."""

import sys
from collections import Counter
from pathlib import Path

import pytest

from bot.catalog import Catalog

_SETS = Path(__file__).parent / "cries"
#: At least so many of a hundred in danger are answered with whom to call; at most so many that are in none have others
#: told, and so many are asked. At first sight: one 95, 13, 9; two 94, 5, 12; three 82, 7, 2, and 89 once examples of
#: other hands were added; four 90, 7, 0; five 94, 7, 3, and 99, 7, 3 with examples of four more. Words alone heard 27
#: and 34 of a hundred.
_FLOORS = {"one": (98, 14, 7), "two": (94, 7, 9), "three": (94, 7, 5), "four": (90, 7, 5), "five": (97, 7, 5)}


def heard(catalog: Catalog, text: str) -> str:
    """rings, asked, or nothing; of violence and despair `rings` is that it is known."""
    danger = catalog.danger
    found = [one for one in danger.find(text) if not one.mild and (one.case.is_told or one.case.tell == "tanya")]
    if found or danger.in_call(text):
        return "rings"
    return "asked" if danger.doubted(text) else "nothing"


def shares_of(catalog: Catalog, name: str) -> tuple[float, float, float]:
    """Of a hundred in danger those heard; of a hundred in none those that ring, and those that are asked."""
    lines = (line.partition("|") for line in (_SETS / f"{name}.txt").read_text(encoding="utf-8").splitlines())
    counts = Counter((label, heard(catalog, text)) for label, bar, text in lines if bar and not label.startswith("#"))
    in_danger, none = (_only(counts, labels) for labels in (("call", "home"), ("none",)))
    share = 100 / sum(none.values())
    unheard = 100 * in_danger["nothing"] / sum(in_danger.values())
    return 100 - unheard, none["rings"] * share, none["asked"] * share


def _only(counts: Counter[tuple[str, str]], labels: tuple[str, ...]) -> Counter[str]:
    told: Counter[str] = Counter()
    for (label, what), count in counts.items():
        told[what] += count if label in labels else 0
    return told


@pytest.mark.parametrize("name", _FLOORS)
def test_cries_are_heard_in_words_that_stand_in_no_list(catalog: Catalog, name: str) -> None:
    found, rings, asked = shares_of(catalog, name)
    least, most_rings, most_asked = _FLOORS[name]
    sys.stdout.write(
        f"cries {name}: {found:.0f} % heard; of what is none {rings:.0f} % ring, {asked:.0f} % are asked\n"
    )
    assert found >= least
    assert rings <= most_rings
    assert asked <= most_asked
