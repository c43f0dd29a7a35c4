"""What editors say about acts beside the examples: patterns, what comes off first, what holds an act back."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from bot.core.listening.folding import FoldingWords
from bot.core.listening.shapes import Situation

#: The file of examples that are no act.
STATEMENT = "bukan"
#: Acts whose names begin so are questions.
QUESTION = "tanya_"
#: Acts whose names begin so belong to those who have a role, and are heard in no other situation.
WORK = "kerja_"
Patterns = tuple[str, ...]
Behind = Literal["nothing", "reason", "anything"]
ByAct = Mapping[str, Patterns]


@dataclass(frozen=True, eq=False, repr=False)
class Peel:
    """What comes off before the rest is judged: greetings in front, thanks behind, a yes or no before a comma or before
    `but`. `polite` words mean nothing."""

    front: ByAct
    back: ByAct
    answers: ByAct
    polite: Patterns
    but: Patterns


@dataclass(frozen=True, eq=False, repr=False)
class Correcting:
    """`openers` stand before the value that is right, `buts` between the wrong one and the right one, `nots` before
    the wrong one, `wrongs` behind it; one of `breaks` and of `nots` between both; `written` before one that was
    written by mistake, `reasons` before why."""

    openers: Patterns
    buts: Patterns
    nots: Patterns
    wrongs: Patterns
    breaks: Patterns
    written: Patterns
    reasons: Patterns


@dataclass(frozen=True, eq=False, repr=False)
class Replying:
    """Words of an answer to a question that is known: those of a `yes`, of a `no`, of `doubt`, `but` that makes a yes
    doubtful, and `fill` that changes nothing; where a yes sends, `send` does so in its own words. `particles`: words
    that may stand between others; `why`: those of a reason that may stand before a no, too; behind one of `hence`
    follows a yes. `free_no`: what may stand behind a no; `free_yes`: whether anything may behind a yes and a pause."""

    yes: Patterns
    no: Patterns
    send: Patterns
    doubt: Patterns
    but: Patterns
    fill: Patterns
    particles: Patterns
    why: Patterns
    hence: Patterns
    free_no: Behind
    free_yes: bool


@dataclass(frozen=True, eq=False, repr=False)
class Concluding:
    """Behind one of `hence` stands what long words come to; those that end with one of `passing` leave the question, or
    with one of `going` behind `hence`; beside what is `turning` no yes is believed. `triggers`: words for which a part
    of longer words is looked at."""

    hence: Patterns
    passing: Patterns
    going: Patterns
    turning: Patterns
    triggers: Patterns


@dataclass(frozen=True, eq=False, repr=False)
class Opening:
    """`acts`: words that begin a sentence that is this act; `before` and `after`: words that may stand around them."""

    acts: ByAct
    before: Patterns
    after: Patterns


@dataclass(frozen=True, eq=False, repr=False)
class Naming:
    """`names`: what people call the questions of the forms, by key; `parts`: what they call a part of an answer, which
    is read with its value. `marks`: words with which such a name announces a correction; `weak`: those that are common
    in stories, too; `adding`: those that say that the new value comes beside the old; `frame`: words around them, none
    of which is in the new value; `again`: words that speak of what was told to us; `feared`: marks of what has not
    happened ("takut salah sebut")."""

    names: ByAct
    parts: ByAct
    marks: Patterns
    weak: Patterns
    adding: Patterns
    frame: Patterns
    again: Patterns
    feared: Patterns


@dataclass(frozen=True, eq=False, repr=False)
class Rules:
    """`meanings`: words that mean the same, by a name. `alone`: acts that count only when all their words are in the
    list; `needing`: those that are none without a word of it. `denying`: two different ones of these cancel each other.
    `holding`: words with which an act is asked about.
    `later`: words that tell that something is still to come, which asks nothing unless one of `asking` stands there.
    `rhetoric` behind other words denies, and asks nothing without its mark.
    `hanging` begins a clause that belongs to the one behind it; `joining` stands between two questions.
    `leaving`: all the words that may leave a question where any words are an answer, before why.
    `long`: acts that may come out of a long text. `carrying`: acts whose words hold a new value. `priors`: how much
    likelier an act is in a situation. `replying`: what answers the question that stands open; `opening`: words that
    begin an act where only certain answers are. `traces`: words that ask who else sees what is said here, and those
    that ask that nobody is told. `letters`: whether a text is seen in letters, too."""

    words: FoldingWords
    patterns: ByAct
    meanings: ByAct
    peel: Peel
    alone: ByAct
    needing: ByAct
    denying: Patterns
    holding: ByAct
    later: Patterns
    asking: Patterns
    rhetoric: Patterns
    hanging: Patterns
    joining: Patterns
    leaving: Patterns
    long: frozenset[str]
    carrying: frozenset[str]
    priors: Mapping[Situation, Mapping[str, float]]
    correcting: Correcting
    replying: Mapping[Situation, Replying]
    opening: Opening
    concluding: Concluding
    naming: Naming
    traces: ByAct
    letters: bool = True
