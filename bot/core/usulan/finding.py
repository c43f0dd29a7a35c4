"""The words by which an usulan is found again, in one spelling: the same for what was told and for what is looked for.

Whoever changes how words are spelt here has to have all usulan looked at again (`usulan.sift_at`).
"""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from bot.core.listening.folding import plain

#: What grows to the end of a word and tells nothing of it: "jembatannya", "jalanta", "airku".
_ENDINGS = ("nya", "lah", "kah", "ku", "mu", "ta", "mi", "ki")
_SHORTEST_STEM = 4
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d+")
_SHORTEST, LONGEST = 2, 24  # letters
#: So many different words of one usulan are kept.
MOST_WORDS = 80
_PLACES = ("dusun", "desa", "kecamatan")


def words_in(text: str) -> list[str]:
    """Each once, in the order in which they stand there."""
    found = (_stem(part) for each in _WORD.findall(text) for part in re.split("[-'’]", each.lower()))
    return list(dict.fromkeys(word for word in found if _SHORTEST <= len(word) <= LONGEST and word.isalnum()))


def words_of(answers: Mapping[str, Any]) -> list[str]:
    """Of everything that was said in words, chosen, or named as its place; names of people are no answers."""
    return words_in("\n".join(_texts(answers)))[:MOST_WORDS]


def _texts(answers: Mapping[str, Any]) -> Iterable[str]:
    for key in _PLACES:
        yield str((answers.get(key) or {}).get("name") or "")
    for value in (answers[key] for key in answers if key not in _PLACES):
        for part in value if isinstance(value, list) else [value]:
            if isinstance(part, Mapping):
                yield from (str(part.get(name) or "") for name in ("text", "label", "caption"))


def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return plain(word.removesuffix(ending))
    return plain(word)
