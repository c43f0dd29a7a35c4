"""Where it is asked whether the place is the same as before: another one that is named, or what is hoped for there."""

from dataclasses import replace

from bot.core.flow.answering import take
from bot.core.flow.controls import refuse_given
from bot.core.flow.scene import Scene, ask_about, kind_of, look
from bot.core.flow.told.told_along import wished_ahead
from bot.core.forms.heard import Typed
from bot.core.forms.questions import Refused
from bot.core.forms.say import Step
from bot.core.listening.shapes import Acts


def hear(scene: Scene, heard: Typed, acts: Acts) -> Step | None:
    """None where neither is said."""
    says_no = any(act.name == "tidak" for act in (*acts.done, *acts.maybe))
    return (_elsewhere(scene, heard) if says_no else None) or wished_ahead(scene, heard)


def _elsewhere(scene: Scene, heard: Typed) -> Step | None:
    """ "No, now it is in Sumillan" names the place at once; None when no place is named behind the no."""
    now = look(scene.flow, refuse_given(scene).state, scene.world)
    _, _, behind = heard.text.partition(" ")
    if now.asked is None or not behind.strip():
        return None
    told = replace(heard, text=behind.strip())
    reading = kind_of(now.asked).read(ask_about(now, now.asked), told)
    return None if isinstance(reading, Refused) else take(now, now.asked, told)
