"""What the buttons of the conversation itself do; typed words do the same."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from bot.core.flow import rest
from bot.core.flow.answering import confirmed, resume, resume_told, take, take_offered
from bot.core.flow.asking import ask, help_with, menu, review
from bot.core.flow.ending import (
    DONE,
    before_open,
    close_choice,
    do_not_know,
    done,
    ended_here,
    enough,
    enough_here,
    not_to_send_yet,
    nothing_to_say,
    skip,
    stale,
)
from bot.core.flow.giving_up import ask_cancel, asked_instead, calm, cancel
from bot.core.flow.scene import CANCEL, FIRST, REVIEW, STILL, WHICH, Scene, kind_of, look, ticked
from bot.core.flow.told.told_along import with_beside
from bot.core.forms.digits import whole
from bot.core.forms.heard import Pressed
from bot.core.forms.layout import control
from bot.core.forms.questions import Question
from bot.core.forms.say import Say, Step, Wish, Words
from bot.core.forms.state import Answer, State
from bot.core.places.spelling import match

#: By this name it waits which part is to be changed.
CHOOSING = "memilih"
_BORROWED = "pinjam_hp"  # the act


def press(scene: Scene, heard: Pressed) -> Step:
    """A button counts when it belongs to this draft and to what stands open now."""
    known = {scene.target, CANCEL} if scene.state.pending.get("cancel") else {scene.target}
    if heard.draft != scene.state.draft or heard.question not in known:
        return stale(scene)
    if heard.value.startswith("~"):
        return _press_control(scene, heard)
    if scene.asked is None:
        return stale(scene)
    return take(calm(scene), scene.asked, heard)


def _press_control(scene: Scene, heard: Pressed) -> Step:
    name = heard.value[1:]
    if heard.question == CANCEL:
        return cancel(scene) if name == "ya" else resume(scene, scene.state.release("cancel"))
    if name == DONE and scene.asked and kind_of(scene.asked).toggles:
        return take(calm(scene), scene.asked, heard)
    if name.startswith("halaman") and scene.asked:
        return Step(scene.state, (replace(ask(scene, page=_number(name[7:])), replace=True),))
    if scene.target == REVIEW:
        return _press_review(scene, name)
    act = _ACTS.get(name)
    return act(calm(scene)) if act else stale(scene)


def _press_review(scene: Scene, name: str) -> Step:
    if name == "kirim":
        return send(scene)
    if name in ("tinjau", "simpan_lagi"):
        return Step(scene.state, (replace(review(scene), replace=True),))
    if name == "baca":
        return Step(scene.state, (_laid_open(scene),))
    if name.startswith("ubah."):
        return jump(scene, name[5:])
    if name.startswith("ubah"):
        said = replace(menu(scene, _number(name[4:])), replace=True)
        return Step(scene.state.hold(**{CHOOSING: True}), (said,))
    act = {"batal": ask_cancel, "kembali": go_back, "bantuan": explain}.get(name)
    return act(scene) if act else stale(scene)


def _laid_open(scene: Scene) -> Say:
    """The card with all that it keeps from those who look over somebody's shoulder."""
    card = review(scene)
    rows = (*card.buttons, (control(scene.state.draft, REVIEW, "simpan_lagi"),))
    return replace(card, values={**card.values, "terbuka": True}, buttons=rows, replace=True)


def _number(text: str) -> int:
    number = whole(text, 3)
    return 1 if number is None else number


def go_back(scene: Scene) -> Step:
    """To the question before; out of a change begun on the review card, back to the card with nothing changed."""
    if scene.asked and scene.state.pending.get("edit") == scene.asked.key:
        return _leave_change(scene, scene.asked)
    if "confirm" in scene.state.pending:  # a name that is not listed, say: it was not taken yet
        return _take_back(scene)
    last = next((q for q in reversed(before_open(scene)) if done(scene, q.key) and _was_asked(scene, q)), None)
    if last is None:
        return Step(scene.state, (ask(scene, Words("mesin.paling_awal")),))
    opened = scene.state.enough if last.key in scene.state.enough else (last.key,)
    state = scene.state.forget(opened).release().hold(**ticked(scene, opened[0]))
    return resume(scene, state, changed=opened)


