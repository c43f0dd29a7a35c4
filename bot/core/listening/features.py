"""What the model sees of a folded text: letters in twos to fours, words and what they mean, how long it is, patterns.

Words that mean the same are few and known (`Eyes.meanings`): seventy examples of an act do not hold all of them.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import combinations, pairwise

from bot.core.listening.folding import Folding
from bot.core.listening.patterns import compiled
from bot.core.listening.rules import Rules

#: Another number makes every file of weights stale: when a text is folded or seen in another way than before.
VERSION = 4
_LENGTHS = (1, 2, 3, 4, 6, 8, 12, 20)
_BEGINNING = 5  # letters
_MOST_LETTERS = 400  # what is longer is no act, and is seen by its beginning


class Eyes:
    """By patterns of acts and names of meanings, as editors write both. Without letters the beginnings of words are
    seen: where there are examples enough that is as good, and a tenth of the work."""

    def __init__(self, rules: Rules, folding: Folding) -> None:
        self._letters = rules.letters
        self.patterns = {act: compiled(told, folding) for act, told in sorted(rules.patterns.items())}
        self._meanings = {name: compiled(told, folding) for name, told in sorted(rules.meanings.items())}
        self._meant = lru_cache(maxsize=8192)(self._mean)

    def features(self, folded: str) -> set[str]:
        words = folded[:_MOST_LETTERS].split()
        meant = sorted({name for word in words for name in self._meant(word)})
        found = letters_of(words) if self._letters else {*_beginnings(words), *self._beside(words)}
        found.update(f"W {word}" for word in words)
        found.update(_neighbours(["^", *words, "$"]))
        found.update(f"C {name}" for name in meant)
        found.update(f"D {one} {other}" for one, other in combinations(meant, 2))
        found.add(f"L {sum(len(words) > length for length in _LENGTHS)}")
        found.update(f"M {act}" for act, pattern in self.patterns.items() if pattern.search(folded))
        return found

    def _beside(self, words: Sequence[str]) -> Iterator[str]:
        """Each word with what its neighbour means: "gapura menimpa" teaches of "gerbang menimpa"."""
        for one, other in pairwise(words):
            yield from (f"X {name} {other}" for name in self._meant(one))
            yield from (f"Y {one} {name}" for name in self._meant(other))

    def _mean(self, word: str) -> tuple[str, ...]:
        return tuple(name for name, pattern in self._meanings.items() if pattern.fullmatch(word))


def letters_of(words: Sequence[str]) -> set[str]:
    spread = f" {' '.join(words)} "
    return {spread[at : at + size] for size in (2, 3, 4) for at in range(len(spread) - size + 1)}


def _beginnings(words: Sequence[str]) -> set[str]:
    return {f"B {word[:_BEGINNING]}" for word in words}


def _neighbours(words: Sequence[str]) -> set[str]:
    return {f"P {one} {two}" for one, two in pairwise(words)} | {
        f"S {one} {two}" for one, two in zip(words, words[2:], strict=False)
    }
