"""What an answer tells beside itself: "lampu 6 titik, paling gelap dekat tambatan", "WC 2 unit, satu untuk putra satu
untuk putri". Where nothing was made of it, it stands at the usulan as it was said."""

import re
from collections.abc import Iterator
from dataclasses import replace

from bot.core.flow import rest
from bot.core.flow.scene import Scene, ask_about, kind_of, look
from bot.core.flow.told.besides import story_is_told
from bot.core.forms.heard import Typed
from bot.core.forms.questions import Question, Toggled, Took
from bot.core.forms.say import Step, Words
from bot.core.forms.writing import CLAUSE, key_of
from bot.core.understanding.amounts.tokens import tokenize
from bot.core.understanding.answers import is_unknown
from bot.core.understanding.tongue import tongue_of

_COUNTED, _MEASURED, _POOR = "jumlah", "ukuran", "kurang_mampu"
_FEWEST = 3  # words that count nothing, or of a clause
_LONG, _FEW = 4, 2  # letters; so many of those words have them: "kak, sekitar 40 mi itu" tells nothing
_FIGURE = re.compile(r"\d+")
_WAITING = frozenset({"confirm", "unsure", "first", "beside", "edit"})


def keep(scene: Scene, heard: Typed, step: Step) -> Step:
    """The step with what was told besides, once something else of the message was taken."""
    if not _may_lose(scene, step):
        return step
    left = heard.text if _counts_and_tells(scene, heard.text, step) else ", ".join(_unused(scene, heard, step))
    return with_words(scene, step, left, heard.message)


def with_words(scene: Scene, step: Step, words: str, message: int) -> Step:
    """With these words at the usulan as they were said, which is said back; as it is where they are none."""
    state = rest.keep(look(scene.flow, step.state, scene.world), words, message)
    if state == step.state:
        return step
    lead = step.say[0].lead if step.say else None
    told = Words("mesin.dicatat_juga", {"dicatat": lead}) if lead else Words("mesin.disimpan_juga")
    return replace(step, state=state, say=tuple(replace(say, lead=told) for say in step.say))


def _may_lose(scene: Scene, step: Step) -> bool:
    """Any words are an answer to some questions, and are kept whole; who is poor is told with names, and those are not
    kept; before the story words beside an answer may be it."""
    asked = scene.asked
    if asked is None or asked.key not in step.changed or step.ended or not _WAITING.isdisjoint(step.state.pending):
        return False
    kind = kind_of(asked)
    is_closed = not (kind.free or kind.story or kind.gathers) and asked.key != _POOR
    return is_closed and story_is_told(scene) and not rest.kept(scene, step.state)


def _counts_and_tells(scene: Scene, text: str, step: Step) -> bool:
    asked = scene.asked
    if asked is None or asked.key not in (_COUNTED, _MEASURED) or step.wishes or step.changed != (asked.key,):
        return False
    answer = step.state.answers.get(asked.key)
    if answer is None or is_unknown(answer.value):
        return False
    tongue = tongue_of(scene.world.spellings)
    grammar = tongue.volume_grammar if asked.key == _MEASURED else tongue.people_grammar
    return _tells([token.text for token in tokenize(text, grammar.words) if token.kind == "other"])


def _tells(words: list[str]) -> bool:
    return len(words) >= _FEWEST and sum(len(word) >= _LONG for word in words) >= _FEW


def _unused(scene: Scene, heard: Typed, step: Step) -> Iterator[str]:
    """The clauses of which no answer was made, and that do nothing."""
    clauses = [found[0].strip() for found in CLAUSE.finditer(heard.text)]
    changed = [question for key in step.changed if (question := scene.flow.question(key)) is not None]
    polite = scene.world.nodding | scene.world.oneself
    for clause in clauses if len(clauses) > 1 else ():
        told = [word for word in key_of(clause).split() if word not in polite]
        is_used = any(_is_used(scene, question, clause, step) for question in changed) or _is_done(scene, clause, step)
        if _tells(told) and not is_used:
            yield clause


def _is_used(scene: Scene, question: Question, clause: str, step: Step) -> bool:
    value = step.state.answers[question.key].value if question.key in step.state.answers else None
    if isinstance(value, dict) and key_of(clause) in key_of(str(value.get("text", ""))):
        return True
    if (figures := set(_FIGURE.findall(clause))) and not figures & set(_FIGURE.findall(str(value))):
        return False  # "baknya 3x3, pipa 400 meter": of two sizes one was taken
    kind, ask = kind_of(question), replace(ask_about(scene, question), mine=None)
    beside = kind.beside(ask, clause) if kind.beside else None
    return bool(beside) or isinstance(kind.read(ask, Typed(clause, 0)), Took | Toggled)


def _is_done(scene: Scene, clause: str, step: Step) -> bool:
    """A control, thanks, a question that was answered, or what is said not to be so."""
    ear = scene.world.ear
    is_wish = any(clause in wish.words or wish.words in clause for wish in step.wishes)
    return is_wish or (ear is not None and bool(ear.denied(clause) or ear.hear(clause, "closed").done))
