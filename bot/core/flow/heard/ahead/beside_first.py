"""What is told while it is asked whether something was the story, and answers another question: what is hoped for waits
for its question, a dusun that nobody knows is left open. It is asked again, and counts for no answer to that."""

from dataclasses import replace

from bot.core.flow.asking import ask
from bot.core.flow.correcting.anew import choice
from bot.core.flow.correcting.corrections import named
from bot.core.flow.correcting.mistaken import without_yes
from bot.core.flow.correcting.numbers import men_and_women
from bot.core.flow.ending import leave_open
from bot.core.flow.heard.at_the_dusun import is_not_known
from bot.core.flow.scene import Scene, kind_of, look
from bot.core.flow.told.told_along import waits_as_wish
from bot.core.forms.heard import Typed
from bot.core.forms.say import Step
from bot.core.forms.writing import key_of


def hear(scene: Scene, heard: Typed) -> Step | None:
    """None where it tells nothing of the kind."""
    first = scene.state.pending["first"]
    behind = look(scene.flow, scene.state.release("first"), scene.world)
    step = waits_as_wish(behind, heard) or _unknown(behind, heard) or _place(behind, heard)
    if step is None:
        return None
    now = look(scene.flow, step.state.hold(first=first), scene.world)
    return replace(step, state=now.state, say=(replace(ask(now), lead=step.say[0].lead),))


def behind_yes(scene: Scene, heard: Typed) -> Typed:
    """ "Iya. yang tiga bulan itu salah, enam bulan": what is put right comes first, and the story is shown again."""
    behind = without_yes(scene.world, heard.text)
    return replace(heard, text=behind) if scene.world.ear is not None and scene.world.ear.corrects(behind) else heard


def _unknown(scene: Scene, heard: Typed) -> Step | None:
    """ "Tidak tau nama dusunnya": before it was asked."""
    question = scene.asked
    if question is None or not question.optional or not kind_of(question).left_open:
        return None
    named = not {*scene.world.spellings.places.dusun}.isdisjoint(key_of(heard.text).split())
    return leave_open(scene, question) if named and is_not_known(scene, heard.text) else None


def _place(scene: Scene, heard: Typed) -> Step | None:
    """ "Salah pak, saya di Boiya Maiwa bukan Malua"."""
    step = men_and_women.put_right(scene, heard) or named(scene, heard) or choice.put_right(scene, heard)
    places = [key for key, one in scene.values.items() if isinstance(one, dict) and "code" in one]
    before, after = scene.state.answers, step.state.answers if step is not None else {}
    is_place = any(key in after and after[key].value != before[key].value for key in places)
    return step if is_place else None
