"""The vocabulary of guided conversations: what a form is made of, and what a kind of answer has to be able to do."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, time
from typing import Any

from bot.core.forms.heard import Heard
from bot.core.forms.say import Keyboard, Words
from bot.core.listening.shapes import Ear
from bot.core.places.places import Places
from bot.core.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody who may read what is told; `role` by the name the access table gives it."""

    id: int
    name: str
    role: str


@dataclass(frozen=True, slots=True)
class Readers:
    """`nearest` read it unless the person chooses one of `others`."""

    nearest: tuple[Reader, ...] = ()
    others: tuple[Reader, ...] = ()


@dataclass(frozen=True, slots=True)
class Meeting:
    """A kind of occasion whose date this person may set. `lists`: the kinds of wilayah that hold it; `within`: the
    wilayah in which this person may set it; `usual`: months in which it usually is held, as people say them."""

    key: str
    name: str
    name_kelurahan: str
    lists: tuple[str, ...]
    within: tuple[str, ...]
    stage: bool = False
    usual: str = ""


@dataclass(frozen=True, slots=True)
class World:
    """What a conversation may look at besides itself. `spellings`: how people spell things. `words`: typed words
    (normalised) that act as a button does.

    `readers` of the place that was named; None while nobody has looked them up. `today` where the person is, with the
    name of the clock there ("WITA") and what it shows `now`. `scopes`: the wilayah from which places are chosen; empty
    = anywhere. `findings`: what somebody outside the form found in the answers, told on the review card. `oneself`:
    words by which people name themselves, and polite ones. `ear`: who understands what people do by words; None = only
    buttons' own words count. `aging`: before their own age. `announcing`: words with which an officer begins to tell
    something to many, `addressing`: to whom, `halting`: that it must stop; `finding`: that something is looked for,
    `numbered`: what is done with an usulan that is named by its number, by the verb of its button. `commands`: other
    names of commands. `grasping`: words that say that somebody has understood, `nodding`: what may stand beside them.
    `finished`: words that say that something is done, `with_finished`: what may stand beside them. `put_off`: words
    that say that it is not done yet, or when it will be; `away`: that somebody is not there for days; both by what they
    are to the sentence. `hall`: words by which something is asked of a meeting's screen, with its name; `hall_buttons`:
    other words for its buttons, with their verbs, `results`: for those under a result. `positions`: which one of a
    list, in figures. `sent`: words before an usulan of theirs that somebody names, `numbers`: between them and its
    number. `teachers`: words for whoever teaches, behind which a question to them stands. `cancelling`: words by which
    a meeting does not take place, `reasons`: what stands before why, and what is none; `setting`: what may stand before
    its name, and words for any. `learning`: what is said under a lesson. `needless`: questions that there is nothing to
    ask of this person. `wrong`: words that say nothing but that something is wrong. `another`: words that open
    one more usulan; `next_ones`: whether such a one may wait beside what is told now. `wishing`: words by
    which something is to be done, `topics`: beside what an usulan is about; by what they are to the sentence.
    """

    places: Places
    spellings: Vocabulary
    words: Mapping[str, str] = field(default_factory=dict)
    asking: tuple[str, ...] = ()
    readers: Readers | None = None
    today: date | None = None
    zone: str = ""
    now: time | None = None
    scopes: tuple[str, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    findings: tuple[Words, ...] = ()
    oneself: frozenset[str] = frozenset()
    ear: Ear | None = None
    aging: tuple[str, ...] = ()
    announcing: tuple[str, ...] = ()
    addressing: frozenset[str] = frozenset()
    halting: tuple[str, ...] = ()
    finding: tuple[str, ...] = ()
    commands: Mapping[str, str] = field(default_factory=dict)
    numbered: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    sent: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    grasping: frozenset[str] = frozenset()
    nodding: frozenset[str] = frozenset()
    finished: frozenset[str] = frozenset()
    with_finished: frozenset[str] = frozenset()
    put_off: Mapping[str, frozenset[str]] = field(default_factory=dict)
    away: Mapping[str, frozenset[str]] = field(default_factory=dict)
    hall: Mapping[str, str] = field(default_factory=dict)
    hall_buttons: Mapping[str, str] = field(default_factory=dict)
    results: Mapping[str, str] = field(default_factory=dict)
    positions: Mapping[str, str] = field(default_factory=dict)
    teachers: tuple[str, ...] = ()
    cancelling: frozenset[str] = frozenset()
    setting: Mapping[str, frozenset[str]] = field(default_factory=dict)
    reasons: Mapping[str, frozenset[str]] = field(default_factory=dict)
    learning: Mapping[str, frozenset[str]] = field(default_factory=dict)
    needless: frozenset[str] = frozenset()
    wrong: frozenset[str] = frozenset()
    another: Mapping[str, frozenset[str]] = field(default_factory=dict)
    next_ones: bool = False
    wishing: Mapping[str, frozenset[str]] = field(default_factory=dict)
    topics: Mapping[str, frozenset[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Condition:
    """A question is asked only when an earlier choice was one of these."""

    question: str
    values: frozenset[str]


@dataclass(frozen=True, slots=True)
class Question:
    """`kind` names a file in `kinds/`; `params` is that kind's own `Params`.

    `needs`: questions whose answers this one is a part of; changing one of them forgets this. `variants`: the parts
    ("tanya", "judul", "bantuan") that have another wording in a kelurahan. `mentions`: earlier answers in the text.
    `form`: in whose words it is asked; empty = the form it stands in.
    """

    key: str
    kind: str
    params: Any = None
    title: str = ""
    optional: bool = False
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
    and hour that are to be moved, as `2027-01-14T0900`. `about`: what the conversation is about."""

    question: Question
    values: Mapping[str, Any]
    world: World
    mine: Any = None
    old: str = ""
    about: Mapping[str, Any] = field(default_factory=dict)


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
    """`nothing`: no answer was given at all, which is one where a question may be skipped."""

    why: Words
    nothing: bool = False


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


@dataclass(frozen=True, slots=True)
class Kind:
    """What a file in `kinds/` offers: its functions `read`, `holds`, `show`, its `Params`, and where they differ from
    these defaults `line`, `claims`, `offers`, `asked`, `told`, `beside`, TELLS, TAKES, FREE, VERBATIM, GATHERS,
    KEYBOARD, TOGGLES, KEPT_AS, STAYS, STORY, REST, AGREES.

    `takes`: what it reads besides typed text. `free`: any words are an answer. `verbatim`: also
    when they ask something: they are said to others. `gathers`: several messages make one
    answer, a list. `keyboard`: the special keyboard it needs. `line`: how the review card shows it, if otherwise.
    `claims`: whether these words answer it, whatever else they may seem to do. `asked`: whether there is anything to
    ask, if that has to be seen; `mine` is the answer given. `told`: values for the text of its question, `tells` their
    names. `toggles`: its buttons switch on and off until *Selesai*. `kept_as`:
    the sentence that says how many were gathered. `stays`: editing the message that gave it changes nothing. `story`:
    what was said before the first question belongs here. `rest`: so does what fits nowhere else. `beside`: what the
    words at another question answer of this one, with the words that are left; None when they surely answer nothing.
    `agrees`: the value of the button that is a yes, in whatever words it is said.
    """

    Params: type
    read: Callable[[Ask, Heard], Reading]
    holds: Callable[[Ask, Any], bool]
    show: Callable[[Ask, Any], str | Words]
    line: Callable[[Ask, Any], str | Words] | None = None
    claims: Callable[[Ask, str], bool] | None = None
    offers: Callable[[Ask], Sequence[Offer]] = lambda _ask: ()
    asked: Callable[[Ask], bool] | None = None
    told: Callable[[Ask], Mapping[str, Any]] = lambda _ask: {}
    tells: frozenset[str] = frozenset()
    takes: frozenset[str] = frozenset()
    free: bool = False
    verbatim: bool = False
    gathers: bool = False
    keyboard: Keyboard | None = None
    toggles: bool = False
    kept_as: str = ""
    stays: bool = False
    story: bool = False
    rest: bool = False
    agrees: str = ""
    beside: Callable[[Ask, str], tuple[Any, str] | None] | None = None
