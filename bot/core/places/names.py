"""The words of a text, each with where it stands, in the spelling in which names of places are compared."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

_APOSTROPHES = "'`\u2018\u2019\u02bc"
_WORD = re.compile(f"[^\\W_]+(?:[{_APOSTROPHES}][^\\W_]+)*")
_DOUBLE = re.compile(r"([a-z])\1+")
_BREAKS = frozenset(",;\n(|")
_NASAL = re.compile(r"ng$")
_ROMANS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
#: More words than this are no answer to "where?", and reading them all would take too long.
MOST_WORDS = 60


@dataclass(frozen=True, slots=True)
class Word:
    """`after_break`: a comma, a full stop or a new line stands before it."""

    text: str
    start: int
    end: int
    after_break: bool


def words_of(text: str, most: int = MOST_WORDS) -> tuple[Word, ...]:
    found: list[Word] = []
    end = 0
    for match in _WORD.finditer(text):
        gap = text[end : match.start()]
        found.append(Word(_plain(match[0]), match.start(), match.end(), not _BREAKS.isdisjoint(gap)))
        end = match.end()
        if len(found) == most:
            break
    return tuple(found)


def _plain(word: str) -> str:
    if word.isascii():
        return word.lower().replace("'", "").replace("`", "")
    bare = "".join(c for c in word.lower() if c not in _APOSTROPHES)
    return unicodedata.normalize("NFKD", bare).encode("ascii", "ignore").decode()


def key(words: Sequence[str], numerals: Mapping[str, str]) -> str:
    """One key for "Malino II", "malino dua" and "malino 02"; the first word of a name is never a number in words."""
    return words[0] + "".join(numerals.get(word) or _number(word) for word in words[1:])


def doubled(word: str) -> str:
    """ "Duri2" is written for Duri-Duri."""
    stem = word.removesuffix("2")
    return stem * 2 if stem != word and stem.isalpha() else word


def _number(word: str) -> str:
    return (word.lstrip("0") or "0") if word.isdecimal() else word


def fold_key(plain: str) -> str:
    """People write "maiwaa" and "bonttongan", and "parombeang" for Parombean, as it is said here."""
    return _NASAL.sub("n", _DOUBLE.sub(r"\1", plain))


def numerals_of(digits: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """Which word means which figure; Roman numerals, too."""
    spelled = {word: figure for figure, words in digits.items() for word in words}
    return spelled | {roman: str(at) for at, roman in enumerate(_ROMANS, 1)}
