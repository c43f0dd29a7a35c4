"""The telephones of those who live in a kabupaten without a network: what the bot sent is on them."""

from dataclasses import dataclass, field
from typing import Any


def poll_of(row: int) -> str:
    """The number that Telegram gives to the poll of a letter."""
    return f"kuis{row}"


@dataclass(frozen=True, slots=True)
class Message:
    """What the bot sent: its text and its buttons, (label, data). `poll`: its number; `options`: how many there are to
    choose from; `right`: which of them is."""

    text: str
    buttons: tuple[tuple[str, str], ...]
    poll: str = ""
    options: int = 0
    right: int = 0

    def offers(self, begins: str) -> str:
        """The data of the first button whose label or data begins so; empty when there is none."""
        return next(
            (data for label, data in self.buttons if begins and (label, data)[":" in begins].startswith(begins)), ""
        )


@dataclass(slots=True)
class Someone:
    """Somebody with a role; `way`: how they are with reminders; `phone`: what the bot sent, by the row's id."""

    id: int
    address: int
    name: str
    role: str
    scope: str
    way: str
    phone: dict[int, Message] = field(default_factory=dict)
    put_off: dict[str, int] = field(default_factory=dict)

    def newest(self) -> Message:
        return next(reversed(self.phone.values()), Message("", ()))

    def receive(self, row: int, params: dict[str, Any]) -> Message:
        """An edit changes the message; what is older than twenty messages is forgotten."""
        rows = (params.get("reply_markup") or {}).get("inline_keyboard", [])
        buttons = tuple((b["text"], b["callback_data"]) for line in rows for b in line if "callback_data" in b)
        poll = (poll_of(row), len(params["options"]), params["correct_option_id"]) if "options" in params else ()
        self.phone[row] = message = Message(params.get("text", ""), buttons, *poll)
        while len(self.phone) > 20:
            del self.phone[next(iter(self.phone))]
        return message
