"""What a list of spellings is: for one meaning, or for several by their names."""

import re
import sys
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

Spellings = tuple[str, ...]
_WORD = re.compile(r"\w+")
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


class Phrases:
    """Words or phrases, whole, in whatever case. Most texts hold none of them: only one in which all the words of one
    stand is searched letter by letter."""

    __slots__ = ("_first", "_told", "pattern")

    def __init__(self, words: Collection[str]) -> None:
        self.pattern = re.compile(rf"\b(?:{either(words)})\b", re.IGNORECASE)
        told = [_WORD.findall(word.lower()) for word in words if _WORD.match(word)]
        self._told = [frozenset(one) for one in told] if told and len(told) == len(words) else []
        self._first = frozenset(one[0] for one in told)

    def may_be_in(self, text: str) -> bool:
        if not self._told or not text.isascii():
            return True
        said = words_in(text)
        return not self._first.isdisjoint(said) and any(map(said.issuperset, self._told))

    def search(self, text: str, at: int = 0, until: int = sys.maxsize) -> re.Match[str] | None:
        return self.pattern.search(text, at, until) if self.may_be_in(text) else None

    def match(self, text: str, at: int = 0) -> re.Match[str] | None:
        return self.pattern.match(text, at)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        return self.pattern.fullmatch(text)

    def findall(self, text: str) -> list[str]:
        return [found[0] for found in self.finditer(text)]

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        return self.pattern.finditer(text) if self.may_be_in(text) else iter(())

    def split(self, text: str, maxsplit: int = 0) -> list[str]:
        return self.pattern.split(text, maxsplit) if self.may_be_in(text) else [text]

    def sub(self, instead: str, text: str, count: int = 0) -> str:
        return self.pattern.sub(instead, text, count=count) if self.may_be_in(text) else text

    def subn(self, instead: str, text: str) -> tuple[str, int]:
        return self.pattern.subn(instead, text) if self.may_be_in(text) else (text, 0)


@lru_cache(maxsize=128)
def one_of(words: Spellings | frozenset[str]) -> Phrases:
    """Made once of the same words."""
    return Phrases(words)


@lru_cache(maxsize=128)
def words_in(text: str) -> frozenset[str]:
    """A message, and each of its clauses, is looked through for a hundred lists."""
    return frozenset(_WORD.findall(text.lower()))


@dataclass(frozen=True)
class Keys:
    """Entries that a table of spellings has to have, since the program knows them. `more`: editors may add others."""

    keys: tuple[str, ...]
    more: bool = False


def known_as(key: str) -> Any:
    """A list, or a file of lists, that editors call by another name than the program."""
    return field(metadata={"key": key})
