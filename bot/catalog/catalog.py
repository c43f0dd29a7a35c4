"""The content, judged, in the values the core works with, and ready to be said: the only place where a name becomes
Indonesian words."""

import gc
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from html import unescape
from pathlib import Path
from typing import Any

from bot.catalog import ear, rules
from bot.catalog.broadcast_sentences import sentences_of_templates
from bot.catalog.broadcasts import FORM, compile_flows, compile_templates
from bot.catalog.calendar import compile_calendar
from bot.catalog.curriculum import Shelf, read_lessons
from bot.catalog.danger import compile_danger, sentences_needed
from bot.catalog.draft import EXAMPLES_FILE, Draft, FormDraft, read_draft, read_toml
from bot.catalog.form_sentences import sentences_of
from bot.catalog.hall import Programmes, compile_hall
from bot.catalog.markup import split
from bot.catalog.models import PART_FIELDS, Question, params_of
from bot.catalog.names import check_named, kind_named
from bot.catalog.needed import Needed
from bot.catalog.problem import ContentProblems, Problem
from bot.catalog.rules import lessons, scenes
from bot.catalog.rules.retention import BOUNDS
from bot.catalog.sipd import compile_answers
from bot.catalog.spellings import compile_vocabulary
from bot.catalog.states import compile_states
from bot.catalog.taught.examples import OF_DANGER, OF_NEWS, OF_RELIEF, OF_REPLIES, there_is_one
from bot.catalog.texts import Texts, values_in
from bot.core.broadcasts.templates import Template
from bot.core.calendar.rules import Calendar
from bot.core.deciding.states import States
from bot.core.flow.sentences import NEEDED
from bot.core.forms import questions as core
from bot.core.forms.questions import Flow
from bot.core.forms.say import Button, Rows, Say, Words
from bot.core.forms.world import WORDS, Sorts, Where, World
from bot.core.forms.writing import key_of
from bot.core.lessons.lessons import Curriculum
from bot.core.listening.shapes import Ear
from bot.core.places.places import Places
from bot.core.retention import Retention
from bot.core.sipd.answers import Spellings
from bot.core.usulan.danger import Danger


@dataclass(frozen=True, slots=True)
class Message:
    """Telegram HTML, and the Bot API's `reply_markup` as JSON."""

    text: str
    reply_markup: dict[str, Any] | None


@dataclass(frozen=True, slots=True)
class Catalog:
    flows: Mapping[str, Flow]
    world: World
    texts: Texts
    retention: Retention = field(default_factory=Retention)
    danger: Danger = field(default_factory=Danger)
    calendar: Calendar = field(default_factory=Calendar)
    programmes: Programmes = field(default_factory=dict)
    templates: Mapping[str, Template] = field(default_factory=dict)  # of announcements, in the order of their files
    shelf: Shelf = field(default_factory=Shelf)
    states: States = field(default_factory=States)
    sipd: Spellings = field(default_factory=Spellings)

    def __repr__(self) -> str:
        return f"Catalog({self.places.kabupaten.code})"

    @property
    def places(self) -> Places:
        return self.world.places

    @property
    def ear(self) -> Ear | None:
        return self.world.ear

    @property
    def curriculum(self) -> Curriculum:
        """Everything to learn; read when it is first asked for."""
        return self.shelf.curriculum

    def speaking_for(self, bappeda: str) -> "Catalog":
        """The same content, in which every sentence may name the office."""
        return replace(self, texts=Texts(self.texts.sources(), {"bappeda": bappeda}))

    def text(self, name: str, **values: Any) -> str:
        """Telegram HTML, values escaped. KeyError for a name no file has."""
        return self.texts.render(name, values)

    def message(self, say: Say) -> Message:
        text = self.texts.render(say.sentence, say.values)
        if say.lead is not None:
            text = f"{self.texts.render(say.lead.name, say.lead.values)}\n\n{text}"
        return Message(text, markup_of(say, self.label))

    def label(self, told: str | Words) -> str:
        """Text of a button, which knows no HTML."""
        return told if isinstance(told, str) else unescape(self.texts.render(told.name, told.values))

    def split(self, text: str) -> list[str]:
        """In parts of at most 4,096 UTF-16 units after parsing."""
        return split(text)