def _was_asked(scene: Scene, question: Question) -> bool:
    answer = scene.state.answers.get(question.key)
    return not kind_of(question).rest and not (answer is not None and answer.told_in)


def _leave_change(scene: Scene, question: Question) -> Step:
    if question.key in scene.state.before:
        return use_before(scene)
    return skip(scene) if question.optional else resume(scene, scene.state.release("edit"))


def use_before(scene: Scene) -> Step:
    """Bring back the answer that was taken away, with all that rested on it."""
    question = scene.asked
    former = scene.state.before.get(question.key) if question else None
    if question is None or former is None:
        return stale(scene)
    keys = (question.key, *scene.flow.dependents(question.key))
    back = {k: scene.state.before[k] for k in keys if k in scene.state.before}
    back = {key: replace(answer, told_in="") for key, answer in back.items()}
    voice = former.value.get("voice") if isinstance(former.value, dict) else None
    return with_beside(scene, _bring_back(scene, rest.without_voice(scene, voice).release(), back))


def _bring_back(scene: Scene, state: State, answers: Mapping[str, Answer]) -> Step:
    for key, answer in answers.items():
        state = state.give(key, answer)
    return resume_told(scene, state, tuple(answers), tuple(answers))


def explain(scene: Scene) -> Step:
    """The question as it stands: whoever asks for help may have meant none of several."""
    state = scene.state.release(WHICH)
    return Step(state, (ask(replace(scene, state=state), help_with(scene)),))


def send(scene: Scene) -> Step:
    if scene.target != REVIEW:
        return Step(scene.state, (ask(scene),))
    return Step(scene.state.release(), ended="sent")


def jump(scene: Scene, key: str) -> Step:
    """From the review card to one question. What rests on it is kept at hand, in case the answer stays the same."""
    if scene.target != REVIEW or key not in {q.key for q in scene.shown}:
        return stale(scene)
    gone = (key, *scene.flow.dependents(key))
    state = scene.state.forget(gone).release().hold(edit=key, **ticked(scene, key))
    return resume(scene, state, changed=gone)


def choose_to_change(scene: Scene) -> Step:
    return Step(scene.state.hold(**{CHOOSING: True}), (menu(scene),)) if scene.target == REVIEW else stale(scene)


def jump_to_named(scene: Scene, typed: str) -> Step | None:
    """On the review card: "cerita", "ubah cerita", "ubah ceritanya" or the number of the line."""
    if 1 <= (number := whole(typed) or 0) <= len(scene.shown):
        return jump(scene, scene.shown[number - 1].key)
    told = (match(scene.shown, one, lambda question: question.title) for one in (typed, typed.removesuffix("nya")))
    found = next((one for one in told if one.kind in ("exact", "near")), None)
    return jump(scene, found.items[0].key) if found is not None else None


def accept_given(scene: Scene) -> Step:
    """Yes, it is the same place."""
    given = scene.state.pending.get("given", {})
    return _bring_back(scene, scene.state.release(), {key: Answer(value) for key, value in given.items()})


def refuse_given(scene: Scene) -> Step:
    return resume(scene, scene.state.release())


def accept_first(scene: Scene) -> Step:
    """Yes, that is the story. Where it names the place nobody is asked whether that is the one of last time."""
    told = scene.state.pending["first"]["answers"]
    step = _bring_back(scene, scene.state.release("first"), {key: Answer.from_json(one) for key, one in told.items()})
    given = step.state.pending.get("given", {})
    if not given or not set(given) <= set(step.state.answers):
        return step
    now = look(scene.flow, step.state.release("given"), scene.world)
    return replace(step, state=now.state, say=(ask(now, step.say[0].lead),))


def refuse_first(scene: Scene) -> Step:
    """No: it was said for something else. Where it was all that began the form, there is none."""
    if scene.state.pending["first"]["alone"]:
        said = (Say("mesin.bukan_cerita"),)
        return Step(scene.state.release(), said, wishes=asked_instead(scene), ended="cancelled")
    return resume(scene, scene.state.release("first"))


def say_yes(scene: Scene) -> Step | None:
    """A yes to whatever waits for one; None when nothing does."""
    if scene.state.pending.get("cancel"):
        return cancel(scene)
    if scene.target in (STILL, FIRST):
        return accept_given(scene) if scene.target == STILL else accept_first(scene)
    return send(scene) if scene.target == REVIEW else take_offered(scene) or confirmed(scene)


