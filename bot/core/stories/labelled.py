"""An usulan that is written like a form, "Volume: 850 m" in lines or behind one another, as who has filled in forms
writes it."""

import re
from collections.abc import Mapping
from functools import lru_cache

from bot.core.spelt import either

_FEWEST = 2  # labels that make a form of it: "catatan: …" makes none
_LONGEST = 8_000  # characters

#: By question, in turn: the label and what stands behind it.
Lines = Mapping[str, tuple[tuple[str, str], ...]]


def lines_of(text: str, labels: Mapping[str, frozenset[str]]) -> Lines:
    """What stands behind each label; one label may tell of several questions. Empty where it is no form."""
    told: dict[str, list[tuple[str, str]]] = {}
    found = list(_pattern(frozenset().union(*labels.values())).finditer(text[:_LONGEST])) if ":" in text else []
    for at, label in enumerate(found):
        ends = found[at + 1].start() if at + 1 < len(found) else len(text)
        value = text[label.end() : ends].partition("\n")[0].strip(" .,;")
        for key, words in labels.items():
            if value and " ".join(label[1].lower().split()) in words:
                told.setdefault(key, []).append((label[1], value))
    return {key: tuple(lines) for key, lines in told.items()} if len(found) >= _FEWEST else {}


@lru_cache(maxsize=2)
def _pattern(labels: frozenset[str]) -> re.Pattern[str]:
    """A label at the beginning of a line or of a part of it, with its mark."""
    return re.compile(rf"(?:^|[\n.;,])[ \t\-•*\d.)]*({either(labels)})\s*[:=](?!\d)\s*", re.IGNORECASE)
