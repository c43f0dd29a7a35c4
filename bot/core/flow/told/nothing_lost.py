"""What is told of people at a question that asks something else: a clear count goes where such things are counted, a
group to the question who feels it, and what is neither clear nor a slip is kept beside them as it was said."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from bot.core.flow import rest
from bot.core.flow.scene import PICKED, Scene, ask_about, holds, kind_of
from bot.core.flow.told.besides import is_told
from bot.core.forms.heard import Heard, Typed
from bot.core.forms.questions import Question, Reading, Took, Unsure
from bot.core.forms.state import Answer, State
from bot.core.forms.world import World
from bot.core.forms.writing import is_question, key_of
from bot.core.listening.shapes import Act
from bot.core.stories.counted import counted, has_number, names_people, tells_count
from bot.core.stories.readings import told_in
from bot.core.understanding.in_writing import IN_WRITING
from bot.core.understanding.tongue import tongue_of
from bot.core.understanding.where.hamlets import is_complaint
from bot.core.understanding.wished import is_wished

_NUMBERS = frozenset({"jumlah", "kurang_mampu", "ukuran"})
_GROUPS, _PLACE = "merasakan", "wilayah"
_TELLING = 4  # letters of a word that names something
_FEW = 2  # words
_YEAR = re.compile(r"(?:19|20)\d\d")
_SOUNDS = frozenset({"marah", "susah_tulis"})  # acts that few words sound like


def is_worth_keeping(scene: Scene, text: str) -> bool:
    """Fewer words are a slip of the finger, unless they count something, name people ("balita 45", "pedagang") or tell
    what is wrong. Where a photo is asked for no word is an answer misspelt."""
    words, tongue = len(text.split()), tongue_of(scene.world.spellings)
    counts = (words > 1 and has_number(text, tongue)) or names_people(text, tongue)
    tells = counts or tells_in_a_word(text, scene.world) or wants(text, scene.world)
    return words >= rest.FEWEST_WORDS or tells or _tells_beside_a_photo(scene, text)


def tells_shortly(scene: Scene, text: str, acts: Iterable[Act]) -> bool:
    """ "Putus" and "mau papan nomor" ask nothing, and nobody is angry, whatever they sound like; of one word, which may
    be no wish, it is asked there."""
    names = {act.name for act in acts}
    if not all(name.startswith("tanya") or name in _SOUNDS for name in names):
        return False
    if names and IN_WRITING in scene.state.about:
        return _tells_in_writing(scene, text)
    wishes = scene.asked is not None and getattr(scene.asked.params, "wish", False)
    return (not wishes and tells_in_a_word(text, scene.world)) or wants(text, scene.world)


def _tells_in_writing(scene: Scene, text: str) -> bool:
    """ "Pengumuman", "tulis", of whoever does not hear: a word is what they tell where that is asked for, and some are
    anywhere."""
    is_asked = scene.asked is not None and kind_of(scene.asked).story
    tells = is_asked or len(text.split()) >= rest.FEWEST_WORDS
    return tells and not is_question(text, scene.world, free=False)


def tells_in_a_word(text: str, world: World) -> bool:
    """ "Putus", "maret", "2019": so few words tell what is wrong, or since when."""
    words = key_of(text).split()
    if not 0 < len(words) <= _FEW or "?" in text:
        return False
    months = world.spellings.days.months.values()
    return any(
        is_complaint(word, world) or any(word in told for told in months) or _YEAR.fullmatch(word) for word in words
    )


def wants(text: str, world: World) -> bool:
    """ "Mau papan nomor": a thing that is hoped for, and nothing of the form ("mau nomor usulan")."""
    sorts, words = world.wishing, key_of(text).split()
    if not words or words[0] not in sorts["ingin"] or "?" in text or not sorts["bukan"].isdisjoint(words):
        return False
    polite = world.nodding | world.oneself | sorts["iringan"]
    named = [word for word in words[1:] if word not in polite and len(word) >= _TELLING]
    return len(named) > 1 and sorts["isian"].isdisjoint(words) and not is_wished(text, world)


def _tells_beside_a_photo(scene: Scene, text: str) -> bool:
    """Whether a word of it says more than yes, please, or what is asked for."""
    asked, polite = scene.asked, scene.world.nodding | scene.world.oneself | scene.world.words.keys()
    if asked is None or not kind_of(asked).gathers:
        return False
    words = re.findall(r"[^\W\d_]+", key_of(text))
    return any(
        len(word) >= _TELLING and word not in polite and not word.startswith(key_of(asked.title)) for word in words
    )


def with_count(scene: Scene, question: Question, heard: Heard, reading: Reading) -> Reading:
    """ "45 balita" chooses the one, and counts them; the options of a choice hold no number."""
    if question.kind not in PICKED or not isinstance(heard, Typed) or not isinstance(reading, Took | Unsure):
        return reading
    tongue = tongue_of(scene.world.spellings)
    told = bool(reading.left) or (isinstance(reading, Took) and bool(_NUMBERS & set(reading.also)))
    if told or not tells_count(heard.text, tongue):
        return reading
    found = _open(scene, counted(heard.text, tongue))
    if found and isinstance(reading, Took):
        return replace(reading, also={**reading.also, **found})
    return replace(reading, left=heard.text)


def _open(scene: Scene, found: Mapping[str, Any]) -> Mapping[str, Any]:
    """Those of the answers whose question nobody has answered yet."""
    free = (each for each in scene.shown if each.key in found and not is_told(scene, each))
    return {each.key: found[each.key] for each in free if holds(each, found[each.key], scene.values, scene.world)}


def surely_counted(scene: Scene, text: str) -> Mapping[str, Any]:
    """What words beside a photo surely count, people or how big it is."""
    told = {each.sort: each for each in told_in(text, tongue_of(scene.world.spellings)) if each.sort in _NUMBERS}
    return _open(scene, {key: one.value for key, one in told.items() if one.sure})


def keep(scene: Scene, text: str, message: int) -> State:
    """Beside the form, and what words beside a place surely count where that is counted."""
    state = rest.keep(scene, text, message)
    is_place = scene.asked is not None and scene.asked.kind == _PLACE
    for key, value in (surely_counted(scene, text) if is_place else {}).items():
        state = state.give(key, Answer(value, (message,)))
    return state


def group_named(scene: Scene, text: str) -> dict[str, Any]:
    """ "Disabilitas", where it is asked what it is about: exactly the name of who feels it, if that is still open."""
    question = next((each for each in scene.shown if each.key == _GROUPS and each.kind == "choices"), None)
    if question is None or is_told(scene, question) or question is scene.asked:
        return {}
    said, ask = key_of(text), ask_about(scene, question)
    named = next((one for one in kind_of(question).offers(ask) if said in map(key_of, (one.label, *one.words))), None)
    passed_over = question.key in set(scene.state.skipped) - set(scene.state.enough)
    return {} if named is None or passed_over else {question.key: [{"value": named.value, "label": named.label}]}
