"""Where the name of a dusun is asked for, and another thing is told: what it is near to."""

from dataclasses import replace

from bot.core.flow.asking import ask as ask_once_more
from bot.core.flow.ending import leave_open
from bot.core.flow.scene import Scene, ask_about, kind_of, look
from bot.core.flow.told.no_name import landmark_in, without_these
from bot.core.flow.told.told_along import completing
from bot.core.forms.heard import Typed
from bot.core.forms.questions import Question, Took, Unsure
from bot.core.forms.say import Step, Words
from bot.core.forms.state import Answer
from bot.core.forms.writing import clean, key_of

_NOT_KNOWN = frozenset({"tidak_tahu", "lewati"})
_MOST = 6  # words that say that it is not known


def near_what(scene: Scene, heard: Typed) -> Step | None:
    """ "Tidak tau dusunnya, di bawah masjid situ": the landmark is kept, and a name that is not known is left open.
    None where no landmark is told, where a place is named, and where more is told than that."""
    question = scene.asked
    if question is None or not kind_of(question).left_open or not (mark := landmark_in(heard.text, scene)):
        return None
    near = completing(scene, question)
    if near is None or _names_a_place(scene, question, heard):
        return None
    others = clean(heard.text.replace(mark, " ")).strip(" ,.;")
    unknown = question.optional and _is_not_known(scene, others)
    if not unknown and any(_tells(scene, word) for word in key_of(others).split()):
        return None
    kept = look(scene.flow, scene.state.give(near.key, Answer({"text": mark}, (heard.message,))), scene.world)
    step = leave_open(kept, question, mark) if unknown else _ask_name(kept, mark)
    return replace(step, changed=(*step.changed, near.key))


def _names_a_place(scene: Scene, question: Question, heard: Typed) -> bool:
    reading = without_these(scene, heard, kind_of(question).read(ask_about(scene, question), heard))
    return isinstance(reading, Took) or (isinstance(reading, Unsure) and bool(reading.offers))


def _is_not_known(scene: Scene, text: str) -> bool:
    ear = scene.world.ear
    if ear is None or not text or len(text.split()) > _MOST:
        return False
    acts = ear.hear(text, "closed")
    return any(act.name in _NOT_KNOWN for act in (*acts.done, *acts.maybe))


def _tells(scene: Scene, word: str) -> bool:
    places = scene.world.spellings.places
    return word not in places.around and word not in scene.world.oneself and word not in places.dusun


def _ask_name(scene: Scene, mark: str) -> Step:
    lead = Words("mesin.patokan_disimpan", {"patokan": mark})
    return Step(scene.state, (ask_once_more(scene, lead),))
