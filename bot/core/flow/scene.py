"""What stands open, computed from the answers each time anew; nothing here is ever stored."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from bot.core import kinds
from bot.core.forms.heard import Heard, Typed
from bot.core.forms.questions import Ask, Flow, Kind, Offer, Question, Refused, Took
from bot.core.forms.say import Words
from bot.core.forms.state import State
from bot.core.forms.world import World
from bot.core.forms.writing import key_of
from bot.core.listening.at_question import SORTS
from bot.core.listening.shapes import Situation
from bot.core.understanding.tongue import tongue_of

REVIEW = "~tinjau"
CANCEL = "~batal"
STILL = "~masih"  # "is it still the same place?", asked before the first question
YES, NO = "ya", "tidak"  # values of options
PICKED = frozenset({"choice", "choices"})  # kinds
COUNTED = frozenset({"orang", "ukuran", "uang"})  # kinds that read numbers
_OF_IT, _MINE = "nya", "ku"  # "saksi" is "saksinya"
_TWO = 2  # buttons, of which what is no yes is the no
OFFERED = "offered"  # what waits where one button alone was offered
WHICH = "yang_mana"  # the words of which it was asked what they mean, of several things
TRIED = "dicoba"  # by this name waits the question that was tried to be answered
FIRST = "~pertama"  # "is this the story?", of what was said before the form was opened


@dataclass(frozen=True, slots=True)
class Scene:
    """`shown`: the questions that apply; `values`: the valid answers to them; `open`: the first one without."""

    flow: Flow
    state: State
    world: World
    shown: tuple[Question, ...]
    values: Mapping[str, Any]
    open: Question | None

    @property
    def target(self) -> str:
        """What buttons have to belong to."""
        if "first" in self.state.pending:
            return FIRST
        if "given" in self.state.pending:
            return STILL
        return self.open.key if self.open else REVIEW

    @property
    def asked(self) -> Question | None:
        """The question the person is looking at; none on the review card and before the first question."""
        return None if self.target in (STILL, FIRST) else self.open


def look(flow: Flow, state: State, world: World) -> Scene:
    shown: list[Question] = []
    values: dict[str, Any] = {}
    unanswered: Question | None = None
    changed: Question | None = None
    answers, edited, needless, find = state.answers, state.pending.get("edit"), world.needless, kinds.find
    for question in flow.questions:  # of every message several times: what may be asked once is
        key = question.key
        if (question.only_if and not _applies(question, values)) or key in needless:
            continue
        answer, kind = answers.get(key), find(question.kind)
        is_changed = edited == key  # then it is asked what it shall be
        told = state.before.get(key) if is_changed and answer is None else answer
        value = None if told is None else told.value
        if kind.asked is not None and not kind.asked(Ask(question, values, world, value)):
            continue
        shown.append(question)
        if answer is not None and kind.holds(Ask(question, values, world), answer.value):
            values[key] = answer.value
        elif is_changed:
            changed = question
        elif unanswered is None and not (question.optional and key in state.skipped):
            unanswered = question
    return Scene(flow, state, world, tuple(shown), values, changed or unanswered)


def applies(flow: Flow, values: Mapping[str, Any]) -> list[str]:
    """Keys of the questions that are asked of somebody with these answers."""
    seen: dict[str, Any] = {}
    for question in flow.questions:
        if _applies(question, seen):
            seen[question.key] = values.get(question.key)
    return list(seen)


def _applies(question: Question, values: Mapping[str, Any]) -> bool:
    return not question.only_if or all(_chosen(values.get(c.question)) & c.values for c in question.only_if)


def _chosen(value: Any) -> frozenset[str]:
    parts = value if isinstance(value, list) else [value]
    return frozenset(str(part.get("value")) for part in parts if isinstance(part, dict))


def holds(question: Question, value: Any, values: Mapping[str, Any], world: World) -> bool:
    return kind_of(question).holds(Ask(question, values, world), value)


def kind_of(question: Question) -> Kind:
    return kinds.find(question.kind)


def ask_about(scene: Scene, question: Question) -> Ask:
    """With what was already gathered for this question, where several inputs make one answer."""
    chosen = scene.state.pending.get("chosen", {})
    mine = chosen.get("values") if chosen.get("question") == question.key else None
    about = scene.state.about
    old = str(about.get("lama", ""))
    before = scene.state.before.get(question.key)
    was = before.value if before is not None else None
    return Ask(question, scene.values, scene.world, scene.values.get(question.key, mine), old, about, was)


def show(scene: Scene, key: str) -> str | Words:
    question = scene.flow.question(key)
    assert question is not None
    return kind_of(question).show(Ask(question, scene.values, scene.world), scene.values[key])


def ticked(scene: Scene, key: str) -> dict[str, Any]:
    """Of an answer that is opened again: what was chosen is still ticked; words say it anew."""
    question = scene.flow.question(key)
    if question is None or not kind_of(question).toggles or key not in scene.values:
        return {}
    return {"chosen": {"question": key, "values": [part["value"] for part in scene.values[key]], "former": True}}


def told_anew(scene: Scene, question: Question, heard: Heard) -> Scene:
    """Without what waited for words of this question, and gets others."""
    pending = scene.state.pending
    over = [OFFERED, WHICH] if pending.get(WHICH, {}).get("question") == question.key else [OFFERED]
    over += ["chosen"] if isinstance(heard, Typed) and pending.get("chosen", {}).get("former") else []
    return replace(scene, state=scene.state.release(*over))


def line(scene: Scene, question: Question) -> str | Words:
    """An answer as the review card shows it."""
    kind = kind_of(question)
    return (kind.line or kind.show)(Ask(question, scene.values, scene.world), scene.values[question.key])


def part(scene: Scene, question: Question, name: str) -> str:
    """Name of the sentence for a part of a question: desa words never reach the people of a kelurahan."""
    suffix = "_kelurahan" if name in question.variants and _in_kelurahan(scene) else ""
    return f"form.{question.form or scene.flow.key}.{question.key}.{name}{suffix}"


def _in_kelurahan(scene: Scene) -> bool:
    codes = (value.get("code") for value in scene.values.values() if isinstance(value, dict))
    return any(isinstance(code, str) and scene.world.places.is_kelurahan(code) for code in codes)


def takes_yes(scene: Scene) -> bool:
    """Whether one of the buttons is a yes that may be said in any words; a consent is pressed, and has none."""
    asked = scene.asked
    return asked is not None and (bool(kind_of(asked).agrees) or option_for(scene, YES) is not None)


def option_for(scene: Scene, answer: str) -> str | None:
    """The value of the only button that is this answer, a yes ("Ya, lewat HP ini") or the no to it."""
    asked = scene.asked
    if asked is None:
        return None
    offers, agrees = kind_of(asked).offers(ask_about(scene, asked)), kind_of(asked).agrees
    if agrees or asked.kind != "choice":
        wanted = agrees if agrees and answer == YES else answer
        return wanted if agrees and wanted in {offer.value for offer in offers} else None
    yes = [offer for offer in offers if offer.words and (offer.value == YES or _opens(scene, offer, YES))]
    no = [offer for offer in offers if offer.value == NO or _opens(scene, offer, NO)]
    no = no or ([offer for offer in offers if offer not in yes] if len(offers) == _TWO else [])
    found = yes if answer == YES else no
    return found[0].value if len(yes) == 1 and len(found) == 1 else None


def _opens(scene: Scene, offer: Offer, answer: str) -> bool:
    """Whether its label is this answer, or has it before its comma."""
    return scene.world.words.get(key_of(str(offer.label).partition(",")[0])) == answer


def names_option(scene: Scene, heard: Heard) -> bool:
    """ "Bukan jalan, air" at the question what it is about tells which, though a road stands in the story."""
    asked = scene.asked
    picks = asked is not None and asked.kind in PICKED
    return bool(asked and picks and isinstance(kind_of(asked).read(ask_about(scene, asked), heard), Took))


#: Before the first question a yes or no is waited for, and what for is known.
_WAITS_AT: Mapping[str, Situation] = {STILL: "still", FIRST: "first"}
YES_NO: frozenset[Situation] = frozenset({"yes_no", "cancel", "still", "first", "review"})


#: Points of a conversation that are no question of the form.
_CALLED = {REVIEW: "tinjau", STILL: "masih"}


def situation_of(scene: Scene) -> Situation:
    state = scene.state.pending
    if scene.target == REVIEW and "cancel" not in state:
        return "review"
    if "cancel" in state:
        return "cancel"
    if scene.target in _WAITS_AT:
        return _WAITS_AT[scene.target]
    if "confirm" in state or OFFERED in state or takes_yes(scene):
        return "yes_no"
    return "free" if scene.asked and kind_of(scene.asked).free else "closed"


def answers(scene: Scene, text: str) -> bool:
    """Whether these words answer what is open; where any words do, all of them."""
    asked = scene.asked
    if asked is None or kind_of(asked).free:
        return asked is not None
    return isinstance(kind_of(asked).read(ask_about(scene, asked), Typed(text, 0)), Took)


def question_of(scene: Scene, heard: Typed) -> str:
    """What is open, as the examples of acts call it. Empty where it is a question of another form, or where its own
    reader makes something of the words."""
    waits, asked = scene.state.pending, scene.asked
    if not scene.flow.hears:
        return ""
    if "cancel" in waits:
        return "batal"
    if scene.target in _CALLED:
        return _CALLED[scene.target]
    new = (waits.get("confirm") or {}).get("value")
    if isinstance(new, Mapping) and new.get("listed") is False:
        return "nama_baru"
    if asked is None or "confirm" in waits or OFFERED in waits:
        return ""
    if kind_of(asked).free:
        return asked.key
    if SORTS.get(asked.key) == "angka" and _tells_many(scene, heard.text):
        return ""
    return asked.key if isinstance(kind_of(asked).read(ask_about(scene, asked), heard), Refused) else ""


def _tells_many(scene: Scene, text: str) -> bool:
    """ "Ada, banyak juga": or a number of something."""
    numerals, common = tongue_of(scene.world.spellings).speech.numerals, scene.world.spellings.common
    words = text.lower().replace(",", " ").split()
    says_many = not {*common.vague}.isdisjoint(words) and {*common.no}.isdisjoint(words)
    return says_many or any(word[0].isdecimal() or numerals.atoms_of(word) for word in words)


@lru_cache(maxsize=256)
def names_of(title: str) -> frozenset[str]:
    """By which the answer of this title may be called: "ukuran", "ukurannya", "ukuranku"."""
    name = key_of(title)
    stem = name.removesuffix(_OF_IT)
    return frozenset({name, stem, f"{stem}{_OF_IT}", f"{stem}{_MINE}"} if stem else ())
