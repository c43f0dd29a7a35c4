"""Everything that stands in the content folder, read but not yet judged."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, TypeVar

from pydantic import ValidationError

from bot.catalog.broadcasts import FOLDER as TEMPLATES
from bot.catalog.broadcasts import TemplateFile
from bot.catalog.calendar import FILES as CALENDAR_FILES
from bot.catalog.calendar import words_in
from bot.catalog.danger import FILE as DANGER_FILE
from bot.catalog.danger import DangerFile
from bot.catalog.hall import FILES as HALL_FILES
from bot.catalog.hall import hall_words
from bot.catalog.lessons import CurriculumDraft
from bot.catalog.models import Check, Form, Question, Strict, question_model
from bot.catalog.names import kind_named
from bot.catalog.problem import Problem, sentence_for
from bot.catalog.sipd import FILES as SIPD_FILES
from bot.catalog.spellings import FILES as SPELLINGS
from bot.catalog.spellings import Shape, Told, readable
from bot.catalog.states import FILES as STATES_FILES
from bot.catalog.terms import FILE as TERMS_FILE
from bot.catalog.terms import TermsFile
from bot.catalog.wilayah import read_places
from bot.core import kinds
from bot.core.places.places import Places

File = TypeVar("File", bound=Strict)
WORDS_FILE = "kata/tombol.toml"
CITES_FILE = "rujukan.toml"
RETENTION_FILE = "retensi.toml"
EXAMPLES_FILE = "contoh.toml"
_ENTRIES = {"pertemuan": "occasions", "tugas": "tasks"}
DECISION = "_keputusan"  # a file of sentences that tell decisions says so by this key


@dataclass(frozen=True, slots=True)
class Sentence:
    """One text a person will read. `values`: what it may name, None = not known here. `longest`: UTF-16 units.
    `taught`: part of a lesson, in which people speak who are not we."""

    name: str
    file: str
    key: str
    text: str
    values: frozenset[str] | None = None
    longest: int = 4096
    decision: bool = False
    kelurahan: bool = False
    taught: bool = False


@dataclass(frozen=True, slots=True)
class FormDraft:
    """A form whose file could be read. `questions` leaves out those that could not."""

    key: str
    file: str
    form: Form
    questions: tuple[Question, ...]

    def kinds(self) -> Iterator[tuple[Question, str]]:
        return ((question, kind_named(question.kind)) for question in self.questions)


@dataclass
class Draft:
    """`problems` collects what reading found; judging adds to it."""

    folder: Path
    kabupaten: str
    forms: list[FormDraft] = field(default_factory=list)
    sentences: list[Sentence] = field(default_factory=list)
    words: Mapping[str, Any] = field(default_factory=dict)
    spellings: dict[str, Told] = field(default_factory=dict)
    cites: tuple[str, ...] = ()
    amended: Mapping[str, str] = field(default_factory=dict)  # laws, and the law that changed each
    terms: TermsFile | None = None
    retention: Mapping[str, Any] | None = None
    danger: DangerFile | None = None
    curriculum: CurriculumDraft | None = None  # read when all is checked, and when somebody learns
    calendar: dict[str, Strict] = field(default_factory=dict)  # the files of the calendar that could be read
    templates: dict[str, TemplateFile] = field(default_factory=dict)  # of announcements, by the name of their file
    examples: Mapping[str, Any] = field(default_factory=dict)  # values by name, for the page of the editors
    left_out: set[str] = field(default_factory=set)  # keys of entries that could not be read, and are told already
    places: Places | None = None
    problems: list[Problem] = field(default_factory=list)

    def report(self, file: str, key: str, sentence: str) -> None:
        self.problems.append(Problem(file, key, sentence))

    def keys_of(self, part: Literal["pertemuan", "tugas"]) -> set[str]:
        """Keys of the kinds of meetings, or of the tasks; also of those told already that could not be read."""
        read = (getattr(file, _ENTRIES[part], ()) for file in self.calendar.values())
        return self.left_out.union(*({one.key for one in entries} for entries in read))


def read_draft(folder: Path, kabupaten: str) -> Draft:
    draft = Draft(folder, kabupaten)
    draft.places, found = read_places(folder, kabupaten)
    draft.problems += found
    for path in sorted((folder / "kalimat").glob("*.toml")):
        _read_sentences(draft, path)
    for path in sorted((folder / "formulir").glob("*.toml")):
        _read_form(draft, path)
    for path in sorted((folder / TEMPLATES).glob("*.toml")):
        if (template := _read_as(draft, f"{TEMPLATES}/{path.name}", TemplateFile)) is not None:
            draft.templates[path.stem] = template
    draft.words = read_toml(draft, folder / WORDS_FILE) or {}
    draft.spellings = {name: _read_spellings(draft, name, shape) for name, shape in SPELLINGS.items()}
    draft.retention = read_toml(draft, folder / RETENTION_FILE)
    draft.danger = _read_as(draft, DANGER_FILE, DangerFile)
    for name, model in (CALENDAR_FILES | HALL_FILES | STATES_FILES | SIPD_FILES).items():
        if (read := _read_as(draft, name, model)) is not None:
            draft.calendar[name] = read
    draft.sentences += [
        Sentence(name, file, key, text, frozenset(), kelurahan="kelurahan" in file + name)
        for name, file, key, text in (*words_in(draft.calendar), *hall_words(draft.calendar))
    ]
    cites = read_toml(draft, folder / CITES_FILE) or {}
    draft.cites = tuple(cite for cite in cites.get("aman", []) if isinstance(cite, str))
    draft.amended = cites.get("diubah", {})
    draft.terms = _read_as(draft, TERMS_FILE, TermsFile)
    return draft


def _read_as(draft: Draft, name: str, model: type[File]) -> File | None:
    """A file as its model has it, without the entries that are wrong; these are reported. None when nothing is left."""
    told = read_toml(draft, draft.folder / name)
    if told is None:
        return None
    try:
        return model.model_validate(told)
    except ValidationError as error:
        report_faults(draft, name, "", error, told)
        return _read_what_is_left(draft, told, model, error)


def _read_spellings(draft: Draft, name: str, shape: Shape) -> Told:
    told = read_toml(draft, draft.folder / name)
    try:
        return {} if told is None else shape.validate(told)
    except ValidationError as error:
        report_faults(draft, name, "", error)
        return readable(told or {})


def _read_what_is_left(draft: Draft, told: dict[str, Any], model: type[File], error: ValidationError) -> File | None:
    """One wrong entry hides neither the mistakes in others nor what refers to it."""
    wrong = {(*fault["loc"], None)[:2] for fault in error.errors(include_url=False)}
    left_out = [_inside(told, *where) for where in wrong]
    draft.left_out |= {str(one.get("kunci")) for one in left_out if isinstance(one, dict)}
    left = {
        part: [one for at, one in enumerate(value) if (part, at) not in wrong] if isinstance(value, list) else value
        for part, value in told.items()
        if (part, None) not in wrong
    }
    try:
        return model.model_validate(left)
    except ValidationError:
        return None


def read_toml(draft: Draft, path: Path) -> dict[str, Any] | None:
    name = path.relative_to(draft.folder).as_posix()
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        draft.report(name, "", "Berkas ini tidak ada.")
    except UnicodeDecodeError:
        draft.report(name, "", "Berkas ini tidak tersimpan sebagai UTF-8.")
    except tomllib.TOMLDecodeError as error:
        draft.report(name, "", f"Penulisan TOML keliru: {error}.")
    return None


def _read_sentences(draft: Draft, path: Path) -> None:
    name = path.relative_to(draft.folder).as_posix()
    told = read_toml(draft, path) or {}
    decision = told.pop(DECISION, False) is True
    for key, text in _flatten(told):
        if isinstance(text, str):
            draft.sentences.append(Sentence(key, name, key, text, decision=decision))
        else:
            draft.report(name, key, "Kalimat harus berupa tulisan di antara tanda kutip.")


def _flatten(told: Mapping[str, Any], above: str = "") -> Iterator[tuple[str, Any]]:
    for key, value in told.items():
        if isinstance(value, dict):
            yield from _flatten(value, f"{above}{key}.")
        else:
            yield above + key, value


def _read_form(draft: Draft, path: Path) -> None:
    name = path.relative_to(draft.folder).as_posix()
    told = read_toml(draft, path)
    if told is None:
        return
    told = _with_included(draft, name, told)
    try:
        form = Form.model_validate(told)
    except ValidationError as error:
        report_faults(draft, name, "", error)
        form = _what_is_left(told)
    questions = [_read_question(draft, name, number, q) for number, q in enumerate(form.questions, 1)]
    draft.forms.append(FormDraft(path.stem, name, form, tuple(q for q in questions if q is not None)))


def _with_included(draft: Draft, file: str, told: dict[str, Any]) -> dict[str, Any]:
    """Another form's questions and checks after its own, so that nobody writes them twice."""
    name = told.get("sertakan")
    path = draft.folder / "formulir" / f"{name}.toml"
    if not isinstance(name, str):
        return told
    if not path.is_file() or path.name == Path(file).name:
        draft.report(file, "sertakan", f"Formulir “{name}” tidak ada.")
        return told
    other = read_toml(draft, path) or {}
    lists = {key: _tables(told, key) + _tables(other, key) for key in ("pertanyaan", "pemeriksaan")}
    return {"cukup_dari": other.get("cukup_dari"), **told, **lists}


