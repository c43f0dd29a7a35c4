"""A sheet with SIPD's answers: columns in any order, the words of SIPD and of offices; a row is read by itself."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from bot.core.heads import read_below
from bot.core.places.spelling import fold

CODE, STATUS, REASON, OFFICE, OWN = "kode", "status", "alasan", "opd", "nomor_sipd"
_NEEDED = (CODE, STATUS)
#: Characters of a status; what is longer is no status.
_LONGEST_STATUS = 120
#: "Validasi Mitra Bappeda||Ditolak: lokasinya belum jelas": SIPD writes stage, end and reason into one cell.
_STAGES = re.compile(r"\|+")
_TAIL = re.compile(r"\s*(?:[:;,\u2013-]|\bkarena\b)\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Answer:
    """`states`: what it makes of an usulan, one for a track; `deciders`: who is said to have decided it, likewise."""

    states: tuple[str, ...]
    deciders: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Spellings:
    """`columns`: heads, as folded, the surest first. `answers`: by the words of a status, as folded. `kamus`: the heads
    of the kamus usulan; `same`: the word there for a villager's word; `vague`: words that tell nothing there; `sums`
    begin a row of sums.
    `bidang`: of a desa, by the category of an usulan, in their order."""

    columns: Mapping[str, Sequence[str]] = field(default_factory=dict)
    answers: Mapping[str, Answer] = field(default_factory=dict)
    kamus: Mapping[str, Sequence[str]] = field(default_factory=dict)
    same: Mapping[str, str] = field(default_factory=dict)
    vague: frozenset[str] = frozenset()
    sums: frozenset[str] = frozenset()
    bidang: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Row:
    """`number` as Excel shows it. `answer`: None where the words are not known. `own`: the number that SIPD gave."""

    number: int
    code: str
    status: str
    answer: Answer | None
    reason: str = ""
    office: str = ""
    own: str = ""


def read(sheets: Sequence[Sequence[Sequence[Any]]], spellings: Spellings) -> tuple[list[Row], int]:
    """The rows with a status or a number of SIPD's own, of the first sheet that has the head; and how many usulan have
    no status yet. Signatures and titles below them are nobody's fault. Raises NoHead."""
    told = read_below(sheets, spellings.columns, _NEEDED)
    rows = [_row(number, one, spellings.answers) for number, one in told if one[STATUS] or one.get(OWN)]
    unanswered = [one for _, one in told if not one[STATUS] and any(map(str.isdigit, one[CODE]))]
    return [row for row in rows if row.code or row.answer or row.own], len(unanswered)


def _row(number: int, told: Mapping[str, str], answers: Mapping[str, Answer]) -> Row:
    status = told[STATUS]
    answer, tail = _meant(status, answers) if len(status) <= _LONGEST_STATUS * 4 else (None, "")
    return Row(
        number,
        told[CODE],
        status[:_LONGEST_STATUS],
        answer,
        told.get(REASON, "") or (tail if answer else ""),
        told.get(OFFICE, ""),
        "".join(told.get(OWN, "").split()),
    )


def _meant(status: str, answers: Mapping[str, Answer]) -> tuple[Answer | None, str]:
    """The last word of a status counts, and what stands behind it is its reason."""
    if fold(status[:_LONGEST_STATUS]) in answers:
        return answers[fold(status[:_LONGEST_STATUS])], ""
    last = [part for part in _STAGES.split(status) if part.strip()][-1:]  # none where there is no status
    for part in last:
        word, *rest = _TAIL.split(part, maxsplit=1)
        for whole, tail in ((part, ""), (word, rest[0] if rest else "")):
            if (answer := answers.get(fold(whole[:_LONGEST_STATUS]))) is not None:
                return answer, tail
    return None, ""
