"""Where a number is asked for, its words may sound like a control; what answers the question is the answer."""

from bot.core.flow.scene import Scene, ask_about, kind_of
from bot.core.forms.heard import Typed
from bot.core.forms.questions import Took
from bot.core.listening.shapes import Acts
from bot.core.understanding.answers import DO_NOT_KNOW, is_unknown

#: "Sudah cukup 10 ekor", "seratusan, tidak pernah saya hitung".
_SOUND_ALIKE = frozenset({"cukup", "tidak_tahu", "terserah", "lanjut", "nanti", "tidak", "tidak_ada"})


def is_number(scene: Scene, heard: Typed, acts: Acts) -> bool:
    """Whether the words are an answer and no wish; "tidak tahu, malu orang ditanya" asks nothing."""
    names = {act.name for act in acts.done}
    asks = all(name.startswith("tanya") for name in names) and "?" not in heard.text
    if scene.asked is None or not (asks or names <= _SOUND_ALIKE):
        return False
    ask = ask_about(scene, scene.asked)
    if not any(offer.value == DO_NOT_KNOW for offer in kind_of(scene.asked).offers(ask)):
        return False
    reading = kind_of(scene.asked).read(ask, heard)
    return isinstance(reading, Took) and is_unknown(reading.value) == asks
