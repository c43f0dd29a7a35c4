"""An insult to us is answered calmly and kept nowhere; what is told beside it goes on ("tolol, jalan kami rusak")."""

import re
from collections.abc import Callable
from dataclasses import replace

from bot.core.flow.controls import after_wishes
from bot.core.flow.correcting.found_to_go import CLAUSE
from bot.core.flow.scene import Scene, kind_of
from bot.core.forms.heard import Typed
from bot.core.forms.say import Step, Wish
from bot.core.forms.world import World
from bot.core.spelt import one_of

_ANGER, _EDGES = "marah", " ,;!\n"


def heed(scene: Scene, heard: Typed, hear: Callable[[Scene, Typed], Step]) -> Step | None:
    """None where nobody insults us. A clause that says anything else, too, tells something. `hear`: the rest."""
    words, asked = scene.world.threatening, scene.asked
    if not scene.flow.hears or not words["makian"] or (asked is not None and kind_of(asked).verbatim):
        return None
    if one_of(words["makian"]).search(heard.text) is None:
        return None
    clauses = [(clause, _insults(scene.world, clause)) for clause in CLAUSE.findall(heard.text)]
    said, left = ("".join(one for one, is_it in clauses if is_it is sort).strip(_EDGES) for sort in (True, False))
    if not said or (left and asked is not None and not kind_of(asked).free):  # there it is asked what is meant
        return None
    wishes = (Wish(_ANGER, said),)
    step = hear(scene, replace(heard, text=left)) if left else after_wishes(scene, wishes)
    return replace(step, wishes=(*step.wishes, *wishes))


def _insults(world: World, clause: str) -> bool:
    words = world.threatening
    rest, times = one_of(words["makian"]).subn(" ", clause.lower())
    return times > 0 and set(re.findall(r"\w+", rest)) <= words["di_makian"] | world.nodding
