"""Answers to other questions that are named beside what is asked: "dekat SD 44, alasannya anak-anak sering jatuh". Each
stands in a clause of its own, which begins with what it answers."""

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any

from bot.core.flow.scene import PICKED, Scene, ask_about, holds, kind_of
from bot.core.flow.told.besides import numbers_in
from bot.core.flow.told.told_along import asks_why
from bot.core.flow.told.uncounted import uncounted
from bot.core.forms.heard import Typed
from bot.core.forms.questions import Question, Took
from bot.core.forms.writing import CLAUSE, key_of
from bot.core.stories.labelled import lines_of
from bot.core.understanding.answers import is_unknown
from bot.core.understanding.declining import refuses

_LEADS = 4  # words before the answer, with its name among them
_OF_IT = "nya"
_LONGEST = 400  # characters; what is longer tells a story
_FEWEST = 3  # words of a whole message that may hold two answers
_NO_WORDS = frozenset({"choice", "location", "photos"})  # kinds that any words do not answer
_MARKS = " ,.;:"
_NOTHING = frozenset({"tidak_tahu", "tidak_ada", "nanti", "lewati"})  # acts


def told_beside(scene: Scene, question: Question, text: str) -> tuple[str, Mapping[str, Any]]:
    """What is left of the text, and the answers that were named in it, by question; all of it and nothing where none
    is."""
    if scene.world.ear is None or len(text) > _LONGEST or len(text.split()) < _FEWEST:
        return text, {}
    clauses = [found[0] for found in CLAUSE.finditer(text)]
    if len(clauses) < 2 or (kind_of(question).story and lines_of(text, scene.world.labels)):
        return text, {}  # an usulan that is written like a form stays whole, and fills it
    found: dict[str, Any] = {}
    left: list[str] = []
    for clause in clauses:
        told = next(_answers(scene, question, clause), None) if left else None
        if told is None and (known := _known_after_all(scene, found, clause)):
            found |= known
        elif told is None and (longer := _told_on(scene, question, found, clause)):
            found |= longer
        elif told is None or told[0] in found:
            left.append(clause)
        else:
            found |= {**numbers_in(scene, question, clause), told[0]: told[1]}
    return (",".join(left).strip(_MARKS) if found else text), found


def _known_after_all(scene: Scene, found: Mapping[str, Any], clause: str) -> Mapping[str, Any]:
    """ "Ukurannya yang tadi lupa, 150 meter": behind what was not known it is told."""
    key = next(reversed([*found]), "")
    question = scene.flow.question(key) if key and is_unknown(found[key]) else None
    told = kind_of(question).read(ask_about(scene, question), Typed(clause.strip(_MARKS), 0)) if question else None
    return {key: told.value} if isinstance(told, Took) and told.value and not is_unknown(told.value) else {}


def _told_on(scene: Scene, question: Question, found: Mapping[str, Any], clause: str) -> Mapping[str, Any]:
    """ "Tidak ada. Alasannya: harga jagung jatuh, warga susah makan": what goes on behind words that are kept, unless
    it answers what is asked."""
    key = next(reversed([*found]), "")
    last = scene.flow.question(key) if key else None
    if last is None or not kind_of(last).story or kind_of(question).free or not clause.strip(_MARKS):
        return {}
    if isinstance(kind_of(question).read(ask_about(scene, question), Typed(clause, 0)), Took):
        return {}
    return {key: {**found[key], "text": f"{found[key]['text']}, {clause.strip(_MARKS)}"}}


