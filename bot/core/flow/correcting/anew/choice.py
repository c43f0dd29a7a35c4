"""A choice that was made before is told anew where any words are an answer: "yang merasakan itu jangan semua, lansia
sama balita", "sumbangannya tadi tenaga saja, tanahnya tidak jadi"."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from bot.core.flow.correcting.amending import options_of
from bot.core.flow.correcting.corrections import New, answered, first_other, put_in_place
from bot.core.flow.scene import Scene, ask_about, kind_of
from bot.core.forms.heard import Typed
from bot.core.forms.questions import Question, Took
from bot.core.forms.say import Step
from bot.core.forms.writing import key_of
from bot.core.understanding.choosing import CLAUSE
from bot.core.understanding.cued import beside_in

_LONGEST, _SHORT, _LEADS = 24, 8, 5  # words; among which stands that it was told before


def put_right(scene: Scene, heard: Typed) -> Step | None:
    """None where the words do not begin as the answer to a choice that was made, and where they neither deny something
    of it, nor add to it, nor say that it was told a moment ago."""
    asked = scene.asked
    if asked is None or not kind_of(asked).free or kind_of(asked).verbatim or len(heard.text.split()) > _LONGEST:
        return None
    clauses = [clause for one in CLAUSE.findall(heard.text) if (clause := one.strip(" .,;:"))]
    for question in answered(scene) if clauses and "?" not in heard.text else ():
        if (new := _new(scene, question, heard, clauses)) is None:
            continue
        if options_of(new.value) != options_of(scene.values[question.key]):
            return put_in_place(scene, question, heard, new)
    return None


def _new(scene: Scene, question: Question, heard: Typed, clauses: Sequence[str]) -> New | None:
    ear = scene.world.ear
    is_before = _told_before(scene, question, clauses[0])
    if ear is None or not (is_before or beside_in(clauses[0], getattr(question.params, "cues", ()))):
        return None
    if ear.adds(heard.text) and len(heard.text.split()) <= _SHORT:
        return first_other(scene, question, heard)
    value = _not_denied(scene, question, clauses, alone=is_before)
    return New(value, {}) if value is not None else None


def _told_before(scene: Scene, question: Question, clause: str) -> bool:
    """ "Yang merasakan tadi …"; "tadi malam" is a time."""
    ear, said, spelt = scene.world.ear, clause.lower().split()[:_LEADS], scene.world.spellings
    at = next((at for at, word in enumerate(said) if word in spelt.common.before_now), None)
    times = {word for words in spelt.hours.parts.values() for word in words}
    if ear is None or at is None or not kind_of(question).toggles or not times.isdisjoint(said[at + 1 : at + 2]):
        return False
    return any(name.partition(".")[0] == question.key for name in ear.named(" ".join(said)))


def _not_denied(scene: Scene, question: Question, clauses: Sequence[str], *, alone: bool) -> Any:
    """What is chosen in the clauses that deny nothing; None where none does, and where one denies something else.
    `alone`: nothing has to be denied."""
    words = scene.world.spellings.choices
    denying = {*words.no, *words.stop}
    told: dict[bool, list[str]] = {True: [], False: []}
    for clause in clauses:
        said = clause.split()
        left = [word for word in said if key_of(word) not in denying]
        told[len(left) < len(said)].append(" ".join(left))
    ask = replace(ask_about(scene, question), mine=None)
    read = [kind_of(question).read(ask, Typed(text, 0)) for text in (*told[True], ", ".join(told[False]))]
    last = read[-1]
    is_clear = (alone or bool(told[True])) and all(isinstance(one, Took) for one in read)
    return last.value if is_clear and isinstance(last, Took) else None
