"""What is meant in longer telling: what it comes to at last ("… saya tawar, akhirnya jadi 28 juta"), and what a first
sentence answers before it is told how it once was; without a last clause that only tells how it was mistaken."""

import re
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple, TypeVar

from bot.core.spelt import either
from bot.core.understanding.results import Understanding, Understood, Unknown
from bot.core.vocabulary import SharedWords

T = TypeVar("T")
_FEWEST, _LONGEST = 6, 600  # words before it comes to something; characters
_MARKS = frozenset(",.;(\n")
_SENTENCE = re.compile(r"[.;\n]+(?!\d)\s*")


class _Patterns(NamedTuple):
    """What the answer stands behind; how it `once` was; how one was mistaken, or what was left out."""

    last: re.Pattern[str]
    once: re.Pattern[str]
    slip: re.Pattern[str]
    uncounted: re.Pattern[str]


def in_all_of_it(text: str, common: SharedWords, read: Callable[[str], Understanding[T]]) -> Understanding[T]:
    """As `read` understands it; where it does not, as it understands what all comes to."""
    found = read(text)
    is_plain = len(text.split()) <= _FEWEST and _MARKS.isdisjoint(text)  # most are
    if isinstance(found, Understood) or len(text) > _LONGEST or is_plain:
        return found
    plain = _patterns(common).uncounted.sub(r"\1", _patterns(common).slip.sub("", text))
    ways = () if isinstance(found, Unknown) else (_at_last(text, common), _at_first(text, common))
    for part in (plain if plain != text else "", *ways):
        alone = read(part) if part else found
        if isinstance(alone, Understood):
            return alone
    return found


def _at_last(text: str, common: SharedWords) -> str:
    last = next(reversed(list(_patterns(common).last.finditer(text))), None)
    return text[last.end() :] if last and len(text[: last.start()].split()) >= _FEWEST else ""


def _at_first(text: str, common: SharedWords) -> str:
    """ "Enam keluarga. Yang dulu ada tujuh tapi satu sudah pindah"."""
    first, *others = [part for part in _SENTENCE.split(text) if part.strip()] or [""]
    return first if others and all(_patterns(common).once.match(other) for other in others) else ""


@lru_cache(maxsize=8)
def _patterns(common: SharedWords) -> _Patterns:
    once = rf"(?:(?:{either(common.which)})\s+)?(?:{either(common.once)})\b"
    last = rf"\b(?:{either(common.at_last)})\b[\s,:]*"
    slip = rf"[,.;(]+\s*(?:{either(common.slips)})(?:nya)?\b[^,.;\d]*$"
    forgot = rf"(\b(?:{either(common.righting)})\b.*\d[^,.;]*)[,.;(]+\s*(?:{either(common.forgotten)})\b[^,.;\d]*$"
    return _Patterns(*(re.compile(one, re.IGNORECASE) for one in (last, once, slip, forgot)))
