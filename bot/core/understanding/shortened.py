"""Words written without some of their vowels, as thumbs do: "lbih", "rtus", "stenga", "smua"."""

import re
from collections.abc import Iterable, Sequence

_SHORTEST, _SHORTEST_WORD = 3, 4  # letters of what was typed and of what it stands for
_VOWELS = re.compile("[aiueo]")
_NO_WORD = re.compile("[^aiueo]{2}")  # so no word begins that is written out: "bawa" is no "bawah", "tap" no "tiap"


class Shortened:
    """Finds the words of which something typed is what was left: all consonants, the first and the last letter. Of
    `softly` ended words a last "h" alone may be missing as well."""

    def __init__(self, words: Iterable[str], softly: Sequence[str] = ()) -> None:
        self._softly = {word.removesuffix("h"): word for word in softly if word.endswith("h")}
        self._words: dict[str, list[str]] = {}
        for word in dict.fromkeys((*words, *softly)):
            if word.isalpha() and len(word) >= _SHORTEST_WORD:
                self._words.setdefault(_bones(word), []).append(word)
                if word.endswith("h"):
                    self._words.setdefault(_bones(word[:-1]), []).append(word)

    def find(self, typed: str) -> list[str]:
        """A last "h" may be missing as well, but then little else."""
        if typed in self._softly:
            return [self._softly[typed]]
        if len(typed) < _SHORTEST or not _NO_WORD.match(typed):
            return []
        found = self._words.get(_bones(typed), [])
        return [
            word for word in found if _is_left_of(typed, word) and (word[-1] == typed[-1] or len(typed) > _SHORTEST)
        ]


def _bones(word: str) -> str:
    return word[:1] + _VOWELS.sub("", word[1:-1]) + word[-1:]


def _is_left_of(typed: str, word: str) -> bool:
    """Whether its letters stand in the word in this order."""
    letters = iter(word)
    return len(typed) < len(word) and all(letter in letters for letter in typed)
