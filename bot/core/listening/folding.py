"""One spelling for what people spell in many ways, so that few examples teach much.

What is taken off and what is one word are data. A particle comes off only where the stem is known and the whole word
is not: "sudahmi" is "sudah", "kopi" stays. Whoever folds with other known words than the model was made with
understands nothing, so these are saved with its weights.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

NUMBER = "#"
_APOSTROPHE = "'`´\u2018\u2019\u02bc"
_APOSTROPHES = re.compile(f"[{_APOSTROPHE}]")
_DOUBLE = re.compile(r"([^\W\d_])\1+")
_TOKEN = re.compile(
    rf"\d+(?:[.,:/]\d+)*|[^\W\d_]+(?:[{_APOSTROPHE}][^\W\d_]+)*(?:-?2(?!\d)|\u00b2)?|\?|(?<!\S)\*(?=\w)"
    r"|[^\w\s!-/:-@\[-`{-~\u2010-\u2027\u00a0-\u00bf\ufe0f\u200d\U0001f3fb-\U0001f3ff]"
)
_SHORTEST_STEM = 3  # letters; a shorter one stands there by chance: "ko-pi"
_SIGNS = frozenset({NUMBER, "?", "*"})
_OFTEN = 2  # a word seen less often is no word yet


@dataclass(frozen=True, eq=False, repr=False)
class FoldingWords:
    """`variants`: the word that each spelling is. `address`: words that only say to whom one speaks. `tails` and
    `heads`: what may have grown to a word. `whole`: words that look as if something had."""

    variants: Mapping[str, str]
    address: frozenset[str]
    tails: tuple[str, ...]
    heads: tuple[str, ...]
    whole: frozenset[str]


class Token(NamedTuple):
    """A word or sign as folded, and where it stands in the text as typed."""

    word: str
    start: int
    end: int


def line(tokens: Sequence[Token]) -> str:
    """One word each token, so that a place in the line tells which token stands there."""
    return " ".join([token.word.replace(" ", "_") for token in tokens])


class Folding:
    """`known`: words that need nothing taken off, and are the stems of others."""

    def __init__(self, words: FoldingWords, known: Iterable[str] = ()) -> None:
        self._variants = {plain(told): plain(word) for told, word in words.variants.items()}
        self.address = frozenset(self._variants.get(word, word) for word in map(plain, words.address))
        self._tails, self._heads = words.tails, words.heads
        self.whole = frozenset(map(plain, words.whole))
        self.known = frozenset(known)
        self.word = lru_cache(maxsize=8192)(self._word)
        self._cut = lru_cache(maxsize=512)(self._tokens)

    def tokens(self, text: str) -> list[Token]:
        """All of them, words of address too. Of one message the same part is asked for again and again."""
        return list(self._cut(text))

    def _tokens(self, text: str) -> tuple[Token, ...]:
        return tuple(Token(self.word(found[0]), *found.span()) for found in _TOKEN.finditer(text))

    def fold(self, text: str) -> str:
        """The words alone, in one spelling; words of address only where there is nothing else."""
        return self.joined(self.tokens(text))

    def joined(self, tokens: Sequence[Token]) -> str:
        words = [token.word for token in tokens]
        return " ".join([word for word in words if word not in self.address] or words)

    def _word(self, typed: str) -> str:
        if typed[0].isdecimal():
            return NUMBER
        word = plain(typed)
        if word[-1:] == "2":
            return f"{self._stem(word[:-1])} {self._stem(word[:-1])}"
        return self._stem(word)

    def _stem(self, word: str) -> str:
        word = self._variants.get(word, word)
        if word in self.known:
            return word
        return next((stem for stem in self.stems(word) if stem in self.known), word)

    def stems(self, word: str) -> Iterator[str]:
        """What would be left of a word without what may have grown to it; the least taken off comes first."""
        if word in self.whole:
            return
        once = list(self._shorter(word))
        yield from once
        for stem in once:
            yield from self._shorter(stem)

    def _shorter(self, word: str) -> Iterator[str]:
        """A letter that stem and particle had in common was made one: "jalanya" is "jalan" and "nya"."""
        for tail in self._tails:
            if word.endswith(tail) and len(word) - len(tail) >= _SHORTEST_STEM:
                yield from self._known_as(word[: -len(tail)], word[: -len(tail)] + tail[0])
        for head in self._heads:
            if word.startswith(head) and len(word) - len(head) >= _SHORTEST_STEM:
                yield from self._known_as(word[len(head) :], head[-1] + word[len(head) :])

    def _known_as(self, *stems: str) -> Iterator[str]:
        return (self._variants.get(stem, stem) for stem in stems)


@lru_cache(maxsize=8192)
def plain(word: str) -> str:
    """In small letters of a plain keyboard, none of them twice."""
    lower = unicodedata.normalize("NFKC", _APOSTROPHES.sub("", word)).lower().replace("-", "")
    return _DOUBLE.sub(r"\1", lower) if lower.isascii() else _DOUBLE.sub(r"\1", _without_marks(lower))


def _without_marks(word: str) -> str:
    parts = unicodedata.normalize("NFKD", word)
    return "".join(letter for letter in parts if not unicodedata.combining(letter)) or word


def words_known(words: FoldingWords, texts: Iterable[str]) -> frozenset[str]:
    """The words of these texts, without those that are seldomer than the stem they have grown from."""
    bare = Folding(words)
    counts = Counter(word for text in texts for word in bare.fold(text).split())
    often = {word for word, count in counts.items() if count >= _OFTEN and word not in _SIGNS}
    return frozenset(
        word for word in often if not any(stem in often and counts[stem] >= counts[word] for stem in bare.stems(word))
    )
