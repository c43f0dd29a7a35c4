"""The *kamus usulan*: the closed list of a year from which whoever types into SIPD has to choose; and which of its
entries come near what villagers told. It is only offered: people choose."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from math import log, sqrt
from typing import Any

from bot.core.listening.folding import plain
from bot.core.sipd.heads import Columns, read_below

NAME, UNIT, OFFICE, PRICE = "nama", "satuan", "opd", "harga"
#: How many are offered for one usulan.
OFFERED = 3
_WORD = re.compile(r"[^\W\d_]{3,}")
#: Letters by which a word is known, whatever hangs on it: "jalannya", "dijalan", "jalan".
_STEM = 5
_PREFIX = re.compile(r"(?:di|ber|ter|me(?:ng|ny|n|m)?|pe(?:ng|ny|n|m|r)?)(?=\w{4})")
#: Of what makes an entry different from others, so much has to be told; less is chance.
_LEAST = 0.25
_LONGEST = 300


@dataclass(frozen=True, slots=True)
class Entry:
    """`price`: rupiah a unit as the office wrote it, 0 where it did not."""

    name: str
    unit: str = ""
    office: str = ""
    price: int = 0


def read(sheets: Sequence[Sequence[Sequence[Any]]], columns: Columns) -> list[Entry]:
    """All entries, each once, in the order of the file. Raises NoHead."""
    told = [row for _, row in read_below(sheets, columns, (NAME,)) if len(row[NAME]) > 2]
    found = [
        Entry(row[NAME][:_LONGEST], row.get(UNIT, "")[:40], row.get(OFFICE, "")[:120], _rupiah(row.get(PRICE, "")))
        for row in told
    ]
    return list(dict.fromkeys(found))


def _rupiah(told: str) -> int:
    """ "Rp 1.250.000,00" is 1250000."""
    digits = re.sub(r"\D", "", re.sub(r",\d{1,2}$", "", told.strip()))
    return int(digits) if digits and len(digits) <= 15 else 0


@dataclass(frozen=True)
class Kamus:
    """`same`: what a word is called in the kamus; "rabat" is "jalan". `vague`: words that tell nothing of an entry."""

    entries: Sequence[Entry]
    same: Mapping[str, str] = field(default_factory=dict)
    vague: Collection[str] = ()

    def near(self, told: Iterable[str], unit: str = "") -> list[Entry]:
        """The entries that come nearest to these texts, the nearest first; of equals the one of this unit. Empty where
        nothing comes near."""
        shared: dict[int, float] = defaultdict(float)
        for stem in dict.fromkeys(stem for text in told for stem in self._stems(text)):
            holders = self._holders.get(stem, ())
            weight = self._weight(holders)
            for at in holders:
                shared[at] += weight
        wholes = self._wholes
        near = [(share / sqrt(wholes[at]), at) for at, share in shared.items() if share >= _LEAST * wholes[at]]
        near.sort(key=lambda one: (-one[0], bool(unit) and plain(self.entries[one[1]].unit) != plain(unit), one[1]))
        return [self.entries[at] for _, at in near[:OFFERED]]

    @cached_property
    def _holders(self) -> Mapping[str, list[int]]:
        """In which entries a word stands: only those that share one are looked at."""
        found: dict[str, list[int]] = defaultdict(list)
        for at, entry in enumerate(self.entries):
            for stem in dict.fromkeys(self._stems(entry.name)):
                found[stem].append(at)
        return found

    def _weight(self, holders: Sequence[int]) -> float:
        """What is in many entries tells little."""
        return log(1 + len(self.entries) / len(holders)) if holders else 0.0

    @cached_property
    def _wholes(self) -> Sequence[float]:
        wholes = [0.0] * len(self.entries)
        for holders in self._holders.values():
            weight = self._weight(holders)
            for at in holders:
                wholes[at] += weight
        return wholes

    def _stems(self, text: str) -> list[str]:
        words = [plain(word) for word in _WORD.findall(text)]
        bare = [word if word in self.same else _PREFIX.sub("", word, count=1) for word in words]
        return [
            self.same.get(one, one)[:_STEM] for word, one in zip(words, bare, strict=True) if word not in self.vague
        ]
