"""What somebody does not know, where something else is asked: "tdk tau ukurannya" leaves the number of people open."""

import re

from bot.core.flow import rest
from bot.core.flow.asking import ask
from bot.core.flow.scene import Scene, kind_of, look, names_of
from bot.core.flow.told.counting import said_back
from bot.core.flow.told.left_over import with_words
from bot.core.forms.heard import Typed
from bot.core.forms.questions import Question
from bot.core.forms.say import Step
from bot.core.forms.state import Answer
from bot.core.forms.writing import key_of
from bot.core.stories.counted import has_number
from bot.core.understanding.amounts.tokens import tokenize
from bot.core.understanding.answers import UNKNOWN
from bot.core.understanding.tongue import Tongue, tongue_of

_COUNTED, _MEASURED, _POOR = "jumlah", "ukuran", "kurang_mampu"
_HEADS, _NOT_KNOWN = frozenset({"person", "family", "house"}), "unknown"
_PEOPLE = "orang"
_COUNTING = frozenset({_PEOPLE, "ukuran"})  # kinds that take a "tidak tahu"
_LONGEST, _FEWEST = 12, 2  # words: of all, of what is told besides
_CLAUSE = re.compile(r"[^,.;\n]+")


def of_another(scene: Scene, heard: Typed) -> Step | None:
    """That question is left open, and what is asked is asked again. None where nothing else is named, or it is known
    already."""
    question, tongue = scene.asked, tongue_of(scene.world.spellings)
    if question is None or kind_of(question).free or rest.place_for(scene) is None:
        return None
    if not 1 < len(heard.text.split()) <= _LONGEST or has_number(heard.text, tongue):
        return None  # "25 kk, yang miskin tdk tau" is read by what counts
    clauses = [one.strip() for one in _CLAUSE.findall(heard.text)]
    said = next((one for one in clauses if _NOT_KNOWN in _kinds(one, tongue)), "")
    other = _meant(scene, question, said, tongue) if said and "?" not in heard.text else None
    if other is None or other is question or other.key in scene.values or other.kind not in _COUNTING:
        return None
    state = scene.state.release("confirm", "refused").give(other.key, Answer(dict(UNKNOWN), (heard.message,)))
    left = ", ".join(one for one in clauses if one != said and len(one.split()) >= _FEWEST)
    lead = said_back(scene, other, dict(UNKNOWN))
    step = Step(state, (ask(look(scene.flow, state, scene.world), lead),), changed=(other.key,))
    return with_words(scene, step, left, heard.message)


def _kinds(text: str, tongue: Tongue) -> frozenset[str]:
    """Of its words, as they count people and as they measure."""
    grammars = (tongue.people_grammar, tongue.volume_grammar)
    return frozenset(token.kind for grammar in grammars for token in tokenize(text, grammar.words))


def _meant(scene: Scene, asked: Question, said: str, tongue: Tongue) -> Question | None:
    """By its name, by a side of what is measured, or by whom it counts."""
    words, kinds = frozenset(key_of(said).split()), _kinds(said, tongue)
    counts = bool(kinds & _HEADS) and asked.kind not in _COUNTING  # "biar orang PU yang ukur" counts nobody
    named = (one.key for one in scene.shown if not words.isdisjoint(names_of(one.title)))
    counted = _POOR if "poor" in kinds else _MEASURED if "side" in kinds else _COUNTED if counts else ""
    key = next(named, counted)
    return next((one for one in scene.shown if one.key == key), None)
