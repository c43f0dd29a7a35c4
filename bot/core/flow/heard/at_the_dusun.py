"""Where the name of a dusun is asked for, and another thing is told: that it is everywhere, or what it is near to."""

import re
from dataclasses import replace

from bot.core.flow import rest
from bot.core.flow.answering import resume, take
from bot.core.flow.asking import ask as ask_once_more
from bot.core.flow.controls import accept_given, again
from bot.core.flow.ending import leave_open
from bot.core.flow.scene import STILL, WHICH, Scene, ask_about, kind_of, look, show
from bot.core.flow.told.no_name import landmark_in, without_these
from bot.core.flow.told.told_along import completing, with_left
from bot.core.forms.heard import Typed
from bot.core.forms.questions import Question, Took, Unsure
from bot.core.forms.say import Step, Words
from bot.core.forms.state import Answer
from bot.core.forms.writing import clean, key_of
from bot.core.spelt import one_of
from bot.core.understanding.rt_rw import say_rt_rw
from bot.core.understanding.tongue import tongue_of
from bot.core.understanding.where.spots import LEVELS

_NOT_KNOWN = frozenset({"tidak_tahu", "lewati"})
_CLAUSE = re.compile(r"(?:[^,.;!?\n]|(?<=\d)[.,](?=\d))+(?:[,.;!?\n]+\s*|$)")
_EDGES, _LONGEST = " ,.;\n", 8  # words that say that it is everywhere
_MOST, _FEW = 6, 5  # words that say that it is not known; that name another dusun


def hear(scene: Scene, heard: Typed) -> Step | None:
    if scene.target == STILL:
        return _another(scene, heard) or _still_there(scene, heard)
    question = scene.asked
    if question is None or not kind_of(question).left_open:
        return None
    return _everywhere(scene, question, heard) or _near_what(scene, question, heard)


def _another(scene: Scene, heard: Typed) -> Step | None:
    """ "Bukan di Salu Bandiki, di Jambu", where it is asked whether the place is the same: another dusun of that desa;
    of several it is asked which."""
    given, text = scene.state.pending.get("given") or {}, heard.text
    if not {"desa", "dusun"} <= set(given) or "?" in text:
        return None
    said = [one for one in scene.world.places.dusun(given["desa"]["code"]) if one_of(frozenset({one})).search(text)]
    others = [one for one in said if one != given["dusun"].get("name")]
    no = scene.world.denying["bukan"] | scene.world.denying["tidak"]
    if not others or (len(text.split()) > _FEW and one_of(no).search(text) is None):
        return None
    state = scene.state.release("given")
    for key, value in given.items():
        state = state if key == "dusun" else state.give(key, Answer(value, (heard.message,)))
    now = look(scene.flow, state, scene.world)
    if len(text.split()) > _LONGEST:
        now = look(scene.flow, rest.keep(now, text, heard.message), scene.world)
    if len(others) > 1 or now.asked is None:
        return again(now)
    return take(now, now.asked, replace(heard, text=others[0]))


def _still_there(scene: Scene, heard: Typed) -> Step | None:
    """ "Iye masih di situ, RT 4": a yes that tells more; where the dusun is still to be named, the number waits for
    it."""
    beside, told, sure = tongue_of(scene.world.spellings).find_rt_rw(heard.text)
    numbers = {name: number for name, number in (("rt", told.rt), ("rw", told.rw)) if number is not None and sure}
    question = next((one for one in scene.flow.questions if getattr(one.params, "level", "") == LEVELS[-1]), None)
    acts = scene.world.ear.hear(beside, "still").done if scene.world.ear is not None and numbers else ()
    if question is None or {act.name for act in acts} != {"ya"}:
        return None
    state = accept_given(scene).state
    answer = state.answers.get(question.key)
    if answer is None:
        state = state.hold(**{WHICH: {"question": question.key, "words": heard.text, "message": heard.message}})
        noted: str | Words = say_rt_rw(told)
    else:
        state = state.give(question.key, Answer({**answer.value, **numbers}, (*answer.messages, heard.message)))
        noted = show(look(scene.flow, state, scene.world), question.key)
    return resume(scene, state, Words("mesin.dicatat", {"isi": noted}))


def _everywhere(scene: Scene, question: Question, heard: Typed) -> Step | None:
    """ "Tidak tau, semua dusun. pos hewan jauh": none is the one, these words are kept and the others are told beside.
    None where one is named all the same."""
    found = one_of(frozenset(scene.world.spellings.places.everywhere)).search(heard.text)
    if found is None or not question.optional or rest.place_for(scene) is None:
        return None
    end = next(one.end() for one in _CLAUSE.finditer(heard.text) if one.end() >= found.end())
    told, left = heard.text[:end].strip(_EDGES), heard.text[end:].strip(_EDGES)
    if len(told.split()) > _LONGEST or "?" in told or (left and _names_one(scene, question, replace(heard, text=left))):
        return None
    now = look(scene.flow, rest.keep(scene, told, heard.message), scene.world)
    return with_left(now, leave_open(now, question, said="mesin.tempat_semua"), heard, left)


def _names_one(scene: Scene, question: Question, heard: Typed) -> bool:
    return isinstance(kind_of(question).read(ask_about(scene, question), heard), Took)


def _near_what(scene: Scene, question: Question, heard: Typed) -> Step | None:
    """ "Tidak tau dusunnya, di bawah masjid situ": the landmark is kept, and a name that is not known is left open.
    None where no landmark is told, where a place is named, and where more is told than that."""
    mark, near = landmark_in(heard.text, scene), completing(scene, question)
    if not mark or near is None or _names_a_place(scene, question, heard):
        return None
    others = clean(heard.text.replace(mark, " ")).strip(" ,.;")
    unknown = question.optional and is_not_known(scene, others)
    if not unknown and any(_tells(scene, word) for word in key_of(others).split()):
        return None
    kept = look(scene.flow, scene.state.give(near.key, Answer({"text": mark}, (heard.message,))), scene.world)
    step = leave_open(kept, question, mark) if unknown else _ask_name(kept, mark)
    return replace(step, changed=(*step.changed, near.key))


def _names_a_place(scene: Scene, question: Question, heard: Typed) -> bool:
    reading = without_these(scene, heard, kind_of(question).read(ask_about(scene, question), heard))
    return isinstance(reading, Took) or (isinstance(reading, Unsure) and bool(reading.offers))


def is_not_known(scene: Scene, text: str) -> bool:
    """Whether so few words say that somebody does not know."""
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
