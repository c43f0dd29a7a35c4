"""Lessons, hard questions and scenes: read when somebody first learns, since there are many and few processes start to
teach. A file with a mistake is left out here; `check` tells what is wrong with it."""

import hashlib
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError

from bot.catalog.draft import Draft, read_toml, report_faults
from bot.catalog.lessons import (
    BankFile,
    CurriculumDraft,
    HardEntry,
    LessonDraft,
    LessonHead,
    MomentEntry,
    QuestionEntry,
    SceneFile,
)
from bot.catalog.markdown import html
from bot.catalog.models import Strict
from bot.core.lessons.lessons import Answer, Choice, Curriculum, Hard, Lesson, Moment, Question, Scene

LESSONS, HARD, SCENES, BANK, PICTURES = "pelajaran", "ditanya", "latihan", "soal.toml", "gambar"
FENCE = "+++"
_File = TypeVar("_File", bound=Strict)


@dataclass(slots=True)
class Shelf:
    """The curriculum of a content folder, opened once. None: there is no folder."""

    folder: Path | None = None
    _opened: Curriculum | None = field(default=None, repr=False)

    @property
    def curriculum(self) -> Curriculum:
        if self._opened is None:
            self._opened = Curriculum() if self.folder is None else read_curriculum(self.folder)
        return self._opened

    def picture(self, name: str) -> str:
        """The SVG itself. Raises OSError when it is not there."""
        assert self.folder is not None
        return picture_path(self.folder, name).read_text(encoding="utf-8")


def picture_path(folder: Path, name: str) -> Path:
    return folder / PICTURES / f"{name}.svg"


def read_curriculum(folder: Path) -> Curriculum:
    draft = Draft(folder, "")
    read_lessons(draft)
    return compile_curriculum(draft.curriculum)


def read_lessons(draft: Draft) -> None:
    """Everything to learn goes into the draft; what cannot be read is reported."""
    found = CurriculumDraft()
    for path in sorted((draft.folder / LESSONS).glob("*.md")):
        if (lesson := _read_lesson(draft, path)) is not None:
            found.lessons.append(lesson)
    found.hard = dict(_read_all(draft, HARD, HardEntry))
    found.scenes = dict(_read_all(draft, SCENES, SceneFile))
    if (draft.folder / BANK).exists():
        found.bank = _read_as(draft, draft.folder / BANK, BankFile)
    draft.curriculum = found


def _read_all(draft: Draft, folder: str, model: type[_File]) -> Iterator[tuple[str, _File]]:
    for path in sorted((draft.folder / folder).glob("*.toml")):
        if (read := _read_as(draft, path, model)) is not None:
            yield path.stem, read


def _read_as(draft: Draft, path: Path, model: type[_File]) -> _File | None:
    told = read_toml(draft, path)
    return None if told is None else _as(draft, path.relative_to(draft.folder).as_posix(), told, model)


def _as(draft: Draft, file: str, told: dict[str, Any], model: type[_File]) -> _File | None:
    try:
        return model.model_validate(told)
    except ValidationError as error:
        report_faults(draft, file, "", error, told)
        return None


def parted(content: bytes) -> tuple[str, str, tuple[str, ...]]:
    """What stands above the first fence, the head, and the messages. Raises ValueError where it is no lesson."""
    before, head, body = content.decode("utf-8").split(f"{FENCE}\n", 2)
    return before, head, tuple(one.strip() for one in f"\n{body}\n".split("\n---\n"))


def _read_lesson(draft: Draft, path: Path) -> LessonDraft | None:
    file = path.relative_to(draft.folder).as_posix()
    content = path.read_bytes()
    try:
        before, head, messages = parted(content)
        told = tomllib.loads(head)
    except UnicodeDecodeError:
        draft.report(file, "", "Berkas ini tidak tersimpan sebagai UTF-8.")
    except tomllib.TOMLDecodeError as error:
        draft.report(file, "", f"Penulisan TOML keliru: {error}.")
    except ValueError:
        draft.report(file, "", f"Kepalanya harus berdiri di antara dua baris {FENCE}.")
    else:
        if before.strip():
            draft.report(file, "", f"Di atas baris {FENCE} yang pertama tidak boleh ada apa-apa.")
        read = _as(draft, file, told, LessonHead)
        version = hashlib.sha256(content).hexdigest()[:8]
        if read is not None:
            return LessonDraft(path.stem.partition("-")[0], file, read, messages, len(content), version)
    return None


def compile_curriculum(draft: CurriculumDraft | None) -> Curriculum:
    if draft is None:
        return Curriculum()
    bank: dict[str, list[Question]] = defaultdict(list)
    for entry in draft.bank.questions if draft.bank else ():
        bank[entry.module].append(_question(entry))
    return Curriculum(
        {one.key: _lesson(one) for one in sorted(draft.lessons, key=lambda lesson: lesson.key)},
        {key: Hard(key, one.text, one.answer, one.mind, tuple(one.words)) for key, one in draft.hard.items()},
        {key: _scene(key, one) for key, one in draft.scenes.items()},
        {module: tuple(questions) for module, questions in bank.items()},
    )


def _lesson(draft: LessonDraft) -> Lesson:
    head = draft.head
    return Lesson(
        draft.key,
        head.title,
        head.module,
        tuple(head.roles),
        head.track,
        tuple(map(html, draft.messages)),
        tuple(map(_question, head.questions)),
        draft.version,
        tuple(head.tasks),
        tuple(head.occasions),
        head.practice,
        head.picture or "",
        head.picture_text,
        tuple(head.words),
    )


def _question(entry: QuestionEntry) -> Question:
    return Question(entry.text, tuple(Answer(one.text, one.is_right, one.why) for one in entry.answers))


def _scene(key: str, told: SceneFile) -> Scene:
    moments = tuple(map(_moment, told.moments))
    return Scene(key, told.title, told.place, told.gist, moments, tuple(told.occasions))


def _moment(told: MomentEntry) -> Moment:
    choices = (
        Choice(one.text, tuple(word.lower() for word in one.words), one.outcome, one.heard, one.note, one.to)
        for one in told.choices
    )
    return Moment(told.key, told.story, tuple(choices))
