"""The Markdown files of lessons: opened with all they hold, and written with other texts."""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.catalog.curriculum import FENCE, LESSONS, parted
from bot.catalog.lessonbook.layout import ANSWER, MESSAGE, ONCE, QUESTION, Row, cleaned, rows_of

_ORDER = ("judul", "cari", "modul", "untuk", "jalur", "sumber", "tugas", "saat", "gambar", "gambar_teks", "coba")
_STRINGS = re.compile(r'"""[\s\S]*?"""|"(?:\\.|[^"\\\n])*"|\'[^\'\n]*\'')
_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"})


class Unreadable(Exception):
    """The file is no lesson as it stands; `check` says why."""


@dataclass(frozen=True, slots=True)
class LessonFile:
    """`head`: its TOML as read. `content`: every byte of it."""

    path: Path
    content: bytes
    head: Mapping[str, Any]
    messages: tuple[str, ...]

    @property
    def key(self) -> str:
        return self.path.stem.partition("-")[0]

    @property
    def name(self) -> str:
        """As `check` names it."""
        return f"{LESSONS}/{self.path.name}"

    @property
    def title(self) -> str:
        return str(self.head.get("judul", ""))

    def rows(self) -> list[Row]:
        return rows_of(dict(self.head), self.messages)

    def has_comments(self) -> bool:
        """Remarks of an editor behind a #, which a file written anew would lose."""
        _, head, _ = parted(self.content)
        return "#" in _STRINGS.sub("", head)

    def written_with(self, rows: Sequence[Row]) -> bytes:
        """The file with these texts. What is the same to the eye stays as it was to the letter."""
        before = {cleaned(text): text for text in _texts(self.head, self.messages)}
        head = {name: told for name, told in self.head.items() if name not in (*ONCE.values(), "kuis")}
        head |= {ONCE[row.part]: before.get(row.text, row.text) for row in rows if row.part in ONCE}
        messages = [before.get(row.text, row.text) for row in rows if row.part == MESSAGE]
        return _written(head, _quiz(rows, before), messages).encode()


def opened(path: Path) -> LessonFile:
    """Raises Unreadable, or OSError."""
    content = path.read_bytes()
    return read(path, content)


def read(path: Path, content: bytes) -> LessonFile:
    """The same of bytes that stand elsewhere: `path` is where they belong."""
    try:
        _, head, messages = parted(content)
        return LessonFile(path, content, tomllib.loads(head), messages)
    except ValueError as error:  # no UTF-8, no TOML, no two fences
        raise Unreadable(path.name) from error


def paths(content_dir: Path) -> list[Path]:
    return sorted((content_dir / LESSONS).glob("*.md"))


def _texts(head: Mapping[str, Any], messages: Sequence[str]) -> Iterator[str]:
    yield from messages
    yield from (str(head[name]) for name in ONCE.values() if name in head)
    for question in head.get("kuis", []):
        yield question.get("tanya", "")
        for one in question.get("jawab", []):
            yield from (one.get("teks", ""), one.get("kata", ""))


def _quiz(rows: Sequence[Row], before: Mapping[str, str]) -> list[dict[str, Any]]:
    quiz: list[dict[str, Any]] = []
    for row in rows:
        text, why = before.get(row.text, row.text), before.get(row.why, row.why)
        if row.part == QUESTION:
            quiz.append({"tanya": text, "jawab": []})
        elif row.part == ANSWER:
            quiz[-1]["jawab"].append({"teks": text, "benar": row.is_right, "kata": why})
    return quiz


def _written(head: Mapping[str, Any], quiz: Sequence[Mapping[str, Any]], messages: Sequence[str]) -> str:
    names = sorted(head, key=lambda name: _ORDER.index(name) if name in _ORDER else len(_ORDER))
    lines = [f"{name} = {_toml(head[name])}" for name in names]
    for question in quiz:
        lines += ["", "[[kuis]]", f"tanya = {_toml(question['tanya'])}"]
        for one in question["jawab"]:
            lines += ["[[kuis.jawab]]", *(f"{name} = {_toml(told)}" for name, told in one.items())]
    body = "\n\n---\n\n".join(messages)
    return "\n".join([FENCE, *lines, FENCE, body]) + "\n"


def _toml(told: Any) -> str:
    """What a lesson's head holds: texts, lists of them, yes and no."""
    if isinstance(told, bool):
        return "true" if told else "false"
    if isinstance(told, list):
        return f"[{', '.join(map(_toml, told))}]"
    return f'"{str(told).translate(_ESCAPES)}"'
