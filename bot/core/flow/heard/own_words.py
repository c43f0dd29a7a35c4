"""Words that a form has of its own for a button: "lihat dulu" where it ends with *Lihat contohnya*, "semuanya" where
only some may be chosen."""

from collections.abc import Sequence

from bot.core.flow.asking import may_be_enough
from bot.core.flow.controls import send
from bot.core.flow.ending import enough, skip
from bot.core.flow.scene import REVIEW, Scene, ask_about, kind_of
from bot.core.forms.heard import Typed
from bot.core.forms.questions import Took
from bot.core.forms.say import Step
from bot.core.forms.writing import key_of

_ON, _CHANGES = "lanjut", "ubah"  # the controls that ask once more, and which part is to be another
_NONE, _COUNTED = "tidak_ada", "orang"  # the control; the kind that may be none


def press(scene: Scene, typed: str) -> Step | None:
    """None where no such button is meant. Before the end the last button leaves out what may be left out."""
    if "cancel" in scene.state.pending:
        return None
    said = _with_fewer_courtesies(scene, typed.split())
    if scene.asked is not None and scene.asked.optional and said & scene.asked.skips:
        return skip(scene)
    if not said & scene.flow.sends:
        return None
    if scene.target == REVIEW:
        return send(scene)
    return enough(scene) if may_be_enough(scene) else None


def _with_fewer_courtesies(scene: Scene, words: Sequence[str]) -> set[str]:
    """The words, and what is left of them when polite ones at their ends go."""
    polite = scene.world.oneself | scene.world.nodding
    first = next((at for at, word in enumerate(words) if word not in polite), len(words))
    behind = next((at for at, word in enumerate(reversed(words)) if word not in polite), len(words))
    starts, ends = range(first + 1), range(len(words) - behind, len(words) + 1)
    return {" ".join(words[start:end]) for start in starts for end in ends}


def is_option(scene: Scene, name: str, typed: str) -> bool:
    """ "Teruskan", where that is a word of what stands to choose: it goes on with nothing else. "Ganti", where that is
    what the last button does. "Tidak ada", where that is how many they are."""
    if name == _CHANGES and typed in scene.flow.sends:
        return True
    if name == _NONE and scene.asked is not None and scene.asked.kind == _COUNTED:
        return isinstance(kind_of(scene.asked).read(ask_about(scene, scene.asked), Typed(typed, 0)), Took)
    options = getattr(scene.asked.params, "options", ()) if scene.asked is not None and not scene.state.pending else ()
    return name == _ON and any(typed in map(key_of, one.words) for one in options)