def load(content_dir: Path, kabupaten: str, needed: Needed | None = None) -> Catalog:
    """Read and judge all content. Raises ContentProblems with everything that is wrong.

    `needed`: sentences the caller will say beside those of the conversation, with the values it gives them.
    """
    draft = _judged(content_dir, kabupaten, needed)
    if draft.problems or draft.places is None:
        raise ContentProblems(tuple(sorted(set(draft.problems))))
    flows = {form.key: compile_flow(form) for form in draft.forms}
    if draft.templates:
        flows |= {flow.key: flow for flow in compile_flows(draft.templates, flows[FORM])}
    texts = Texts({sentence.name: sentence.text for sentence in draft.sentences})
    calendar, programmes = compile_calendar(draft.calendar), compile_hall(draft.calendar)
    danger = compile_danger(draft.danger, draft.places.names)
    cries, relief, replies = (ear.sense_of(draft.folder, one) for one in (OF_DANGER, OF_RELIEF, OF_REPLIES))
    danger = replace(danger, sense=cries, relief=relief, replies=replies)
    world, shelf = compile_world(draft, draft.places, danger), Shelf(content_dir)
    templates, retention = compile_templates(draft.templates), compile_retention(draft)
    states, sipd = compile_states(draft.calendar), compile_answers(draft.calendar)
    return Catalog(flows, world, texts, retention, danger, calendar, programmes, templates, shelf, states, sipd)


def problems(content_dir: Path, kabupaten: str, needed: Needed | None = None) -> list[Problem]:
    """Everything that is wrong in the content, by file and key; empty when it can be used."""
    return sorted(set(_judged(content_dir, kabupaten, needed, whole=True).problems))


def written(content_dir: Path, kabupaten: str) -> Draft:
    """All content as its editors wrote it, every sentence with its file, what is learnt too."""
    return _judged(content_dir, kabupaten, None, whole=True)


