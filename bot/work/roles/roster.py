"""The office's list of people to invite: every row read by itself, every fault with its cure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from bot.core.forms.papers import cover
from bot.core.forms.say import Words
from bot.core.places.places import Match, Place
from bot.core.places.spelling import fold, match
from bot.core.records import Grant
from bot.core.wilayah import DESA, KABUPATEN
from bot.work.access import ROLES, may_give, role
from bot.work.office import Office

COLUMNS = ("nama", "peran", "kecamatan", "desa")
_NEEDED = ("nama", "peran")
#: The head stands within so many rows; above it may be the office's own title.
_HEAD_WITHIN = 15
LONGEST_NAME = 80

_INVITED = Words("catatan_diundang")

#: Who was invited to what: name as folded, role, wilayah.
Key = tuple[str, str, str]


def fold_key(name: str, role_name: str, scope: str) -> Key:
    return fold(name), role_name, scope


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the list. `number` as Excel shows it; `note` says what became of it; `scope` is empty when it could not
    be invited."""

    number: int
    cells: tuple[str, ...]
    name: str = ""
    role: str = ""
    scope: str = ""
    note: Words = _INVITED

    @property
    def key(self) -> Key:
        return fold_key(self.name, self.role, self.scope)

    @property
    def is_good(self) -> bool:
        return bool(self.scope)


@dataclass(frozen=True, slots=True)
class Roster:
    """`left_out`: rows below the people, such as totals and signatures, which are nobody's fault."""

    head: tuple[str, ...]
    lines: tuple[Line, ...]
    left_out: int = 0


class Unreadable(Exception):
    """The list as a whole cannot be used; `why` is the sentence for whoever sent it."""

    def __init__(self, why: Words) -> None:
        super().__init__(why.name)
        self.why = why


def read(rows: Sequence[Sequence[Any]], office: Office, grants: Sequence[Grant], most: int) -> Roster:
    """Read the rows of a sheet, from its first on. Raises Unreadable."""
    cells = [tuple(_text(cell) for cell in row) for row in rows]
    start, columns = _head(cells, office)
    filled = [(number, row) for number, row in enumerate(cells[start + 1 :], start + 2) if any(row)]
    told = _without_closing(filled, columns, frozenset(_words(office, "daftar_kata_penutup")))
    if not told:
        raise Unreadable(Words("daftar_kosong"))
    if len(told) > most:
        raise Unreadable(Words("daftar_terlalu_panjang", {"jumlah": len(told), "batas": most}))
    reader = _Reader(office, grants, _role_words(office))
    lines = [reader.read(number, row, columns) for number, row in told]
    return Roster(cells[start], tuple(_without_twins(lines, columns)), len(filled) - len(told))


_Rows = list[tuple[int, tuple[str, ...]]]


def _without_closing(rows: _Rows, columns: Mapping[str, int], closing: frozenset[str]) -> _Rows:
    """The people: not a row that begins as totals and signatures do, nor what stands below the last with a role and
    fills a cell or two ("Kepala Bappeda", a name, a NIP)."""
    needed = [columns[name] for name in _NEEDED]
    people = [at for at, (_, row) in enumerate(rows) if all(len(row) > place and row[place] for place in needed)]
    last = max(people, default=len(rows))
    return [one for at, one in enumerate(rows) if not _closes(one[1], closing, below=at > last)]


def _closes(row: tuple[str, ...], closing: frozenset[str], *, below: bool) -> bool:
    filled = [cell for cell in row if cell]
    first = fold(filled[0].rstrip(" .:0123456789"))
    return first in closing or (below and len(filled) <= _A_SIGNATURE)


#: Cells that a line of a signature fills; digits of the number of a row.
_A_SIGNATURE, _A_COUNT = 2, 4


def _text(cell: Any) -> str:
    """What stands in a cell; 3.0 is how Excel keeps a 3."""
    if cell is None:
        return ""
    whole = isinstance(cell, float) and cell.is_integer()
    return " ".join(str(int(cell) if whole else cell).split())


def _words(office: Office, name: str) -> list[str]:
    return [fold(word) for word in office.plain(name).split(",")]


def _head(cells: Sequence[Sequence[str]], office: Office) -> tuple[int, Mapping[str, int]]:
    """Which row is the head, and which column holds what; the order is free."""
    known = {column: set(_words(office, f"daftar_kata_{column}")) for column in COLUMNS}
    best: dict[str, int] = {}
    for number, row in enumerate(cells[:_HEAD_WITHIN]):
        found = {c: at for at, cell in reversed(list(enumerate(row))) for c in COLUMNS if fold(cell) in known[c]}
        if all(column in found for column in _NEEDED):
            return number, found
        best = max(best, found, key=len)
    missing = next(column for column in _NEEDED if column not in best)
    proposals = set(_words(office, "daftar_kata_usulan"))
    if any(fold(cell) in proposals for row in cells[:_HEAD_WITHIN] for cell in row):
        raise Unreadable(Words("daftar_usulan"))
    raise Unreadable(
        Words("daftar_tanpa_judul", {"kolom": missing}) if any(map(any, cells)) else Words("daftar_kosong")
    )


def _role_words(office: Office) -> list[tuple[str, str]]:
    return [(word, name) for name in ROLES for word in _words(office, f"daftar_sebut_{name}")]


class _Fault(Exception):
    def __init__(self, note: str, **values: Any) -> None:
        super().__init__(note)
        self.words = Words(note, values)


