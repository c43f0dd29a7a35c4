"""A correction in words of what was sent already: which answers it changes, and to what. Nothing where that is not
clear: a wrong change is worse than one more question."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from bot.core.flow.correcting import (
    each_clause,
    found_to_go,
    named_anew,
    photo_gone,
    quoted,
    several_corrections,
    story_anew,
    words_exchanged,
)
from bot.core.flow.correcting.as_it_should_read import called, may_call, meant, puts_right
from bot.core.flow.correcting.at_review import fill
from bot.core.flow.correcting.corrections import exchanged, only_fitting
from bot.core.flow.correcting.gone_from_sent import rest_gone, telephone_gone
from bot.core.flow.correcting.numbers.number_gone import withdrawn
from bot.core.flow.correcting.numbers.number_in_story import changed as changed_in_story
from bot.core.flow.correcting.said_wrong import named_alone, no_dusun
from bot.core.flow.correcting.what_stands import stands
from bot.core.flow.correcting.wrong_words import at, in_own_words, mended
from bot.core.flow.scene import PICKED, Scene, ask_about, kind_of, look
from bot.core.flow.told.besides import of_others
from bot.core.forms.heard import Typed
from bot.core.forms.questions import Flow, Question, Took
from bot.core.forms.state import Answer, State
from bot.core.forms.world import World
from bot.core.forms.writing import begun_with
from bot.core.listening.shapes import Ear
from bot.core.stories.readings import told_in
from bot.core.understanding.tongue import tongue_of

_LONGEST_FACT, _BESIDE = 10, 5  # words: that tell a fact, and those around it
_SIZE = "ukuran"
_FIGURES = frozenset({"jumlah", "kurang_mampu", _SIZE})
_FACTS = frozenset({"jumlah", "kurang_mampu", "ukuran", "patokan"})
_LONGEST = 24  # words; what is longer tells a story
_LONGEST_WEAK = 12  # words, where they may as well tell of something else
_SENTENCES = re.compile(r"[.!?;\n]+(?!\d)")
_PARTS = 4  # things that are put right in one sentence
#: What a number and a reader hang on is not changed by words.
_FIXED = frozenset({"kecamatan", "desa"})


def changes_told(
    flow: Flow, answers: Mapping[str, Any], heard: Typed, world: World, *, is_named: bool = False
) -> dict[str, Any]:
    """By question: the new answer. `is_named`: it was said that they are about this usulan."""
    scene = as_sent(flow, answers, world)
    exactly = quoted.put_right(scene, heard.text) or _story_anew(scene, heard.text)
    if exactly := exactly or _of_several(scene, heard) or _of_sentences(flow, answers, heard, world):
        return exactly
    heard = replace(heard, text=words_exchanged.in_our_words(scene, heard.text))
    if exactly := changed_in_story(scene, heard.text):
        return exactly
    ear, words = world.ear, len(heard.text.split())
    mark = ear.corrects(heard.text) if ear is not None and words <= _LONGEST else ""
    first = _anew(scene, heard) or _untrue(scene, heard.text) or _of_a_unit(scene, heard.text)
    first = first or _of_choices(scene, heard)
    if first:
        return first
    if ear is None or not (mark or is_named):
        return {}
    if mark != "sure" and words > _LONGEST_WEAK and not stands_in_draft(scene, heard):
        return {}
    new = _of_an_answer(scene, ear, heard, mark == "sure" or is_named)
    return {**_of_a_word(scene, heard.text), **new} if set(new) <= _FIGURES else new  # they stand in the story, too


def _story_anew(scene: Scene, text: str) -> dict[str, Any]:
    story = story_anew.story_of(scene)
    told = story_anew.behind(scene.world, story, text) if story is not None else ""
    return {story.key: {**scene.values[story.key], "text": told}} if story is not None and told else {}


def _of_sentences(flow: Flow, answers: Mapping[str, Any], heard: Typed, world: World) -> dict[str, Any]:
    """ "Genteng, bukan seng! Dan jumlahnya 25 anak.": each sentence puts its own right, or tells what lacks; all of
    them, or none."""
    anew = story_anew.starts_at(as_sent(flow, answers, world), heard.text)
    pieces = [heard.text[:anew], heard.text[anew:]] if anew else _SENTENCES.split(heard.text)
    parts = [one.strip() for one in pieces if one.strip()]
    told: dict[str, Any] = {}
    for part in parts if 2 <= len(parts) <= _PARTS else ():
        now = {**answers, **told}
        joint = begun_with(part, world.exchanging["dan"])
        one = replace(heard, text=part[len(joint) :])
        new = changes_told(flow, now, one, world) or facts_told(flow, now, one, world)
        new = new or filled(as_sent(flow, now, world), one)
        if not new or (new.keys() & told.keys() and not anew):
            return {}
        told |= new
    return told


def filled(scene: Scene, heard: Typed) -> dict[str, Any]:
    """ "Jumlahnya 25 anak", "dusunku Paraja, di catatan kosong", of which nothing was told."""
    is_named = scene.world.ear is not None and scene.world.ear.named(heard.text)
    clauses = (heard.text, heard.text.partition(",")[0]) if is_named else ()
    for one in (replace(heard, text=clause) for clause in clauses):
        if (step := fill(scene, one)) is not None:
            return {key: step.state.answers[key].value for key in step.changed}
        if (place := called(scene, one.text)) is not None and place.kind == "wilayah":
            told = _read(scene, place, one.text)
            return {place.key: told} if told and told != scene.values.get(place.key) else {}
    return {}


def part_meant(
    flow: Flow, answers: Mapping[str, Any], heard: Typed, world: World
) -> tuple[dict[str, Any], Question | None]:
    """Of what plainly puts a part right, and nobody can tell how: what is told of it, and which part it is."""
    scene = as_sent(flow, answers, world)
    if (dusun := no_dusun(scene, heard.text)) is not None:
        return {}, dusun
    told = filled(scene, heard) if may_call(flow, world, heard.text) else {}
    return told, meant(scene, heard.text) if not told and puts_right(
        scene, heard.text, sent=True, over_card=True
    ) else None


def _anew(scene: Scene, heard: Typed) -> dict[str, Any]:
    """ "Harapannya tangga semen": that answer, which is named; several of them, each in a clause of its own."""
    step = each_clause.put_right(scene, heard) or named_anew.exchanged(scene, heard)
    found = step.state.answers if step is not None else {}
    is_whole = set(scene.values) <= set(found)
    return {key: one.value for key, one in found.items() if is_whole and one.value != scene.values.get(key)}


def _of_choices(scene: Scene, heard: Typed) -> dict[str, Any]:
    """ "Yang merasakan semua warga": what is picked behind the name of the answer, answered before or not."""
    asked = named_anew.first_named(scene.flow, heard.text)
    if asked is None or asked.kind not in PICKED:
        return {}
    told = " ".join(heard.text.split()[len(asked.title.split()) :])
    value = _read(scene, asked, (scene.world.ear and scene.world.ear.corrected(told)) or told)
    return {asked.key: value} if value and value != scene.values.get(asked.key) else {}


def _of_a_unit(scene: Scene, text: str) -> dict[str, Any]:
    """ "KK bukan orang": as many of what is right."""
    ear = scene.world.ear
    wrong, right = (ear.denied(text), ear.corrected(text)) if ear is not None and ear.corrects(text) else ("", "")
    if not (wrong.isalpha() and right.isalpha()):
        return {}
    for question in scene.shown:
        value = scene.values.get(question.key)
        if question.kind == "orang" and isinstance(value, dict) and len(value) == 1:
            was, now = (_read(scene, question, f"{min(value.values())} {unit}") for unit in (wrong, right))
            if was == value and now is not None and now != value:
                return {question.key: now}
    return {}


def _read(scene: Scene, question: Question, text: str) -> Any:
    reading = kind_of(question).read(ask_about(scene, question), Typed(text, 0))
    return reading.value if isinstance(reading, Took) else None


def _untrue(scene: Scene, text: str) -> dict[str, Any]:
    """The story without what is said to be untrue; or a number, or the photos, that are to go."""
    if without := telephone_gone(scene, text) or rest_gone(scene, text):
        return without
    gone = found_to_go.found_in(scene, text) or found_to_go.needless_in(scene, text)
    if gone is None and (photos := photo_gone.changes(scene, text)):
        return photos
    number = withdrawn(scene, text) if gone is None else None
    if number is not None:
        return {number.key: None}
    told = gone.left.items() if gone is not None else ()
    return {key: None if text is None else {**scene.values[key], "text": text} for key, text in told}


def may_tell_facts(text: str, world: World) -> bool:
    """Cheaply: whether so few words may tell what a sent usulan lacks."""
    words = text.split()
    if not words or len(words) > _LONGEST_FACT:
        return False
    told = [each for each in told_in(text, tongue_of(world.spellings)) if each.sure and each.sort in _FACTS]
    beside = " ".join(_without(text, [each.span for each in told])).split()
    return bool(told) and len(beside) <= _BESIDE


def facts_told(flow: Flow, answers: Mapping[str, Any], heard: Typed, world: World) -> dict[str, Any]:
    """By question that this usulan does not answer: what these words surely tell of it, and hardly anything else."""
    if not may_tell_facts(heard.text, world):
        return {}
    scene = look(flow, State(flow.key, "d", {key: Answer(value) for key, value in answers.items()}), world)
    found = of_others(scene, heard.text) | _another_side(scene, heard.text)
    return found if set(found) & _FACTS else {}


def known_facts(flow: Flow, answers: Mapping[str, Any], heard: Typed, world: World) -> list[str]:
    """The questions of which these words tell just what stands there already; none where they tell anything new."""
    told = facts_told(flow, {key: value for key, value in answers.items() if key not in _FACTS}, heard, world)
    return list(told) if all(answers.get(key) == value for key, value in told.items()) else []


def _another_side(scene: Scene, text: str) -> dict[str, Any]:
    """ "Lebarnya 4 meter", of which only the length is known."""
    old = (scene.values.get(_SIZE) or {}).get("sizes", [])
    told = [each.value["sizes"] for each in told_in(text, tongue_of(scene.world.spellings)) if each.sort == _SIZE]
    sides = {size.get("side") for size in old}
    new = [size for size in (told[0] if len(told) == 1 else []) if size.get("side") and size["side"] not in sides]
    return {_SIZE: {"sizes": [*old, *new]}} if old and new and len(new) == len(told[0]) else {}


def _without(text: str, spans: Sequence[tuple[int, int]]) -> Iterator[str]:
    at = 0
    for start, end in sorted(spans):
        yield text[at:start]
        at = max(at, end)
    yield text[at:]


def _of_several(scene: Scene, heard: Typed) -> dict[str, Any]:
    """ "Pedagangnya bukan 35 tapi 40 dan panjangnya 250 meter": all of them, or none."""
    found = several_corrections.apart(scene, heard)
    if found is None or scene.world.ear is None or scene.world.ear.corrects(found.left):
        return {}
    told = {key: one for key, one in found.scene.values.items() if one != scene.values.get(key)}
    return {} if _FIXED.intersection(told) or not set(scene.values) <= set(found.scene.values) else told


def denied_in(flow: Flow, answers: Mapping[str, Any], heard: Typed, world: World) -> list[str]:
    """The questions whose answer these words say to be wrong, whatever is right."""
    wrong = world.ear.denied(heard.text) if world.ear and world.ear.corrects(heard.text) else ""
    scene = as_sent(flow, answers, world)
    return [key for key in scene.values if _was(scene, key, wrong)] if wrong else []


def named_wrong(flow: Flow, answers: Mapping[str, Any], heard: Typed, world: World) -> str:
    """The question whose answer is said to be wrong, without the right one; empty where more is said."""
    scene = as_sent(flow, answers, world)
    key = named_alone(scene, heard.text)
    return key if key in scene.values else ""


def stands_in_draft(scene: Scene, heard: Typed) -> bool:
    """Whether what these words put right stands in what is being told now, so that they are about that."""
    ear = scene.world.ear
    wrong = ear.denied(heard.text) if ear is not None else ""
    if ear is None or not wrong:
        return False
    told = "\n".join(scene.values[key]["text"] for key in in_own_words(scene))
    return exchanged(scene, heard, ear.corrected(heard.text)) is not None or bool(at(wrong).search(told))


def as_sent(flow: Flow, answers: Mapping[str, Any], world: World) -> Scene:
    """The form as if it stood at its review card."""
    state = State(flow.key, "d", {key: Answer(value) for key, value in answers.items()})
    for question in flow.questions:
        if question.key not in answers:
            state = state.skip(question.key)
    return look(flow, state, world)


def _of_an_answer(scene: Scene, ear: Ear, heard: Typed, is_sure: bool) -> dict[str, Any]:
    """One answer, which is named for sure, or whose value was said to be wrong."""
    step = exchanged(scene, heard, ear.corrected(heard.text))
    if step is None and is_sure and not ear.denied(heard.text):
        step = only_fitting(scene, heard, ear.corrected(heard.text))
    after = {key: answer.value for key, answer in step.state.answers.items()} if step is not None else {}
    if not set(scene.values) <= set(after):
        return {}  # what rests on it would be lost
    new = {key: value for key, value in after.items() if value != scene.state.answers[key].value}
    wrong = ear.denied(heard.text)
    is_meant = is_sure or all(_was(scene, key, wrong) for key in new)
    return new if is_meant and len(new) == 1 and not set(new) & _FIXED else {}


def _was(scene: Scene, key: str, wrong: str) -> bool:
    question = scene.flow.question(key)
    return question is not None and bool(wrong) and stands(scene, question, wrong)


def _of_a_word(scene: Scene, text: str) -> dict[str, Any]:
    """The word in all that was told, wherever it stands in it."""
    found = mended({key: scene.values[key] for key in in_own_words(scene)}, text, scene.world)
    return found.told if found is not None else {}
