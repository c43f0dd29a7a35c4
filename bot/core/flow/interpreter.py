"""The interpreter of every guided conversation: `advance(flow, state, heard, world) -> Step`, pure and total.

It never raises for an input, whatever the state: somebody on the other side waits for a sentence.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from bot.core.flow import in_pieces, listening, parted, parts
from bot.core.flow.answering import note_all, refuse, resume, take
from bot.core.flow.asking import ask
from bot.core.flow.controls import accept_first, again, press, typed_control
from bot.core.flow.correcting import at_review, corrections, each_clause, named_anew, waiting_correction
from bot.core.flow.correcting.anew.asked import told_anew
from bot.core.flow.correcting.as_it_should_read import instead_of_keeping, press_below
from bot.core.flow.correcting.leaving_out import leave_out
from bot.core.flow.correcting.said_to_go import hides_that
from bot.core.flow.correcting.which_sentence import LEAVE
from bot.core.flow.editing import correct, edit_or_retry, first_said, owner
from bot.core.flow.gathering import gather
from bot.core.flow.giving_up import answers_cancel, beside_cancel, calm
from bot.core.flow.heard import (
    at_the_dusun,
    by_example,
    choosing_part,
    closing,
    corrected_beside,
    doubting,
    insulted,
    just_said,
    not_the_story,
    not_yet,
    of_talking,
    own_words,
    unsent,
    waiting_removal,
    way_on,
)
from bot.core.flow.heard.ahead import said_ahead
from bot.core.flow.heard.first_words import offer_later
from bot.core.flow.scene import FIRST, OFFERED, REVIEW, STILL, TRIED, Scene, applies, holds, kind_of, look
from bot.core.flow.told import left_over, not_known, not_noted
from bot.core.flow.told.counting import put_elsewhere
from bot.core.flow.told.named_clauses import named_alone
from bot.core.flow.told.told_along import is_it_the_story, keep_besides
from bot.core.forms.heard import Heard, Pressed, Sent, Typed
from bot.core.forms.questions import Flow
from bot.core.forms.say import Say, Step, Words
from bot.core.forms.state import Answer, State
from bot.core.forms.world import World
from bot.core.forms.writing import key_of, not_this
from bot.core.understanding.dictated import with_marks

__all__ = ["Answer", "Flow", "State", "World", "accepts", "advance", "ask_again", "begin", "correct", "record"]

_MOST_ASKED, _TELLS = 2, 3  # how often "is that the story?" is asked; words that name no place, and tell something
DRAFT_LETTERS = 8  # button data has 64 bytes for everything


def begin(flow: Flow, draft: str, world: World, given: Mapping[str, Any] | None = None) -> Step:
    """Open a draft. `given`: answers of the last time, offered once as a whole before the first question."""
    if not 0 < len(draft) <= DRAFT_LETTERS:
        raise ValueError(f"a draft id has 1 to {DRAFT_LETTERS} characters: {draft!r}")
    state = State(flow.key, draft)
    still = _still_true(flow, given or {}, world)
    scene = look(flow, state, world)
    return resume(scene, state.hold(given=still) if still else state)


def _still_true(flow: Flow, given: Mapping[str, Any], world: World) -> dict[str, Any]:
    kept: dict[str, Any] = {}
    for question in flow.questions:
        if question.key in given and holds(question, given[question.key], kept, world):
            kept[question.key] = given[question.key]
    return kept


def ask_again(flow: Flow, state: State, world: World) -> Step:
    """Ask again what is open, as after a pause: a yes to what was offered before would mean this."""
    left = [] if "unsure" in state.pending else ["confirm", OFFERED]
    return again(look(flow, state.release(*left) if left else state, world))


def advance(flow: Flow, state: State, heard: Heard, world: World) -> Step:
    """One input of the person, and what follows from it."""
    scene = look(flow, state, world)
    if isinstance(heard, Typed):
        heard = not_noted.told_in(scene, replace(heard, text=with_marks(heard.text, world)))
        heard = closing.without_end(scene, heard)
    if scene.asked is not None and kind_of(scene.asked).left_open and scene.asked.optional:
        scene = replace(scene, state=state.hold(**{TRIED: scene.asked.key}))
    step = parts.forget(state, instead_of_keeping(scene, heard, _hear(scene, heard)))
    step = _offers_no_more(state, not_the_story.asked_between(scene, said_ahead.take_up(flow, step, world)))
    if scene.asked is None or kind_of(scene.asked).keyboard is None:
        return unsent.show_all(scene, step)
    return _put_keyboard_away(scene, step)


def _offers_no_more(before: State, step: Step) -> Step:
    """A guess that was offered lives until something else is asked; an answer that waits for a yes until somebody asks
    us something, or the question is put again without its button: a later yes does not mean them."""
    said = any(say.sentence for say in step.say)
    over = [OFFERED] if said else []
    over += ["confirm"] if step.wishes or (said and not _waits_for_yes(step)) else []
    left = [name for name in over if _still_waits(name, before, step)]
    return replace(step, state=step.state.release(*left)) if left else step


def _waits_for_yes(step: Step) -> bool:
    return any(button.data.endswith(":~ya") for say in step.say for row in say.buttons for button in row)


def _still_waits(name: str, before: State, step: Step) -> bool:
    waits = before.pending.get(name)
    return waits is not None and waits["value"] is not None and step.state.pending.get(name) is waits


def _put_keyboard_away(scene: Scene, step: Step) -> Step:
    """A special keyboard covers half of a cheap phone, and its keys would answer the next question."""
    assert scene.asked is not None
    now = look(scene.flow, step.state, scene.world).asked
    if not step.ended and now is not None and now.key == scene.asked.key:
        return step
    if step.ended == "cancelled":
        return replace(step, say=tuple(replace(say, keyboard="remove") for say in step.say))
    lead = next((say.lead for say in step.say if say.lead), None) or Words("mesin.lanjut")
    put_away = Say(lead.name, lead.values, keyboard="remove")
    return replace(step, say=(put_away, *(replace(say, lead=None) for say in step.say)))


def _hear(scene: Scene, heard: Heard) -> Step:
    """A correction that waits for its place goes on waiting beside what else is said; a button of another draft says
    nothing."""
    if isinstance(heard, Pressed) and heard.draft != scene.state.draft:
        return _press(scene, heard)
    left = choosing_part.leave(scene, heard)
    if left is not None:
        return left
    scene = choosing_part.forgotten(scene)
    waits = scene.state.pending.get(corrections.WAITS)
    if not waits:
        return waiting_removal.hear(scene, heard, _hear_one)
    chosen = waiting_correction.told(scene, heard)
    if chosen is not None:
        return chosen
    step = _hear_one(look(scene.flow, scene.state.release(corrections.WAITS), scene.world), heard)
    return waiting_correction.beside(scene, waits, step)


def _hear_one(scene: Scene, heard: Heard) -> Step:
    if isinstance(heard, Pressed):
        return _press(scene, heard)
    agreed = doubting.agreed(scene, heard) if isinstance(heard, Typed) and not heard.edited else None
    if agreed is not None:
        return agreed
    scene = doubting.settle(scene)
    if heard.edited:
        if (edited := edit_or_retry(scene, heard)) is not None:
            return edited
        heard = replace(heard, edited=False)
    return unsent.hold(scene, heard, _hear_text(scene, heard)) if isinstance(heard, Typed) else _hear_sent(scene, heard)


def _press(scene: Scene, heard: Pressed) -> Step:
    """What waits for its meaning has buttons of its own; any other button goes on, and the words are kept."""
    meant = doubting.meant(scene, heard) or press_below(scene, heard)
    if meant is not None:
        return meant
    if heard.value.startswith(f"{LEAVE}.") and heard.draft == scene.state.draft and heard.question == scene.target:
        return leave_out(doubting.settle(scene), heard.value[len(LEAVE) + 1 :]) or press(scene, heard)
    yes = heard.value == "~ya" and "confirm" in scene.state.pending
    old = heard.draft != scene.state.draft
    return press(scene if yes or old else doubting.settle(scene), heard)


def _hear_text(scene: Scene, heard: Typed) -> Step:
    if (step := parts.next_of(scene, heard)) is not None:
        return step
    whole, joined = in_pieces.join(scene, heard)
    step = joined or left_over.keep(scene, heard, parted.hear(scene, heard, _hear_words))
    return joined or in_pieces.remember(scene, whole, parts.remember(scene, heard, step))


def _hear_words(scene: Scene, heard: Typed) -> Step:
    closed = unsent.hear(scene, heard, _hear_words) or closing.close(scene, heard)
    if closed is not None:
        return closed
    name = scene.world.words.get(typed := key_of(heard.text))
    done = typed_control(scene, name) if name and not own_words.is_option(scene, name, typed) else None
    if done is not None:
        return done
    if "cancel" in scene.state.pending:
        obeyed = answers_cancel(scene, typed) and listening.obey(scene, heard)
        return obeyed or beside_cancel(scene, _hear_words(calm(scene), heard))
    return _hear_said(scene, heard, typed)


def _hear_said(scene: Scene, heard: Typed, typed: str) -> Step:
    to_us = insulted.heed(scene, heard, _hear_words) or own_words.press(scene, typed)
    to_us = to_us or of_talking.heed(scene, heard, _hear_words) or told_anew(scene, heard, _hear_words)
    if to_us is not None:
        return to_us
    heard, beside = just_said.put_right(scene, heard)
    if beside is not None:
        return corrected_beside.go_on(beside, heard, _hear_words)
    named = not_yet.heed(scene, heard) or way_on.with_named(scene, heard) or at_the_dusun.hear(scene, heard)
    named = named or _set_aside(scene, heard) or each_clause.put_right(scene, heard)
    named = named or named_anew.exchanged(scene, heard) or not_known.of_another(scene, heard)
    named = named or at_review.named(scene, typed)
    if named is not None:
        return named
    if elsewhere := named_alone(scene, heard.text):
        return note_all(scene, elsewhere, heard)
    if (obeyed := listening.obey(scene, heard)) is not None:
        return obeyed
    if scene.target == REVIEW:
        return by_example.alone_in(scene, heard) or at_review.hear(scene, heard)
    if scene.target == FIRST:
        return _hear_first_again(scene, heard)
    counted = put_elsewhere(scene, scene.open, heard) if scene.target == STILL and scene.open else None
    if counted is not None:
        return counted  # whether it is still the same place is asked again
    if scene.asked is None:
        return _hear_where(scene, heard)
    return take(scene, scene.asked, named_anew.without_opening(scene, heard))


def _hear_where(scene: Scene, heard: Typed) -> Step:
    """Instead of a yes another place. Words that name none throw none away and are kept: it is asked again."""
    open_ = look(scene.flow, scene.state.release(), scene.world)
    if open_.asked is None:
        return again(scene)
    step = take(open_, open_.asked, heard)
    refused = scene.target == STILL and not step.changed and not step.state.pending.keys() - {"refused"}
    return (keep_besides(scene, heard, _TELLS) or again(scene)) if refused else step


def _hear_first_again(scene: Scene, heard: Typed) -> Step:
    """Whoever goes on telling while we ask whether that is the story goes on with the story; whoever tells the place
    has told it. Shown and not answered twice it is the story: nobody is held up by a question they pass over."""
    first = scene.state.pending["first"]
    behind = look(scene.flow, scene.state.release("first"), scene.world)
    where, more = not_the_story.where_in(behind, heard.text)
    aside = None if where else not_the_story.only_asks(scene, heard)
    if aside is not None:
        return aside
    longer = not_the_story.longer(first, replace(heard, text=more) if where else heard)
    told = {**longer, "asked": first.get("asked", 1) + 1}
    step = take(behind, behind.asked, replace(heard, text=where)) if where and behind.asked is not None else None
    now = look(scene.flow, (step or scene).state.hold(first=told), scene.world)
    lead = step.say[0].lead if step is not None else None
    if told["asked"] > _MOST_ASKED:
        return _passed_over(now, lead)
    return replace(step, state=now.state, say=(replace(ask(now), lead=lead),)) if step is not None else again(now)


def _passed_over(scene: Scene, lead: Words | None = None) -> Step:
    """Nobody said yes or no: it is the story, and that is said, with what else these words told."""
    step = accept_first(scene)
    parts_said = {"sebelum": lead or "", "sesudah": step.say[0].lead or ""}
    said = Words("mesin.jadi_cerita", parts_said)
    return replace(step, say=(replace(step.say[0], lead=said), *step.say[1:]))


def _set_aside(scene: Scene, heard: Typed) -> Step | None:
    """What is about a question that is still to come waits for it; the rest is heard as if it stood alone."""
    aside = None if hides_that(scene.world, heard.text) else said_ahead.keep(scene, heard)
    if aside is None:
        return None
    left = aside.left
    step = _hear_words(aside.scene, replace(heard, text=left)) if left else again(aside.scene)
    return said_ahead.say_kept(step, aside)


def _hear_sent(scene: Scene, heard: Sent) -> Step:
    if "cancel" in scene.state.pending:
        return beside_cancel(scene, _hear_sent(calm(scene), heard))
    asked = scene.asked
    if asked is not None and heard.what in kind_of(asked).takes and not kind_of(asked).gathers:
        return take(scene, asked, heard)
    gathered = gather(scene, heard)
    if gathered is None and heard.what == "voice":
        gathered = is_it_the_story(scene, heard) or offer_later(scene, heard)
    return gathered if gathered is not None else refuse(scene, heard, not_this(heard))


def accepts(flow: Flow, state: State, message: int) -> str | None:
    """The question an edited message answers, or was meant to answer when it could not be read."""
    question = owner(flow, state, message)
    if question:
        return question.key
    refused = state.pending.get("refused")
    return str(refused["question"]) if refused and refused["message"] == message else first_said(state, message)


def record(flow: Flow, state: State) -> dict[str, Any]:
    """What was answered, by question; skipped questions and those of another version of the form are left out."""
    values = {key: answer.value for key, answer in state.answers.items()}
    return {key: values[key] for key in applies(flow, values) if key in values}
