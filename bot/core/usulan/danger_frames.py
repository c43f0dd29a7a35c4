"""What happens and whom it hits, in whatever words and order: classes of words, and which of them call for help where
they are told together."""

import re
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from functools import cached_property

from bot.core.usulan.danger_words import PLAIN, letter_tree

_TAILS = r"(?:ku|nya|na|ta)?(?:mi|ma|ka|ki|ji|pi|lah|kah|ko)*"
_BEGIN = 4  # letters of a word that are compared first
_BESIDE, _NEAR = r"\W+", r"\W+(?:\w+\W+){0,4}?"  # a space, and the sign for up to four words between
_REF = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True)
class Frames:
    """`classes`: words by the name of what they mean; in a phrase "{name}" is any word of that class, and " … " up to
    four words."""

    classes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @cached_property
    def _patterns(self) -> dict[str, re.Pattern[str]]:
        return {}

    @cached_property
    def _begins(self) -> Mapping[str, Sequence[tuple[str, str]]]:
        """By how they begin: words, and the class of which each tells."""
        known: dict[str, list[tuple[str, str]]] = {}
        for name in self.classes:
            for word in set(self._literal(name)):
                known.setdefault(word[:_BEGIN], []).append((word, name))
        return known

    def begun_in(self, text: str) -> AbstractSet[str]:
        """The classes that may be told in it: most texts tell of none that matters."""
        known, found = self._begins, set[str]()
        for word in set(PLAIN.findall(text)):
            for begin in (word[:_BEGIN], word[: _BEGIN - 1]):
                found.update(name for one, name in known.get(begin, ()) if word.startswith(one))
        return found

    def told(self, frame: tuple[str, ...], text: str) -> re.Match[str] | None:
        """The word of the first class of this frame, where all of its classes are told of."""
        at = self.pattern(frame[0]).search(text)
        return at if at is not None and all(self.pattern(name).search(text) for name in frame[1:]) else None

    def without(self, name: str, text: str) -> str:
        return self.pattern(name).sub(" ", text) if name in self.classes else text

    def pattern(self, name: str) -> re.Pattern[str]:
        if name not in self._patterns:
            self._patterns[name] = re.compile(rf"(?<!\w)(?:{self._any_of(name)})(?!\w)")
        return self._patterns[name]

    def _any_of(self, name: str) -> str:
        words = self.classes[name]
        plain = {word for word in words if PLAIN.fullmatch(word)}
        phrases = map(self._phrase, (word for word in words if word not in plain))
        return "|".join([*phrases, *([letter_tree(plain) + _TAILS] if plain else [])])

    def _phrase(self, phrase: str) -> str:
        near = (_BESIDE.join(map(self._word, part.split())) for part in phrase.split(" … "))
        return _NEAR.join(near)

    def _word(self, word: str) -> str:
        ref = _REF.fullmatch(word)
        return f"(?:{self._any_of(ref[1])})" if ref is not None else re.escape(word) + _TAILS

    def _literal(self, name: str) -> list[str]:
        """Of each phrase its longest own word, or what the smaller of its classes has."""
        words = list[str]()
        for phrase in self.classes[name]:
            own = [word for word in phrase.split() if word != "…" and not _REF.fullmatch(word)]
            inner = sorted((self._literal(one) for one in _REF.findall(phrase)), key=len)
            words += inner[0] if len(inner) > 1 or not own else [max(own, key=len)]
        return words
