"""What a list of spellings is: for one meaning, or for several by their names."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

Spellings = tuple[str, ...]
Meanings = Mapping[str, Spellings]
#: How likely it is that just these of several values in a text count: by the sort of question, the words, and where in
#: them each value stands. None of them: nobody can tell. Empty where there are too many to tell.
WhichCount = Callable[[str, Sequence[str], Sequence[tuple[int, int]]], Mapping[tuple[int, ...], float]]


def either(words: Iterable[str]) -> str:
    """Pattern of one of these words or phrases, the longest first; a phrase may be spread by more spaces."""
    return _either(words if isinstance(words, frozenset) else tuple(words))


@lru_cache(maxsize=1024)
def _either(words: Spellings | frozenset[str]) -> str:
    return "|".join(re.escape(word).replace("\\ ", r"\s+") for word in sorted(words, key=len, reverse=True))


@lru_cache(maxsize=128)
def one_of(words: Spellings | frozenset[str]) -> re.Pattern[str]:
    """One of these words or phrases, whole, in whatever case; made once of the same words."""
    return re.compile(rf"\b(?:{either(words)})\b", re.IGNORECASE)


@dataclass(frozen=True)
class Keys:
    """Entries that a table of spellings has to have, since the program knows them. `more`: editors may add others."""

    keys: tuple[str, ...]
    more: bool = False


def known_as(key: str) -> Any:
    """A list, or a file of lists, that editors call by another name than the program."""
    return field(metadata={"key": key})
