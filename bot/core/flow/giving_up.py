"""*Batal*: where something would be lost it is asked whether it is meant; what is said to that sends nothing."""

from dataclasses import replace

from bot.core.flow.asking import ask_to_cancel
from bot.core.flow.scene import Scene, ask_about, kind_of
from bot.core.forms.say import Say, Step, Wish, Words
from bot.core.forms.state import State
from bot.core.forms.writing import begun_with, is_question
from bot.core.listening.rules import QUESTION

_SHORT = 4  # words
_ANYTHING, _LIKELY = "tanya_lain", 0.4  # a question of which nothing is known; so likely it has to be another


def ask_cancel(scene: Scene) -> Step:
    if _loses_nothing(scene):
        return cancel(scene)
    return Step(scene.state.hold(cancel=True), (ask_to_cancel(scene),))


def _loses_nothing(scene: Scene) -> bool:
    """Nothing was told yet, and nothing of what was said before waits in it."""
    state, asked = scene.state, scene.asked
    if state.answers or asked is None:
        return False
    is_bare = len(scene.flow.questions) == 1 and not scene.flow.hears and not state.pending.keys() - {"refused"}
    is_bare = is_bare and not kind_of(asked).offers(ask_about(scene, asked))  # words that wait have buttons below
    return is_bare or bool(getattr(asked.params, "reason", False))


def answers_cancel(scene: Scene, typed: str) -> bool:
    """A sentence in which a yes or a no only occurs ("… lengkap semua, teruskan ke musrenbang") is neither."""
    world = scene.world
    denying = {*world.spellings.choices.no, *world.denying["tidak"], *world.denying["bukan"]}
    begins = world.agreeing["ya"] | denying | world.words.keys() | world.opened_wrongly["keluar"]
    return len(typed.split()) <= _SHORT or bool(begun_with(typed, begins))


def beside_cancel(scene: Scene, step: Step) -> Step:
    """What is neither a yes nor a no to "sure?", heard as if that was not asked: an answer to the question beneath goes
    on, and it is said that nothing is cancelled; nothing is sent by it, and what answers nothing is asked again."""
    if step.say and step.ended != "sent" and _moves(scene, step.state):
        lead = Words("mesin.tidak_jadi_batal", {"sesudah": step.say[0].lead or ""})
        return replace(step, say=(replace(step.say[0], lead=lead), *step.say[1:]))
    why = Words("mesin.batal_belum_dijawab", {"jawaban": step.ended == "sent"})
    return Step(scene.state, (replace(ask_to_cancel(scene), lead=why),))


def _moves(scene: Scene, after: State) -> bool:
    """Whether it is more than that something was refused."""
    return after.release("cancel", "refused") != scene.state.release("cancel", "refused")


def cancel(scene: Scene) -> Step:
    return Step(scene.state.release(), (Say("mesin.dibatalkan", {"formulir": scene.flow.key}),), ended="cancelled")


def calm(scene: Scene) -> Scene:
    """Whoever goes on did not want to cancel."""
    if "cancel" not in scene.state.pending:
        return scene
    return replace(scene, state=scene.state.release("cancel"))


def asked_instead(scene: Scene) -> tuple[Wish, ...]:
    """What was shown as the story, and is none, but asks something: it is answered, or handed on."""
    told = scene.state.pending["first"]["answers"].values()
    text = "\n".join(str(one["value"].get("text", "")) for one in told)
    ear = scene.world.ear
    if ear is None or not is_question(text, scene.world, free=False):
        return ()
    likely = (act.name for act in ear.hear(text, "consent").maybe if act.share >= _LIKELY)
    return (Wish(next((name for name in likely if name.startswith(QUESTION)), _ANYTHING), text),)
