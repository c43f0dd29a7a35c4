"""Nothing but a count, where something else is asked: it goes to the question that counts such things, and what was
asked is asked again. It is no story and no wish, unless the person says so."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from bot.core.flow import rest
from bot.core.flow.asking import ask, ask_for_yes
from bot.core.flow.scene import Scene, ask_about, holds, kind_of, look, part
from bot.core.flow.told import besides
from bot.core.flow.told.left_over import with_words
from bot.core.forms.heard import Heard, Typed
from bot.core.forms.questions import Question, Reading, Took
from bot.core.forms.say import Step, Words
from bot.core.forms.state import Answer
from bot.core.stories.counted import counted, counts_a_part
from bot.core.understanding.amounts.counts import joined
from bot.core.understanding.amounts.tokens import tokenize
from bot.core.understanding.tongue import tongue_of

_PEOPLE = "orang"
#: They read numbers themselves.
_OWN = frozenset({_PEOPLE, "ukuran"})
_GROUPS, _ONE = "choices", "choice"
#: Words that say how many, and not who.
_COUNTING = frozenset({"num", "family", "house", "poor", "about", "bound", "range", "between", "sep"})


def put_elsewhere(scene: Scene, question: Question, heard: Heard) -> Step | None:
    """None where the words tell more than a count, or where the form has no room for one."""
    if not isinstance(heard, Typed) or question.kind in _OWN or rest.place_for(scene) is None:
        return None
    if in_front := _in_front(scene, question, heard.text):
        step, left = (
            put_elsewhere(scene, question, replace(heard, text=in_front)),
            heard.text[len(in_front) :].strip(" ,"),
        )
        return with_words(scene, step, left, heard.message) if step is not None else None
    found = _anew(scene, counted(heard.text, tongue_of(scene.world.spellings)))
    counting = next((one for one in scene.shown if one.key in found), None)
    if counting is None or not holds(counting, found[counting.key], scene.values, scene.world):
        return None
    scene, value = _beside_before(scene, counting, heard.text, found[counting.key])
    split = value is not None and {"male", "female"} <= value.keys()  # "laki 30 perempuan 35" are no group
    counts_heads = value is not None and "total" in value and question.kind == _GROUPS and not split
    if counts_heads and isinstance(_read(scene, question, heard), Took):
        return None  # "45 balita" says who and how many, where it is asked who
    if question.kind == _GROUPS and not split and _names_a_group(scene, question, heard):
        return None
    if value is None:
        known = scene.values.get(counting.key) == found[counting.key]
        return _is_it_the_answer(scene, question, heard, known)
    state = scene.state.release("confirm", "refused").give(counting.key, Answer(value, (heard.message,)))
    step = Step(
        state, (ask(look(scene.flow, state, scene.world), said_back(scene, counting, value)),), changed=(counting.key,)
    )
    return _with_poor(scene, step, {key: told for key, told in found.items() if key != counting.key}, heard.message)


def _in_front(scene: Scene, question: Question, text: str) -> str:
    """ "Kira2 25 rumah, ada 3 yang ngontrak": the count before a comma, where one thing is chosen and houses would be
    taken for it; empty where what follows chooses."""
    first, comma, left = text.partition(",")
    is_count = question.kind == _ONE and bool(comma) and bool(counted(first, tongue_of(scene.world.spellings)))
    return first if is_count and not isinstance(_read(scene, question, Typed(left, 0)), Took) else ""


def _anew(scene: Scene, found: Mapping[str, Any]) -> Mapping[str, Any]:
    """ "30 keluarga, 12 yang miskin" counts the poor where the story told of about 30 families."""
    new = {key: value for key, value in found.items() if _bare(value) != _bare(scene.values.get(key))}
    return new or found


def _bare(value: Any) -> Any:
    return {key: told for key, told in value.items() if key != "bound"} if isinstance(value, dict) else value


def _names_a_group(scene: Scene, question: Question, heard: Typed) -> bool:
    """ "Petani, 30 KK" says who beside how many."""
    tokens = tokenize(heard.text, tongue_of(scene.world.spellings).people_grammar.words)
    named = " ".join(token.text for token in tokens if token.kind not in _COUNTING)
    return bool(named) and isinstance(_read(scene, question, replace(heard, text=named)), Took)


def _with_poor(scene: Scene, step: Step, found: Mapping[str, Any], message: int) -> Step:
    """ "Dua ratusan orang, yang miskin 15 KK" counts both."""
    now = look(scene.flow, step.state, scene.world)
    other = next((one for one in now.shown if one.key in found and not besides.is_told(now, one)), None)
    if other is None:
        return step
    state = step.state.give(other.key, Answer(found[other.key], (message,)))
    told = [say.lead for say in step.say if say.lead] + [said_back(now, other, found[other.key])]
    lead = Words("mesin.ralat_semua", {"isi": told})
    return Step(state, (ask(look(scene.flow, state, scene.world), lead),), changed=(*step.changed, other.key))


def _beside_before(scene: Scene, counting: Question, text: str, value: Any) -> tuple[Scene, Any]:
    """With what was counted before, where that was something else; None where it was the same sort of thing, or a group
    of them: "10 anak sekolah" behind "30 KK" are not all. Fewer people than families were such a group: they stand
    beside the form."""
    if not besides.is_told(scene, counting):
        return scene, value
    if counting.kind != _PEOPLE or counts_a_part(text, tongue_of(scene.world.spellings)):
        return scene, None
    before = scene.values.get(counting.key, {})
    both = joined(before, value)
    if both is None or "total" in value or both.get("total", 0) >= both.get("families", 0) or "total" not in both:
        return scene, both
    group = f"{before['total']} {scene.world.spellings.people.person[0]}"
    return look(scene.flow, rest.keep(scene, group, None), scene.world), value


def said_back(scene: Scene, counting: Question, value: Any) -> Words:
    shown = kind_of(counting).show(ask_about(scene, counting), value)
    return Words("mesin.hitungan_dicatat", {"judul": Words(part(scene, counting, "judul")), "isi": shown})


def _is_it_the_answer(scene: Scene, question: Question, heard: Typed, known: bool) -> Step | None:
    """It was counted already: where any words are an answer this may be one. Another number than before is kept."""
    reading = _read(scene, question, heard) if kind_of(question).story else None
    if not isinstance(reading, Took):
        return None
    state = scene.state if known else rest.keep(scene, heard.text, heard.message)
    waits = {"question": question.key, "value": reading.value, "messages": [heard.message]}
    return Step(
        state.hold(confirm=waits), (ask_for_yes(scene, question, Words("mesin.hitungan_saja"), "tombol.ini_jawaban"),)
    )


def _read(scene: Scene, question: Question, heard: Typed) -> Reading:
    return kind_of(question).read(ask_about(scene, question), heard)