def say_no(scene: Scene) -> Step | None:
    if scene.state.pending.get("cancel"):
        return resume(scene, scene.state.release("cancel"))
    if scene.target in (STILL, FIRST):
        return resume(scene, scene.state.release()) if scene.target == STILL else refuse_first(scene)
    if scene.target == REVIEW:
        return choose_to_change(scene)
    return _take_back(scene) if "confirm" in scene.state.pending else None


def _take_back(scene: Scene) -> Step:
    """A no to what waited for a yes: it is not offered again, unless it stood there before."""
    waits = scene.state.pending["confirm"]
    key, former = waits["question"], scene.state.before.get(waits["question"])
    was_new = former is not None and former.value == waits["value"] and scene.state.pending.get("edit") != key
    return resume(scene, (scene.state.drop((key,)) if was_new else scene.state).release("confirm"))


def _yes_or_stale(scene: Scene) -> Step:
    return (accept_given(scene) if scene.target == STILL else confirmed(scene)) or stale(scene)


def _save(scene: Scene) -> Step:
    """Over the card it sends; before it nothing has to be done for it: whatever was told is kept."""
    if scene.target == REVIEW:
        return send(scene)
    return close_choice(scene) or Step(scene.state, (ask(scene, Words("mesin.sudah_disimpan")),))


def _go_on(scene: Scene) -> Step | None:
    """Here it goes on; whoever means the next question learns how to pass over this one."""
    if "cancel" in scene.state.pending:
        return say_no(scene)
    is_left = scene.asked is not None and scene.asked.optional and "confirm" not in scene.state.pending
    return resume(scene, scene.state, Words("mesin.lanjut_lewati") if is_left else None)


_ACTS: dict[str, Callable[[Scene], Step]] = {
    "kembali": go_back,
    "lewati": skip,
    "belum_tahu": skip,
    "cukup": enough,
    "batal": ask_cancel,
    "bantuan": explain,
    "pakai": use_before,
    "ya": _yes_or_stale,
    "lain": lambda scene: refuse_given(scene) if scene.target == STILL else stale(scene),
    "ya_cerita": lambda scene: accept_first(scene) if scene.target == FIRST else stale(scene),
    "bukan_cerita": lambda scene: refuse_first(scene) if scene.target == FIRST else stale(scene),
}

# What typed words may stand for; the words themselves are content. None = after all, it is an answer.
TYPED: dict[str, Callable[[Scene], Step | None]] = {
    "kembali": go_back,
    "lewati": skip,
    "cukup": enough_here,
    "tidak_ada": nothing_to_say,
    "tidak_tahu": do_not_know,
    "batal": ask_cancel,
    "bantuan": explain,
    "pakai": lambda scene: use_before(scene) if scene.asked and scene.asked.key in scene.state.before else None,
    "ya": say_yes,
    "tidak": say_no,
    "lanjut": _go_on,
    "kirim": lambda scene: send(scene) if scene.target == REVIEW else ended_here(scene) or not_to_send_yet(scene),
    "simpan": lambda scene: _save(scene) if scene.flow.hears or scene.target == REVIEW else not_to_send_yet(scene),
    "ubah": lambda scene: choose_to_change(scene) if scene.target == REVIEW else None,
}


def typed_control(scene: Scene, name: str) -> Step | None:
    """A word that acts as a button. Whoever types one while asked "sure?" goes on, unless it is a yes or a no."""
    step = TYPED[name](scene if name in ("ya", "tidak", "lanjut") else calm(scene))
    if step is not None and step.ended == "sent" and "cancel" in scene.state.pending:
        return resume(scene, scene.state.release("cancel"))  # nothing leaves by a word said to "sure?"
    if step is not None and step.say and not step.say[0].sentence:
        return again(scene)  # a toast needs a button
    return step


def after_wishes(scene: Scene, wishes: Sequence[Wish]) -> Step:
    """The question once more; but whoever says that the telephone is another's may be another: what was written on it
    is not laid before them."""
    is_shown = scene.target in (REVIEW, FIRST) and any(one.act == _BORROWED for one in wishes)
    return Step(scene.state) if is_shown else again(scene)


def again(scene: Scene) -> Step:
    return Step(scene.state, (ask(look(scene.flow, scene.state, scene.world)),))
