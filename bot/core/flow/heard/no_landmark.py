"""What is wished, since when it is so, or who came to harm there is no landmark: asked what the place is near to, it is
kept as it was said, and the question asked again."""

from bot.core.flow import rest
from bot.core.flow.controls import again
from bot.core.flow.scene import Scene, look
from bot.core.forms.heard import Typed
from bot.core.forms.say import Step, Words
from bot.core.forms.writing import key_of
from bot.core.stories.readings import told_in
from bot.core.understanding.tongue import tongue_of
from bot.core.understanding.wished import is_wished

_LONGEST = 10  # words
_SINCE = "sejak"


def set_aside(scene: Scene, heard: Typed) -> Step | None:
    """None where another question is open, or where something near is named as well."""
    asked = scene.asked
    if asked is None or not getattr(asked.params, "completes", "") or not 1 < len(heard.text.split()) <= _LONGEST:
        return None
    if _names_place(scene, heard.text) or not _tells_else(scene, heard.text):
        return None
    state = rest.keep(scene, heard.text, heard.message)
    lead = Words("mesin.disimpan_juga") if rest.kept(scene, state) else None
    step = again(look(scene.flow, state, scene.world))
    return step.led_by(lead) if lead else step


def _names_place(scene: Scene, text: str) -> bool:
    words = scene.world.spellings
    near = {*words.stories.near, *words.stories.source, *words.stories.target, *words.places.beside, *words.places.at}
    return not near.isdisjoint(key_of(text).split())


def _tells_else(scene: Scene, text: str) -> bool:
    """What answers another question goes there."""
    told = {each.sort for each in told_in(text, tongue_of(scene.world.spellings))}
    hurts = not {*scene.world.spellings.stories.hurt}.isdisjoint(key_of(text).split())
    return told <= {_SINCE} and (bool(told) or hurts or is_wished(text, scene.world))
