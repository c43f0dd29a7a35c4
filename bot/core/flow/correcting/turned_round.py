"""An answer that turns round in its middle: "perempuan eh bukan laki-laki", "20 eh bukan 25 orang". The last word
stands."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from bot.core.flow.correcting.corrections import exchanged
from bot.core.flow.correcting.named_anew import COUNTED
from bot.core.flow.scene import Scene, ask_about, kind_of
from bot.core.flow.told import besides
from bot.core.flow.told.counting import put_elsewhere
from bot.core.forms.heard import Typed
from bot.core.forms.questions import Took, Unsure
from bot.core.understanding.contrasts import taken_back

_LONGEST = 16  # words; what is longer tells a story


def put_straight(scene: Scene, heard: Typed) -> Typed:
    """The same words where nothing turns round in them, where what was wrong stands in another answer or in a story,
    and where what is right answers nothing."""
    asked, ear = scene.asked, scene.world.ear
    if asked is None or ear is None or kind_of(asked).verbatim or kind_of(asked).story:
        return heard
    right = _behind(scene, heard.text) if len(heard.text.split()) <= _LONGEST else ""
    if not right or (kind_of(asked).toggles and any(taken_back(heard.text, scene.world.spellings.common))):
        return heard  # which of several was wrong is read with all of it
    if asked.kind in COUNTED and isinstance(kind_of(asked).read(ask_about(scene, asked), heard), Took):
        return heard  # "80. eh bukan 80, 18 orang"
    if exchanged(scene, heard, right) is not None:
        return heard
    told = replace(heard, text=right)
    answers = isinstance(besides.understand(scene, asked, told), Took | Unsure) and not kind_of(asked).gathers
    elsewhere = besides.of_others(scene, right) or put_elsewhere(scene, asked, told)
    return told if answers or elsewhere else heard


def _behind(scene: Scene, text: str) -> str:
    """What stands behind the turn; empty where none stands before it."""
    ear = scene.world.ear
    right, wrong = (ear.corrected(text), ear.denied(text)) if ear is not None and ear.announces(text) else ("", "")
    before = text.strip()[: -len(right)] if right and text.strip().endswith(right) else ""
    stories = " ".join(str(value["text"]).lower() for value in _told_at_length(scene))
    if ear is None or not wrong or wrong not in before or wrong.lower() in stories:
        return ""
    return "" if ear.announces(wrong) or ear.announces(before.partition(wrong)[0]) else right  # "eh salah, maiwa"


def _told_at_length(scene: Scene) -> list[Mapping[str, Any]]:
    """ "5 km e bukan, 600 meter" puts the story right."""
    told = [scene.values.get(one.key) for one in scene.flow.questions if kind_of(one).story]
    return [value for value in told if isinstance(value, Mapping) and "text" in value]
