"""What the ear makes of a text. A span is (start, end) in characters of the text as it was typed."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal, Protocol

Span = tuple[int, int]
#: Where the words were said: nothing is open; the same, by somebody with a role; the screen that asks for consent; a
#: yes or no is waited for; the card before sending; any words are an answer; only certain answers are. Of the yes or no
#: some are known better: whether all is to be cancelled, whether it is still the same place, whether this is the story.
Situation = Literal["idle", "work", "consent", "yes_no", "cancel", "still", "first", "review", "free", "closed"]
#: A number that was told with "about", "more than", "less than"; "" = told as it is.
Bound = Literal["", "kira", "lebih", "kurang"]


#: Words that say that something is wrong: what was told, or perhaps what is told of.
Mark = Literal["", "weak", "sure"]


@dataclass(frozen=True, slots=True)
class Act:
    """Something done by words: a greeting, a yes, a question. `name`: that of its file in content/niat/. `sure`: how
    surely it is no statement; `share`: how surely it is this act and no other; both 0 to 1."""

    name: str
    sure: float
    share: float
    span: Span


@dataclass(frozen=True, slots=True)
class Acts:
    """`done`: sure enough to be acted on, in their order. `maybe`: to be asked about, likeliest first. `left`: the
    words that belong to no act in `done`, whole and in their order; empty when there are none."""

    done: tuple[Act, ...] = ()
    maybe: tuple[Act, ...] = ()
    left: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """A value that stands somewhere in a text. `sort`: "jumlah" (people), "kurang_mampu" (poor families), "ukuran",
    "merasakan", "sejak", "patokan", "place" …; `value` as the kind of that answer keeps it. `sure`: may be taken
    without a question."""

    sort: str
    value: Any
    span: Span
    sure: bool = True


class Ear(Protocol):
    """Tells what people do by their words."""

    def knows(self, word: str) -> bool:
        """Whether any example has this word; one that none has may be a name."""
        ...

    def hear(self, text: str, situation: Situation) -> Acts: ...

    def hear_at(self, question: Callable[[], str], text: str, acts: Acts) -> Acts:
        """What is done at the question that is open, where nothing was heard; it is asked for only then."""
        ...

    def corrected(self, text: str) -> str:
        """The part of a correction that holds the new value."""
        ...

    def named(self, text: str) -> tuple[str, ...]:
        """The questions that are named in a text, by key."""
        ...

    def denied(self, text: str) -> str:
        """The part of a correction that holds the value that was wrong; empty when it is not said."""
        ...

    def pairs(self, text: str) -> tuple[tuple[str, str], ...]:
        """Each value that was wrong, with the right one; empty where that is not clear."""
        ...

    def right(self, text: str) -> tuple[str, ...]:
        """What may be the new value in a correction that names its question, likeliest first."""
        ...

    def corrects(self, text: str) -> Mark:
        """Whether something in the text says that what was told is wrong."""
        ...

    def announces(self, text: str) -> bool:
        """Whether it begins or ends with words by which something is put right."""
        ...

    def retells(self, text: str) -> bool:
        """Whether something in the text speaks of what was told to us before."""
        ...

    def traced(self, text: str) -> str:
        """What somebody asks of whoever else may see this: "tanya", "diam", or nothing."""
        ...

    def adds(self, text: str) -> bool:
        """Whether the new value of a correction comes beside the old one."""
        ...
