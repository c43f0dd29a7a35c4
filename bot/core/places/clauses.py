"""Where one part of a text ends and the next begins: a name stands in one, what is told of it in another."""

import re
from collections.abc import Sequence

from bot.core.places.hits import Levels
from bot.core.places.names import Word

_BREAK = re.compile(r"[,;\n(|!?:]|\s[-\u2013\u2014]+\s")
_STOP = re.compile(r"\.(?:\s|$)")


def clauses_of(text: str, words: Sequence[Word], levels: Levels) -> tuple[int, ...]:
    """For each word the number of its part. A full stop behind "Kec" or "Kp" ends none."""
    found: list[int] = []
    clause = end = 0
    before = ""
    for word in words:
        gap = text[end : word.start]
        stops = _STOP.search(gap) and before not in levels.level and (len(before) > 2 or before in levels.around)
        clause += bool(found and (_BREAK.search(gap) or stops))
        found.append(clause)
        end, before = word.end, word.text
    return tuple(found)
