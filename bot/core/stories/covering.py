"""Who owns which words of a message, sentence by sentence.

A message is looked at by several questions of a form, as a whole and in parts. No reading reaches over the end of a
sentence, so each sentence is read once, whoever looks at it, and soon forgotten.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from bot.core.listening.shapes import Span
from bot.core.stories import men_and_women
from bot.core.stories.cover import Proposal, cover
from bot.core.stories.numbers_told import NumberReader
from bot.core.stories.scan import LONGEST, Scan, joined, scan
from bot.core.stories.words_told import WordReader
from bot.core.understanding.tongue import Tongue

_SENTENCE = re.compile(r"[^\s.!?;](?:[^.!?;\n]|\.(?=\d))*|[.!?;\n]+")
_NUMBER = re.compile(r"\d+")
_MOST_NUMBERS = 24  # figures; a text that has more is a list of them, and none of them is an answer


@dataclass(frozen=True)
class Covered:
    """`chosen`: the proposals that own words; `numbers`: where all numbers stand, whoever owns them."""

    told: Scan
    chosen: Sequence[Proposal]
    numbers: Sequence[Span]


@lru_cache(maxsize=32)
def covered(text: str, tongue: Tongue) -> Covered:
    """What stands behind the longest story is left out; a price counts nothing."""
    text = tongue.unpaid(text[:LONGEST])
    reads_numbers = len(_NUMBER.findall(text)) <= _MOST_NUMBERS
    found = list(_SENTENCE.finditer(text))
    parts = [_sentence(part[0], tongue, reads_numbers) for part in found]
    chosen: list[Proposal] = []
    numbers: list[Span] = []
    at = 0
    for part in parts:
        chosen += (replace(each, span=_moved(each.span, at)) for each in part.chosen)
        numbers += (_moved(span, at) for span in part.numbers)
        at += len(part.told.words)
    return Covered(
        joined(text, [(sentence.start(), part.told) for sentence, part in zip(found, parts, strict=True)]),
        chosen,
        numbers,
    )


@lru_cache(maxsize=128)
def _sentence(text: str, tongue: Tongue, reads_numbers: bool) -> Covered:
    reader, words = readers(tongue)
    told = scan(text)
    numbers = reader.numbers(told)
    counted = men_and_women.set_right([*reader.read(told, numbers)], numbers) if reads_numbers else []
    chosen = cover([*counted, *words.read(told)])
    return Covered(told, tuple(chosen), tuple(span for _, span in numbers))


@lru_cache(maxsize=8)
def readers(tongue: Tongue) -> tuple[NumberReader, WordReader]:
    return NumberReader(tongue), WordReader(tongue.words)


def _moved(span: Span, by: int) -> Span:
    return span[0] + by, span[1] + by
