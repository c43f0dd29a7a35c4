"""From an input to an answer: read by the question's kind, kept, and the next question asked."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from bot.core.flow import rest
from bot.core.flow.asking import ask, ask_for_yes, ask_which, help_with
from bot.core.flow.catching import caught
from bot.core.flow.scene import OFFERED, WHICH, Scene, kind_of, look, part, told_anew
from bot.core.flow.told import besides, both_told, in_a_story, no_wish, nothing_lost, rt_rw_kept, told_on, too_short
from bot.core.flow.told.counting import put_elsewhere
from bot.core.flow.told.named_clauses import told_beside
from bot.core.flow.told.no_name import without_these
from bot.core.flow.told.number_turned import takes_back
from bot.core.flow.told.told_along import held, is_a_complaint, is_it_the_story, waits_as_wish, with_beside, with_left
from bot.core.forms.heard import Heard, Pressed, Sent, Typed
from bot.core.forms.questions import Ask, Question, Refused, Toggled, Took, Unsure
from bot.core.forms.say import Say, Step, Words
from bot.core.forms.state import BESIDE, Answer, State
from bot.core.forms.writing import is_question


def resume(scene: Scene, state: State, lead: Words | None = None, changed: tuple[str, ...] = ()) -> Step:
    """Ask what is now open; a form without a review card ends when nothing is."""
    now = look(scene.flow, state, scene.world)
    if now.open is None and not now.flow.review and now.asked is None and "given" not in state.pending:
        return Step(state, ended="sent", changed=changed)
    return Step(state, (ask(now, lead),), changed=changed)


def take(scene: Scene, question: Question, heard: Heard) -> Step:
    """Read an input as the answer to this question. What was offered before is not what a later yes means."""
    before = scene
    scene, heard = too_short.joined(told_anew(scene, question, heard), question, heard)
    counted = put_elsewhere(scene, question, heard)
    if counted is not None:
        return counted
    if isinstance(heard, Typed) and (fallen := both_told.apart(scene, question, heard)):
        now, found = both_told.kept(scene, fallen[0], heard), fallen[0]
        return both_told.said_with(now, take(now, question, replace(heard, text=fallen[1])), found)
    named = _with_named(scene, question, heard)
    reading = named or nothing_lost.with_count(scene, question, heard, besides.understand(scene, question, heard))
    reading = rt_rw_kept.with_these(before, question, without_these(scene, heard, reading))
    if isinstance(reading, Took) and (sparse := too_short.one_word(before, question, heard)):
        return refuse(scene, heard, sparse)
    if isinstance(reading, Took):
        return _took(scene, question, heard, reading)
    if isinstance(reading, Toggled):
        return _toggle(scene, question, reading)
    if isinstance(reading, Refused) and reading.nothing and question.optional:
        return resume(scene, scene.state.skip(question.key).release(), changed=(question.key,))  # nothing is fine, too
    if isinstance(heard, Pressed) and isinstance(reading, Refused):
        return Step(scene.state, (Say(toast=reading.why.name),))
    if isinstance(heard, Typed) and is_question(heard.text, scene.world, kind_of(question).free):
        return Step(scene.state, (ask(scene, help_with(scene)),))
    if isinstance(reading, Unsure):
        return unsure(scene, question, heard, reading)
    return _perhaps(scene, question, heard, reading) or refuse(scene, heard, reading.why)


def _perhaps(scene: Scene, question: Question, heard: Heard, reading: Refused) -> Step | None:
    """What a part of the words may answer is offered; all of them are kept besides."""
    offers = reading.perhaps()
    elsewhere = tells_something(scene, heard) if isinstance(heard, Typed) and offers else None
    if elsewhere is not None or not offers:
        return elsewhere or _tells_something(scene, heard, reading.why)
    left = heard.text if isinstance(heard, Typed) and len(heard.text.split()) >= rest.FEWEST_WORDS else ""
    return unsure(scene, question, heard, Unsure(Words("pengertian.maksudnya"), offers, left=left))


def _tells_something(scene: Scene, heard: Heard, why: Words) -> Step | None:
    """Words that answer nothing here: what they surely answer elsewhere is taken there. When they are too many for a
    slip they are the story, if it is still to be told and they say so; else they are kept beside it."""
    if not isinstance(heard, Typed) or rest.place_for(scene) is None:
        return None
    elsewhere = tells_something(scene, heard)
    if elsewhere is not None:
        return elsewhere
    told = waits_as_wish(scene, heard) or is_it_the_story(scene, heard)
    if told is not None or not nothing_lost.is_worth_keeping(scene, heard.text):
        return told
    state = rest.keep(scene, heard.text, heard.message)
    if state is scene.state:
        return refuse(scene, heard, why)
    return refuse(look(scene.flow, state, scene.world), heard, Words("mesin.tidak_cocok_disimpan", {"sebab": why}))


def tells_something(scene: Scene, heard: Typed) -> Step | None:
    """What these words surely answer elsewhere; those that are no slip are kept, too. None where they answer nothing
    there."""
    step = go_on_with(scene, Step(scene.state), heard, scene.asked)
    values = [step.state.answers[key].value for key in step.changed]
    is_whole = any(isinstance(one, dict) and one.get("text") == heard.text.strip() for one in values)
    if not step.changed or is_whole or len(heard.text.split()) < rest.FEWEST_WORDS:
        return step if step.changed else None
    now = look(scene.flow, step.state, scene.world)
    wish = waits_as_wish(now, heard)  # "pasang lampu surya 10 titik" counts, and hopes
    return replace(step, state=wish.state if wish else rest.keep(now, heard.text, heard.message))


def refuse(scene: Scene, heard: Heard, why: Words) -> Step:
    """Say why, and ask the same again. The message is remembered: some people edit it instead of writing anew."""
    return Step(too_short.hold(scene, heard, why), (ask(scene, caught(why, heard), album_of(heard)),))


def _with_named(scene: Scene, question: Question, heard: Heard) -> Took | None:
    """The answer, with those to other questions that are named beside it; None where none is."""
    if not isinstance(heard, Typed) or kind_of(question).verbatim or kind_of(question).claims:
        return None
    left, also = told_beside(scene, question, heard.text)
    reading = besides.understand(scene, question, replace(heard, text=left)) if also else None
    return replace(reading, also={**also, **reading.also}) if isinstance(reading, Took) else None


def _took(scene: Scene, question: Question, heard: Heard, reading: Took) -> Step:
    spoken = no_wish.spoken_to_us(scene, question, heard)
    if spoken or _seems_to_ask(scene, question, heard):
        state = scene.state.hold(confirm=waiting(question, heard, {"text": spoken} if spoken else reading.value))
        why = Words("mesin.harapan_ini", {"kata": spoken}) if spoken else Words("mesin.seperti_bertanya")
        lead = None if spoken else help_with(scene)
        return Step(state, (ask_for_yes(scene, question, why, "tombol.ini_jawaban", lead),))
    waits = waiting(question, heard, reading.value)
    if on := told_on.ask_whether(scene, question, heard, waits) or takes_back(scene, question, heard, waits):
        return on
    answer = Answer(reading.value, _messages(scene, question, heard), album_of(heard))
    step = _and_then(scene, give_all(scene, question, answer, reading.also), heard, reading.then)
    step = with_beside(scene, with_left(scene, step, heard, reading.left))
    said = _said_back(scene, question, heard, reading)
    if said is None:
        return step
    if reading.left and rest.kept(scene, step.state):
        said = Words("mesin.dicatat_juga", {"dicatat": said})
    return replace(step, say=tuple(replace(say, lead=say.lead or said, album=answer.album) for say in step.say))


def _seems_to_ask(scene: Scene, question: Question, heard: Heard) -> bool:
    kind = kind_of(question)
    if not isinstance(heard, Typed) or not kind.free or kind.verbatim or is_a_complaint(scene, heard):
        return False
    return is_question(heard.text, scene.world, free=True)


def go_on_with(scene: Scene, step: Step, heard: Typed, refused: Question | None = None) -> Step:
    """After an act that left a question, or words that do not answer it: what they surely answer of others."""
    now = look(scene.flow, step.state, scene.world)
    found = {} if step.ended else besides.of_others(now, heard.text, refused)
    if not found and not step.ended and refused is not None:
        found = nothing_lost.group_named(now, heard.text)
    if not found:
        return step
    return note_all(now, found, heard, step.changed)


def note_all(scene: Scene, found: Mapping[str, Any], heard: Typed, changed: tuple[str, ...] = ()) -> Step:
    """Answers to other questions than the one that is asked, by question: kept, and said back. `changed`: before."""
    state = scene.state
    for key, value in found.items():
        state = state.give(key, Answer(value, (heard.message,)))
    shown = [kind_of(q).show(Ask(q, found, scene.world), found[q.key]) for q in scene.flow.questions if q.key in found]
    return resume(scene, state, Words("mesin.dicatat_semua", {"isi": shown}), (*changed, *found))


def give_all(scene: Scene, question: Question, answer: Answer, also: Mapping[str, Any]) -> Step:
    """The same words answered other questions, too: outermost place first, so that each rests on the one before. An
    answer without a value is none."""
    if not also:
        return give(scene, question, answer)
    told = {**also, **({} if answer.value is None else {question.key: answer.value})}
    step = Step(scene.state)
    for one in scene.flow.questions:
        now = look(scene.flow, step.state, scene.world)
        if one.key in told and one in now.shown:
            given = give(now, one, replace(answer, value=told[one.key]))
            step = replace(given, changed=(*step.changed, *given.changed))
    return step


def _and_then(scene: Scene, step: Step, heard: Heard, then: Unsure | None) -> Step:
    """What the words left open is asked at once, where the question that it belongs to is the next."""
    now = look(scene.flow, step.state, scene.world)
    if then is None or step.ended or now.asked is None or isinstance(without_these(scene, heard, then), Refused):
        return step
    if not then.offers and then.value is None:
        return replace(step, say=(replace(ask(now), lead=then.why),))
    asked = unsure(now, now.asked, heard, then)
    return replace(asked, changed=step.changed)


def _said_back(scene: Scene, question: Question, heard: Heard, reading: Took) -> Words | None:
    """A pressed button leaves no trace in the chat and a guess may be wrong: say what was understood."""
    if kind_of(question).gathers:
        return Words(kind_of(question).kept_as, {"jumlah": len(reading.value)})
    if isinstance(heard, Typed) and not reading.guessed and not reading.also:
        return None
    own = {} if reading.value is None else {question.key: reading.value}
    told = {**scene.values, **own, **reading.also}
    parts = [q for q in scene.flow.questions if q.key in own or q.key in reading.also]
    shown = [kind_of(part).show(Ask(part, told, scene.world), told[part.key]) for part in parts]
    alone = len(shown) == 1
    return Words("mesin.dicatat" if alone else "mesin.dicatat_semua", {"isi": shown[0] if alone else shown})


def unsure(scene: Scene, question: Question, heard: Heard, reading: Unsure) -> Step:
    before, left = held(scene, question, heard, reading)
    if left and before is scene.state and isinstance(heard, Typed):
        before = nothing_lost.keep(scene, left, heard.message)
    if reading.value is None:
        if len(reading.offers) == 1:
            before = before.hold(**{OFFERED: {"question": question.key, "value": reading.offers[0].value}})
        elif kind_of(question).agrees:
            before = before.hold(**{OFFERED: {"question": question.key, "value": None}})  # a yes chooses none of them
        if len(reading.offers) > 1 and isinstance(heard, Typed):
            waits = {"question": question.key, "words": heard.text, "message": heard.message}
            before = before.hold(**{WHICH: waits})
        return Step(before, (ask_which(scene, question, reading.why, reading.offers),))
    asked = waiting(question, heard, reading.value)
    if (told := scene.state.before.get(question.key)) and told.value == reading.value:
        return give(scene, question, Answer.from_json(asked))  # written the same way twice it is no slip
    state = before.lay_aside(question.key, Answer.from_json(asked)).hold(confirm=asked)
    return Step(state, (ask_for_yes(scene, question, reading.why, "tombol.pakai_nama"),))


def _toggle(scene: Scene, question: Question, reading: Toggled) -> Step:
    state = scene.state.hold(chosen={"question": question.key, "values": list(reading.chosen)})
    now = look(scene.flow, state, scene.world)
    return Step(state, (replace(ask(now), replace=True),))


def give(scene: Scene, question: Question, answer: Answer) -> Step:
    """Keep the answer; what rested on another answer to this question is forgotten."""
    dropped = _outdated(scene, question, answer.value)
    kept = {name: value for name, value in scene.state.pending.items() if _still_waits(name, value, question)}
    state = replace(scene.state.drop(dropped).give(question.key, answer), pending=kept)
    return resume_told(scene, state, (question.key,), (question.key, *dropped))


def resume_told(scene: Scene, state: State, given: tuple[str, ...], changed: tuple[str, ...]) -> Step:
    """Ask what is open, after what the stories among the answers given tell besides; it is said back."""
    state, told = in_a_story.tell(scene.flow, state, scene.world, given)
    return resume(scene, state, in_a_story.say(scene, state, told), (*changed, *told))


def _still_waits(name: str, value: Any, question: Question) -> bool:
    """Photos and corrections come at any time; they must not end what the person was in the middle of."""
    if name in ("chosen", WHICH):
        return bool(value["question"] != question.key)
    if name in ("first", BESIDE):
        return not kind_of(question).story
    return name == "given" or (name == "edit" and value != question.key)


def _outdated(scene: Scene, question: Question, value: Any) -> tuple[str, ...]:
    state, key = scene.state, question.key
    earlier = state.answers.get(key) or state.before.get(key)
    if earlier is None or earlier.value == value:
        return ()
    return tuple(k for k in scene.flow.dependents(key) if k in state.answers or k in state.before)


def take_offered(scene: Scene) -> Step | None:
    """The one button that a question stands on ("Maksudnya Desa Tuncung?"); None where there are several, or none."""
    waits, asked = scene.state.pending.get(OFFERED), scene.asked
    if not waits or asked is None or waits["question"] != asked.key or waits["value"] is None:
        return None
    return take(scene, asked, Pressed(scene.state.draft, asked.key, waits["value"]))


def confirmed(scene: Scene) -> Step | None:
    """The yes to an answer that waited for one; None when none waits for the open question."""
    waiting, question = scene.state.pending.get("confirm"), scene.asked
    if not waiting or question is None or waiting["question"] != question.key:
        return None
    now = told_on.answered(scene, waiting["value"])
    return with_beside(now, give(now, question, Answer(waiting["value"], tuple(waiting["messages"]))))


def _messages(scene: Scene, question: Question, heard: Heard) -> tuple[int, ...]:
    message = message_of(heard)
    is_more = kind_of(question).gathers and question.key in scene.values
    before = scene.state.answers[question.key].messages if is_more else ()
    return () if message is None else (*before, message)


def waiting(question: Question, heard: Heard, value: Any) -> Mapping[str, Any]:
    message = message_of(heard)
    return {"question": question.key, "value": value, "messages": [] if message is None else [message]}


def message_of(heard: Heard) -> int | None:
    return None if isinstance(heard, Pressed) else heard.message


def album_of(heard: Heard) -> str | None:
    return heard.album if isinstance(heard, Sent) else None


def title(scene: Scene, question: Question) -> Words:
    return Words(part(scene, question, "judul"))
