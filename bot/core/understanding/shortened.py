"""Words written without some of their vowels, as thumbs do: "lbih", "rtus", "stengah", "pulu"."""

import re
from collections.abc import Iterable

_SHORTEST, _SHORTEST_WORD = 3, 4  # letters of what was typed and of what it stands for
_VOWELS = re.compile("[aiueo]")


class Shortened:
    """Finds the words of which something typed is what was left: all consonants, the first and the last letter."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words: dict[str, list[str]] = {}
        for word in words:
            if word.isalpha() and len(word) >= _SHORTEST_WORD:
                self._words.setdefault(_bones(word), []).append(word)
                if word.endswith("h"):
                    self._words.setdefault(_bones(word[:-1]), []).append(word)

    def find(self, typed: str) -> list[str]:
        """A last "h" may be missing as well, but then little else."""
        if len(typed) < _SHORTEST:
            return []
        found = self._words.get(_bones(typed), [])
        return [word for word in found if _is_left_of(typed, word) and (word[-1] == typed[-1] or len(typed) > _SHORTEST)]


def _bones(word: str) -> str:
    return word[:1] + _VOWELS.sub("", word[1:-1]) + word[-1:]


def _is_left_of(typed: str, word: str) -> bool:
    """Whether its letters stand in the word in this order."""
    letters = iter(word)
    return len(typed) < len(word) and all(letter in letters for letter in typed)
