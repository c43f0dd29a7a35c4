"""Whether words that are said to be wrong are the answer that stands there. Pure."""

import re
from dataclasses import replace
from typing import Any

from bot.core.flow.correcting.amending import counted_as, holds, is_amount
from bot.core.flow.scene import PICKED, Scene, ask_about, kind_of
from bot.core.forms.heard import Typed
from bot.core.forms.questions import Question, Took
from bot.core.forms.say import Step
from bot.core.forms.world import World
from bot.core.forms.writing import key_of
from bot.core.stories.counted import has_number
from bot.core.stories.counted_alike import amount_told
from bot.core.stories.in_figures import in_figures
from bot.core.understanding.tongue import tongue_of

_PEOPLE, _SIZE = "orang", "ukuran"
_LENGTHS, _AREAS = frozenset({"m", "cm", "km"}), frozenset({"ha", "m²", "km²", "are"})
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


def is_more(world: World, text: str) -> bool:
    """ "Bukan tani saja, pedagang juga": nobody is denied, and somebody comes beside them."""
    wrong = key_of(world.ear.denied(text)).split() if world.ear is not None else []
    is_only = not {*world.spellings.common.contrasts["cuma"]}.isdisjoint(wrong)
    return is_only and not any(word[0].isdecimal() for word in wrong)  # "ibu2"


def comes_beside(scene: Scene, question: Question, text: str, value: Any) -> bool:
    """Whether these options come beside those that stand there: "bukan ibu-ibu ji, lansia juga". Where all feel it,
    nobody is beside them."""
    if question.kind not in PICKED or not is_more(scene.world, text) or scene.world.ear is None:
        return False
    everybody = {one.value for one in question.params.options if {*scene.world.spellings.choices.all} & {*one.words}}
    is_all = any(one.get("value") in everybody for one in value if isinstance(one, dict))
    return not is_all and stands(scene, question, _without_only(scene.world, scene.world.ear.denied(text)))


def _without_only(world: World, wrong: str) -> str:
    only = {*world.spellings.common.contrasts["cuma"]}
    return " ".join(word for word in wrong.split() if key_of(word) not in only)


def alters(scene: Scene, step: Step) -> bool:
    """Whether an answer that stood there is another by then."""
    others = (key for key in step.changed if key in scene.values and key in step.state.answers)
    return any(step.state.answers[key].value != scene.values[key] for key in others)


def names_answer(scene: Scene, text: str) -> bool:
    """ "Perempuannya 18", "jumlahnya 45": an answer that stands there is called by its name, and not only by what is
    counted in it."""
    named = (question for key in _named(scene, text) if (question := scene.flow.question(key)) is not None)
    return any(one.key in scene.values and not _told_in_story(scene, one, text) for one in named)


def counts_others(scene: Scene, question: Question, text: str) -> bool:
    """ "Yang jatuh dua orang, bukan tiga", of others than the 40 that stand there: only what they are counted as names
    it."""
    ear = scene.world.ear
    wrong = ear.denied(text) if ear is not None and question.kind in (_PEOPLE, _SIZE) else ""
    if not wrong or not has_number(wrong, tongue_of(scene.world.spellings)):
        return _is_another(scene, question, text)
    if question.kind == _SIZE:
        return _told_in_story(scene, question, text) or _is_another(scene, question, text)
    return question.key not in _named(scene, text) and not stands(scene, question, wrong)


def _told_in_story(scene: Scene, question: Question, text: str) -> bool:
    """ "Luas sawahnya 32 hektar, bukan 28", of 450 m of a canal: the 28 stands in the story, and is no answer."""
    ear, tongue = scene.world.ear, tongue_of(scene.world.spellings)
    wrong = ear.denied(text) if ear is not None and question.kind == _SIZE else ""
    numbers = {*_NUMBER.findall(in_figures(wrong, tongue))}
    is_told = bool(numbers) and any(numbers <= {*_NUMBER.findall(in_figures(one, tongue))} for one in _stories(scene))
    return is_told and not any(stands(scene, question, one) for one in (wrong, *numbers))


def measures_else(scene: Scene, question: Question, right: str) -> bool:
    """Whether an area is told where a length stands, or a length where an area does."""
    reading = kind_of(question).read(ask_about(scene, question), Typed(right, 0)) if question.kind == _SIZE else None
    if not isinstance(reading, Took) or not isinstance(reading.value, dict):
        return False
    new, was = ({one["unit"] for one in each.get("sizes", ())} for each in (reading.value, scene.values[question.key]))
    return any(bool(one) and one <= _LENGTHS and bool(other & _AREAS) for one, other in ((new, was), (was, new)))


def _is_another(scene: Scene, question: Question, text: str) -> bool:
    """ "Luas sawah yang benar 32 hektar" of 450 m, where a story tells of hectares, or something else is denied."""
    ear = scene.world.ear
    right, wrong = (ear.corrected(text), ear.denied(text)) if ear is not None else ("", "")
    if not right or not measures_else(scene, question, right):
        return False
    is_wrong = any(map(str.isdecimal, wrong)) and not stands(scene, question, wrong)
    return is_wrong or bool(amount_told(_stories(scene), right))


def _stories(scene: Scene) -> list[str]:
    stories = (one for one in scene.flow.questions if kind_of(one).story)
    return [str((scene.values.get(one.key) or {}).get("text", "")) for one in stories]


def _named(scene: Scene, text: str) -> list[str]:
    """The questions that are named by another word than what is counted behind a number."""
    ear, figures = scene.world.ear, in_figures(text, tongue_of(scene.world.spellings))
    if ear is None:
        return []

    def bare(found: re.Match[str]) -> str:
        names = ear.named(found[2])
        return found[1] if names and "." not in names[0] else found[0]

    return [name.partition(".")[0] for name in ear.named(re.sub(r"(\d+)\s+([^\W\d_]+)", bare, figures))]


def stands(scene: Scene, question: Question, wrong: str, *, in_its_unit: bool = False) -> bool:
    """Whether these words are the answer that stands there. `in_its_unit`: not the same number of something else."""
    kind, value, ear = kind_of(question), scene.values[question.key], scene.world.ear
    if ear is None or kind.free or kind.gathers:
        return False
    if isinstance(value, dict) and "name" in value:
        before, found, behind = f" {key_of(wrong)} ".partition(f" {key_of(str(value['name']))} ")
        is_bare = not behind.strip() and len(before.split()) <= 1
        return bool(found) and (is_bare or question.key in ear.named(before + behind))
    if not in_its_unit and is_amount(value, wrong.split(maxsplit=1)[0]):
        return True
    reading = kind.read(replace(ask_about(scene, question), mine=None), Typed(wrong, 0))
    if not isinstance(reading, Took):
        return False
    plain = {name: told for name, told in value.items() if name != "bound"} if isinstance(value, dict) else value
    return reading.value == plain or value in (reading.value, counted_as(value, reading.value)) or holds(value, reading)
