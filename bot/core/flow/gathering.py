"""What is sent along at any question: a photo may join an answer made of several parts, wherever the person is; a point
on the map is where it is, whenever it comes."""

from dataclasses import replace

from bot.core.flow import rest
from bot.core.flow.answering import go_on_with, resume, take, waiting
from bot.core.flow.asking import ask_for_yes
from bot.core.flow.scene import OFFERED, WHICH, Scene, ask_about, kind_of, look, show
from bot.core.flow.told import letters
from bot.core.flow.told.besides import story_is_told
from bot.core.flow.told.nothing_lost import surely_counted
from bot.core.forms.heard import Sent, Typed
from bot.core.forms.questions import Question, Took
from bot.core.forms.say import Step, Words
from bot.core.forms.state import Answer

_POINT = "location"
_MAY_BE = frozenset({"first", "confirm", OFFERED, WHICH})  # by which names waits what is asked about
_SHOWN = 200  # characters of what stands under a photo


def gather(scene: Scene, heard: Sent) -> Step | None:
    """Something that may join an answer made of several parts, wherever the person is; None when there is none."""
    question = _gathering(scene, heard)
    if question is None:
        return None
    step = take(scene, question, heard)
    if not step.changed and heard.caption:
        return _words_alone(scene, step, heard.caption, heard.message)
    asked = scene.asked
    pointed = letters.answer(look(scene.flow, step.state, scene.world), Typed(heard.caption or "", heard.message))
    if step.changed and pointed is not None:
        return replace(pointed, changed=step.changed)
    if step.changed and asked and asked.key != question.key and kind_of(asked).free and heard.caption:
        return _with_caption(scene, step, asked, heard)
    return _as_if_typed(step, scene, Typed(heard.caption, heard.message)) if step.changed and heard.caption else step


def _words_alone(scene: Scene, step: Step, caption: str, message: int) -> Step:
    """Of a photo too many what is written under it stays."""
    kept = rest.keep(replace(scene, state=step.state), caption, message)
    told = [*(say.lead for say in step.say if say.lead), Words("mesin.disimpan_juga")]
    return replace(step, state=kept).led_by(Words("mesin.ralat_semua", {"isi": told})) if kept != step.state else step


def _as_if_typed(step: Step, scene: Scene, caption: Typed) -> Step:
    """What a caption surely tells fills the form as the same words typed would, and is said back; it stays under its
    photo besides, so that nothing of it is lost. Once the story is told it chooses nothing: it speaks of the photo."""
    now = look(scene.flow, step.state, scene.world)
    if story_is_told(now) or now.asked is None:
        return _told_along(step, go_on_with(now, step, caption))
    found = surely_counted(now, caption.text)
    state = now.state
    for key, value in found.items():
        state = state.give(key, Answer(value, (caption.message,)))
    now = look(scene.flow, state, scene.world)
    counted = Words("mesin.dicatat_semua", {"isi": [show(now, key) for key in found]}) if found else None
    typed = take(now, now.asked, caption) if now.asked else None
    asks = typed is not None and (typed.state.pending.keys() - now.state.pending.keys()) & _MAY_BE
    if typed is None or not (typed.changed or asks):
        typed = resume(now, state) if found else None
    if typed is None:
        return step
    return _told_along(step, replace(typed, changed=(*step.changed, *found, *typed.changed)), counted)


def _told_along(step: Step, told: Step, counted: Words | None = None) -> Step:
    """Below what is said of the photo itself."""
    if told is step or not told.say:
        return told
    sent, (first, *others) = step.say[0], told.say
    lead = Words("mesin.foto_bercerita", {"foto": sent.lead, "isi": [each for each in (counted, first.lead) if each]})
    return replace(told, say=(replace(first, lead=lead, album=sent.album), *others))


def _with_caption(scene: Scene, step: Step, asked: Question, heard: Sent) -> Step:
    """A photo with words under it, where the story is asked for, tells both. What is under it is rarely a wish or a
    reason: there it is asked, since these words may have been written while another question stood open."""
    caption, now = Typed(heard.caption or "", heard.message), look(scene.flow, step.state, scene.world)
    if asked.key == next((one.key for one in scene.flow.questions if kind_of(one).story), asked.key):
        after = take(now, asked, caption)
        return replace(after, changed=step.changed + after.changed)
    reading = kind_of(asked).read(ask_about(now, asked), caption)
    if not isinstance(reading, Took):
        return step
    why = Words("mesin.tulisan_foto", {"kata": caption.text[:_SHOWN]})
    said = ask_for_yes(now, asked, why, "tombol.ini_jawaban", step.say[0].lead)
    waits = now.state.hold(confirm=waiting(asked, caption, reading.value))
    return replace(step, state=waits, say=(replace(said, album=step.say[0].album),))


def _gathering(scene: Scene, heard: Sent) -> Question | None:
    able = [q for q in scene.shown if heard.what in kind_of(q).takes and (kind_of(q).gathers or heard.what == _POINT)]
    if heard.album:
        same = (q for q in able if _album(scene, q.key) == heard.album)
        return next(same, None) or next(iter(able), None)
    return next(iter(able), None)


def _album(scene: Scene, key: str) -> str | None:
    answer = scene.state.answers.get(key)
    return answer.album if answer else None
