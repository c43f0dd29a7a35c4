"""What joins an answer, said where something else is asked: "tambah juga tanah" the one choice that has it already,
"cermin tikungan dimasukkan di harapan bapak" and "tunggu, bapak mau tambah: talinya lapuk" what was told, without the
words that say so."""

import re
from dataclasses import replace
from functools import lru_cache

from bot.core.flow import rest
from bot.core.flow.answering import take
from bot.core.flow.asking import ask
from bot.core.flow.correcting.corrections import add
from bot.core.flow.scene import FIRST, STILL, Scene, ask_about, kind_of, look
from bot.core.forms.heard import Typed
from bot.core.forms.questions import Question, Took
from bot.core.forms.say import Step, Words
from bot.core.forms.world import World
from bot.core.forms.writing import bare, key_of
from bot.core.spelt import either
from bot.core.understanding.where.hamlets import is_complaint
from bot.core.understanding.wished import asks_for, is_wished

_CLAUSE = re.compile(r"[,.;!?\n]")
_SEVERAL = "choices"  # the kind of what has several answers
_EDGES, _FEWEST, _LONGEST = " ,.;:!\n", 2, 400  # words; letters
_OF_IT = ("", "nya", "ku", "ta")
_MARK = re.compile(r"\s+[:,;.]+(?=\s)")


def by_its_name(scene: Scene, text: str) -> str:
    """The same with the name of that question in front; unchanged where none is meant, or more than one."""
    first, asked = text.split(maxsplit=1)[:1], scene.asked
    if asked is None or not first or first[0].lower() not in scene.world.spellings.choices.more:
        return text
    if asked.kind == _SEVERAL or kind_of(asked).story:
        return text
    clause = _CLAUSE.split(text, maxsplit=1)[0]
    fitting = [question for question in scene.shown if question.kind == _SEVERAL and _grows(scene, question, clause)]
    return f"{key_of(fitting[0].title)} {text}" if len(fitting) == 1 else text


def _grows(scene: Scene, question: Question, clause: str) -> bool:
    old = scene.values.get(question.key)
    if not old:
        return False
    reading = kind_of(question).read(replace(ask_about(scene, question), mine=None), Typed(clause, 0))
    return isinstance(reading, Took) and any(part not in old for part in reading.value or ())


def join(scene: Scene, heard: Typed) -> Step | None:
    """None where nothing is said to be told further, or it is the answer to what is asked."""
    words = scene.world.added
    if not words or "?" in heard.text or scene.target in (FIRST, STILL) or "cancel" in scene.state.pending:
        return None
    return _named(scene, heard) or _announced(scene, heard)


def _named(scene: Scene, heard: Typed) -> Step | None:
    """None in so long a message that it tells a story of its own."""
    for question in scene.shown if len(heard.text) <= _LONGEST else ():
        if not kind_of(question).story and not _is_wish(question):
            continue
        found = _into(scene.world, question).search(heard.text)
        left = _told(scene.world, f"{heard.text[: found.start()]} {heard.text[found.end() :]}") if found else ""
        if left:
            return _at(scene, question, replace(heard, text=left))
    return None


def _announced(scene: Scene, heard: Typed) -> Step | None:
    """To the hope what is to be done, if that was told; all else to the story."""
    found = _opens(scene.world).match(heard.text)
    left = heard.text[found.end() :].strip(_EDGES) if found else ""
    asked, story = scene.asked, next((one for one in scene.shown if kind_of(one).story), None)
    if len(left.split()) < _FEWEST or story is None:
        return None
    told, wishes = replace(heard, text=left), is_wished(left, scene.world) or asks_for(left, scene.world)
    if asked is not None and _answers(scene, asked, told, wishes):
        return take(scene, asked, told)
    wish = next((one for one in scene.shown if _is_wish(one)), None)
    return _at(scene, wish if wishes and wish is not None else story, told)


def _answers(scene: Scene, asked: Question, told: Typed, wishes: bool) -> bool:
    """What is wrong is none to what is hoped for."""
    if _is_wish(asked):
        return wishes or not any(is_complaint(word, scene.world) for word in key_of(told.text).split())
    if kind_of(asked).free:
        return asked.key not in scene.values and kind_of(asked).story and not _is_told(scene)
    return isinstance(kind_of(asked).read(ask_about(scene, asked), told), Took)


def _is_told(scene: Scene) -> bool:
    return any(kind_of(one).story and one.key in scene.values for one in scene.shown)


def _is_wish(question: Question) -> bool:
    return bool(getattr(question.params, "wish", False))


def _at(scene: Scene, question: Question, heard: Typed) -> Step | None:
    if question is scene.asked:
        return take(scene, question, heard)
    if question.key in scene.state.answers:
        return add(scene, question, heard) if "text" in scene.values[question.key] else None
    now = look(scene.flow, rest.wait(scene.state, question.key, heard.text, heard.message), scene.world)
    return Step(now.state, (ask(now, Words("mesin.harapan_disimpan")),)) if _is_wish(question) else None


def _told(world: World, text: str) -> str:
    """Without what only goes along; empty where nothing else is said, or that it stands there."""
    if not world.added["sudah"].isdisjoint(key_of(text).split()):
        return ""
    beside = world.oneself | world.nodding | world.added["iringan"]
    return " ".join(bare(_MARK.sub("", text).split(), beside)).strip(_EDGES)


def _into(world: World, question: Question) -> re.Pattern[str]:
    names = frozenset(f"{name}{tail}" for name in (question.key, key_of(question.title)) for tail in _OF_IT)
    beside = world.added["iringan"] | world.oneself
    return _pattern(world.added["masukkan"], names, beside, world.added["ke_dalam"])


@lru_cache(maxsize=32)
def _pattern(
    deeds: frozenset[str], names: frozenset[str], beside: frozenset[str], into: frozenset[str]
) -> re.Pattern[str]:
    where = rf"(?:{either(into)})\s+(?:{either(names)})\b"
    deed, along = rf"\b(?:{either(deeds)})\b", rf"(?:\s+(?:{either(beside)})\b)*"
    return re.compile(rf"{deed}{along}\s+{where}{along}|\b{where}{along}\s+{deed}{along}", re.IGNORECASE)


def _opens(world: World) -> re.Pattern[str]:
    return _opening(world.added["tunggu"], world.added["mau_tambah"], world.added["iringan"] | world.oneself)


@lru_cache(maxsize=4)
def _opening(wait: frozenset[str], wants: frozenset[str], beside: frozenset[str]) -> re.Pattern[str]:
    along = rf"(?:(?:{either(wait | beside)})\b[\s,.]*)*"
    return re.compile(rf"\W*{along}(?:{either(wants)})\b(?:\s+(?:{either(beside)})\b)*\s*[:,]\s*", re.IGNORECASE)
