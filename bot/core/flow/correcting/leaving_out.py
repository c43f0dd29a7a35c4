"""What somebody takes back by words: "yang tadi jangan ditulis". Which part is asked; the request is no answer."""

from dataclasses import replace

from bot.core.flow import rest
from bot.core.flow.answering import resume, title
from bot.core.flow.asking import ask
from bot.core.flow.controls import refuse_first
from bot.core.flow.correcting.found_to_go import found_in
from bot.core.flow.correcting.said_to_go import asks_deed, is_of_other_hand, may_take_out
from bot.core.flow.correcting.taking_out import take_marked
from bot.core.flow.correcting.which_sentence import ALL, LEAVE, MARKED
from bot.core.flow.scene import FIRST, Scene, kind_of, look
from bot.core.forms.heard import Heard, Typed
from bot.core.forms.layout import data_of
from bot.core.forms.questions import Question
from bot.core.forms.say import Button, Say, Step, Words
from bot.core.forms.state import BESIDE, Answer, State

_OFFERED = 4


def ask_which(scene: Scene) -> Step:
    """The last answer is the first button. Words that wait for their meaning are not kept, either."""
    if scene.target == FIRST:
        return refuse_first(scene)
    scene = look(scene.flow, scene.state.release("unsure", "confirm", "correct"), scene.world)
    told = _told(scene)[:_OFFERED]
    if not told:
        return Step(scene.state, (ask(scene, Words("mesin.hapus_kosong")),))
    draft, target = scene.state.draft, scene.target
    rows = [(Button(Words(title(scene, one).name), data_of(draft, target, f"{LEAVE}.{one.key}")),) for one in told]
    rows.append((Button(Words("tombol.tidak_jadi_hapus"), data_of(draft, target, f"{LEAVE}.")),))
    return Step(scene.state, (Say("mesin.hapus_yang_mana", buttons=tuple(rows), question=target),))


def of_other_hand(scene: Scene, heard: Typed) -> Step | None:
    """ "Maaf itu tadi suami yg pegang hp, jangan dicatat"."""
    is_of_it = scene.flow.hears and "cancel" not in scene.state.pending and is_of_other_hand(scene.world, heard.text)
    return ask_which(scene) if is_of_it else None


def _told(scene: Scene) -> list[Question]:
    """What stands there, the last one first; words that nobody asked for come before all."""
    answered = [each for each in reversed(scene.shown) if each.key in scene.values]
    return sorted(answered, key=lambda each: not kind_of(each).rest)


def leave_out(scene: Scene, key: str) -> Step | None:
    """It is gone for good, and asked again only where it is needed; None when there is no such answer."""
    if not key:
        return resume(scene, scene.state.release(MARKED), Words("mesin.lanjut"))
    if key.startswith(ALL):
        return take_marked(scene, key)
    question = scene.flow.question(key)
    if question is None or key not in scene.values:
        return None
    gone = (key, *scene.flow.dependents(key))
    if kind_of(question).rest:
        state, said = rest.emptied(replace(scene, state=replace(scene.state, pending={})), question)
    else:
        state, said = _without(scene.state, question, gone), "mesin.hapus_sudah"
    return resume(scene, state, Words(said, {"judul": title(scene, question)}), gone)


def _without(state: State, question: Question, gone: tuple[str, ...]) -> State:
    left = replace(state.drop(gone), pending={})
    return left.skip(question.key) if question.optional else left


def out_of_beside(scene: Scene, heard: Heard) -> Step | None:
    """A part of a story that waits beside an answer, and has not been shown yet: it goes like any other. None where
    nothing waits there, and where these words name nothing of it."""
    told = scene.state.pending.get(BESIDE)
    if told is None or not isinstance(heard, Typed) or not may_take_out(scene.world, heard.text):
        return None
    story = next((one for one in scene.shown if kind_of(one).story and one.key not in scene.values), None)
    if story is None or not asks_deed(scene.world, heard.text):
        return None
    state = scene.state.give(story.key, Answer({"text": told["text"]}, (told["message"],)))
    found = found_in(look(scene.flow, state, scene.world), heard.text)
    if found is None or set(found.left) != {story.key}:
        return None
    left = found.left[story.key] or ""
    if len(left.split()) < sum(len(one.split()) for one in found.gone):  # one clause may be all that was told
        return None
    kept = scene.state.hold(**{BESIDE: {**told, "text": left}}).release("confirm")
    lead = Words("mesin.hapus_bagian", {"judul": title(scene, story), "isi": "; ".join(found.gone)})
    return Step(kept, (ask(look(scene.flow, kept, scene.world), lead),))