@dataclass(frozen=True, slots=True)
class _Reader:
    office: Office
    grants: Sequence[Grant]
    role_words: Sequence[tuple[str, str]]

    def read(self, number: int, row: tuple[str, ...], columns: Mapping[str, int]) -> Line:
        told = {column: row[at] if at < len(row) else "" for column, at in columns.items()}
        line = Line(number, row)
        try:
            line = replace(line, name=self._name(told["nama"]))
            line = replace(line, role=self._role(self._completed(told)))
            place, guessed = self._place(line.role, told.get("kecamatan", ""), told.get("desa", ""))
            if not may_give(line.role, self.grants, place.code):
                name = self._role_name(line.role)
                raise _Fault("catatan_peran_bukan_hak", peran=name, bappeda=self.office.bappeda)
        except _Fault as fault:
            return replace(line, note=fault.words)
        read_as = Words("catatan_dibaca", {"wilayah": self.office.catalog.places.scope_name(place.code)})
        return replace(line, scope=place.code, note=read_as if guessed else line.note)

    def _name(self, told: str) -> str:
        if not told:
            raise _Fault("catatan_tanpa_nama")
        if len(told) > LONGEST_NAME or not any(c.isalpha() for c in told) or not told.isprintable():
            raise _Fault("catatan_nama_aneh", batas=LONGEST_NAME)
        return cover(told)

    def _role_name(self, name: str) -> str:
        return self.office.plain(f"peran_{name}")

    def _completed(self, told: Mapping[str, str]) -> str:
        """ "Fasilitator" with a village beside it is one of that village; with a kecamatan alone, of the kecamatan."""
        if fold(told["peran"]) not in _words(self.office, "daftar_kata_fasilitator"):
            return told["peran"]
        where = "desa" if told.get("desa") else "kecamatan"
        return self._role_name(f"fasilitator_{where}") if told.get(where) else told["peran"]

    def _role(self, told: str) -> str:
        choices = ", ".join(self._role_name(name) for name in ROLES)
        if not told:
            raise _Fault("catatan_tanpa_peran", peran=choices)
        exact = {name for word, name in self.role_words if word == fold(told)}
        close = exact or {name for _, name in match(self.role_words, told, lambda pair: pair[0]).items}
        if len(close) != 1:
            raise _Fault("catatan_peran_asing", peran=told, pilihan=choices)
        return close.pop()

    def _place(self, name: str, kecamatan: str, desa: str) -> tuple[Place, bool]:
        """The wilayah of this role, and whether a name was spelt otherwise than in the list of wilayah."""
        places = self.office.catalog.places
        level = role(name).level
        if level == KABUPATEN:
            return places.kabupaten, False
        if level == DESA and not desa:
            raise _Fault("catatan_tanpa_desa")
        if level == DESA:
            kecamatan, desa = self._parted(kecamatan, desa)
        if not kecamatan:
            return self._only_desa(desa) if level == DESA else self._fail("catatan_tanpa_kecamatan")
        above, guessed = self._found(
            places.match(places.children(places.kabupaten.code), kecamatan),
            "catatan_kecamatan_asing",
            nama=kecamatan,
            kabupaten=places.kabupaten.name,
        )
        if level != DESA:
            return above, guessed
        within = places.scope_name(above.code)
        found = places.match(places.children(above.code), desa)
        inside, guessed_too = self._found(found, "catatan_desa_asing", nama=desa, kecamatan=within)
        return inside, guessed or guessed_too

    def _parted(self, kecamatan: str, desa: str) -> tuple[str, str]:
        """ "Desa Tuncung Kec. Maiwa" in one cell."""
        levels = frozenset(self.office.catalog.world.spellings.places.kecamatan)
        words = desa.replace(",", " ").split()
        at = next((at for at, word in enumerate(words) if at and word.lower().strip(".") in levels), None)
        return (kecamatan or " ".join(words[at + 1 :]), " ".join(words[:at])) if at is not None else (kecamatan, desa)

    def _fail(self, note: str, **values: Any) -> tuple[Place, bool]:
        raise _Fault(note, **values)

    def _found(self, found: Match, note: str, **values: Any) -> tuple[Place, bool]:
        if found.kind in ("exact", "near"):
            return found.items[0], found.kind == "near"
        raise _Fault(note, **values, mirip=", ".join(place.name for place in found.items[:4]))

    def _only_desa(self, desa: str) -> tuple[Place, bool]:
        """A desa without its kecamatan: only when there is one of exactly that name."""
        places = self.office.catalog.places
        kecamatan = places.children(places.kabupaten.code)
        same = [(k, d) for k in kecamatan for d in places.children(k.code) if fold(d.name) == fold(desa)]
        if len(same) == 1:
            return same[0][1], False
        if same:
            raise _Fault("catatan_desa_ganda", nama=desa, mirip=", ".join(k.name for k, _ in same))
        raise _Fault("catatan_tanpa_kecamatan")


def _is_count(cell: str) -> bool:
    """Empty, or the number of the row: of nobody's."""
    return not cell or (cell.isdecimal() and len(cell) <= _A_COUNT)


def _without_twins(lines: Iterable[Line], columns: Mapping[str, int]) -> Iterable[Line]:
    """The same person twice in one list is invited once; of two of one name something else in the row tells them
    apart."""
    first: dict[tuple[Key, frozenset[str]], int] = {}
    known = frozenset(columns.values())
    for line in lines:
        beside = (cell for at, cell in enumerate(line.cells) if at not in known and not _is_count(cell))
        earlier = first.setdefault((line.key, frozenset(map(fold, beside))), line.number)
        is_twin = line.is_good and earlier != line.number
        yield replace(line, scope="", note=Words("catatan_kembar", {"baris": earlier})) if is_twin else line
