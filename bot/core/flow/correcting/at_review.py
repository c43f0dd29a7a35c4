"""What is said over the card: a line of it that is to be another, what nobody answered yet and is named now ("alasannya
anak sakit semua", "lingkungan Kalosi Timur"), and whatever is told besides."""

import re
from dataclasses import replace

from bot.core.flow.answering import note_all, refuse, tells_something
from bot.core.flow.asking import send_label
from bot.core.flow.controls import jump_to_named, typed_control
from bot.core.flow.correcting.named_anew import COUNTED
from bot.core.flow.correcting.said_to_go import may_take_out, said_in
from bot.core.flow.scene import REVIEW, Scene, ask_about, kind_of
from bot.core.flow.told.besides import is_told
from bot.core.flow.told.told_along import keep_besides
from bot.core.forms.agreeing import agrees
from bot.core.forms.heard import Typed
from bot.core.forms.questions import Question, Took
from bot.core.forms.say import Step, Words
from bot.core.forms.writing import is_question, key_of

_PARTS, _SENDS = re.compile(r"[.,;!\n]+(?!\d)"), "kirim"  # the control


def named(scene: Scene, typed: str) -> Step | None:
    """ "Ubah cerita", or only the name or number of a line of the card."""
    if scene.target != REVIEW:
        return None
    first, _, rest = typed.partition(" ")
    return jump_to_named(scene, rest if scene.world.words.get(first) == "ubah" else typed)


def kept_by_word(scene: Scene, text: str) -> Step | None:
    """ "Ya simpan", "oke simpan saja", under what is kept by its button; nobody's own story."""
    words, spoken = scene.world.asking_proposers["catat"], {*key_of(text).split()}
    keeps = words & scene.world.agreeing["silakan"]
    is_said = not keeps.isdisjoint(spoken) and (words - keeps).isdisjoint(spoken) and not scene.flow.hears
    return typed_control(scene, _SENDS) if is_said and agrees(text, scene.world, keeps) else None


def hear(scene: Scene, heard: Typed) -> Step:
    """Whoever goes on telling over the card has told it: where it answers, or in what was said besides."""
    if is_question(heard.text, scene.world, free=False) or _sends_first(scene, heard.text):
        return refuse(scene, heard, Words("mesin.bantuan_tinjau", {"kirim": send_label(scene)}))
    if (kept := kept_by_word(scene, heard.text)) is not None:
        return kept
    goes, said = scene.world.taking_out, said_in(heard.text)
    if may_take_out(scene.world, heard.text) and not goes["kata"].isdisjoint((said[0], said[-1])):
        return refuse(scene, heard, Words("mesin.hapus_tidak_tertulis"))  # what is to go is not kept
    told = fill(scene, heard) or tells_something(scene, heard) or _named_right(scene, heard)
    told = told or keep_besides(scene, heard)
    return told or refuse(scene, heard, Words("mesin.tinjau_bingung", {"kirim": send_label(scene)}))


def _sends_first(scene: Scene, text: str) -> bool:
    """ "Kirim. habis itu bidan ya": what comes after it is told then, and is no part of this one."""
    first, *others = _PARTS.split(text)
    return any(one.strip() for one in others) and scene.world.words.get(key_of(first)) == _SENDS


def fill(scene: Scene, heard: Typed) -> Step | None:
    """The answer to the one question without any that these words name, or whose place they are."""
    for question in scene.shown:
        words = "" if is_told(scene, question) else _words_for(scene, question, heard.text)
        told = replace(heard, text=words)
        reading = kind_of(question).read(ask_about(scene, question), told) if words else None
        if isinstance(reading, Took) and reading.value is not None and not reading.also:
            return note_all(scene, {question.key: reading.value}, heard)
    return None


def _words_for(scene: Scene, question: Question, text: str) -> str:
    """The part of them that answers it; empty where they do not."""
    kind, ear = kind_of(question), scene.world.ear
    if kind.claims is not None:
        return text if kind.claims(ask_about(scene, question), text) else ""
    told = kind.story or (question.kind in COUNTED and scene.target == REVIEW)
    names_it = ear is not None and told and [*ear.named(text)] == [question.key]
    return next(iter(ear.right(text)), "") if names_it and ear is not None else ""


def _named_right(scene: Scene, heard: Typed) -> Step | None:
    """ "Ukurannya 300 meter bukan 60 kios", of a question that nobody has answered: what is right answers it."""
    ear = scene.world.ear
    if ear is None or not ear.corrects(heard.text) or not ear.named(heard.text):
        return None
    return tells_something(scene, replace(heard, text=ear.corrected(heard.text)))
