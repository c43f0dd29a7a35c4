"""An answer that is said to be wrong, without the right one ("dusunnya salah"): it is asked for once more, and what is
said next is its answer."""

from bot.core.flow.answering import resume, title
from bot.core.flow.scene import REVIEW, Scene, kind_of, show, ticked
from bot.core.forms.heard import Typed
from bot.core.forms.say import Step, Words
from bot.core.forms.writing import key_of

_LONGEST = 6  # words; what is longer tells something


def ask_again(scene: Scene, heard: Typed) -> Step | None:
    """None where nothing is said to be wrong, where more is said than that, or where nothing stands there yet."""
    key = named_alone(scene, heard.text)
    question = next((one for one in scene.shown if one.key == key and one.key in scene.values), None)
    if question is None or kind_of(question).rest or kind_of(question).gathers:
        return None
    if kind_of(question).free and scene.target != REVIEW:
        return None  # of a story more may still be told
    old, gone = show(scene, question.key), (question.key, *scene.flow.dependents(question.key))
    state = scene.state.forget(gone).release().hold(edit=question.key, **ticked(scene, question.key))
    step = resume(scene, state, changed=gone)
    return step.led_by(Words("mesin.ralat_tanya", {"judul": title(scene, question), "lama": old}))


def named_alone(scene: Scene, text: str) -> str:
    """The question whose name stands there among words that only say that it is wrong; empty where more is said."""
    ear, words = scene.world.ear, [key_of(word) for word in text.split()]
    if ear is None or len(words) > _LONGEST or "?" in text or not ear.corrects(text):
        return ""
    names = ear.named(text)
    others = [word for word in words if word not in scene.world.wrong and word not in scene.world.oneself]
    is_alone = bool(others) and all(ear.named(word) == names for word in others)
    return names[0] if is_alone and len(names) == 1 and len(others) < len(words) else ""
