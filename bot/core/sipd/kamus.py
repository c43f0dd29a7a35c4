"""The *kamus usulan*: the closed list of a year from which whoever types into SIPD has to choose; and which of its
entries come near what villagers told. It is only offered: people choose."""

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from math import log, sqrt
from typing import Any

from bot.core.forms.say import Words
from bot.core.heads import Columns, read_below
from bot.core.listening.folding import plain
from bot.core.understanding.amounts.money import Rupiah
from bot.core.understanding.results import Understanding, Understood

NAME, UNIT, OFFICE, PRICE = "nama", "satuan", "opd", "harga"
#: How many are offered for one usulan.
OFFERED = 3
_WORD = re.compile(r"[^\W\d_]{3,}")
#: Letters by which a word is known, whatever hangs on it: "jalannya", "dijalan", "jalan".
_STEM = 5
_PREFIX = re.compile(r"(?:di|ber|ter|me(?:ng|ny|n|m)?|pe(?:ng|ny|n|m|r)?)(?=\w{4})")
#: Of what makes an entry different from others, so much has to be told; less is chance.
_LEAST = 0.25
_LONGEST, _SHORTEST, _QUOTED = 300, 3, 60
_FEWEST_BESIDE = 2  # columns of a row that lacks its name; less is a signature
_PER = re.compile(r"\s*/|\bper\b", re.IGNORECASE)
_FIGURES = re.compile(r"(?:rp\b\.?|rp\.?(?=\d))?\s*(\d{1,3}(?:[.,]\d{3})+|\d{1,15})(?:[.,]\d{1,2}|,-+)?", re.IGNORECASE)
#: Of a row without a name, and of one that is nothing but a name.
_LEFT_OUT = ("kamus_ragu_tanpa_nama", "kamus_ragu_nama_saja")


@dataclass(frozen=True, slots=True)
class Entry:
    """`price`: rupiah a unit as the office wrote it, 0 where it did not."""

    name: str
    unit: str = ""
    office: str = ""
    price: int = 0


#: What is to be looked at again: the row as Excel counts, and why.
Doubts = list[tuple[int, Words]]


def read(
    sheets: Sequence[Sequence[Sequence[Any]]],
    columns: Columns,
    sums: Collection[str],
    money: Callable[[str], Understanding[Rupiah]],
) -> tuple[list[Entry], Doubts]:
    """All entries, each once, in the order of the file, and what of it is not taken as it stands. `sums`: words that
    begin a row of sums. Raises NoHead."""
    found: dict[Entry, int] = {}
    doubts: Doubts = []
    told = [(at, row) for at, row in read_below(sheets, columns, (NAME,)) if not _is_sum(row, sums)]
    has_more = any(row[NAME] and _beside(row) for _, row in told)
    for number, row in told:
        price = _rupiah(row.get(PRICE, ""), money)
        entry = Entry(row[NAME][:_LONGEST], row.get(UNIT, "")[:40], row.get(OFFICE, "")[:120], price or 0)
        if not entry.name and _beside(row) < _FEWEST_BESIDE:
            continue
        if len(entry.name) < _SHORTEST or (has_more and not _beside(row)):
            doubts.append((number, Words(_LEFT_OUT[bool(entry.name)], {"nama": entry.name[:_QUOTED]})))
        elif entry in found:
            doubts.append((number, Words("kamus_ragu_kembar", {"baris": found[entry]})))
        else:
            found[entry] = number
            if price is None:
                doubts.append((number, Words("kamus_ragu_harga", {"harga": row[PRICE][:_QUOTED]})))
    return list(found), doubts


def _is_sum(row: Mapping[str, str], sums: Collection[str]) -> bool:
    words = plain(row[NAME]).split()
    return bool(words) and words[0] in sums and not row.get(UNIT)


def _beside(row: Mapping[str, str]) -> int:
    return sum(bool(row.get(column)) for column in (UNIT, OFFICE, PRICE))


def _rupiah(told: str, money: Callable[[str], Understanding[Rupiah]]) -> int | None:
    """ "Rp 1.250.000,00", "1.250.000 / meter" and "1,25 juta"; 0 where nothing is told, None where nobody can read
    it."""
    bare = _PER.split(told, maxsplit=1)[0].strip()
    if not bare.strip("-–. "):
        return 0
    figures = _FIGURES.fullmatch(bare)
    if figures:
        return int(re.sub(r"\D", "", figures[1]))
    read = money(bare)
    is_one = isinstance(read, Understood) and not read.value.bound and read.value.to is None
    return read.value.amount if isinstance(read, Understood) and is_one else None


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
