"""Where something waits for a yes: other words than a yes are heard as if nothing waited."""

import re

from bot.core.flow.scene import OFFERED, Scene, kind_of, look
from bot.core.forms.heard import Typed
from bot.core.forms.world import World
from bot.core.stories.counted import has_number, tells_count
from bot.core.understanding.tongue import tongue_of

_TELLS = 3  # words that may tell a wish
_MOST = 10  # words in which a yes is all that is said
_CLAUSE = re.compile(r"[.,;!?\n]")
_YES_OR_NO = frozenset({"ya", "tidak"})


def heard_anew(scene: Scene, heard: Typed) -> Scene:
    """The scene in which these words are heard: without what waited, when they are no yes or no to it."""
    ear, asked, pending = scene.world.ear, scene.asked, scene.state.pending
    if ear is None or asked is None or not pending.keys() & {"confirm", OFFERED}:
        return scene
    if kind_of(asked).story and len(heard.text.split()) < _TELLS:
        return scene
    said = {act.name for act in ear.hear(heard.text, "yes_no").done} & _YES_OR_NO
    first, _, behind = heard.text.partition(",")
    explains = kind_of(asked).claims and not tells_count(behind, tongue_of(scene.world.spellings))
    told = first if explains else heard.text  # "betul, baru 2 tahun mekar"
    over = not said if kind_of(asked).story else said == {"ya"} and not is_plain_yes(told, scene.world)
    return look(scene.flow, scene.state.release("confirm", OFFERED), scene.world) if over else scene


def is_plain_yes(text: str, world: World) -> bool:
    """ "80 KK" and "bapak ada di sini, dia bilang boleh" agree to nothing that was offered: a yes stands first."""
    first = _CLAUSE.split(text.strip(), maxsplit=1)[0]
    if world.ear is None or len(text.split()) > _MOST or has_number(text, tongue_of(world.spellings)):
        return False
    return any(act.name == "ya" for act in world.ear.hear(first, "yes_no").done)
