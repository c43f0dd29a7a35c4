"""What the ear makes of a text. A span is (start, end) in characters of the text as it was typed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple, Protocol

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


class Part(NamedTuple):
    """A part of a message. `about`: the question that it answers, or an act; `share`: how surely, 0 to 1; `span`: where
    it stands in it."""

    about: str
    share: float
    span: Span


class Ear(Protocol):
    """Tells what people do by their words; what each of these tells is said in `acts` and `asked`."""

    def knows(self, word: str) -> bool: ...
    def hear(self, text: str, situation: Situation) -> Acts: ...
    def parts(self, question: str, text: str) -> Sequence[Part]: ...
    def puts_right(self, question: str, sentence: str) -> str: ...
    def hear_at(self, question: Callable[[], str], text: str, acts: Acts) -> Acts: ...
    def corrected(self, text: str) -> str: ...
    def named(self, text: str) -> tuple[str, ...]: ...
    def denied(self, text: str) -> str: ...
    def pairs(self, text: str) -> tuple[tuple[str, str], ...]: ...
    def right(self, text: str) -> tuple[str, ...]: ...
    def corrects(self, text: str) -> Mark: ...
    def announces(self, text: str) -> bool: ...
    def retells(self, text: str) -> bool: ...
    def traced(self, text: str) -> str: ...
    def adds(self, text: str) -> bool: ...
