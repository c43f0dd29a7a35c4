"""The dusun or lingkungan of which a meeting is: "kumpul dusun Paraja sabtu jam 8"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.core.forms.writing import key_of
from bot.core.places.places import Place
from bot.core.places.spelling import fold
from bot.core.wilayah import lies_in_any
from bot.work.visit import Visit

#: Before their names.
SORTS = frozenset({"dusun", "lingkungan"})
_LONGEST = 3  # words of a name
_NUMBER = re.compile(r"\d{1,2}")


@dataclass(frozen=True, slots=True)
class Hamlet:
    """`desa`: None where several have one of that name."""

    name: str
    desa: Place | None


def told_in(visit: Visit, text: str, scopes: Sequence[str]) -> tuple[Hamlet | None, str]:
    """The one that is named behind its sort, in these wilayah, and the text without its name."""
    words = text.split()
    at = _behind_sort(visit, words)
    known = _by_name(visit, scopes) if at is not None and at < len(words) else {}
    for many in range(_LONGEST, 0, -1):
        found = known.get(fold(key_of(" ".join(words[at : at + many])))) if at is not None else None
        if at is not None and found:
            name, desas = found[0][0], {desa.code: desa for _, desa in found}
            rest = " ".join([*words[: _sort(words) + 1], *words[at + many :]])
            return Hamlet(name, next(iter(desas.values())) if len(desas) == 1 else None), rest
    return (_numbered(visit, words, at) if at is not None else None) or (None, text)


def _numbered(visit: Visit, words: Sequence[str], at: int) -> tuple[Hamlet, str] | None:
    """ "Dusun 1 tgl 5 januari"; of "kumpul dusun 5 januari" it is the day."""
    number, behind = (key_of(" ".join(words[n : n + 1])) for n in (at, at + 1))
    months = visit.office.catalog.world.spellings.days.months.values()
    if not _NUMBER.fullmatch(number) or any(behind in spelt for spelt in months):
        return None
    sort = _sort(words)
    return Hamlet(f"{words[sort].capitalize()} {words[at]}", None), " ".join([*words[: sort + 1], *words[at + 1 :]])


def _sort(words: Sequence[str]) -> int:
    return next(at for at, word in enumerate(words) if key_of(word) in SORTS)


def _behind_sort(visit: Visit, words: Sequence[str]) -> int | None:
    """Where its name may begin, also behind "di"."""
    if not any(key_of(word) in SORTS for word in words):
        return None
    first, at_words = _sort(words) + 1, visit.office.catalog.world.spellings.places.at
    return first + 1 if first < len(words) and key_of(words[first]) in at_words else first


def _by_name(visit: Visit, scopes: Sequence[str]) -> dict[str, list[tuple[str, Place]]]:
    places = visit.office.catalog.places
    found: dict[str, list[tuple[str, Place]]] = {}
    for kecamatan in places.children(places.kabupaten.code):
        for desa in places.children(kecamatan.code):
            for name in places.dusun(desa.code) if lies_in_any(desa.code, scopes) else ():
                found.setdefault(fold(name), []).append((name, desa))
    return found
