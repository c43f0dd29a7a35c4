"""What the conversation wants said: names of sentences and values for them, never the words themselves."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from bot.core.forms.state import State

Keyboard = Literal["location", "contact", "remove"]


@dataclass(frozen=True, slots=True)
class Words:
    """A sentence of the content by its name; it may itself be a value inside another sentence."""

    name: str
    values: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Button:
    """Either `data` (at most 64 bytes) or `url`."""

    label: str | Words
    data: str = ""
    url: str = ""


Rows = tuple[tuple[Button, ...], ...]


@dataclass(frozen=True, slots=True)
class Say:
    """One message to the person; with an empty `sentence` only the short answer `toast` to a button press.

    `lead` stands above the sentence in the same message, so that an explanation and its question cost one message.
    `replace` edits the message whose button was pressed. A say with `album` waits for the other parts of that album
    (1.5 s) and replaces the earlier say of the same album.
    """

    sentence: str = ""
    values: Mapping[str, Any] = field(default_factory=dict)
    buttons: Rows = ()
    keyboard: Keyboard | None = None
    replace: bool = False
    toast: str | None = None
    album: str | None = None
    question: str | None = None
    lead: Words | None = None


@dataclass(frozen=True, slots=True)
class Wish:
    """Something asked for or said in passing that the form itself cannot answer; `act`: a name of content/niat/."""

    act: str
    words: str


@dataclass(frozen=True, slots=True)
class Step:
    """What one input led to. `changed`: keys of the questions whose answers are not what they were. `wishes`: what is
    to be answered by somebody else, before what is said here."""

    state: State
    say: tuple[Say, ...] = ()
    ended: Literal["sent", "cancelled"] | None = None
    changed: tuple[str, ...] = ()
    wishes: tuple[Wish, ...] = ()

    def led_by(self, lead: Words) -> "Step":
        """The same with these words above."""
        return replace(self, say=tuple(replace(say, lead=lead) for say in self.say))


@dataclass(frozen=True, slots=True)
class Correction:
    """A new value for an answer of a record already sent, or, when it could not be read, a say that explains."""

    question: str
    value: Any = None
    say: Say | None = None
