"""`content/siaran/*.toml`: announcements that come again every year, with blanks. What a file may contain, and what the
core makes of it."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Annotated, Any, Literal

from pydantic import Field, StringConstraints

from bot.catalog.models import Strict, Text
from bot.core import kinds
from bot.core.broadcasts.templates import BLANK, Template
from bot.core.forms import questions as core

FOLDER, FORM = "siaran", "siaran"
#: What a template says itself is not asked; an own announcement's words and its wish are.
_WORDS, _WISH = "pesan", "diminta"
Key = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,23}$")]
#: How each sort of blank is asked for: the kind of answer, and its parameters.
_ASKED: Mapping[str, tuple[str, Mapping[str, Any]]] = {
    "tanggal": ("waktu", {"with_hour": False, "past": True}),
    "jam": ("jam", {}),
    "teks": ("text", {"shortest": 1, "longest": 200}),
}


class Blank(Strict):
    """Satu bagian yang diisi sebelum dikirim: {kunci} di dalam teks."""

    key: Key = Field(alias="kunci")
    kind: Literal["tanggal", "jam", "teks"] = Field(alias="jenis")
    question: Text = Field(alias="tanya")
    example: Text = Field(alias="contoh")


class CheckQuestion(Strict):
    """Satu pertanyaan untuk memastikan pesannya dipahami."""

    question: Text = Field(alias="tanya")
    answers: list[Text] = Field(alias="jawab", min_length=2, max_length=4)
    right: Annotated[int, Field(ge=1, le=4)] = Field(alias="benar", description="Jawaban yang benar, dihitung dari 1")


class TemplateFile(Strict):
    """Satu contoh siaran."""

    title: Text = Field(alias="judul")
    when: Text = Field(alias="kapan", description="Biasanya bulan apa")
    roles: list[Text] = Field(alias="untuk", min_length=1)
    track: Literal["desa", "kelurahan", "semua"] = Field(alias="jalur")
    text: Text = Field(alias="teks")
    asked: Text | None = Field(None, alias="diminta", description="Yang diminta, dan paling lambat kapan")
    blanks: list[Blank] = Field([], alias="isian")
    check: CheckQuestion | None = Field(None, alias="paham")


def compile_templates(files: Mapping[str, TemplateFile]) -> Mapping[str, Template]:
    return {key: _compile(key, told) for key, told in files.items()}


def _compile(key: str, told: TemplateFile) -> Template:
    check = told.check
    asked = (len(check.answers), check.right - 1) if check is not None else (0, 0)
    return Template(key, tuple(told.roles), tuple(one.key for one in told.blanks), bool(told.asked), *asked)


def compile_flows(files: Mapping[str, TemplateFile], form: core.Flow) -> Iterator[core.Flow]:
    """The blanks, then whatever is asked of every announcement, in the words of its form."""
    for key, told in files.items():
        left_out = {_WORDS, *([_WISH] if told.asked else [])}
        rest = (replace(one, form=form.key) for one in form.questions if one.key not in left_out)
        blanks = (_question(blank) for blank in told.blanks)
        asked = (*blanks, *rest)
        enough = next((one.key for one in asked if one.optional), None)
        yield replace(form, key=f"{FORM}_{key}", questions=asked, enough_from=enough, journey=form.key)


def _question(blank: Blank) -> core.Question:
    kind, params = _ASKED[blank.kind]
    return core.Question(f"{BLANK}{blank.key}", kind, kinds.find(kind).Params(**params), title=title_of(blank))


def title_of(blank: Blank) -> str:
    """ "paling_lambat" is read as "Paling lambat"."""
    return blank.key.replace("_", " ").capitalize()
