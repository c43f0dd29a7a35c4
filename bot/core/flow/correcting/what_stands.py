"""Whether words that are said to be wrong are the answer that stands there. Pure."""

import re
from dataclasses import replace

from bot.core.flow.correcting.amending import counted_as, holds, is_amount
from bot.core.flow.scene import Scene, ask_about, kind_of
from bot.core.forms.heard import Typed
from bot.core.forms.questions import Question, Took
from bot.core.forms.world import World
from bot.core.forms.writing import key_of
from bot.core.stories.counted import has_number
from bot.core.stories.in_figures import in_figures
from bot.core.understanding.tongue import tongue_of

_PEOPLE = "orang"


def is_more(world: World, text: str) -> bool:
    """ "Bukan tani saja, pedagang juga": nobody is denied, and somebody comes beside them."""
    wrong = key_of(world.ear.denied(text)).split() if world.ear is not None else []
    is_only = not {*world.spellings.common.contrasts["cuma"]}.isdisjoint(wrong)
    return is_only and not any(map(str.isdecimal, "".join(wrong)))


def names_answer(scene: Scene, text: str) -> bool:
    """ "Perempuannya 18", "jumlahnya 45": an answer that stands there is called by its name, and not only by what is
    counted in it."""
    return any(key in scene.values for key in _named(scene, text))


def counts_others(scene: Scene, question: Question, text: str) -> bool:
    """ "Yang jatuh dua orang, bukan tiga", of others than the 40 that stand there: only what they are counted as names
    it."""
    ear = scene.world.ear
    wrong = ear.denied(text) if ear is not None and question.kind == _PEOPLE else ""
    if not wrong or not has_number(wrong, tongue_of(scene.world.spellings)) or question.key in _named(scene, text):
        return False
    return not stands(scene, question, wrong)


def _named(scene: Scene, text: str) -> list[str]:
    """The questions that are named by another word than what is counted behind a number."""
    ear, figures = scene.world.ear, in_figures(text, tongue_of(scene.world.spellings))
    if ear is None:
        return []

    def bare(found: re.Match[str]) -> str:
        names = ear.named(found[2])
        return found[1] if names and "." not in names[0] else found[0]

    return [name.partition(".")[0] for name in ear.named(re.sub(r"(\d+)\s+([^\W\d_]+)", bare, figures))]


def stands(scene: Scene, question: Question, wrong: str) -> bool:
    """Whether these words are the answer that stands there."""
    kind, value, ear = kind_of(question), scene.values[question.key], scene.world.ear
    if ear is None or kind.free or kind.gathers:
        return False
    if isinstance(value, dict) and "name" in value:
        before, found, behind = f" {key_of(wrong)} ".partition(f" {key_of(str(value['name']))} ")
        is_bare = not behind.strip() and len(before.split()) <= 1
        return bool(found) and (is_bare or question.key in ear.named(before + behind))
    if is_amount(value, wrong.split(maxsplit=1)[0]):
        return True
    reading = kind.read(replace(ask_about(scene, question), mine=None), Typed(wrong, 0))
    if not isinstance(reading, Took):
        return False
    plain = {name: told for name, told in value.items() if name != "bound"} if isinstance(value, dict) else value
    return reading.value == plain or value in (reading.value, counted_as(value, reading.value)) or holds(value, reading)
