"""Whoever asks how far they told it ("sampai di mana mi kemarin?") hears what stands there, and the open question."""

from bot.core.flow.asking import ask
from bot.core.flow.scene import REVIEW, Scene, kind_of, line, part
from bot.core.forms.heard import Typed
from bot.core.forms.say import Step, Words
from bot.core.forms.world import World
from bot.core.forms.writing import begun_with, key_of

_MARKS = " .,;:!?"


def tell(scene: Scene, heard: Typed) -> Step | None:
    """None where anything else is said, and where nothing was told yet."""
    asked = scene.asked
    is_open = asked is not None and scene.target != REVIEW and "cancel" not in scene.state.pending
    if not is_open or not scene.flow.hears or (asked is not None and kind_of(asked).verbatim):
        return None
    told = [one for one in scene.shown if one.key in scene.values]
    if not told or not asks(scene.world, heard.text):
        return None
    rows = [{"judul": Words(part(scene, one, "judul")), "isi": line(scene, one)} for one in told]
    return Step(scene.state, (ask(scene, Words("mesin.sejauh_ini", {"baris": rows})),))


def asks(world: World, text: str) -> bool:
    words, light, found = world.so_far, world.oneself | world.nodding, set[str]()
    while begun := begun_with(text, light.union(*words.values())):
        found |= {sort for sort, said in words.items() if key_of(begun) in said}
        text = text[len(begun) :]
    return not text.strip(_MARKS) and (found >= {"sampai", "waktu"} or found >= {"tanya", "isi"})
