"""Whether words that are said to be wrong are the answer that stands there. Pure."""

import re
from dataclasses import replace

from bot.core.flow.correcting.amending import counted_as, holds, is_amount
from bot.core.flow.scene import Scene, ask_about, kind_of
from bot.core.forms.heard import Typed
from bot.core.forms.questions import Question, Took
from bot.core.forms.writing import key_of
from bot.core.stories.counted import has_number
from bot.core.understanding.tongue import tongue_of


def names_answer(scene: Scene, text: str) -> bool:
    """ "Perempuannya 18", "jumlahnya 45": an answer that stands there is called by its name, and not only by what is
    counted in it."""
    kinds = {one.kind for one in scene.flow.questions}
    left = " ".join(word for word in re.findall(r"\w+", text.lower()) if word not in kinds)
    named = scene.world.ear.named(left) if scene.world.ear is not None else ()
    return any(name.partition(".")[0] in scene.values for name in named)


def counts_others(scene: Scene, question: Question, text: str) -> bool:
    """ "Yang jatuh dua orang, bukan tiga", of others than the 40 that stand there: only what they are counted as names
    it."""
    ear, words = scene.world.ear, re.findall(r"\w+", text.lower())
    left = [word for word in words if word != question.kind]
    wrong = ear.denied(text) if ear is not None and len(left) < len(words) else ""
    if ear is None or not wrong or not has_number(wrong, tongue_of(scene.world.spellings)):
        return False
    return not stands(scene, question, wrong) and question.key not in ear.named(" ".join(left))


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