def _what_is_left(told: Mapping[str, Any]) -> Form:
    """Go on with the questions of a form that has other faults, so that all of them are told at once."""
    checks = [check for check in map(_readable_check, _tables(told, "pemeriksaan")) if check is not None]
    questions = _tables(told, "pertanyaan")
    return Form.model_construct(title="", review=None, decision=False, questions=questions, checks=checks)


def _readable_check(told: dict[str, Any]) -> Check | None:
    try:
        return Check.model_validate(told)
    except ValidationError:
        return None


def _tables(told: Mapping[str, Any], key: str) -> list[dict[str, Any]]:
    listed = told.get(key)
    return [table for table in listed if isinstance(table, dict)] if isinstance(listed, list) else []


def _read_question(draft: Draft, file: str, number: int, told: dict[str, Any]) -> Question | None:
    at = f"pertanyaan.{told.get('kunci', number)}"
    kind = kind_named(str(told.get("jenis", "")))
    if "jenis" in told and kind not in kinds.names():
        draft.report(file, f"{at}.jenis", f"Jenis pertanyaan “{told['jenis']}” tidak dikenal.")
        return None
    try:
        model = question_model(kind) if "jenis" in told else Question
        return model.model_validate(told)
    except ValidationError as error:
        report_faults(draft, file, f"{at}.", error)
        return None


def report_faults(draft: Draft, file: str, at: str, error: ValidationError, told: Any = None) -> None:
    for fault in error.errors(include_url=False):
        where = ".".join(_named(told, fault["loc"]))
        draft.report(file, f"{at}{where}", sentence_for(fault))


def _named(told: Any, where: tuple[int | str, ...]) -> Iterator[str]:
    """An entry of a list by its key, as editors call it; by its number where the key itself is wrong."""
    for depth, part in enumerate(where, 1):
        one = _inside(told, *where[:depth])
        key = one.get("kunci") if isinstance(one, dict) and where[-1] != "kunci" else None
        if isinstance(part, int):
            yield key if isinstance(key, str) else str(part + 1)
        else:
            yield part


def _inside(told: Any, *where: int | str | None) -> Any:
    """None when there is nothing at that place."""
    for part in where:
        try:
            told = told[part]
        except (KeyError, IndexError, TypeError):
            return None
    return told
