"""A story fills the form: what it tells of questions that are still empty is marked, its place too, and lives as long
as this very story."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from bot.core.flow.scene import Scene, holds, kind_of, look, part, show
from bot.core.flow.told import listed
from bot.core.flow.told.besides import BESIDE_AN_ANSWER, NUMBERS
from bot.core.flow.told.gifts import told_with_gifts
from bot.core.forms.heard import Typed
from bot.core.forms.questions import Ask, Flow, Question, Took
from bot.core.forms.say import Words
from bot.core.forms.state import Answer, State
from bot.core.forms.world import World
from bot.core.spelt import one_of
from bot.core.stories.labelled import Lines, lines_of
from bot.core.stories.readings import told_in
from bot.core.stories.several import parts_of, proposes
from bot.core.stories.work_sizes import work_size
from bot.core.understanding.tongue import tongue_of
from bot.core.understanding.where.told_places import found_in, hamlet_in
from bot.core.understanding.wished import asks_for, is_wished

_WHO = "merasakan"
_BEFORE = "~dulu"  # the story that stood there before
_TOLD = BESIDE_AN_ANSWER | {_WHO}
_SHORT = 8  # words
_LAND = "ha"  # the unit
_CLAUSE = re.compile(r"[,.;\n]+(?!\d)\s*")
_WISHED = frozenset(
    {"ukuran"}
)  # how far they walk and how deep the hole is, which the story tells, is not what is hoped for


def tell(flow: Flow, state: State, world: World, given: Sequence[str]) -> tuple[State, tuple[str, ...]]:
    """The state with what its stories tell of empty questions, after these were given; and which questions are new.

    Of a list with an usulan in each line the first is the story. All stories are read together, so that it does not
    matter which was told first. The place of the last time is not asked about where they tell another.
    """
    state = listed.parted(flow, state, world, given)
    stories = [question.key for question in flow.questions if kind_of(question).story]
    around = {question.params.within for question in flow.questions if question.kind == _WHERE}
    if not stories or not set(given) & {*stories, *around}:  # where the desa is known, a dusun that a story names is
        return state, ()
    before = {key: state.answers[key] for key in state.told_in(stories)}
    known = {key: answer.value for key, answer in state.answers.items()} | (state.pending.get("given") or {})
    state = state.drop(before)
    told = {key: _readings(flow, _text_of(state, key), world, known) for key in stories}
    told[stories[0]] = _without_ways(told[stories[0]], _text_of(state, stories[0]), world)
    told = {key: told_with_gifts(flow, _text_of(state, key), each, world) for key, each in told.items()}
    for name in [question.key for question in flow.questions]:
        answer = _first([Answer(each[name], told_in=key) for key, each in told.items() if name in each], name)
        if answer is not None and _is_open(flow, state, world, name, answer.value):
            state = state.give(name, answer)
    after, last = state.told_in(stories), state.pending.get("given") or {}
    if any(key in last and last[key] != state.answers[key].value for key in after):
        state = state.release("given")
    return state, tuple(key for key in after if before.get(key) != state.answers[key])


def _without_ways(told: dict[str, Any], text: str, world: World) -> dict[str, Any]:
    """Of the sizes in a story only how long the thing itself is, or what stands behind its label."""
    gone = _WISHED - lines_of(text, world.labels).keys()
    of_it = any(key in told for key in gone) and work_size(text, tongue_of(world.spellings)) is not None
    return told if of_it else {key: value for key, value in told.items() if key not in gone}


def with_own(state: State, wish: Question, text: str, world: World) -> State:
    """Who words the wish anew takes back nothing else that stood in it: "enam orang tuli" stay six, unless these words
    tell another number."""
    if not getattr(wish.params, "wish", False):
        return state
    anew = {each.sort for each in told_in(text, tongue_of(world.spellings))}
    kept = {key: replace(state.answers[key], told_in="") for key in state.told_in((wish.key,)) if key not in anew}
    return replace(state, answers={**state.answers, **kept})


def kept_beside(flow: Flow, state: State, story: str, text: str, world: World) -> State:
    """The story told anew takes nothing back of which it is silent: the place and 40 families stay, 25 that it tells do
    not."""
    anew = _readings(flow, text, world, {key: answer.value for key, answer in state.answers.items()})
    told = state.told_in((story, _BEFORE))
    kept = {key: replace(state.answers[key], told_in=_BEFORE) for key in told if key not in anew}
    return replace(state, answers={key: one for key, one in state.answers.items() if key not in told} | kept)


def _first(told: Sequence[Answer], name: str) -> Answer | None:
    """What the first story tells; of two different numbers neither."""
    if name in NUMBERS and any(each.value != told[0].value for each in told):
        return None
    return told[0] if told else None


def _text_of(state: State, key: str) -> str:
    answer = state.answers.get(key)
    return str(answer.value.get("text", "")) if answer is not None and isinstance(answer.value, dict) else ""


def _readings(flow: Flow, text: str, world: World, known: Mapping[str, Any]) -> dict[str, Any]:
    """By question. Of several things that were told in one the first alone is counted here. `known`: what is so
    already, or was the last time."""
    if not text:
        return {}
    first = next(iter(parts_of(text, world.spellings.stories)), text)
    told = {
        each.sort: each.value for each in told_in(first, tongue_of(world.spellings)) if each.sure and each.sort in _TOLD
    }
    where = places(flow, first, world, known)
    if lines := lines_of(text, world.labels):
        told = {key: value for key, value in told.items() if key != _WHO} | _behind_labels(flow, lines, world)
    if _is_served(first, told, world):
        told.pop("ukuran")
    return {**told, **(where or (places(flow, text, world, known) if first != text else {}))}


def _is_served(text: str, told: Mapping[str, Any], world: World) -> bool:
    """ "Minta diperbaiki bendungnya, sawah di bawahnya ada 12 hektar": land that stands apart from what is asked for,
    or behind "untuk", is what it serves, and not how big it is."""
    sizes = told.get("ukuran", {}).get("sizes", ())
    if not sizes or any(size["unit"] != _LAND or size["side"] for size in sizes):
        return False
    for clause in _CLAUSE.split(text):
        spans = [one.span for one in told_in(clause, tongue_of(world.spellings)) if one.sort == "ukuran"]
        if spans:
            sizes = world.spellings.sizes
            is_for = one_of(sizes.for_whom).search(clause[: spans[0][0]]) is not None
            is_meant = one_of(sizes.side["luas"]).search(clause) or is_wished(clause, world) or asks_for(clause, world)
            return is_for or not is_meant
    return False


def _behind_labels(flow: Flow, lines: Lines, world: World) -> dict[str, Any]:
    """Each read as the answer of its question, alone or with its label ("panjang 80 m, lebar 2 m")."""
    found: dict[str, Any] = {}
    for question in flow.questions:
        said = lines.get(question.key, ())
        ways = [value for _, value in said[:1] if len(said) == 1] + [", ".join(f"{label} {one}" for label, one in said)]
        readings = (kind_of(question).read(Ask(question, {}, world), Typed(way, 0)) for way in ways if way)
        took = next((one for one in readings if isinstance(one, Took) and one.value is not None), None)
        found |= {question.key: took.value} if took is not None else {}
    return found


def _is_open(flow: Flow, state: State, world: World, key: str, value: Any) -> bool:
    """Never asked yet, nor answered before and taken back."""
    if key in state.answers or key in state.before or key in state.skipped:
        return False
    scene = look(flow, state, world)
    question = flow.question(key)
    return question is not None and question in scene.shown and holds(question, value, scene.values, world)


def say(before: Scene, state: State, keys: Sequence[str]) -> Words | None:
    """What a story told, said back once: each with what it was taken for; and of a list which line is told now."""
    scene = look(before.flow, state, before.world)
    flow, others = before.flow, state.about.get(listed.OTHERS) if listed.OTHERS not in before.state.about else None
    shown = [
        {"judul": "" if question.kind == _WHERE else Words(part(scene, question, "judul")), "isi": show(scene, key)}
        for key in keys
        if key in scene.values and (question := flow.question(key)) is not None
    ]
    told = Words("mesin.dari_cerita", {"isi": shown}) if shown else None
    if not others:
        return told
    story = next(one.key for one in flow.questions if kind_of(one).story)
    first = _text_of(state, story)
    return Words("mesin.dari_daftar", {"jumlah": len(others) + 1, "pertama": first, "juga": told or ""})


_WHERE, _DUSUN = "wilayah", "dusun"


def _proposed_at(question: Question, text: str, world: World) -> dict[str, Any]:
    """ "Saya ajukan perbaikan drainase di Tuncung": in so few words a bare name is read as where it is asked for."""
    is_short = len(text.split()) <= _SHORT and world.wishing
    if not is_short or not proposes(text, world.wishing["mengusulkan"], world.spellings.stories):
        return {}
    ask, kind = Ask(question, {}, world), kind_of(question)
    behind = text.rpartition(f" {world.spellings.places.at[0]} ")[2]
    is_named = kind.claims is not None and behind != text and kind.claims(ask, behind)
    reading = kind.read(ask, Typed(behind if is_named else text, 0))
    if not isinstance(reading, Took) or reading.value is None:
        return {}
    return {question.key: reading.value, **reading.also}


def places(flow: Flow, text: str, world: World, known: Mapping[str, Any]) -> dict[str, Any]:
    """Empty where nothing sure is told, and where the form asks for no place; of a dusun that is named alone with those
    in which it lies."""
    asked = [question for question in flow.questions if question.kind == _WHERE]
    if not asked:
        return {}
    place = found_in(text, world)
    if place is not None and place.sure:
        return dict(place.values)
    if asked[0].key not in known and (told := _proposed_at(asked[0], text, world)):
        return told
    hamlet = next((question for question in asked if question.params.level == _DUSUN), None)
    if hamlet is None:
        return {}
    told = hamlet_in(text, str(known.get(hamlet.params.within, {}).get("code", "")), world)
    above = {question.key: known[question.key] for question in asked if question.key in known}
    return {**above, hamlet.key: told} if told else {}
