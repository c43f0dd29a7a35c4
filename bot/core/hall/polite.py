"""Polite words around the guests of a line, who are nobody: "tabe' pak, bu Ani", "Hj. Ramlah PKK, makasih"."""

import re

from bot.core.spelt import either
from bot.core.vocabulary import GuestWords


class Polite:
    """Words that thank, greet and ask for pardon, with whom they address."""

    def __init__(self, words: GuestWords) -> None:
        polite, beside = either(words.polite), either((*words.polite, *words.woman, *words.man, *words.nods))
        phrase = rf"(?:{polite})(?!\w)(?:\s+(?:{beside})(?!\w))*'?"
        self._first = re.compile(rf"^(?:{phrase}\s*(?:[,.!;:]+\s*|$)|(?:{polite})(?!\w)\s+)", re.IGNORECASE)
        self._last = re.compile(rf"(?:^|[\s,.;]+){phrase}[\s.!]*$", re.IGNORECASE)

    def without(self, line: str) -> str:
        """
        >>> words = GuestWords(polite=("tabe'", "makasih"), woman=("bu",), man=("pak",))
        >>> [Polite(words).without(line) for line in ("tabe' pak, bu Ani", "bu Ani, makasih pak", "makasih")]
        ['bu Ani', 'bu Ani', '']
        """
        return self._last.sub("", self._first.sub("", line))
