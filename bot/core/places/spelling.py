"""Names of places as people type them: another spelling, a word like "desa" in front, a number for a Roman numeral."""

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal

from rapidfuzz.distance import OSA
from rapidfuzz.fuzz import ratio

CLOSE = 85  # of 100; lower, Baraka would be Baroko
_SHORT, _LONG = 4, 8  # letters
_IN_FRONT = frozenset(
    {"di", "kabupaten", "kab", "kecamatan", "kec", "desa", "ds", "kelurahan", "kel", "dusun", "dsn"} | {"lingkungan"}
)
_ROMAN = {"i": "1", "ii": "2", "iii": "3", "iv": "4", "v": "5"}
_APOSTROPHES = re.compile("['`\u2018\u2019\u02bc]")
_NOT_WORD = re.compile(r"[^a-z0-9]+")
_DOUBLE = re.compile(r"([a-z])\1+")


@dataclass(frozen=True, slots=True)
class Match:
    """`exact` and `near` have one item, `several` two or more, `none` none."""

    kind: Literal["exact", "near", "several", "none"]
    items: tuple[Any, ...] = ()


@lru_cache(maxsize=4096)
def fold(name: str) -> str:
    """A name without anything people spell differently: case, marks, spaces, doubled letters, words in front.

    >>> fold("Desa Batu Ke'de"), fold("dsn. Buntu  Tanngla II")
    ('batukede', 'buntutangla2')
    """
    plain = unicodedata.normalize("NFKD", _APOSTROPHES.sub("", name.lower())).encode("ascii", "ignore").decode()
    words = _NOT_WORD.sub(" ", plain).split()
    while len(words) > 1 and words[0] in _IN_FRONT:
        words = words[1:]
    words[1:] = [_ROMAN.get(word, word) for word in words[1:]]
    return _DOUBLE.sub(r"\1", "".join(words))


def match(items: Sequence[Any], typed: str, name_of: Callable[[Any], str] = str) -> Match:
    """Which of the items is meant by what was typed."""
    wanted = fold(typed[:100])
    if not wanted:
        return Match("none")
    folded = [(fold(name_of(item)), item) for item in items]
    same = tuple(item for name, item in folded if name == wanted)
    if same:
        return Match("exact" if len(same) == 1 else "several", same)
    return _nearest(folded, wanted)


def alike(names: Sequence[str], typed: str, most: int = 0) -> list[str]:
    """Names that are a slip of the finger away, in a long name two: too little to take them, enough to ask. `most`:
    where so many may be."""
    wanted = fold(typed[:100])
    most = most or (2 if len(wanted) >= _LONG else 1)
    digits = [c for c in wanted if c.isdecimal()]
    near = (name for name in names if OSA.distance(fold(name), wanted, score_cutoff=most) <= most)
    return [name for name in near if len(wanted) >= _SHORT and [c for c in fold(name) if c.isdecimal()] == digits]


def ends_of(name: str) -> set[str]:
    """What "Kalosi Tengah" may be called among others that begin so: "tengah"; folded."""
    words = name.split()
    return {fold(" ".join(words[at:])) for at in range(1, len(words))}


def _nearest(folded: list[tuple[str, Any]], wanted: str) -> Match:
    close = [item for name, item in folded if ratio(name, wanted) >= CLOSE]
    starts = [item for name, item in folded if len(wanted) >= 3 and name.startswith(wanted)]
    found = tuple(dict.fromkeys([*close, *starts]))
    if not found:
        return Match("none")
    return Match("near" if len(found) == 1 else "several", found)
