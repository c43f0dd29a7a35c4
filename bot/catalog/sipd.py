"""`content/sipd.toml`: the heads and the words by which SIPD answers, and which state each of them is."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field, StringConstraints

from bot.catalog.calendar import Key
from bot.catalog.models import Strict
from bot.catalog.states import StateKey
from bot.core.listening.folding import plain
from bot.core.places.spelling import fold
from bot.core.sipd import answers as core

FILE = "sipd.toml"
Spelling = Annotated[str, StringConstraints(pattern=r"\S", max_length=80)]
Spelt = Annotated[list[Spelling], Field(min_length=1)]
#: Who decided, where SIPD does not say.
KABUPATEN = "kabupaten"


class Columns(Strict):
    """Judul kolom."""

    code: Spelt = Field(alias="kode")
    status: Spelt
    reason: Spelt = Field(alias="alasan")
    office: Spelt = Field(alias="opd")
    own_number: Spelt = Field(alias="nomor_sipd")


class Answer(Strict):
    """Satu arti dari kolom status."""

    words: Spelt = Field(alias="kata")
    states: list[StateKey] = Field(alias="keadaan", min_length=1)
    deciders: list[Key] = Field([KABUPATEN], alias="oleh", min_length=1)


class KamusColumns(Strict):
    """Judul kolom kamus usulan."""

    name: Spelt = Field(alias="nama")
    unit: Spelt = Field(alias="satuan")
    office: Spelt = Field(alias="opd")
    price: Spelt = Field(alias="harga")


class Kamus(Strict):
    """Kamus usulan setahun."""

    columns: KamusColumns = Field(alias="kolom")
    vague: Spelt = Field(alias="umum", description="Kata yang ada di mana-mana dan tidak membedakan apa pun")
    sums: Spelt = Field(alias="jumlah", description="Kata pertama baris jumlah")
    same: dict[Key, Spelt] = Field({}, alias="sama", description="Kata warga yang berarti kata di kamus")


class Bidang(Strict):
    """Satu bidang desa di DU-RKP Desa."""

    name: Annotated[str, StringConstraints(pattern=r"\S", max_length=60)] = Field(alias="nama")
    categories: list[Key] = Field(alias="urusan", min_length=1, description="Pilihan “Tentang apa” di dalamnya")


class AnswersFile(Strict):
    columns: Columns = Field(alias="kolom")
    kamus: Kamus
    bidang: list[Bidang] = Field(min_length=1)
    answers: list[Answer] = Field(alias="jawaban", min_length=1)


FILES: dict[str, type[Strict]] = {FILE: AnswersFile}


def compile_answers(files: Mapping[str, Strict]) -> core.Spellings:
    told = files.get(FILE)
    if not isinstance(told, AnswersFile):
        return core.Spellings()
    columns, kamus = (_heads(one) for one in (told.columns, told.kamus.columns))
    same = {plain(word): plain(name) for name, words in told.kamus.same.items() for word in words}
    answers: dict[str, core.Answer] = {}
    for one in told.answers:
        answers |= dict.fromkeys(map(fold, one.words), core.Answer(tuple(one.states), tuple(one.deciders)))
    bidang = {category: one.name for one in told.bidang for category in one.categories}
    vague, sums = (frozenset(map(plain, words)) for words in (told.kamus.vague, told.kamus.sums))
    return core.Spellings(columns, answers, kamus, same, vague, sums, bidang)


def _heads(columns: Columns | KamusColumns) -> Mapping[str, list[str]]:
    return {name: [fold(word) for word in words] for name, words in columns.model_dump(by_alias=True).items()}
