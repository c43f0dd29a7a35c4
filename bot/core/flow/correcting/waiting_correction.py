"""A correction of which it is asked where it belongs: it is not lost when something else is said first, but asked about
once more; passed over again it is kept as it was said, where a form keeps such words."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from bot.core.flow import rest
from bot.core.flow.correcting import corrections
from bot.core.flow.correcting.corrections import CHOSEN, WAITS
from bot.core.flow.scene import Scene, look
from bot.core.forms.heard import Heard, Pressed, Typed
from bot.core.forms.say import Step

_MOST = 3  # times that it is asked
_LONGEST = 4  # words that name an answer and nothing else


def told(scene: Scene, heard: Heard) -> Step | None:
    """The answer that was meant, pressed or named; None when something else is said."""
    if isinstance(heard, Pressed):
        is_ours = heard.value.startswith(CHOSEN) and heard.draft == scene.state.draft
        return corrections.chosen(scene, heard.value[len(CHOSEN) + 1 :]) if is_ours else None
    ear = scene.world.ear
    if not isinstance(heard, Typed) or ear is None or len(heard.text.split()) > _LONGEST:
        return None
    if any(letter.isdecimal() for letter in heard.text):
        return None
    named = {name.partition(".")[0] for name in ear.named(heard.text)}
    return corrections.chosen(scene, named.pop()) if len(named) == 1 else None


def beside(scene: Scene, waits: Mapping[str, Any], step: Step) -> Step:
    """The step with the question about the correction behind it. What would be sent without it is held back."""
    if step.ended == "cancelled" or WAITS in step.state.pending:
        return step
    was_sent = step.ended == "sent"
    state = scene.state.release(WAITS) if was_sent else step.state
    now = look(scene.flow, state, scene.world)
    times, fitting = waits.get("asked", 1), corrections.fitting_now(now, _words(waits))
    if not fitting or times >= _MOST:
        kept = rest.keep(look(scene.flow, step.state, scene.world), waits["words"], waits["message"])
        return replace(step, state=kept)
    again = corrections.ask_which(now, fitting, _words(waits), times + 1)
    return replace(again, say=(*(() if was_sent else step.say), *again.say), changed=step.changed, wishes=step.wishes)


def _words(waits: Mapping[str, Any]) -> Typed:
    return Typed(waits["words"], waits["message"])
