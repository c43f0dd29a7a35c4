"""Which question somebody means who calls it by its name, and what in their words is the new value."""

import re
from collections.abc import Iterator, Sequence

from bot.core.listening.correcting import Corrector
from bot.core.listening.folding import Folding, Token, line
from bot.core.listening.patterns import compiled
from bot.core.listening.rules import Naming
from bot.core.listening.shapes import Mark

_PARTS = re.compile(r"[,;.:](?:\s+|$)|\n\s*")
_EDGES = " \n\t,.;:!-–—\"'=>"


class Namer:
    """`names` by question, `marks`: words that say that something is wrong, or was; `frame`: words around them."""

    def __init__(self, naming: Naming, folding: Folding) -> None:
        self._folding = folding
        names = {**naming.names, **naming.parts}
        self._names = {key: compiled(sorted(told, key=len, reverse=True), folding) for key, told in names.items()}
        every = [one for told in naming.names.values() for one in told]
        self._marks = compiled(sorted(naming.marks, key=len, reverse=True), folding)
        self._weak = compiled(sorted(naming.weak, key=len, reverse=True), folding)
        self._feared = compiled(naming.feared, folding)
        self._adding, self._again = compiled(naming.adding, folding), compiled(naming.again, folding)
        self._any = compiled(
            sorted((*every, *naming.marks, *naming.weak, *naming.adding, *naming.frame), key=len, reverse=True), folding
        )

    def named(self, tokens: Sequence[Token]) -> tuple[str, ...]:
        """The longest name wins where two begin together: "kurang mampu" is no "orang kurang"."""
        joined = line(tokens)
        found = [(m.start(), -m.end(), key) for key, pattern in self._names.items() for m in pattern.finditer(joined)]
        kept: list[str] = []
        until = -1
        for start, end, key in sorted(found):
            if start > until:
                until = -end
                kept += [] if key in kept else [key]
        return tuple(kept)

    def marked(self, tokens: Sequence[Token]) -> Mark:
        joined = self._feared.sub("_", line(tokens))
        if self._marks.search(joined):
            return "sure"
        return "weak" if self._weak.search(joined) or self.adds(tokens) else ""

    def retells(self, tokens: Sequence[Token]) -> bool:
        return self._again.search(line(tokens)) is not None

    def adds(self, tokens: Sequence[Token]) -> bool:
        return self._adding.search(line(tokens)) is not None

    def values(self, text: str, tokens: Sequence[Token], corrector: Corrector) -> tuple[str, ...]:
        """The part that is said to be right; the same without the words that name and announce it; its parts."""
        found = dict.fromkeys(one for one in self._likely(text, corrector) if one)
        return tuple(found)

    def _likely(self, text: str, corrector: Corrector) -> Iterator[str]:
        right = corrector.corrected(text)
        if self.adds(self._folding.tokens(text)):
            if text.endswith(right) and right != text:
                yield right  # "tambah satu keluarga, jadi 9 KK": what it comes to
            yield self._bare(self._behind_last(text, self._adding))
        if right.strip(_EDGES) != text.strip(_EDGES):
            yield right
        yield self._bare(right) or self._bare(text)  # "baroko maksudku, kecamatannya": behind it is only its name
        parts = [part for part in _PARTS.split(right) if part.strip()]
        if len(parts) > 1:
            yield from (self._bare(part) for part in parts)
        yield self._behind_last(right, self._any)

    def _bare(self, text: str) -> str:
        """Without names, marks and words of address at its edges."""
        tokens = self._folding.tokens(text)
        while tokens and (count := self._at_front(tokens)):
            tokens = tokens[count:]
        while tokens and (tokens[-1].word in self._folding.address or self._any.fullmatch(line(tokens[-1:]))):
            tokens = tokens[:-1]
        return text[tokens[0].start : tokens[-1].end] if tokens else ""

    def _at_front(self, tokens: Sequence[Token]) -> int:
        if tokens[0].word in self._folding.address:
            return 1
        found = self._any.match(line(tokens))
        return found[0].count(" ") + 1 if found else 0

    def _behind_last(self, text: str, pattern: re.Pattern[str]) -> str:
        """Behind the last word that names or announces."""
        tokens = self._folding.tokens(text)
        found = list(pattern.finditer(line(tokens)))
        if not found:
            return ""
        rest = tokens[line(tokens)[: found[-1].end()].count(" ") + 1 :]
        return text[rest[0].start : rest[-1].end] if rest else ""
