"""Whoever does not hear: they are answered in writing, and whoever reads the usulan learns of it."""

from dataclasses import replace

from bot.core.flow import rest
from bot.core.flow.controls import again
from bot.core.flow.scene import Scene, look, situation_of
from bot.core.forms.heard import Typed
from bot.core.forms.say import Step, Wish, Words
from bot.core.understanding.in_writing import asks_in_writing, needs_signs


def answer(scene: Scene, heard: Typed) -> Step | None:
    """Whoever does not hear is answered, and whoever reads the usulan learns of it, and of what they need."""
    asks = asks_in_writing(heard.text, scene.world)
    if not asks and not (situation_of(scene) == "closed" and needs_signs(heard.text, scene.world)):
        return None
    now = look(scene.flow, rest.keep(scene, heard.text, heard.message), scene.world)
    lead = Words("mesin.disimpan_juga") if rest.kept(scene, now.state) else None
    step = again(now)
    return replace(step.led_by(lead) if lead else step, wishes=(Wish("tulis_saja", heard.text),) if asks else ())
