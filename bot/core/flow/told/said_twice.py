"""A number that is said twice, to be sure of it: "dua puluh KK nak, dua puluh", "dua kilo, dua kilo dari poros"."""

import re
from collections.abc import Sequence

from bot.core.flow.scene import Scene
from bot.core.forms.writing import CLAUSE
from bot.core.stories.counted import has_number
from bot.core.understanding.tongue import tongue_of

_COUNTING = frozenset({"orang", "ukuran", "uang"})
_MARKS = " ,.;\n"


def said_once(scene: Scene, text: str) -> str:
    """The longest of its clauses, where all others say nothing that it does not say in the same words; as it is where
    nothing is counted, or one tells more."""
    if scene.asked is None or scene.asked.kind not in _COUNTING or "," not in text:
        return text
    clauses = [one.strip(_MARKS) for one in CLAUSE.findall(text)]
    if len(clauses) < 2 or not has_number(text, tongue_of(scene.world.spellings)):
        return text
    left = clauses[0]
    for clause in filter(None, clauses[1:]):
        left = _longer(scene, left, clause) if left else ""
    return left or text


def _longer(scene: Scene, first: str, second: str) -> str:
    """Of two, one of which is a part of the other and counts; empty where neither is."""
    words = [_words(scene, one) for one in (first, second)]
    short, long = sorted((words[0], words[1]), key=len)
    tongue = tongue_of(scene.world.spellings)
    is_part = any(long[at : at + len(short)] == short for at in range(len(long) - len(short) + 1))
    if not short or not is_part or not has_number(" ".join(short), tongue):
        return ""
    return first if len(words[0]) >= len(words[1]) else second


def _words(scene: Scene, clause: str) -> Sequence[str]:
    noise = frozenset(scene.world.spellings.common.noise) | scene.world.dictated["sela"]
    return [word for word in re.findall(r"\w+", clause.lower()) if word not in noise]
