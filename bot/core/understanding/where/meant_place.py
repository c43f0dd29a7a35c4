"""Which of several places is meant: the one that is proposed for, and not the one where somebody lives, nor where
another is from."""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from bot.core.places.spelling import fold
from bot.core.spelt import Spellings, either, one_of
from bot.core.vocabulary import PlaceWords

_MARKS = r"[,;.!?\n…]+"
_WORD = re.compile(r"[^\W_]+")


def meant(text: str, words: PlaceWords, names: Callable[[str], bool], fillers: frozenset[str]) -> str:
    """The part that names it; all of the text where that cannot be told."""
    parts = [part.strip() for part in _cuts(words).split(text) if part.strip()]
    if len(parts) < 2:
        return text
    said = _without_echo(parts, words, fillers)
    if not _says(words.proposed_for, text) and not _says(words.of_others, text):
        return said or text
    named = [part for part in parts if names(part)]
    proposed = [part for part in named if _says(words.proposed_for, part)]
    gone = {*_of_others(parts, named, words)} if len(named) > 1 else set()
    if len(proposed) == 1:
        gone |= {part for part in named if part not in proposed and _says((*words.origin, *words.lives), part)}
        gone -= {*proposed}
    left = [part for part in named if part not in gone]
    return left[0] if gone and len(left) == 1 else said or text


def _says(phrases: Spellings, part: str) -> bool:
    return one_of(phrases).search(part) is not None


def _of_others(parts: list[str], named: list[str], words: PlaceWords) -> Iterator[str]:
    """ "Masalle, aih itu kampungnya istriku": what is said of it may stand in the next parts that name nothing."""
    last = ""
    for part in parts:
        last = part if part in named else last
        if last and _says(words.of_others, part):
            yield last


def _without_echo(parts: list[str], words: PlaceWords, fillers: frozenset[str]) -> str:
    """ "Urus KTP ke malua, iye malua mi itu" names one place, and says so again."""
    told = [word.lower() for word in _WORD.findall(parts[-1])]
    name = fold(" ".join(word for word in told if word not in fillers and word not in words.around))
    before = _WORD.findall(parts[-2])
    again = any(fold(" ".join(before[-n:])) == name for n in (1, 2, 3))
    spoken = any(word in fillers for word in told)
    return ", ".join(parts[:-1]) if name and again and spoken else ""


@lru_cache(maxsize=4)
def _cuts(words: PlaceWords) -> re.Pattern[str]:
    return re.compile(rf"{_MARKS}|\b(?:{either(words.but)})\b", re.IGNORECASE)