@contextmanager
def _without_collecting() -> Iterator[None]:
    """Much is made while content is read and little of it is garbage: to look for it again and again costs a tenth."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@_without_collecting()
def _judged(content_dir: Path, kabupaten: str, needed: Needed | None, *, whole: bool = False) -> Draft:
    """`whole`: with everything to learn, which is not read at the start."""
    draft = read_draft(content_dir, kabupaten)
    if whole:
        read_lessons(draft)
        draft.examples = read_toml(draft, content_dir / EXAMPLES_FILE) or {}
        draft.sentences += [*lessons.sentences_in(draft), *scenes.sentences_in(draft)]
    for form in draft.forms:
        draft.sentences += sentences_of(form)
    draft.sentences += sentences_of_templates(draft)
    rules.judge_all(draft, {**NEEDED, **sentences_needed(draft.danger), **_explained(draft), **(needed or {})})
    draft.problems = _told_once(draft)
    return draft


def _explained(draft: Draft) -> Needed:
    """A sentence for each word that somebody may ask about, where any is explained."""
    there_are_some = any(sentence.name.startswith("arti.") for sentence in draft.sentences)
    return {f"arti.{name}": frozenset() for name in draft.words.get("arti", {})} if there_are_some else {}


def _told_once(draft: Draft) -> list[Problem]:
    """A fault in questions that another form includes is told of the file in which they stand."""
    included = {form.file: f"formulir/{form.form.include}.toml" for form in draft.forms if form.form.include}
    known = set(draft.problems)
    twice = {one for one in known if Problem(included.get(one.file, ""), one.key, one.sentence) in known}
    return [one for one in draft.problems if one not in twice]


Told = Callable[[str | Words], str]
_REQUEST = {
    "location": ("tombol.kirim_lokasi", "request_location"),
    "contact": ("tombol.kirim_kontak", "request_contact"),
}


def markup_of(say: Say, told: Told) -> dict[str, Any] | None:
    """Inline buttons; or, where the phone has to send something, a keyboard whose keys type their own label."""
    if say.keyboard == "remove":
        return {"remove_keyboard": True}
    if say.keyboard:
        return _reply_keyboard(say.keyboard, say.buttons, told)
    if not say.buttons:
        return None
    return {"inline_keyboard": [[_inline(button, told) for button in row] for row in say.buttons]}


def _inline(button: Button, told: Told) -> dict[str, str]:
    if button.url:
        return {"text": told(button.label), "url": button.url}
    return {"text": told(button.label), "callback_data": button.data}


def _reply_keyboard(keyboard: str, rows: Rows, told: Told) -> dict[str, Any]:
    label, request = _REQUEST[keyboard]
    asked: list[list[dict[str, Any]]] = [[{"text": told(Words(label)), request: True}]]
    keys = [[{"text": told(button.label)} for button in row] for row in rows]
    return {"keyboard": asked + keys, "resize_keyboard": True, "one_time_keyboard": True}


def compile_flow(draft: FormDraft) -> core.Flow:
    checks = tuple(
        core.CrossCheck(check_named(check.name), tuple(check.questions), f"form.{draft.key}.pemeriksaan.{number}")
        for number, check in enumerate(draft.form.checks, 1)
    )
    asked = tuple(_compile_question(question) for question in draft.questions)
    review = draft.form.review is not None
    form = draft.form
    return core.Flow(
        draft.key,
        asked,
        checks,
        review=review,
        own_send=form.send is not None,
        sends=frozenset(map(key_of, filter(None, (form.send, *form.sends)))),
        enough_from=form.enough_from,
        hears=form.hears,
    )


def _compile_question(told: Question) -> core.Question:
    kind = kind_named(told.kind)
    params = params_of(kind, told)
    within = getattr(params, "within", None)
    return core.Question(
        told.key,
        kind,
        params,
        title=told.title,
        optional=told.optional,
        skips=frozenset(map(key_of, told.skips)),
        needs=(within,) if within else (),
        only_if=tuple(core.Condition(key, frozenset(values)) for key, values in told.only_if.items()),
        variants=frozenset(part for part, (field, _) in PART_FIELDS.items() if getattr(told, f"{field}_kelurahan")),
        mentions=_mentions(told),
    )


def _mentions(told: Question) -> tuple[str, ...]:
    text = told.text + (told.text_kelurahan or "")
    return tuple(sorted(values_in(text)))


def compile_world(draft: Draft, places: Places, danger: Danger) -> World:
    words = {field: _words(draft.words.get(where.table, {}), where) for field, where in WORDS.items()}
    return World(
        places,
        replace(compile_vocabulary(draft.spellings), which_count=ear.counting_of(draft.folder)),
        asking=tuple(word.lower() for word in draft.words.get("bertanya", {}).get("awal", ())),
        ear=ear.ear_of(draft.folder, danger) if there_is_one(draft.folder) else None,
        guesser=ear.guesser_of(draft.folder) if there_is_one(draft.folder, OF_NEWS) else None,
        numbered={verb: tuple(map(key_of, said)) for verb, said in draft.words.get("usulan_bernomor", {}).items()},
        **words | {"wishing": _wishing(words["wishing"], danger)},
    )


def _words(sorts: Mapping[str, Sequence[str]], where: Where) -> Any:
    if where.kind is dict:
        return {key_of(word): name for name, words in sorts.items() for word in words}
    if where.kind is Sorts:
        return Sorts({name: frozenset(map(key_of, words)) for name, words in sorts.items()})
    return where.kind(map(key_of, sorts.get(where.sort, ())))


def _wishing(sorts: Sorts, danger: Danger) -> Sorts:
    """`luka`: what is done to somebody ("dipukuli") is no work that is hoped for."""
    harm = frozenset(word for case in danger.cases if case.private for word in case.words if " " not in word)
    return Sorts({**sorts, "luka": harm, "bukan_kerja": sorts["bukan_kerja"] | harm}) if sorts else sorts


def compile_retention(draft: Draft) -> Retention:
    told = draft.retention or {}
    rules = [(field, told[table][key]) for table, keys in BOUNDS.items() for key, (field, *_) in keys.items()]
    return Retention(**dict(rules))
