""" "Uangnya hilangkan, tenaga ji": one of several options that were chosen is to go again, and the others stand."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from bot.core.flow.answering import note_all, resume, title
from bot.core.flow.correcting.corrections import New, add, exchange, fitting_now, put_in_place
from bot.core.flow.correcting.said_wrong import once_more
from bot.core.flow.correcting.what_stands import is_more
from bot.core.flow.correcting.wrong_words import in_own_words, mend
from bot.core.flow.scene import REVIEW, Scene, ask_about, kind_of, look
from bot.core.forms.heard import Typed
from bot.core.forms.questions import Question, Took
from bot.core.forms.say import Step, Words
from bot.core.forms.writing import key_of
from bot.core.spelt import either
from bot.core.stories.counted import names_people
from bot.core.understanding.choosing import Chooser, chooser_of
from bot.core.understanding.tongue import tongue_of

_LONGEST = 12  # words
_CHOICE, _CHOICES = "choice", "choices"
_PAUSE = re.compile(r"[,.;]\s+")


class Left(NamedTuple):
    """What is chosen of a question from now on."""

    question: Question
    chosen: tuple[str, ...]


def leave_options(scene: Scene, heard: Typed) -> Step | None:
    """None where no option is denied that was chosen, or a number is. Over the card a plain no is enough; where none is
    left, nobody has told."""
    said = key_of(heard.text).split()
    goes = not scene.world.taking_out["kata"].isdisjoint(said)
    if not (goes or scene.target == REVIEW) or len(said) > _LONGEST or "?" in heard.text:
        return None
    if scene.world.ear is not None and scene.world.ear.denied(heard.text)[:1].isdecimal():
        return None  # "ibu hamil 39 bukan 37"
    if not goes and (more := _more(scene, heard)) is not None:
        return more
    found = list(_left(scene, _denying(scene, heard.text)))
    if len(found) != 1:
        return None
    question, chosen = found[0]
    if not goes and (other := _of_another(scene, heard, question)) is not None:
        return other
    if not goes and not chosen and (asked := _no_option(scene, heard, question)) is not None:
        return asked
    if not chosen:
        state, name = scene.state.drop((question.key,)).skip(question.key), title(scene, question)
        return resume(scene, state.release(), Words("mesin.hapus_sudah", {"judul": name}), (question.key,))
    ear, before = scene.world.ear, {part["value"] for part in scene.values[question.key]}
    of_people = ear is not None and names_people(ear.denied(heard.text), tongue_of(scene.world.spellings))
    if not (goes or of_people or before.issuperset(chosen)):
        return None  # "pasir juga, selain tenaga" is one more
    return put_in_place(scene, question, heard, New(_options(question, chosen), {}))


def _more(scene: Scene, heard: Typed) -> Step | None:
    """ "Bukan tani saja, ibu-ibu juga": both feel it; who is no option is told in the story."""
    if scene.world.ear is None or not is_more(scene.world, heard.text):
        return None
    wrong, right = scene.world.ear.denied(heard.text), _corrected(scene, heard.text)
    for question in scene.shown:
        if question.kind != _CHOICES:
            continue
        read, beside = _chooser(scene, question).read(right), _chooser(scene, question).read(wrong).yes
        if not beside or not (read.yes or (read.tells and question.key in scene.values)):
            continue
        if read.yes:
            before = [part["value"] for part in scene.values.get(question.key) or ()] or beside
            value = _options(question, read.yes if _is_all(scene, question, read.yes) else (*before, *read.yes))
            if question.key not in scene.values:
                return note_all(scene, {question.key: value}, heard)
            return put_in_place(scene, question, heard, New(value, {})) if value != scene.values[question.key] else None
        story = next((one for one in scene.shown if kind_of(one).story and one.key in in_own_words(scene)), None)
        return add(scene, story, heard) if story is not None else None
    return None


def _no_option(scene: Scene, heard: Typed, question: Question) -> Step | None:
    """ "Bukan petani tapi nelayan": who feels it is asked, and stands in the story."""
    right = _corrected(scene, heard.text)
    if right == heard.text or not _chooser(scene, question).read(right).tells:
        return None
    put, state = mend(scene, heard) if len(right.split()) == 1 else None, scene.state
    if put is not None:
        state = put.state.give(question.key, scene.state.answers[question.key])
    return once_more(look(scene.flow, state, scene.world), question)


def _is_all(scene: Scene, question: Question, chosen: Sequence[str]) -> bool:
    told = [one for one in question.params.options if one.value in chosen]
    return any(not {*scene.world.spellings.choices.all}.isdisjoint(one.words) for one in told)


def _options(question: Question, chosen: Sequence[str]) -> list[dict[str, str]]:
    return [{"value": one.value, "label": one.label} for one in question.params.options if one.value in chosen]


def _chooser(scene: Scene, question: Question) -> Chooser:
    return chooser_of(question.params.options, question.params.doubts, scene.world.spellings.choices)


def _of_another(scene: Scene, heard: Typed, denied: Question) -> Step | None:
    """ "Bukan tani tapi urusan irigasi", where petani feel it: what is right answers another question, of which
    the same is wrong."""
    told = [one.strip() for one in (_corrected(scene, heard.text), *_PAUSE.split(heard.text)[1:]) if one.strip()]
    adds = not scene.world.own_name["juga"].isdisjoint(key_of(heard.text).split())
    if adds or any(_answers(scene, denied, right) for right in told):
        return None
    wrong = [one for one in scene.shown if one.kind == _CHOICE and one.key in scene.values]
    found = ((one, right) for one in wrong for right in told if _answers(scene, one, right))
    found = (each for each in found if each[0] in fitting_now(scene, Typed(each[1], 0)))
    return next((exchange(scene, one, replace(heard, text=right)) for one, right in found), None)


def _corrected(scene: Scene, text: str) -> str:
    return scene.world.ear.corrected(text) if scene.world.ear is not None else ""


def _answers(scene: Scene, question: Question, words: str) -> bool:
    """Whether these are another answer to it."""
    reading = kind_of(question).read(replace(ask_about(scene, question), mine=None), Typed(words, 0))
    return isinstance(reading, Took) and reading.value != scene.values[question.key]


def _denying(scene: Scene, text: str) -> str:
    """With a plain no in the place of "hilangkan": before the option that is to go, or behind it and a pause."""
    goes, no = either(scene.world.taking_out["kata"]), scene.world.spellings.choices.stop[0]
    opening = re.compile(rf"(^|[,.;])\s*(?:{goes})\w{{0,3}}\b", re.IGNORECASE)
    return re.sub(rf"\b(?:{goes})\w{{0,3}}\b", f"{no},", opening.sub(rf"\1 {no} ", text), flags=re.IGNORECASE)


def _left(scene: Scene, text: str) -> Iterator[Left]:
    for question in scene.shown:
        if question.kind != _CHOICES or question.key not in scene.values:
            continue
        named = _chooser(scene, question).read(text)
        before = [part["value"] for part in scene.values[question.key]]
        kept = tuple(one for one in dict.fromkeys((*before, *named.yes)) if one not in named.no)
        if named.sure and not set(before).isdisjoint(named.no):
            yield Left(question, kept)
