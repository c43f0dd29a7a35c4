"""Patterns of words as editors write them, over folded text.

A pattern is words as people say them. "a/b" = one of these, "..." = up to four words of any sort, "kirim*" = a word
that begins so, "^" and "$" = begin and end of the text.
"""

import re
from collections.abc import Iterable

from bot.core.listening.folding import Folding

_GAP = r"(?: \S+){0,4}?"
_NEVER = re.compile(r"(?!)")
_EDGES = ("^", "$")


def compiled(patterns: Iterable[str], folding: Folding) -> re.Pattern[str]:
    """Finds any of these; never anything when there are none."""
    made = [_of(told, folding) for told in patterns]
    return re.compile(rf"(?<!\S)(?:{'|'.join(made)})(?!\S)") if made else _NEVER


def _of(told: str, folding: Folding) -> str:
    made = ""
    for part in told.split():
        if part in _EDGES:
            made += part
        elif part == "...":
            made += _GAP
        else:
            made += (" " if made not in ("", "^") else "") + _one_of(part, folding)
    return made


def _one_of(part: str, folding: Folding) -> str:
    words = [_word(word, folding) for word in part.split("/")]
    return words[0] if len(words) == 1 else f"(?:{'|'.join(words)})"


def _word(told: str, folding: Folding) -> str:
    begin = told.removesuffix("*")
    folded = re.escape(folding.word(begin)) if begin == told else re.escape(begin)
    return folded if begin == told else rf"{folded}\S*"
