"""*Bagian mana yang mau dibetulkan?*: a no to it leaves all as it is, and shows the card again; so does "selesai",
behind a "belum": nothing is sent by it."""

from dataclasses import replace

from bot.core.flow.asking import ask
from bot.core.flow.controls import CHOOSING, choose_to_change
from bot.core.flow.scene import REVIEW, Scene
from bot.core.forms.heard import Heard, Typed
from bot.core.forms.say import Step
from bot.core.forms.writing import key_of

_LEAVES = frozenset({"tidak", "batal", "kembali", "lewati", "tidak_ada", "cukup", "lanjut", "kirim", "simpan"})
_LONGEST = 5  # words; what is longer tells something


def leave(scene: Scene, heard: Heard) -> Step | None:
    """None where nothing is chosen from, and where it is told what to change. A yes says which part to nobody."""
    if CHOOSING not in scene.state.pending or scene.target != REVIEW or not isinstance(heard, Typed):
        return None
    does = _does(scene, heard.text)
    if does & _LEAVES:
        return Step(scene.state.release(CHOOSING), (ask(scene),))
    return choose_to_change(scene) if does == {"ya"} else None


def _does(scene: Scene, text: str) -> set[str]:
    name, ear = scene.world.words.get(key_of(text)), scene.world.ear
    if name is not None:
        return {name}
    if ear is None or len(text.split()) > _LONGEST:
        return set()
    return {act.name for situation in ("yes_no", "review") for act in ear.hear(text, situation).done}


def forgotten(scene: Scene) -> Scene:
    """Whatever else is done, it is chosen from no longer."""
    return replace(scene, state=scene.state.release(CHOOSING)) if CHOOSING in scene.state.pending else scene
