"""A correction says again what was put right before: "betulan 35 KK nah, bukan 200", and 35 families stand there.
Nothing is changed by it, and nothing of it is kept; whoever says it hears that it is so."""

import re
from collections.abc import Iterator

from bot.core.flow.answering import title
from bot.core.flow.asking import ask
from bot.core.flow.correcting.corrections import answered
from bot.core.flow.correcting.what_stands import stands
from bot.core.flow.scene import Scene, show
from bot.core.forms.questions import Question
from bot.core.forms.say import Step, Words
from bot.core.stories.in_figures import in_figures
from bot.core.understanding.tongue import tongue_of

_COUNTED = re.compile(r"\d+(?:[.,]\d+)*(?:\s+[^\W\d_]+)?")
_KINDS = frozenset({"orang", "ukuran"})


def hear(scene: Scene, text: str) -> Step | None:
    """None where what is denied stands anywhere, or what is right stands at none or several."""
    found = already(scene, text)
    if found is None:
        return None
    lead = Words("mesin.sudah_begitu", {"judul": title(scene, found), "isi": show(scene, found.key)})
    return Step(scene.state, (ask(scene, lead),))


def answer(scene: Scene, text: str) -> Step:
    """The same where it is known that it stands there: in the story, if nowhere else."""
    so = Words("mesin.sudah_begitu", {"judul": "", "isi": ""})
    return hear(scene, text) or Step(scene.state, (ask(scene, so),))


def already(scene: Scene, text: str) -> Question | None:
    """The answer that is as these words say it should be."""
    ear, tongue = scene.world.ear, tongue_of(scene.world.spellings)
    if ear is None or not (wrong := _COUNTED.search(in_figures(ear.denied(text), tongue))):
        return None
    counts = [question for question in answered(scene) if question.kind in _KINDS]
    right = _COUNTED.findall(in_figures(ear.corrected(text), tongue))
    if len(right) != 1 or any(stands(scene, one, wrong[0]) for one in counts) or wrong[0] in _told(scene):
        return None
    so = [one for one in counts if stands(scene, one, right[0], in_its_unit=" " in right[0])]
    return so[0] if len(so) == 1 else None


def _told(scene: Scene) -> list[str]:
    return [part for told in _texts(scene) for part in _COUNTED.findall(told)]


def _texts(scene: Scene) -> Iterator[str]:
    for value in scene.values.values():
        if isinstance(value, dict) and isinstance(value.get("text"), str):
            yield in_figures(value["text"], tongue_of(scene.world.spellings))
