"""What a form file may contain. The aliases are the words editors write; anything else is refused."""

from dataclasses import fields
from functools import cache
from typing import Annotated, Any, get_type_hints

from pydantic import BaseModel, ConfigDict, Field, create_model

from bot.catalog.names import alias_of
from bot.core import kinds
from bot.core.forms.questions import Offer

Text = Annotated[str, Field(min_length=1)]


class Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, populate_by_name=False)


class Option(Strict):
    """Satu pilihan: `nilai` disimpan, `label` dibaca orang."""

    value: Text = Field(alias="nilai")
    label: Text = Field(alias="label")
    words: list[Text] = Field([], alias="kata", description="Kata yang menyebut pilihan ini")
    perhaps: list[Text] = Field([], alias="mungkin", description="Kata yang mungkin menyebutnya: ditanyakan dulu")
    numbers: list[int] = Field([], alias="angka", max_length=2, description="Angka dari dan sampai yang menyebutnya")


class Question(Strict):
    """Bagian yang sama bagi semua jenis pertanyaan."""

    key: Text = Field(alias="kunci", description="Nama pendek, huruf kecil tanpa spasi; jangan diubah setelah dipakai")
    kind: Text = Field(alias="jenis")
    title: Text = Field(alias="judul", description="Nama pendek di bacaan ulang")
    title_kelurahan: Text | None = Field(None, alias="judul_kelurahan")
    text: Text = Field(alias="teks", description="Pertanyaannya, paling panjang 500 huruf")
    text_kelurahan: Text | None = Field(None, alias="teks_kelurahan", description="Untuk warga kelurahan")
    help: Text = Field(alias="bantuan")
    help_kelurahan: Text | None = Field(None, alias="bantuan_kelurahan")
    optional: bool = Field(False, alias="boleh_dilewati")
    skips: list[Text] = Field([], alias="kata_lewati", description="Kata lain yang di sini sama artinya dengan Lewati")
    only_if: dict[str, list[str]] = Field({}, alias="hanya_jika", description="Hanya ditanyakan setelah pilihan ini")


class Check(Strict):
    """Pemeriksaan silang; hasilnya dibaca di bacaan ulang."""

    name: Text = Field(alias="nama")
    questions: list[str] = Field(alias="pertanyaan", min_length=1)
    text: Text = Field(alias="teks")


class Form(Strict):
    """Satu formulir."""

    title: Text = Field(alias="judul")
    review: Text | None = Field(None, alias="tinjau", description="Kalimat bacaan ulang; tanpa ini langsung selesai")
    send: Text | None = Field(
        None, alias="kirim", description="Tulisan tombol di bawah bacaan ulang; tanpa ini “Kirim”"
    )
    sends: list[Text] = Field([], alias="kata_kirim", description="Kata lain yang sama artinya dengan tombol itu")
    decision: bool = Field(False, alias="keputusan", description="Berkas ini menyampaikan keputusan")
    enough_from: Text | None = Field(None, alias="cukup_dari", description="Mulai pertanyaan ini ada tombol Cukup")
    hears: bool = Field(
        False, alias="mendengar", description="Jawabannya kata-kata orang itu sendiri: pertanyaan di dalamnya dijawab"
    )
    include: Text | None = Field(None, alias="sertakan", description="Sesudah ini pertanyaan formulir itu juga")
    questions: list[dict[str, Any]] = Field(alias="pertanyaan", min_length=1)
    checks: list[Check] = Field([], alias="pemeriksaan")


PART_FIELDS = {"tanya": ("text", "teks"), "judul": ("title", "judul"), "bantuan": ("help", "bantuan")}


@cache
def question_model(kind: str) -> type[Question]:
    """The common part and this kind's own parameters, read from the kind itself."""
    params = kinds.find(kind).Params
    hints = get_type_hints(params)
    own: dict[str, Any] = {}
    for field in fields(params):
        required = field.default is field.default_factory
        default: Any = ... if required else field.default
        default = list(default) if isinstance(default, tuple) else default
        own[f"param_{field.name}"] = (_told(hints[field.name]), Field(default, alias=alias_of(kind, field.name)))
    return create_model(f"Pertanyaan_{kind}", __base__=Question, **own)


def _told(hint: Any) -> Any:
    """The type as TOML tells it."""
    return {tuple[Offer, ...]: list[Option], tuple[str, ...]: list[Text]}.get(hint, hint)


def params_of(kind: str, question: Question) -> Any:
    """The kind's own parameters, as the core wants them."""
    params = kinds.find(kind).Params
    told = {field.name: getattr(question, f"param_{field.name}") for field in fields(params)}
    return params(**{name: _as_core(value) for name, value in told.items()})


def _as_core(value: Any) -> Any:
    if not isinstance(value, list):
        return value
    return tuple(_offer(part) if isinstance(part, Option) else part for part in value)


def _offer(option: Option) -> Offer:
    return Offer(option.value, option.label, tuple(option.words), tuple(option.perhaps), tuple(option.numbers))
