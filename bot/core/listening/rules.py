"""What editors say about acts beside the examples: patterns, what comes off first, what holds an act back."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.core.listening.folding import FoldingWords
from bot.core.listening.shapes import Situation

#: The file of examples that are no act.
STATEMENT = "bukan"
#: Acts whose names begin so are questions.
QUESTION = "tanya_"
Patterns = tuple[str, ...]
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
    the wrong one."""

    openers: Patterns
    buts: Patterns
    nots: Patterns


@dataclass(frozen=True, eq=False, repr=False)
class Rules:
    """`meanings`: words that mean the same, by a name. `alone`: acts that count only when all their words are in the
    list. `denying`: two different ones of these cancel each other. `holding`: words with which an act is asked about.
    `long`: acts that may come out of a long text. `carrying`: acts whose words hold a new value. `priors`: how much
    likelier an act is in a situation."""

    words: FoldingWords
    patterns: ByAct
    meanings: ByAct
    peel: Peel
    alone: ByAct
    denying: Patterns
    holding: ByAct
    long: frozenset[str]
    carrying: frozenset[str]
    priors: Mapping[Situation, Mapping[str, float]]
    correcting: Correcting