def named_alone(scene: Scene, text: str) -> Mapping[str, Any]:
    """ "Umurnya 60", where something else is to be chosen, "yang paling merasakan petani", where any words are an
    answer: the answers that are named, where every clause names one."""
    asked = scene.asked
    if scene.world.ear is None or asked is None or len(text) > _LONGEST or len(text.split()) < 2:
        return {}
    if any(map(str.isdecimal, scene.world.ear.denied(text))):
        return {}  # "jumlahnya bukan 40 melainkan 14" is put right
    free = kind_of(asked).free
    if not free and asked.kind not in _NO_WORDS:
        return {}
    if not free and isinstance(kind_of(asked).read(ask_about(scene, asked), Typed(text, 0)), Took):
        return {}
    told: dict[str, Any] = {}
    for clause in CLAUSE.finditer(text):
        answer = next(_answers(scene, asked, clause[0]), None)
        if answer is None:
            return {}
        told |= dict([answer])
    return told


def told_by_name(scene: Scene, clause: str) -> Mapping[str, Any]:
    """The answer to another question with whose name this clause begins."""
    is_told = scene.asked is not None and scene.world.ear is not None and len(clause) <= _LONGEST
    return dict(islice(_answers(scene, scene.asked, clause), 1)) if is_told and scene.asked is not None else {}


def told_in_full(scene: Scene, question: Question, text: str) -> Mapping[str, Any]:
    """ "Tempatnya dekat masjid, pas di tikungan", said of this question: all of it, where any words are its answer."""
    first, _, more = text.strip(_MARKS).partition(",")
    if more.strip().partition(" ")[0].endswith(_OF_IT):
        return {}  # "tanahnya milik desa" is told of something else
    is_why = kind_of(question).story and not asks_why(scene, question)
    if question.key in scene.values or question is scene.asked or not kind_of(question).free or is_why:
        return {}
    if any(_says_nothing(scene, clause[0].strip(_MARKS)) for clause in CLAUSE.finditer(text)):
        return {}  # "tidak di tempat ka, lewati. dekat pasar tempatnya" does something besides
    told = told_by_name(scene, first)
    if not told and len(first.split()) > 2 and not _says_nothing(scene, first.partition(" ")[2]):
        told = {question.key: {"text": first}}
    value = told.get(question.key)
    return {question.key: {**value, "text": f"{value['text']},{more}" if more else value["text"]}} if value else {}


def _answers(scene: Scene, question: Question, clause: str) -> Iterator[tuple[str, Any]]:
    words = clause.split()
    for other in scene.flow.questions:
        kind = kind_of(other)
        answered = scene.state.answers.get(other.key)
        was_said = answered is not None and not answered.told_in  # what a story told gives way
        if other is question or was_said or kind.gathers or kind.claims or kind.rest:
            continue
        at = _named_until(scene, other, words)
        told = " ".join(words[at:]).strip(_MARKS) if at else ""
        told = uncounted(told, scene.world) if other.kind in PICKED else told
        reading = kind.read(ask_about(scene, other), Typed(told, 0)) if told else None
        if not isinstance(reading, Took) or not reading.value or (kind.free and _says_nothing(scene, told)):
            continue
        if holds(other, reading.value, scene.values, scene.world):
            yield other.key, reading.value


def _says_nothing(scene: Scene, text: str) -> bool:
    """ "Patokannya belum tahu", "patokan tidak usah"."""
    if refuses(text, "", scene.world):
        return True
    acts = scene.world.ear.hear(text, "closed") if scene.world.ear is not None else None
    return acts is not None and bool(acts.done) and not acts.left and all(one.name in _NOTHING for one in acts.done)


def _named_until(scene: Scene, other: Question, words: list[str]) -> int:
    """Behind how many words its name ends; nothing where the clause does not begin with it."""
    names = {called for name in (key_of(other.title), other.key) for called in (name, f"{name}{_OF_IT}")} - {"", _OF_IT}
    spoken = [key_of(word) for word in words[:_LEADS]]
    for at in range(1, len(spoken) + 1):
        if any(" ".join(spoken[start:at]) in names for start in range(at)):
            return at
    cues = tuple(getattr(other.params, "cues", ()))
    return next((at for at in range(len(spoken), 1, -1) if " ".join(spoken[:at]) in cues), 0)
