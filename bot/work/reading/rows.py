"""An usulan as a row of a table: in its own words, with its numbers as numbers."""

from collections.abc import Mapping, Sequence
from typing import Any

from bot.core.usulan import quality
from bot.core.wilayah import hamlet_name
from bot.store.reading import sifted
from bot.store.reading.orders import Told
from bot.work.office import Office
from bot.work.reading.delicate import is_delicate
from bot.work.round import Round
from bot.work.usulan import found_out, outcomes
from bot.work.usulan.found_out import FoundOut
from bot.work.usulan.usulan import FORM, public_place

TEXT, NUMBER, DATE = "teks", "angka", "tanggal"
#: Column -> (its kind, its width in characters): together they fill a landscape page that one still can read.
COLUMNS: Mapping[str, tuple[str, int]] = {
    "nomor": (TEXT, 12),
    "tanggal": (DATE, 11),
    "kecamatan": (TEXT, 9),
    "desa": (TEXT, 13),
    "dusun": (TEXT, 12),
    "pengusul": (TEXT, 13),
    "urusan": (TEXT, 11),
    "masalah": (TEXT, 32),
    "harapan": (TEXT, 24),
    "ukuran": (TEXT, 12),
    "orang": (NUMBER, 7),
    "laki": (NUMBER, 7),
    "perempuan": (NUMBER, 7),
    "keluarga": (NUMBER, 6),
    "rumah": (NUMBER, 6),
    "miskin": (NUMBER, 7),
    "alasan": (TEXT, 19),
    "juga": (TEXT, 14),
    "foto": (NUMBER, 6),
    "lengkap": (NUMBER, 8),
    "dibaca": (DATE, 11),
    "hasil": (TEXT, 19),
}
WALL = ("nomor", "tempat", "urusan", "harapan", "hasil")
_LONGEST = 2000  # characters of a cell: more than a page of it nobody reads in a table
_WALL_LONGEST = 220


class Rows:
    """Makes the rows of some usulan together: what the database knows of them is asked once."""

    def __init__(self, tour: Round, reader: int) -> None:
        self.tour, self.reader = tour, reader
        self.typed: dict[int, dict[str, str]] = {}
        self.decided: dict[int, str] = {}
        self.known: dict[int, FoundOut] = {}

    async def look_up(self, which: Sequence[int], *, own: bool) -> None:
        """`own`: with reasons in their own words, which stand on no wall."""
        self.typed = await sifted.typed_down(self.tour.connection, which)
        self.decided = await outcomes.look_up(self.tour.connection, self.tour.office, which, own=own)
        self.known = await found_out.look_up(self.tour.connection, self.tour.office, which)

    def row(self, told: Told) -> list[Any]:
        """In the order of `COLUMNS`; None where there is nothing."""
        one, office = told.usulan, self.tour.office
        answers = quality.with_wordings(one.answers, self.typed.get(one.id, {}))
        known = {
            "nomor": office.spoken_number(one),
            "tanggal": office.local(one.spoken_at).date().isoformat(),
            "dibaca": office.local(one.read_at).date().isoformat() if one.read_at else None,
            "kecamatan": office.catalog.places.scope_name(one.kecamatan).partition(" ")[2],
            "desa": office.catalog.places.scope_name(one.desa),
            "dusun": hamlet_name(answers["dusun"]) if answers.get("dusun") else "",
            "pengusul": self._name(told),
            "foto": told.pictures or None,
            "lengkap": None if told.lacks is None else quality.MOST - told.lacks,
            "hasil": self.decided.get(one.id, ""),
        }
        cells = known | self._words(answers, self.known.get(one.id, found_out.NOTHING))
        return [cells[column] for column in COLUMNS]

    def _name(self, told: Told) -> str:
        hidden = told.usulan.unnamed and told.usulan.typed_by != self.reader
        return self.tour.text("tabel_tanpa_nama") if hidden else told.name

    def _words(self, answers: Mapping[str, Any], since: FoundOut) -> dict[str, Any]:
        """A voice of which nothing is written down says so. What was measured stands before what was told; what was
        answered to whoever asked, behind it."""
        told = {"masalah": "cerita", "harapan": "harapan", "alasan": "alasan", "juga": "juga"}
        words = {column: self._text(answers.get(key)) for column, key in told.items()}
        words["juga"] = "; ".join(filter(None, (words["juga"], since.in_words(self.tour.office))))[:_LONGEST]
        seen, otherwise = since.with_seen(answers), since.told_otherwise(self.tour.office, answers)
        size = shown(self.tour.office, seen, "ukuran")
        size = self.tour.text("tabel_diukur", ukuran=size, cerita=otherwise) if otherwise else size
        return words | {"urusan": shown(self.tour.office, answers, "kategori"), "ukuran": size} | _numbers(seen)

    def _text(self, value: Any) -> str:
        given = value if isinstance(value, Mapping) else {}
        text = str(given.get("text") or "")
        return text[:_LONGEST] or (self.tour.text("tabel_suara") if "voice" in given else "")

    def on_the_wall(self, told: Told) -> list[str]:
        """For everybody's eyes: nobody's name, and no words of what was asked to be kept or is nobody's business."""
        one, office = told.usulan, self.tour.office
        typed = self.typed.get(one.id, {})
        answers = quality.with_wordings(one.answers, typed)
        is_kept = one.unnamed or one.reader_id is not None or is_delicate(office, one.answers, typed)
        wish = self._text(answers.get("harapan"))
        short = wish if len(wish) <= _WALL_LONGEST else wish[:_WALL_LONGEST].rsplit(" ", 1)[0] + " …"
        kind = "" if is_kept else shown(office, answers, "kategori")
        number, words = office.spoken_number(one), self.tour.text("tabel_disimpan")
        return [number, public_place(office, answers), kind, words if is_kept else short, self.decided.get(one.id, "")]


def _numbers(answers: Mapping[str, Any]) -> dict[str, int | None]:
    people, poor = (answers.get(key) or {} for key in ("jumlah", "kurang_mampu"))
    told = {"orang": "total", "laki": "male", "perempuan": "female", "keluarga": "families", "rumah": "houses"}
    numbers: dict[str, int | None] = {column: people.get(key) for column, key in told.items()}
    if numbers["orang"] is None and numbers["laki"] is not None and numbers["perempuan"] is not None:
        numbers["orang"] = numbers["laki"] + numbers["perempuan"]
    return numbers | {"miskin": poor.get("families")}


def shown(office: Office, answers: Mapping[str, Any], key: str) -> str:
    return office.shown(FORM, key, answers.get(key), answers)


def heads(office: Office, columns: Sequence[str]) -> list[str]:
    return [office.plain(f"tabel_kolom_{column}") for column in columns]
