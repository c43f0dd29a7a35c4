"""What a notice becomes when it is told."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.store.queues.notices import Notice
from bot.work.office import Office
from bot.work.round import Round
from bot.work.saying.keyboard import Key, in_rows, keyboard

_LABEL = 60  # characters that fit on a button


@dataclass(frozen=True, slots=True)
class Told:
    """One unasked message: text, buttons, and further calls (method, parameters without the chat) that go with it, such
    as a file. All of it counts once against the day's budget. `beside`: its buttons where other news stands in the same
    message, so that each says of what it is; None = they say so anyway."""

    text: str
    markup: dict[str, Any] | None = None
    more: Sequence[tuple[str, dict[str, Any]]] = ()
    beside: dict[str, Any] | None = None


#: For a notice that is told within the message of another one.
SAID_ALREADY = Told("")

#: Asks whether one notice is still true; None means it is not, and nothing is said.
Compose = Callable[[Round, Notice], Awaitable[Told | None]]
#: The same for all due notices of a kind at once, by the notice's id: for what comes to hundreds in the same second.
ComposeAll = Callable[[Round, Sequence[Notice]], Awaitable[Mapping[int, Told]]]


def of_what(office: Office, what: str, *keys: Key) -> dict[str, Any]:
    """Buttons below each other, each with what it is of."""
    named = [(office.plain("tombol_tentang", tombol=label, judul=what)[:_LABEL], data) for label, data in keys]
    return keyboard(*in_rows(named, 1))


def joined(parts: Sequence[Told]) -> Told:
    """Several notices of one person are one message: texts below each other, the buttons of all under it. What is the
    same stands there once."""
    parts = [part for at, part in enumerate(parts) if part not in parts[:at]]
    is_one = sum(1 for part in parts if part.text) < 2
    markups = [part.markup if is_one else part.beside or part.markup for part in parts]
    rows = [row for markup in markups if markup for row in markup["inline_keyboard"]]
    markup = {"inline_keyboard": rows} if rows else None
    text = "\n\n".join(part.text for part in parts if part.text)
    return Told(text, markup, [call for part in parts for call in part.more])
