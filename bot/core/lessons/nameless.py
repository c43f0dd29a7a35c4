"""What somebody tells is passed on without the names in it: what stands behind a form of address is covered, and so is
the name of whoever tells it. A name that nothing announces is not found: they see beforehand what is shared."""

import re
from collections.abc import Iterable
from functools import lru_cache

from bot.core.spelt import either
from bot.core.usulan.nameless import without_numbers
from bot.core.vocabulary import NameWords

_COVERED, _SHORTEST = "…", 3
_WORD = r"[^\W\d_][\w'’]*"
_TITLED = r"[A-ZÀ-Þ][\w'’]*"
#: Behind "ibu" a small word that begins so is a verb: "ibu membawa".
_VERB = re.compile(r"(?:me[mn]|ber|ter)\w{3,}|di\w{5,}")
#: "H. Baso", never "h" alone.
_LETTER = "h"


class Names:
    """Names in running text."""

    def __init__(self, words: NameWords) -> None:
        self._common, self._loose = frozenset(words.no_name), frozenset(words.loose)
        self._addresses = frozenset(words.address) | self._loose
        address = rf"(?:(?i:{either(self._addresses)})\b\.?\s+)"
        self._named = re.compile(rf"(?<![\w-])({address}+)({_WORD})((?:\s+{_TITLED})*)")

    def cover(self, text: str, own: Iterable[str] = ()) -> str:
        """`own`: names that are covered wherever they stand. Numbers to call go as well."""
        text = self._named.sub(self._covered, without_numbers(text))
        for word in (each for name in own for each in re.findall(_WORD, name)):
            if len(word) >= _SHORTEST and word.lower() not in self._addresses | self._common:
                text = re.sub(rf"(?<!\w){re.escape(word)}(?!\w)", _COVERED, text, flags=re.IGNORECASE)
        return text

    def _covered(self, found: re.Match[str]) -> str:
        address, word, more = found.groups()
        if word.lower() in self._common:
            return address + word + self._behind_an_office(more)
        if word[0].isupper():
            return address + _COVERED
        last = address.split()[-1].strip(".").lower()
        is_common = last == _LETTER or (last in self._loose and _VERB.fullmatch(word))
        return found[0] if is_common else address + _COVERED + more

    def _behind_an_office(self, more: str) -> str:
        """ "Pak Imam Baharuddin", but "Bu Kader Posyandu"."""
        rest = more.split()
        if all(word.lower() in self._common for word in rest):
            return more
        kept = next(at for at, word in enumerate(rest) if word.lower() not in self._common)
        return "".join(f" {word}" for word in [*rest[:kept], _COVERED])


@lru_cache(maxsize=8)
def names_of(words: NameWords) -> Names:
    """Made once of the same words."""
    return Names(words)
