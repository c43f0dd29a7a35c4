"""What was shown to go out waits for a yes or a no: a yes is about that and sends nothing, and whoever wants to send
before it is answered is asked once more."""

from collections.abc import Callable
from dataclasses import replace

from bot.core.flow.correcting.leaving_out import leave_out, out_of_beside
from bot.core.flow.correcting.which_sentence import ALL, EACH, LEAVE, MARKED, PASSED, TAKEN, chosen, show
from bot.core.flow.scene import FIRST, Scene
from bot.core.forms.agreeing import agrees
from bot.core.forms.heard import Heard, Pressed, Typed
from bot.core.forms.say import Step, Words


def hear(scene: Scene, heard: Heard, otherwise: Callable[[Scene, Heard], Step]) -> Step:
    """`otherwise`: how it is heard where nothing waits."""
    waits = scene.state.pending
    if MARKED not in waits:
        return out_of_beside(scene, heard) or otherwise(scene, heard)
    if isinstance(heard, Pressed) and heard.value.startswith(f"{LEAVE}."):
        pressed = otherwise(scene, heard)
        if heard.value == f"{LEAVE}.{ALL}":
            return _forgotten(pressed)
        is_left = MARKED in pressed.state.pending  # of several some may be pressed
        return replace(pressed, state=pressed.state.hold(**{TAKEN: True})) if is_left else pressed
    said = _said(scene, heard) if isinstance(heard, Typed) and not (heard.edited or PASSED in waits) else None
    taken = leave_out(scene, said) if said is not None else None
    return _forgotten(taken) if taken is not None else _beside(scene, otherwise(scene, heard))


def _forgotten(step: Step) -> Step:
    """All that was shown is answered: nothing of it is kept."""
    return replace(step, state=step.state.release(MARKED, TAKEN, PASSED, EACH))


def _said(scene: Scene, heard: Typed) -> str | None:
    """The button that is meant in words; None where something else is said."""
    world, shown = scene.world, [str(one[-1]) for one in scene.state.pending[MARKED]]
    if agrees(heard.text, world, [*shown, *world.taking_out["kata"], *world.taking_out["jangan"]]):
        return None if EACH in scene.state.pending else ALL
    acts = world.ear.hear(heard.text, "yes_no") if world.ear is not None else None
    return "" if acts is not None and not acts.left and {one.name for one in acts.done} == {"tidak"} else None


def _beside(scene: Scene, step: Step) -> Step:
    """It goes on waiting beside what else is said; a later yes is about something else."""
    waits, left = scene.state.pending, chosen(scene, ALL)
    if TAKEN in waits or scene.target == FIRST or not left or step.ended not in (None, "sent"):
        return step
    if step.ended:
        each, named = EACH in waits, waits.get(EACH, True)
        return show(scene, scene, left, is_found=not each, is_named=named).led_by(Words("mesin.ya_atau_tidak"))
    return replace(step, state=step.state.hold(**{PASSED: True, MARKED: step.state.pending.get(MARKED, waits[MARKED])}))
