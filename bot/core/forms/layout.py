"""Buttons for a cheap phone: at most three a row and eight rows, the rest on further pages."""

from collections.abc import Sequence

from bot.core.forms.say import Button, Rows, Words

ROWS = 8
_LABELS = ((9, 3), (16, 2))  # characters that fit beside each other at 360 pixels, buttons a row


def data_of(draft: str, question: str, value: str) -> str:
    """Button data, at most 64 bytes; content is checked for it."""
    return f"f:{draft}:{question}:{value}"


def control(draft: str, question: str, name: str) -> Button:
    """A button of the conversation itself, such as Kembali."""
    return Button(Words(f"tombol.{name}"), data_of(draft, question, f"~{name}"))


def columns_for(labels: Sequence[str]) -> int:
    longest = max(map(len, labels), default=0)
    return next((columns for fits, columns in _LABELS if longest <= fits), 1)


def grid(buttons: Sequence[Button], columns: int) -> Rows:
    return tuple(tuple(buttons[i : i + columns]) for i in range(0, len(buttons), columns))


def paginate(rows: Rows, below: Rows, page: int, turn: Sequence[Button]) -> Rows:
    """The rows of one page above what always stands below. `turn`: the buttons to the page before and after."""
    room = ROWS - len(below)
    if len(rows) <= room or not turn:
        return (*rows[:room], *below)
    size = room - 1
    pages = -(-len(rows) // size)
    page = min(max(page, 1), pages)
    turns = (*turn[:1],) if page == pages else (*turn[1:],) if page == 1 else tuple(turn)
    return (*rows[(page - 1) * size : page * size], turns, *below)
