"""Patterns of what numbers tell, over the kinds of the tokens of a story."""

import re
from collections.abc import Iterator, Sequence

from bot.core.understanding.amounts.tokens import Token

_ONE, _JOIN = "(side? num length? | num length side)", "times?"


class Chart:
    """Patterns over the kinds of tokens, looked for anywhere."""

    def __init__(self, patterns: dict[str, str]) -> None:
        written = {name: one.replace("ONE", _ONE).replace("JOIN", _JOIN) for name, one in patterns.items()}
        kinds = dict.fromkeys(re.findall("[a-z]+", " ".join(written.values())))
        self._letters = {kind: chr(ord("a") + at) for at, kind in enumerate(kinds)}
        self._patterns = {name: self._compile(pattern) for name, pattern in written.items()}

    def _compile(self, pattern: str) -> re.Pattern[str]:
        return re.compile(re.sub("[a-z]+", lambda kind: self._letters[kind[0]], pattern).replace(" ", ""))

    def find(self, tokens: Sequence[Token]) -> Iterator[tuple[str, Sequence[Token]]]:
        """At every place the longest match of every pattern. Kinds in no pattern stand between."""
        shape = "".join(self._letters.get(token.kind, "~") for token in tokens)
        for name, pattern in self._patterns.items():
            for at in range(len(shape)):
                found = pattern.match(shape, at)
                if found:
                    yield name, tokens[at : found.end()]
