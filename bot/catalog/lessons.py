"""The files of lessons, hard questions and scenes: what they may contain, and what could be read of them."""

from dataclasses import dataclass, field
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from bot.catalog.calendar import Key, TaskKey
from bot.catalog.models import Strict, Text
from bot.core.lessons.lessons import DELEGATES, MODULES

Module = Annotated[str, StringConstraints(pattern=rf"^({'|'.join((*MODULES, DELEGATES))})$")]
Name = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]{1,39}$")]  # of a file, without its ending


Title = Annotated[str, StringConstraints(min_length=1, max_length=45)]
SceneTitle = Annotated[str, StringConstraints(min_length=1, max_length=40)]
Asked = Annotated[str, StringConstraints(min_length=1, max_length=250)]
Offered = Annotated[str, StringConstraints(min_length=1, max_length=90)]
Explained = Annotated[str, StringConstraints(min_length=1, max_length=180)]


class AnswerEntry(Strict):
    """Satu jawaban; tepat satu yang benar."""

    text: Offered = Field(alias="teks")
    is_right: bool = Field(False, alias="benar")
    why: Explained = Field(alias="kata", description="Penjelasan jawaban ini, juga kalau benar")


class QuestionEntry(Strict):
    """Satu pertanyaan kuis."""

    text: Asked = Field(alias="tanya")
    answers: list[AnswerEntry] = Field(alias="jawab", min_length=2, max_length=10)


class LessonHead(Strict):
    """Kepala satu pelajaran."""

    title: Title = Field(alias="judul")
    words: list[Text] = Field([], alias="cari", description="Kata yang diketik orang yang mau belajar hal ini")
    module: Module = Field(alias="modul")
    roles: list[Key] = Field(alias="untuk", min_length=1)
    track: Literal["semua", "desa", "kelurahan"] = Field(alias="jalur")
    sources: list[Text] = Field(alias="sumber")
    tasks: list[TaskKey] = Field([], alias="tugas")
    occasions: list[Key] = Field([], alias="saat", description="Datang tiga hari sebelum pertemuan macam ini")
    picture: Name | None = Field(None, alias="gambar")
    picture_text: str = Field("", alias="gambar_teks", description="Isi gambarnya dengan kata-kata")
    practice: str = Field("", alias="coba", description="Satu perbuatan untuk minggu ini, paling banyak 25 kata")
    questions: list[QuestionEntry] = Field(alias="kuis", min_length=1, max_length=3)


class HardEntry(Strict):
    """Satu pertanyaan sulit."""

    text: Asked = Field(alias="tanya")
    answer: Text = Field(alias="jawab")
    mind: Text = Field(alias="ingat")
    words: list[Text] = Field(alias="kata", min_length=5, max_length=10)
    sources: list[Text] = Field([], alias="sumber")


class ChoiceEntry(Strict):
    text: Offered = Field(alias="teks")
    words: list[Text] = Field(alias="kata", min_length=4, max_length=10)
    outcome: Text = Field(alias="akibat")
    heard: Annotated[int, Field(ge=0, le=2)] = Field(alias="nilai")
    note: Text = Field(alias="catat")
    to: str = Field(alias="ke")


class MomentEntry(Strict):
    key: Key = Field(alias="kunci")
    story: Text = Field(alias="cerita")
    choices: list[ChoiceEntry] = Field(alias="pilihan", min_length=3, max_length=4)


class SceneFile(Strict):
    """Satu adegan latihan memandu."""

    title: SceneTitle = Field(alias="judul")
    place: Text = Field(alias="tempat")
    gist: Text = Field(alias="inti")
    occasions: list[Key] = Field([], alias="saat")
    moments: list[MomentEntry] = Field(alias="babak", min_length=3, max_length=5)


class BankEntry(QuestionEntry):
    module: Module = Field(alias="modul")


class BankFile(Strict):
    """Soal tes awal dan tes akhir."""

    questions: list[BankEntry] = Field(alias="soal", min_length=1)


@dataclass(frozen=True, slots=True)
class LessonDraft:
    """`messages`: Markdown as written; `size`: bytes of the file."""

    key: str
    file: str
    head: LessonHead
    messages: tuple[str, ...]
    size: int
    version: str


@dataclass
class CurriculumDraft:
    """What could be read, with the file it stands in."""

    lessons: list[LessonDraft] = field(default_factory=list)
    hard: dict[str, HardEntry] = field(default_factory=dict)
    scenes: dict[str, SceneFile] = field(default_factory=dict)
    bank: BankFile | None = None
