"""Earlier texts of lessons, in a folder beside them: whoever keeps the content has them, too, and needs no program."""

import fcntl
import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from bot.catalog.curriculum import LESSONS
from bot.catalog.lessonbook.files import LessonFile, Unreadable, read
from bot.catalog.lessonbook.layout import mark_of

FOLDER = "dulu"


class Kept(NamedTuple):
    """One earlier text. `number` counts from 1, the newest is the highest."""

    number: int
    path: Path


class ChangedMeanwhile(Exception):
    """Somebody wrote the file while we were looking at it."""


@contextmanager
def alone(content_dir: Path) -> Iterator[None]:
    """Only one command at a time writes lessons; another one waits. OSError where the folder is none."""
    folder = os.open(content_dir / LESSONS, os.O_RDONLY | os.O_DIRECTORY)
    try:
        fcntl.flock(folder, fcntl.LOCK_EX)
        yield
    finally:
        os.close(folder)


def kept_of(file: LessonFile) -> list[Kept]:
    """In the order in which they were put away."""
    found = (path for path in _folder(file).glob("*.md") if path.stem.isdecimal())
    return sorted(Kept(int(path.stem), path) for path in found)


def with_mark(file: LessonFile, mark: str) -> LessonFile | None:
    """The earlier text a workbook was made from, if it is kept."""
    for kept in reversed(kept_of(file)):
        try:
            earlier = read(file.path, kept.path.read_bytes())
        except Unreadable:
            continue
        if mark_of(earlier.rows()) == mark:
            return earlier
    return None


def put(changes: Sequence[tuple[LessonFile, bytes]]) -> None:
    """Write all of them, each beside what it was before; a file is whole at every moment. Raises ChangedMeanwhile
    before anything is written, and OSError."""
    for file, _ in changes:
        if file.path.read_bytes() != file.content:
            raise ChangedMeanwhile(file.name)
    for file, _ in changes:
        _keep(file)
    for file, content in changes:
        _replace(file.path, content, like=file.path)


def _keep(file: LessonFile) -> None:
    """The same text is not kept twice in a row."""
    folder, kept = _folder(file), kept_of(file)
    if kept and kept[-1].path.read_bytes() == file.content:
        return
    for one in (folder.parent, folder):
        if not one.exists():
            one.mkdir()
            shutil.copymode(file.path.parent, one)
    number = kept[-1].number + 1 if kept else 1
    _replace(folder / f"{number:04}.md", file.content, like=file.path)


def _replace(path: Path, content: bytes, like: Path) -> None:
    """`like`: who may read it."""
    new = path.with_name(f".{path.name}.baru")
    with new.open("wb") as out:
        out.write(content)
        out.flush()
        os.fsync(out.fileno())
    shutil.copymode(like, new)
    new.replace(path)


def _folder(file: LessonFile) -> Path:
    return file.path.parent / FOLDER / file.key
