"""All content as one page, to be read as people will read it: by journey and lesson, with examples, searchable; and the
checklists as tables, so that whoever decides on them sees the days, the doers and what is in use."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from html import escape
from itertools import groupby
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup

from bot.catalog.catalog import Catalog
from bot.catalog.draft import Draft, Sentence
from bot.catalog.preview.changes import Change, Editions, changes
from bot.catalog.preview.examples import ways
from bot.catalog.spellings import all_lists
from bot.core.calendar.rules import LISTS, TaskRule
from bot.core.flow.scene import kind_of
from bot.core.forms.questions import Ask, Flow

#: Folders of content in the order in which they are read, and their name; what stands in none of them comes after.
_FOLDERS = {
    "formulir": "Percakapan",
    "pelajaran": "Pelajaran",
    "latihan": "Latihan memandu",
    "ditanya": "Pertanyaan sulit",
    "siaran": "Siaran siap pakai",
    "kalimat": "Kalimat",
    "tugas": "Tugas",
    "kalender": "Kalender",
}
_REST = "Lainnya"
#: Of these folders a file is a part of one chapter, not a chapter.
_TOGETHER = ("ditanya",)
_PAGE = Environment(loader=FileSystemLoader(Path(__file__).parent), autoescape=True, trim_blocks=True)


@dataclass(frozen=True, slots=True)
class Card:
    """A sentence, `ways` as the chat shows it, its buttons and its place."""

    name: str
    place: str
    ways: Sequence[Markup]
    buttons: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Chapter:
    anchor: str
    title: str
    cards: list[Card] = field(default_factory=list)


def preview(catalog: Catalog, draft: Draft, editions: Editions | None = None) -> str:
    """One HTML page. `draft`: all content with its lessons, judged; `editions`: what it is compared with."""
    printed = _Press(catalog, draft)
    parts = {
        folder: list(chapters)
        for folder, chapters in groupby(printed.chapters(), key=lambda one: _folder(one.anchor.removeprefix("isi/")))
    }
    return _PAGE.get_template("page.html").render(
        changes=[printed.changed(one) for one in changes(editions)] if editions else [],
        since=editions.before_day.strftime("%d-%m-%Y") if editions else "",
        parts=parts,
        number=sum(len(chapter.cards) for chapters in parts.values() for chapter in chapters),
        checklists=Markup(checklists(catalog)),  # noqa: S704  (made there, escaped)
        spellings=all_lists(catalog.world.spellings),
    )


def sentences_by_name(draft: Draft) -> dict[str, str]:
    return {one.name: one.text for one in draft.sentences}


def _folder(file: str) -> str:
    return _FOLDERS.get(file.partition("/")[0], _REST)


class _Press:
    """What a card is made from."""

    def __init__(self, catalog: Catalog, draft: Draft) -> None:
        self._catalog, self._sentences, self._known = catalog, draft.sentences, draft.examples
        self._line: Callable[[str, str], int | None] = finder(draft.folder)
        self._titles = sentences_by_name(draft)
        self._places = {one.name: one for one in draft.sentences}

    def chapters(self) -> Iterable[Chapter]:
        """By folder and file; what stands in a file that another one includes is shown there."""
        order = [*_FOLDERS.values(), _REST]
        by_file: dict[str, list[Sentence]] = {}
        for one in self._sentences:
            by_file.setdefault(_chapter_of(one.file), []).append(one)
        for file in sorted(by_file, key=lambda file: (order.index(_folder(file)), file)):
            if cards := [card for card in map(self._card, by_file[file]) if card is not None]:
                yield Chapter(f"isi/{file}", self._title(file), cards)

    def changed(self, one: Change) -> tuple[Card, Sequence[Markup]]:
        """The sentence as it is, and as it was."""
        place = self._places.get(one.name)
        card = self._card(place) if place else None
        known = self._known_to(one.name)
        return card or Card(one.name, "", []), ways(one.old, known) if one.old is not None else []

    def _card(self, one: Sentence) -> Card | None:
        line = self._line(one.file, one.text)
        if line is None and "." in one.name and one.file.startswith("formulir/"):
            return None
        place = f"{one.file}:{line}" if line else one.file
        return Card(one.name, place, ways(one.text, self._known_to(one.name)), self._buttons(one.name))

    def _known_to(self, name: str) -> Mapping[str, Any]:
        return {**self._known, **own} if isinstance(own := self._known.get(name), dict) else self._known

    def _buttons(self, name: str) -> Sequence[str]:
        """Of a question that has options of its own; places depend on the answer before."""
        form, _, rest = name.removeprefix("form.").partition(".")
        flow: Flow | None = self._catalog.flows.get(form) if name.startswith("form.") else None
        asked = next((q for q in flow.questions if f"{q.key}.tanya" == rest), None) if flow else None
        if asked is None:
            return ()
        return [offer.label for offer in kind_of(asked).offers(Ask(asked, {}, self._catalog.world))]

    def _title(self, file: str) -> str:
        folder, _, name = file.removesuffix(".toml").removesuffix(".md").partition("/")
        key = {"formulir": f"form.{name}.judul", "latihan": f"latihan.{name}.judul"}.get(folder, "")
        key = f"pelajaran.{name.partition('-')[0]}.judul" if folder == "pelajaran" else key
        code = f"{name.partition('-')[0]} " if folder == "pelajaran" else ""
        return code + self._titles.get(key, (name or folder).replace("_", " "))


def _chapter_of(file: str) -> str:
    folder = file.partition("/")[0]
    return folder if folder in _TOGETHER else file


_MARKS = re.compile(r"<[^<>]*>|[*_\\]|\s+")
#: Letters by which a sentence is known.
_ENOUGH = 60


def line_of(lines: Sequence[str], text: str) -> int | None:
    """Counted from 1; None when it stands nowhere as it was told."""
    wanted = bare(next((line for line in text.splitlines() if bare(line)), ""))[:_ENOUGH]
    return next((number for number, line in enumerate(lines, 1) if wanted and wanted in line), None)


def bare(text: str) -> str:
    """Without marks and gaps: Markdown, Telegram HTML and quoted TOML write one sentence in three ways."""
    return _MARKS.sub("", text)


def finder(folder: Path) -> Callable[[str, str], int | None]:
    """(file, text) -> line. Each file is read once."""

    @cache
    def lines(file: str) -> tuple[str, ...]:
        return tuple(bare(line) for line in (folder / file).read_text(encoding="utf-8").splitlines())

    return lambda file, text: line_of(lines(file), text)


_TABLE = """<h2>Tugas {name}</h2>
<table><tr><th>Hari</th><th>Tugas</th><th>Pelaku</th><th>Menunggu</th><th>Dipakai</th></tr>
{rows}
</table>
"""


def checklists(catalog: Catalog) -> str:
    """One table for each list that has tasks."""
    return "".join(_table(catalog, name) for name in LISTS)


def _table(catalog: Catalog, name: str) -> str:
    listed = [rule for rule in catalog.calendar.rules.values() if rule.list == name]
    rows = "\n".join(_row(catalog, rule) for rule in listed)
    return _TABLE.format(name=name, rows=rows) if rows else ""


def _row(catalog: Catalog, rule: TaskRule) -> str:
    source, key = catalog.texts.sources(), f"tugas.{rule.key}"
    anchors = ", ".join(source[f"pertemuan.{kind}"] for kind in rule.anchors)
    task = f"<b>{escape(source[f'{key}.judul'])}</b><br>{escape(rule.key)} · {escape(anchors)}"
    cells = (
        day_of(rule),
        task,
        escape(source[f"pelaku.{rule.doer}"]),
        escape(", ".join((*rule.after, *rule.inputs))),
        "✓" if rule.on else "–",
    )
    return f"<tr>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>"


def day_of(rule: TaskRule) -> str:
    """ "H-7", "H", "H+3", or the days between which it is done: "H-28…H-14"."""
    due = _day(rule.offset) + (" hari kerja" if rule.in_workdays else "")
    return due if rule.begins in (None, rule.offset) else f"{_day(rule.begins or 0)}…{due}"


def _day(offset: int) -> str:
    return f"H{offset:+d}" if offset else "H"
