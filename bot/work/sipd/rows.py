"""A row of the sheet for SIPD, and what an usulan still lacks for it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from bot.core.lessons.nameless import names_of
from bot.core.records import Usulan
from bot.core.sipd.kamus import Kamus
from bot.core.understanding.answers import is_unknown
from bot.core.usulan.titles import titled
from bot.core.wilayah import hamlet_name
from bot.work.office import Office
from bot.work.sipd.kamus import offered
from bot.work.usulan import checked, standing
from bot.work.usulan.found_out import NOTHING, FoundOut
from bot.work.usulan.usulan import FORM as USULAN

#: Columns in their order; what the office fills in itself stays empty, and what SIPD answers, until it comes back.
COLUMNS = (
    "kamus", "saran", "uraian", "kata", "kecamatan", "desa", "alamat", "lat", "lon", "volume", "satuan", "pagu", "opd",
    "foto1", "foto2", "foto3", "keterangan", "keadaan", "kode", "nomor_sipd", "status", "alasan",
)  # fmt: skip
#: Without these SIPD takes no row, and only the village can tell them.
COMPULSORY = ("uraian", "alamat", "lat", "volume", "satuan", "foto1")
#: Beside the columns: what of an address the village has to tell.
LANDMARK = "patokan"
PHOTOS = 3
#: The family of the buttons.
FAMILY = "si"
_BESIDE = ("ukuran", "jumlah", "kurang_mampu", "alasan", "juga")
_CATEGORY = ("kategori",)
_LONGEST = 1000  # characters of a problem and what is hoped for


@dataclass(frozen=True, slots=True)
class Source:
    """`typed`: what was typed down from voices, by question; `photos`: paths of the files; `held`: who has the words,
    where others are not to type them out; `own`: how whoever brought it is called; `state`: where it stands; `found`:
    what came to be known."""

    usulan: Usulan
    typed: Mapping[str, str]
    photos: Sequence[str]
    held: str = ""
    own: Sequence[str] = ()
    state: str | None = None
    found: FoundOut = NOTHING

    @property
    def answers(self) -> Mapping[str, Any]:
        """As told, and as measured where somebody did."""
        return self.found.with_seen(self.usulan.answers)


def row_of(office: Office, source: Source, kamus: Kamus) -> dict[str, Any]:
    """By column; "" for what nobody has told, or for what is told to one reader only."""
    track = standing.track_of(office, source.usulan.desa)
    stands = {"keadaan": standing.name(office, source.state, track)}
    if not source.held:
        return _whole(office, source) | {"saran": _from_kamus(office, source, kamus)} | stands
    answers, empty = source.usulan.answers, dict.fromkeys(COLUMNS, "")
    told = {
        "uraian": source.held,
        "keterangan": beside(office, answers, _CATEGORY),
        "kode": source.usulan.code,
        "nomor_sipd": source.usulan.sipd or "",
    }
    return empty | _place(answers) | told | stands


def _whole(office: Office, source: Source) -> dict[str, Any]:
    answers, point = source.answers, source.usulan.answers.get("lokasi") or {}
    volume, unit = _size(answers.get("ukuran"))
    photos = [photo_name(office, source.usulan, at, path) for at, path in enumerate(source.photos[:PHOTOS], 1)]
    photos += [""] * (PHOTOS - len(photos))
    return {
        "kamus": "",
        "uraian": _about(office, source),
        "kata": words_of(office, source, "cerita"),
        **_place(answers),
        "alamat": _address(answers),
        LANDMARK: _landmark(answers),
        "lat": point.get("lat", ""),
        "lon": point.get("lon", ""),
        "volume": volume,
        "satuan": unit,
        "pagu": "",
        "opd": "",
        **{f"foto{number}": photo for number, photo in enumerate(photos, 1)},
        "keterangan": _remarks(office, source),
        "kode": source.usulan.code,
        "nomor_sipd": source.usulan.sipd or "",
        "status": "",
        "alasan": "",
    }


def photo_name(office: Office, one: Usulan, number: int, path: str) -> str:
    """What a photo is called where an operator gets it: by the number of its usulan."""
    return f"{office.spoken_number(one)} ({number}){PurePosixPath(path).suffix}"


def _from_kamus(office: Office, source: Source, kamus: Kamus) -> str:
    """By what is hoped for before all; the story tells much else besides."""
    answers = source.answers
    category = str((answers.get("kategori") or {}).get("label", ""))
    told = (words_of(office, source, "harapan"), category, words_of(office, source, "cerita"))
    return offered(office, kamus, told, _size(answers.get("ukuran"))[1])


def lacking(row: Mapping[str, Any]) -> list[str]:
    """Compulsory columns without anything in them; a dusun without a landmark the office does not find."""
    return [name for name in COMPULSORY if row[told_by(name)] == ""]


def told_by(column: str) -> str:
    """What of a compulsory column the village has to tell."""
    return LANDMARK if column == "alamat" else column


def words_of(office: Office, source: Source, question: str) -> str:
    told = str((source.usulan.answers.get(question) or {}).get("text") or source.typed.get(question, ""))
    return _unnamed(office, source, told)


def _about(office: Office, source: Source) -> str:
    """The problem, and what is hoped for; empty where nobody has told that."""
    told = {key: {"text": words_of(office, source, key)} for key in ("cerita", "harapan")}
    return titled(told, office.catalog.world, _LONGEST) if told["harapan"]["text"] else ""


def _unnamed(office: Office, source: Source, told: str) -> str:
    """It names nobody, as far as a form of address announces a name or it is that of whoever brought it."""
    return names_of(office.catalog.world.spellings.names).cover(told, source.own)


def _remarks(office: Office, source: Source) -> str:
    """What else was told, what was told otherwise than it was measured, and what was answered since."""
    otherwise = source.found.told_otherwise(office, source.usulan.answers)
    told = office.plain("sipd_kata.diukur", cerita=otherwise) if otherwise else ""
    parts = (beside(office, source.answers, _BESIDE), told, source.found.in_words(office))
    return _unnamed(office, source, "; ".join(filter(None, parts)))


def _place(answers: Mapping[str, Any]) -> dict[str, str]:
    return {level: str((answers.get(level) or {}).get("name", "")) for level in ("kecamatan", "desa")}


def _address(answers: Mapping[str, Any]) -> str:
    hamlet = hamlet_name(answers["dusun"]) if answers.get("dusun") else ""
    return ", ".join(filter(None, (hamlet, _landmark(answers))))


def _landmark(answers: Mapping[str, Any]) -> str:
    return str((answers.get("patokan") or {}).get("text", ""))


def _size(value: Any) -> tuple[float | str, str]:
    """The first number with its unit; all of them stand among the remarks."""
    if not isinstance(value, dict) or not value.get("sizes"):
        return "", ""
    first = value["sizes"][0]
    return float(first["amount"]), str(first["unit"])


def beside(office: Office, answers: Mapping[str, Any], keys: Sequence[str]) -> str:
    """What was answered to these questions, each behind its title."""
    told = []
    for key in keys:
        question, value = office.catalog.flows[USULAN].question(key), answers.get(key)
        if question is not None and value and not is_unknown(value):
            told.append(f"{question.title}: {checked.shown(office, USULAN, key, value, answers)}")
    return "; ".join(told)
