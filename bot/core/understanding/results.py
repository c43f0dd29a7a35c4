"""What reading a text may come to. Between two readings we ask: a wrong number is far worse than one more question."""

from dataclasses import dataclass, field
from typing import Generic, TypeVar

from bot.core.forms.say import Words

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Understood(Generic[T]):
    """One reading. `said`: the sentence that says back what was understood, with its values."""

    value: T
    said: Words


@dataclass(frozen=True, slots=True)
class Unsure(Generic[T]):
    """`why`: what to ask. `options`: the readings to choose from; with none, the person is asked to be more exact."""

    why: Words
    options: tuple[Understood[T], ...] = ()


@dataclass(frozen=True, slots=True)
class Unknown:
    """The person says that they do not know, which is an answer where the question allows it."""


@dataclass(frozen=True, slots=True)
class NotUnderstood:
    """Nothing that could be an answer of this sort. `read`: the numbers that were read nevertheless, as typed."""

    read: tuple[str, ...] = field(default=(), compare=False)


Understanding = Understood[T] | Unsure[T] | Unknown | NotUnderstood
