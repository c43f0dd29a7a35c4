"""How big it is and whom it helps, told in one breath where something else is asked ("dusun Kalimbua, kira2 200 meter
dan 30 kk"): each goes to its own question, and is said back."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from bot.core.flow.scene import Scene, look, show
from bot.core.flow.told.nothing_lost import surely_counted
from bot.core.forms.heard import Heard, Typed
from bot.core.forms.questions import Question
from bot.core.forms.say import Step, Words
from bot.core.forms.state import Answer
from bot.core.stories.readings import told_in
from bot.core.understanding.tongue import tongue_of

_SIZE, _COUNTS = "ukuran", frozenset({"ukuran", "jumlah", "kurang_mampu"})
_KINDS = frozenset({"wilayah", "text", _SIZE})
_BETWEEN, _EDGES = 2, " ,.;\n"  # words: "dan", "untuk"
_LONGEST, _PLACE = 20, 5  # words; of where it is: more tells of another matter, whose size it may be


def apart(scene: Scene, question: Question, heard: Heard) -> tuple[Mapping[str, Any], str] | None:
    """The answers to others, and what is left for this question; None where the words do not plainly fall apart so."""
    if not isinstance(heard, Typed) or question.kind not in _KINDS or len(heard.text.split()) > _LONGEST:
        return None
    if not any(map(str.isdecimal, heard.text)):
        return None
    told = [each for each in told_in(heard.text, tongue_of(scene.world.spellings)) if each.sort in _COUNTS]
    if len(told) < 2 or not {each.sort for each in told} > {_SIZE} or not all(each.sure for each in told):
        return None
    lead, behind = heard.text[: told[0].span[0]].strip(_EDGES), heard.text[told[0].span[0] :]
    if question.kind == "wilayah" and len(lead.split()) > _PLACE:
        return None
    counted = sum(len(heard.text[slice(*each.span)].split()) for each in told)
    if len(behind.split()) - counted > _BETWEEN or bool(lead) == (question.kind == _SIZE):
        return None
    own = next((heard.text[slice(*each.span)] for each in told if each.sort == question.key), lead)
    found = {key: value for key, value in surely_counted(scene, heard.text).items() if key != question.key}
    is_all = found.keys() == {each.sort for each in told} - {question.key}  # nothing that stands is told otherwise
    return (found, own) if is_all else None


def kept(scene: Scene, found: Mapping[str, Any], heard: Typed) -> Scene:
    state = scene.state
    for key, value in found.items():
        state = state.give(key, Answer(value, (heard.message,)))
    return look(scene.flow, state, scene.world)


def said_with(scene: Scene, step: Step, found: Mapping[str, Any]) -> Step:
    """`scene`: in which these were kept."""
    noted = Words("mesin.dicatat_semua", {"isi": [show(scene, key) for key in found]})
    leads = [noted, *(say.lead for say in step.say if say.lead)]
    said = step.led_by(Words("mesin.ralat_semua", {"isi": leads}))
    return replace(said, changed=(*step.changed, *found))
