"""Where words are kept to the letter (the text of an announcement), what is plainly said to us is not kept: a control
does what it does, a short question is answered, and the text is asked for again. Said once more it is the text."""

from dataclasses import replace

from bot.core.flow.asking import ask, help_with
from bot.core.flow.controls import again
from bot.core.flow.heard.acting import act_on
from bot.core.flow.scene import Scene, kind_of, look
from bot.core.forms.heard import Typed
from bot.core.forms.say import Step, Wish, Words
from bot.core.forms.writing import QUESTION_WORDS, is_question, key_of
from bot.core.listening.shapes import Acts
from bot.core.understanding.name_asked import asks

_WAITS = "said_to_us"  # by this name the words wait that are the text when they come again
_ORDERS = frozenset({"ubah", "kirim"})  # alone they are nobody's announcement
_WHOSE_NAME = "nama_tercatat"
_CONTROLS = frozenset({"batal", "kembali", "bantuan", "ulangi", "nanti"})


def whose_name(scene: Scene, heard: Typed) -> Step | None:
    """It is answered, and no part of what is told; None where it is not asked, or words are kept to the letter."""
    asked = scene.asked
    is_open = scene.flow.hears and (asked is None or not kind_of(asked).verbatim)
    if not is_open or "cancel" in scene.state.pending or not asks(scene.world, heard.text):
        return None
    return replace(again(scene), wishes=(Wish(_WHOSE_NAME, heard.text),))


def heed(scene: Scene, heard: Typed) -> Step | None:
    """None where the words are the text, or another question stands open."""
    asked, ear = scene.asked, scene.world.ear
    if asked is None or ear is None or not kind_of(asked).verbatim or "cancel" in scene.state.pending:
        return None
    if heard.forwarded or len(heard.text.split()) > QUESTION_WORDS or _is_said_again(scene, heard):
        return None
    typed = key_of(heard.text)
    if scene.world.words.get(typed) in _ORDERS or typed in scene.flow.sends:
        return _asked_again(scene, heard, help_with(scene))
    acts = ear.hear(heard.text, "closed")
    names = [act.name for act in acts.done]
    if names and not acts.left and _CONTROLS.issuperset(names):
        return act_on(scene, heard, names[0])
    return _answered(scene, heard, acts)


def is_for_another(scene: Scene, heard: Typed, acts: Acts) -> bool:
    """ "Ada juru isyarat, saya undang", where it is said to whoever asked: it sounds like a question to us, and asks
    nothing."""
    if scene.asked is None or not kind_of(scene.asked).spoken or is_question(heard.text, scene.world, free=False):
        return False
    return bool(acts.done) and all(act.name.startswith("tanya") for act in acts.done)


def _is_said_again(scene: Scene, heard: Typed) -> bool:
    return bool(scene.state.pending.get(_WAITS) == key_of(heard.text))


def _answered(scene: Scene, heard: Typed, acts: Acts) -> Step | None:
    """What sounds like a question and has not its form is the text ("rapat pindah ke aula").
    What we cannot answer is asked of them who get it."""
    if not is_question(heard.text, scene.world, free=False):
        return None
    asking = [act for act in acts.done if act.name.startswith("tanya")] if not acts.left else []
    if not asking:
        return None
    wishes = tuple(Wish(act.name, heard.text[slice(*act.span)]) for act in asking)
    return replace(_asked_again(scene, heard, ""), wishes=wishes)


def _asked_again(scene: Scene, heard: Typed, help_told: str | Words) -> Step:
    state = scene.state.hold(**{_WAITS: key_of(heard.text)})
    lead = Words("mesin.kalau_itu_isinya", {"bantuan": help_told})
    return Step(state, (ask(look(scene.flow, state, scene.world), lead),))
