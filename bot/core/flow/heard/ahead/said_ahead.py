"""What was said of a question long before it is asked ("jangan pak desa yang baca", over the story): it waits, and is
taken when its turn comes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bot.core.flow import rest
from bot.core.flow.answering import take
from bot.core.flow.rest import AHEAD
from bot.core.flow.scene import FIRST, STILL, Scene, ask_about, kind_of, look
from bot.core.forms.heard import Typed
from bot.core.forms.questions import USUAL, Flow, Question
from bot.core.forms.say import Step, Words
from bot.core.forms.state import State
from bot.core.forms.world import World
from bot.core.understanding.choosing import CLAUSE, words_of

_NAMED = (2, 3)  # words: that somebody shall not, and the name


@dataclass(frozen=True, slots=True)
class Aside:
    """What is so from now on, and what else was said. `waits`: whether anything is kept; what will be asked anyway need
    not."""

    scene: Scene
    left: str
    waits: bool


def keep(scene: Scene, heard: Typed) -> Aside | None:
    """None where nothing is about such a question. What was answered there before is asked again."""
    clauses = [clause.strip() for clause in CLAUSE.findall(heard.text)]
    question = next((one for one in scene.flow.questions if _is_about(scene, one, heard.text, clauses)), None)
    if question is None or scene.target in (STILL, FIRST):
        return None
    named = [clause for clause in clauses if _told_of(scene, question, clause)]
    about = [*_with_beside(scene.world, clauses, named)] if named else clauses
    left = " ".join(clause for clause in clauses if clause not in about).strip(" ,;")
    if _told_of(scene, question, " ".join(about)) == USUAL:
        return Aside(scene, left, waits=False)
    state = rest.wait(scene.state.drop((question.key,)), question.key, " ".join(about), heard.message)
    return Aside(look(scene.flow, state, scene.world), left, waits=True)


def say_kept(step: Step, aside: Aside) -> Step:
    """Said back before the question, behind what else was understood."""
    said = (Words("mesin.pembaca_nanti", {"dicatat": say.lead, "diingat": aside.waits}) for say in step.say)
    return replace(step, say=tuple(replace(say, lead=lead) for say, lead in zip(step.say, said, strict=True)))


def _is_about(scene: Scene, question: Question, text: str, clauses: Sequence[str]) -> bool:
    if kind_of(question).ahead is None:
        return False
    return any(_told_of(scene, question, one) for one in (text, *clauses))


def _with_beside(world: World, clauses: Sequence[str], about: Sequence[str]) -> Iterator[str]:
    """Also "jangan Rahman", whoever that is, and why: "dia sering di rumahnya pak desa"."""
    words, goes = world.seen_by, False
    for clause in clauses:
        told = words_of(clause)
        is_name = told[:1] and told[0] in words["jangan_dia"] and len(told) in _NAMED
        goes = clause in about or bool(is_name) or (goes and bool(told) and told[0] in words["orangnya"])
        if goes:
            yield clause


def _told_of(scene: Scene, question: Question, text: str) -> str:
    """What is told of a question that is still to come; empty where nothing is. Where any words are an answer, what
    would be so anyway is a part of it."""
    ahead = kind_of(question).ahead
    if ahead is None or question is scene.asked:
        return ""
    told = ahead(ask_about(scene, question), text)
    any_words = scene.asked is None or kind_of(scene.asked).free
    return "" if told == USUAL and any_words else told


def take_up(flow: Flow, step: Step, world: World) -> Step:
    """The step, with what waits for the question that it asks taken as its answer."""
    waits = step.state.about.get(AHEAD)
    if not waits or step.ended:
        return step
    now = look(flow, step.state, world)
    if now.asked is None or now.asked.key not in waits:
        return step
    text, message = waits[now.asked.key]
    now = look(flow, _without(now.state, now.asked.key), world)
    assert now.asked is not None
    taken = take(now, now.asked, Typed(text, message))
    if rest.kept(now, taken.state):
        return replace(step, state=now.state)  # "jangan kasih tau siapa-siapa" is none of the answers: the buttons are
    before = next((say.lead for say in step.say if say.lead), "")
    lead = Words("mesin.dicatat_tadi", {"isi": text, "sebelum": before})
    said = tuple(replace(say, lead=say.lead or lead) if taken.changed else say for say in taken.say)
    taken = replace(taken, say=said, changed=(*step.changed, *taken.changed), wishes=step.wishes)
    return take_up(flow, taken, world)


def _without(state: State, key: str) -> State:
    left = {name: value for name, value in state.about[AHEAD].items() if name != key}
    return replace(state, about={**state.about, AHEAD: left})
