"""The place that longer words come to, or call by its name: "… sudah dipindah, jadi Baroko saja", "… Masalle namanya";
and the words without a place that is only compared: "Sawitto, jangan dikira Sawitto yang di Pinrang"."""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from bot.core.spelt import either
from bot.core.vocabulary import PlaceWords, SharedWords

_FEWEST, _LONGEST, _NAME = 5, 6, 3  # words: before it comes to something, of that, of a name
_CLAUSE = re.compile(r"[^,;.!?\n…]+")


def concluded(text: str, common: SharedWords) -> tuple[str, str]:
    """What stands before, and the place it comes to; empty where it comes to none."""
    last = next(reversed(list(_ends(common).finditer(text))), None)
    front, tail = (text[: last.start()], text[last.end() :].strip(" ,.")) if last else ("", "")
    return (front, tail) if len(front.split()) >= _FEWEST and 0 < len(tail.split()) <= _LONGEST else ("", "")


def called(text: str, words: PlaceWords) -> Iterator[str]:
    """What is called so; none in a clause that tells what is near."""
    for clause in _CLAUSE.findall(text):
        found = _patterns(words)[0].search(clause)
        if found is None or not set(words.beside).isdisjoint(clause.lower().split()):
            continue
        behind = clause[found.end() :].split()
        yield from (" ".join(behind[:count]) for count in range(min(_NAME, len(behind)), 0, -1))
        if not behind:
            yield " ".join(clause[: found.start()].split()[-_NAME:])


def without_compared(text: str, words: PlaceWords, names: Callable[[str], bool]) -> str:
    """All of the text where nothing is compared, or no place would be left."""
    left = _patterns(words)[1].sub(" ", text).strip(" ,.")
    return left if left != text.strip(" ,.") and left and names(left) else text


@lru_cache(maxsize=8)
def _ends(common: SharedWords) -> re.Pattern[str]:
    return re.compile(rf"[\s,.;]+(?:{either((*common.total, *common.at_last))})\b[\s,:]+", re.IGNORECASE)


@lru_cache(maxsize=4)
def _patterns(words: PlaceWords) -> tuple[re.Pattern[str], ...]:
    compared = rf"[\s,.]*(?:\b(?:{either(words.but)})\s+)?\b(?:{either(words.compared)})\b[^,;.!?\n…]*"
    one = rf"\b(?:{either(words.called)})\b"
    return tuple(re.compile(each, re.IGNORECASE) for each in (one, compared))
