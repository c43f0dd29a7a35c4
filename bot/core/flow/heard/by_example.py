"""Which earlier answer a sentence puts right, where no list of words tells it, is known by examples: "kurang mampu 3 mi
saja", "kok jalan kategorinya? itu kan drainase"."""

from bot.core.flow.correcting import wrong_words
from bot.core.flow.correcting.corrections import add, anew, exchanged
from bot.core.flow.correcting.named_anew import named_alone
from bot.core.flow.scene import REVIEW, Scene, answers, kind_of, situation_of
from bot.core.forms.heard import Typed
from bot.core.forms.questions import Question
from bot.core.forms.say import Step
from bot.core.listening.at_question import PLACES

_AT_REVIEW, _PLACE = "tinjau", "wilayah"  # as the examples call it; the kind
_FEWEST, _TELLS = 3, 5  # words; those that tell what stands in words otherwise
_ANNOUNCING = frozenset({"koreksi", "ubah"})


def alone(scene: Scene, heard: Typed, right: str) -> Step | None:
    """The answer that has the value said to be wrong comes first. `right`: the part that holds the new value."""
    return exchanged(scene, heard, right) or put_right(scene, heard)


def alone_in(scene: Scene, heard: Typed) -> Step | None:
    """Where these words would be an answer, or none at all."""
    asked = scene.asked
    is_there = scene.target in (REVIEW, asked.key if asked else "")
    if is_waited_for(scene) or not scene.flow.hears or "?" in heard.text or not is_there:
        return None
    return None if asked and (asked.kind == _PLACE or kind_of(asked).story) else put_right(scene, heard)


def is_waited_for(scene: Scene) -> bool:
    """Whether a choice stands below the question that these words may decide."""
    return not {"cancel", "confirm", "offered"}.isdisjoint(scene.state.pending)


def put_right(scene: Scene, heard: Typed) -> Step | None:
    return next(filter(None, (in_place(scene, one, heard) for one in meant(scene, heard.text))), None)


def meant(scene: Scene, text: str) -> list[Question]:
    """The answers that may be put right in it, the narrowest place first; none where it is the answer to what is open,
    or only announces that something is to be put right."""
    ear, asked = scene.world.ear, scene.asked
    if ear is None or len(text.split()) < _FEWEST:
        return []
    told = [one for one in reversed(scene.shown) if one.key in scene.values and one is not asked]
    key = ear.puts_right(_AT_REVIEW if scene.target == REVIEW or asked is None else asked.key, text)
    found = [one for one in told if key in (one.key, PLACES if one.kind == _PLACE else one.key)]
    is_answer = bool(found) and asked is not None and not kind_of(asked).free and answers(scene, text)
    if not found or (is_answer and key not in (name.partition(".")[0] for name in ear.named(text))):
        return []
    announces = {act.name for act in ear.hear(text, situation_of(scene)).done} & _ANNOUNCING
    return found if not announces or ear.right(text) else []


def in_place(scene: Scene, question: Question, heard: Typed) -> Step | None:
    """A word or a number where it stands; else what is right stands beside what was told."""
    kind = kind_of(question)
    if not kind.free:
        step = anew(scene, question, heard) if not kind.gathers else None
        return wrong_words.in_stories_too(scene, step, heard) if step is not None else None
    if len(heard.text.split()) < _TELLS:
        return None  # "harapan kami bukan itu"
    told = (wrong_words.mend(scene, heard), named_alone(scene, heard))
    return next((step for step in told if step and question.key in step.changed), None) or add(scene, question, heard)
