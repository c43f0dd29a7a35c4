"""Two amounts of the same, with words around them: "jatuhnya tiga kali bukan dua kali", "bukan dua kali jatuhnya"."""

import re
from collections.abc import Iterable
from itertools import pairwise

from bot.core.forms.world import World
from bot.core.forms.writing import key_of
from bot.core.stories.in_figures import in_figures
from bot.core.understanding.tongue import tongue_of

_COUNTED = re.compile(r"(?<![\w.,])(\d+(?:[.,]\d+)*)\s+([^\W\d_]+)")
_OWNED = re.compile(r"([^\W\d_]+)nya\s+(\d+(?:[.,]\d+)*)(?![\w.,])")


def amount_told(texts: Iterable[str], right: str) -> str:
    """ "Yang benar 35 rumah", "rumahnya 35", of which 40 were told: the one amount of the same; empty where that is not
    clear."""
    amounts = _COUNTED.findall(right) or [found[::-1] for found in _OWNED.findall(right)]
    if len(amounts) != 1:
        return ""
    number, unit = amounts[0]
    same = [one for text in texts for one in _COUNTED.findall(text) if one[1].lower() == unit.lower()]
    numbers = {one[0] for one in same}
    return " ".join(same[0]) if len(numbers) == 1 and number not in numbers else ""


def counted_alike(right: str, wrong: str, world: World) -> tuple[str, str]:
    """Both amounts alone, each with what it counts; as they are where they are none."""
    amounts = (_amounts(right, world), _amounts(wrong, world))
    same = [unit for unit in amounts[0] if unit in amounts[1]]
    return (amounts[0][same[0]], amounts[1][same[0]]) if len(same) == 1 else (right, wrong)


def counts(words: str, world: World) -> bool:
    """Whether it is a number or a span of time: "setahun", "tiga bulan"."""
    once = world.exchanging["sekali"] if world.exchanging else frozenset[str]()
    figures = in_figures(words, tongue_of(world.spellings))
    return any(map(str.isdecimal, figures)) or not once.isdisjoint(words.lower().split())


def measures(amount: str, world: World) -> bool:
    """Whether it is a length: kilometres make way for metres, and no stalls do."""
    _, _, unit = key_of(amount).partition(" ")
    spelt = world.spellings
    return any(unit in words for words in (*spelt.units.length.values(), spelt.sizes.kilo))


def number_alone(wrong: str, world: World) -> str:
    """ "Yang 54 tadi" is the 54."""
    pointing = {*world.spellings.common.noise, *world.pointing_back["iringan"]}
    words = [word for word in wrong.split() if word.lower() not in pointing]
    return words[0] if len(words) == 1 and words[0].isdecimal() else wrong


def _amounts(text: str, world: World) -> dict[str, str]:
    """By what is counted: how it was said."""
    words, tongue = text.split(), tongue_of(world.spellings)
    pairs = [one for one in pairwise(words) if in_figures(one[0], tongue).isdecimal() and one[1].isalpha()]
    return {unit.lower(): f"{number} {unit}" for number, unit in pairs}
