"""The vocabulary of guided conversations: what a form is made of, and what a kind of answer has to be able to do."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from bot.core.forms.heard import Heard
from bot.core.forms.say import Keyboard, Words
from bot.core.forms.world import World


@dataclass(frozen=True, slots=True)
class Condition:
    """A question is asked only when an earlier choice was one of these."""

    question: str
    values: frozenset[str]


@dataclass(frozen=True, slots=True)
class Question:
    """`kind` names a file in `kinds/`; `params` is that kind's own `Params`.

    `skips`: words that leave it out, besides those of the button. `needs`: questions whose answers this one is a part
    of; changing one of them forgets this. `variants`: the parts ("tanya", "judul", "bantuan") that have another wording
    in a kelurahan. `mentions`: earlier answers in the text. `form`: in whose words it is asked; empty = the form it
    stands in.
    """

    key: str
    kind: str
    params: Any = None
    title: str = ""
    optional: bool = False
    skips: frozenset[str] = frozenset()
    needs: tuple[str, ...] = ()
    only_if: tuple[Condition, ...] = ()
    variants: frozenset[str] = frozenset()
    mentions: tuple[str, ...] = ()
    form: str = ""


@dataclass(frozen=True, slots=True)
class CrossCheck:
    """`check` names a file in `checks/`; what it finds is told on the review card and never blocks."""

    check: str
    questions: tuple[str, ...]
    sentence: str


@dataclass(frozen=True)
class Flow:
    """A form or a lesson. Without `review` it ends with its last answer.

    `enough_from`: from this question on the person may say that it is enough; what may be skipped is skipped then.
    """

    key: str
    questions: tuple[Question, ...]
    checks: tuple[CrossCheck, ...] = ()
    review: bool = True
    own_send: bool = False  # the last button has words of the form's own, for nothing leaves by it
    sends: frozenset[str] = frozenset()  # these words, and others that are that button typed
    enough_from: str | None = None
    hears: bool = False  # in free text, too, acts are told from answers: it is the person's own words
    journey: str = ""  # what it is to the program (work/journeys.py); empty = the journey of its own name

    def question(self, key: str) -> Question | None:
        return next((q for q in self.questions if q.key == key), None)

    def dependents(self, key: str) -> tuple[str, ...]:
        """Everything that rests on this answer, directly or through another."""
        found = [key]
        for question in self.questions:
            if any(need in found for need in question.needs):
                found.append(question.key)
        return tuple(found[1:])


@dataclass(frozen=True, slots=True)
class Ask:
    """One question as it stands: the valid answers so far, and its own value while more may join it. `old`: the day
    and hour that are to be moved, as `2027-01-14T0900`. `about`: what the conversation is about. `before`: its value
    until it was opened to be changed."""

    question: Question
    values: Mapping[str, Any]
    world: World
    mine: Any = None
    old: str = ""
    about: Mapping[str, Any] = field(default_factory=dict)
    before: Any = None


@dataclass(frozen=True, slots=True)
class Offer:
    """Something to choose, as a button. `value` is at most 30 bytes of ASCII. `words` that mean it, and `perhaps`
    those that only may. `numbers`: from and to, any of which means it."""

    value: str
    label: str
    words: tuple[str, ...] = ()
    perhaps: tuple[str, ...] = ()
    numbers: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Took:
    """An answer. `guessed`: it was not exactly what was typed, and is said back. `also`: what the same words answer of
    other questions, by question; in a form that has no such question it is left out. `value` is None where they answer
    only others: somebody corrects the desa when asked for the dusun. `then`: what is to be asked next instead of the
    next question as it stands: which of several, or whether a new name is right. `left`: a text that tells more than
    this answer, and must not be lost."""

    value: Any
    guessed: bool = False
    also: Mapping[str, Any] = field(default_factory=dict)
    then: "Unsure | None" = None
    left: str = ""


@dataclass(frozen=True, slots=True)
class Refused:
    """`nothing`: no answer was given at all, which is one where a question may be skipped. `perhaps`: what a part of
    the words may mean, looked for when it is asked for: most refusals never come to it."""

    why: Words
    nothing: bool = False
    perhaps: Callable[[], tuple[Offer, ...]] = field(default=tuple, compare=False)


@dataclass(frozen=True, slots=True)
class Unsure:
    """Several things may be meant (`offers`), or this one value needs a yes (`value`). `left` as above."""

    why: Words
    offers: tuple[Offer, ...] = ()
    value: Any = None
    left: str = ""


@dataclass(frozen=True, slots=True)
class Toggled:
    """A choice of several, or half an answer (a day without its hour), is on its way: asked again with what there
    is."""

    chosen: tuple[str, ...]


Reading = Took | Refused | Unsure | Toggled


#: What is told ahead and would be so anyway.
USUAL = "biasa"


@dataclass(frozen=True, slots=True)
class NoParams:
    """Of a kind that is the same at every question."""


def _are_words(_ask: Ask, value: Any) -> bool:
    return isinstance(value, dict) and isinstance(value.get("text"), str)


def _the_words(_ask: Ask, value: Any) -> str | Words:
    return str(value["text"])


@dataclass(frozen=True, slots=True)
class Kind:
    """What a file in `kinds/` offers: its function `read`, and where they differ from these defaults, by which words
    are kept as `{"text": …}`, `holds`, `show`, its `Params`, `line`, `claims`, `offers`, `asked`, `told`, `beside`,
    `instead`, `ahead`, TELLS, TAKES, FREE, VERBATIM, SPOKEN, GATHERS, KEYBOARD, TOGGLES, KEPT_AS, STAYS, STORY, REST,
    AGREES, LEFT_OPEN.

    `takes`: what it reads besides typed text. `free`: any words are an answer. `verbatim`: also
    when they ask something: they are said to others. `spoken`: so is what asks nothing, whatever it sounds like.
    `gathers`: several messages make one answer, a list. `keyboard`: the special keyboard it needs. `line`: how the
    review card shows it, if otherwise.
    `claims`: whether these words answer it, whatever else they may seem to do. `asked`: whether there is anything to
    ask, if that has to be seen; `mine` is the answer given. `told`: values for the text of its question, `tells` their
    names. `toggles`: its buttons switch on and off until *Selesai*. `kept_as`:
    the sentence that says how many were gathered. `stays`: editing the message that gave it changes nothing. `story`:
    what was said before the first question belongs here. `rest`: so does what fits nowhere else. `beside`: what the
    words at another question answer of this one, with the words that are left; None when they surely answer nothing.
    `agrees`: the value of the button that is a yes, in whatever words it is said; `instead`: what a no to it asks.
    `left_open`: the sentence that says what becomes of it when it is left out; only after a try may it be.
    `ahead`: what words at another question tell of this one: `USUAL`, what would be so anyway, else what has to wait
    for it; empty, nothing.
    """

    read: Callable[[Ask, Heard], Reading]
    Params: type = NoParams
    holds: Callable[[Ask, Any], bool] = _are_words
    show: Callable[[Ask, Any], str | Words] = _the_words
    line: Callable[[Ask, Any], str | Words] | None = None
    claims: Callable[[Ask, str], bool] | None = None
    offers: Callable[[Ask], Sequence[Offer]] = lambda _ask: ()
    asked: Callable[[Ask], bool] | None = None
    told: Callable[[Ask], Mapping[str, Any]] = lambda _ask: {}
    tells: frozenset[str] = frozenset()
    takes: frozenset[str] = frozenset()
    free: bool = False
    verbatim: bool = False
    spoken: bool = False
    gathers: bool = False
    keyboard: Keyboard | None = None
    toggles: bool = False
    kept_as: str = ""
    stays: bool = False
    story: bool = False
    rest: bool = False
    agrees: str = ""
    left_open: str = ""
    beside: Callable[[Ask, str], tuple[Any, str] | None] | None = None
    instead: Callable[[Ask], Unsure] | None = None
    ahead: Callable[[Ask, str], str] | None = None
