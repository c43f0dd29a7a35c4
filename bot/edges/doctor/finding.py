"""What the doctor says: one line a finding; and why a database does what it should not, with the cure."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class Mark(StrEnum):
    """How bad it is; only `BROKEN` makes the doctor end with 1."""

    FINE = "✔"
    DOUBTFUL = "⚠"
    BROKEN = "✖"


@dataclass(frozen=True, slots=True)
class Finding:
    """`sentence` (Indonesian) says what was found and, when it is not fine, what to do."""

    mark: Mark
    sentence: str

    def __str__(self) -> str:
        return f"{self.mark} {self.sentence}"


def fine(sentence: str) -> Finding:
    return Finding(Mark.FINE, sentence)


def doubtful(sentence: str) -> Finding:
    return Finding(Mark.DOUBTFUL, sentence)


def broken(sentence: str) -> Finding:
    return Finding(Mark.BROKEN, sentence)


_FULL = "Disk basis data penuh. Kosongkan disknya; tidak ada yang hilang, bot melanjutkan sendiri."
_READ_ONLY = (
    "Basis data hanya bisa dibaca, tidak bisa ditulis. Periksa hak tulis berkas dan foldernya, atau apakah disk "
    "terpasang hanya-baca (mount)."
)
_BUSY = "Basis data sedang dikunci program lain. Hentikan program itu (misalnya alat cadangan), lalu coba lagi."
_BY_NAME = {
    "SQLITE_FULL": _FULL,
    "SQLITE_IOERR": "Disk basis data tidak bisa ditulis atau dibaca (penuh atau rusak). Periksa disknya: df -h, dmesg.",
    "SQLITE_READONLY": _READ_ONLY,
    "SQLITE_BUSY": _BUSY,
    "SQLITE_LOCKED": _BUSY,
    "53100": _FULL,
    "25006": _READ_ONLY,
}


def cure_for(error: BaseException) -> str | None:
    """None for an error of which nothing more is known."""
    origin: Any = getattr(error, "orig", None) or error
    name = getattr(origin, "sqlstate", None) or getattr(origin, "sqlite_errorname", None) or ""
    return next((sentence for start, sentence in _BY_NAME.items() if name.startswith(start)), None)


def not_ours(*, is_empty: bool) -> str:
    """The media folder belongs to another database."""
    what = "masih kosong" if is_empty else "bukan yang dipakai terakhir kali"
    return (
        f"Basis data di DATABASE_URL {what}, padahal folder media milik basis data yang lain. Kembalikan basis data "
        "yang benar atau pulihkan cadangan (python -m bot restore BERKAS). Kalau memang mau mulai baru: "
        "python -m bot run --baru"
    )
