"""What a notice becomes when it is told."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.store.queues.notices import Notice
from bot.work.round import Round


@dataclass(frozen=True, slots=True)
class Told:
    """One unasked message: text, buttons, and further calls (method, parameters without the chat) that go with it, such
    as a file. All of it counts once against the day's budget."""

    text: str
    markup: dict[str, Any] | None = None
    more: Sequence[tuple[str, dict[str, Any]]] = ()


#: For a notice that is told within the message of another one.
SAID_ALREADY = Told("")

#: Asks whether one notice is still true; None means it is not, and nothing is said.
Compose = Callable[[Round, Notice], Awaitable[Told | None]]
#: The same for all due notices of a kind at once, by the notice's id: for what comes to hundreds in the same second.
ComposeAll = Callable[[Round, Sequence[Notice]], Awaitable[Mapping[int, Told]]]


def joined(parts: Sequence[Told]) -> Told:
    """Several notices of one person are one message: texts below each other, the buttons of all under it."""
    rows = [row for part in parts if part.markup for row in part.markup["inline_keyboard"]]
    markup = {"inline_keyboard": rows} if rows else None
    text = "\n\n".join(part.text for part in parts if part.text)
    return Told(text, markup, [call for part in parts for call in part.more])
