"""Words that a form has of its own for a button: "lihat dulu" where it ends with *Lihat contohnya*, "semuanya" where
only some may be chosen."""

from bot.core.flow.asking import may_be_enough
from bot.core.flow.controls import send
from bot.core.flow.ending import enough, skip
from bot.core.flow.scene import REVIEW, Scene
from bot.core.forms.say import Step


def press(scene: Scene, typed: str) -> Step | None:
    """None where no such button is meant. Before the end the last button leaves out what may be left out."""
    if "cancel" in scene.state.pending:
        return None
    said = {typed, _without_courtesies(scene, typed)}
    if scene.asked is not None and scene.asked.optional and said & scene.asked.skips:
        return skip(scene)
    if not said & scene.flow.sends:
        return None
    if scene.target == REVIEW:
        return send(scene)
    return enough(scene) if may_be_enough(scene) else None


def _without_courtesies(scene: Scene, typed: str) -> str:
    polite = scene.world.oneself | scene.world.nodding
    return " ".join(word for word in typed.split() if word not in polite)
