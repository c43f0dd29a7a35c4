"""What was said last in a chat, and the buttons that stand under it."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.tables import outbox
from bot.store.turn import REPLY, Turn

_SAYING = ("sendMessage", "sendPhoto", "sendDocument", "sendVoice", "sendPoll", "copyMessage", "editMessageText")
_ARRIVED = ("sent", "unsure")
_COLUMNS = (outbox.c.message_id, outbox.c.params, outbox.c.priority, outbox.c.unasked_on, outbox.c.method)
_POLL = "sendPoll"
_LOOKED_AT = 4


@dataclass(frozen=True, slots=True)
class Said:
    """`message_id`: None while it is on its way. `keys`: label and data of each button, in their order."""

    message_id: int | None
    keys: tuple[tuple[str, str], ...] = ()
    is_poll: bool = False

    def carries(self, prefix: str | tuple[str, ...]) -> bool:
        """Whether a button's data begins so, or in one of several ways."""
        return any(data.startswith(prefix) for _, data in self.keys)


async def is_to(connection: AsyncConnection, row_id: int, chat: int) -> bool:
    """Whether that promise is known, and is a letter to this chat."""
    found = select(outbox.c.id).where(outbox.c.id == row_id, outbox.c.chat == chat)
    return (await connection.execute(found)).first() is not None


async def carrying(connection: AsyncConnection, chat: int, prefix: str | tuple[str, ...]) -> Said | None:
    """The newest of the last letters with a button whose data begins so."""
    found = (_said(row) for row in await _newest(connection, chat))
    return next((letter for letter in found if letter.carries(prefix)), None)


async def behind(connection: AsyncConnection, chat: int, passed: tuple[str, ...]) -> Said | None:
    """The newest of the last letters of which a button's data begins otherwise."""
    found = (_said(row) for row in await _newest(connection, chat))
    return next((letter for letter in found if any(not data.startswith(passed) for _, data in letter.keys)), None)


async def numbered(connection: AsyncConnection, chat: int, number: int) -> str:
    """The data of the newest button with that number in front, among the last letters; empty: of none."""
    keys = (key for row in await _newest(connection, chat) for key in _said(row).keys)
    return next((data for label, data in keys if label.startswith(f"{number}. ")), "")


async def carrying_or_poll(
    connection: AsyncConnection, chat: int, prefix: str | tuple[str, ...], looked_at: int
) -> Said | None:
    """The same among so many of the last letters, or the poll that is newer."""
    found = (_said(row) for row in await _newest(connection, chat, looked_at))
    return next((letter for letter in found if letter.is_poll or letter.carries(prefix)), None)


async def key_of(connection: AsyncConnection, chat: int, begins: str, ends: str, looked_at: int) -> str:
    """The data of the newest button that begins and ends so, among so many of the last letters; empty: of none."""
    letters = await _newest(connection, chat, looked_at)
    keys = (data for row in letters for _, data in _said(row).keys)
    return next((data for data in keys if data.startswith(begins) and data.endswith(ends)), "")


async def _newest(connection: AsyncConnection, chat: int, looked_at: int = _LOOKED_AT) -> Sequence[Any]:
    stands = or_(outbox.c.outcome.is_(None), outbox.c.outcome.in_(_ARRIVED))
    query = select(*_COLUMNS).where(outbox.c.chat == chat, outbox.c.method.in_(_SAYING), stands)
    return (await connection.execute(query.order_by(outbox.c.id.desc()).limit(looked_at))).all()


async def says_one(connection: AsyncConnection, chat: int, words: str, looked_at: int) -> bool:
    """Whether one of so many of the last letters says this."""
    letters = await _newest(connection, chat, looked_at)
    return any(words in str(json.loads(row.params).get("text", "")) for row in letters)


def promised(turn: Turn) -> list[tuple[str, str]]:
    """The buttons of what is said last in this turn."""
    rows = [row for row in turn.writes["reply"] if row["chat"] == turn.lane and row["method"] in _SAYING]
    return list(_keys(json.loads(rows[-1]["params"]).get("reply_markup"))) if rows else []


async def since_last_answer(connection: AsyncConnection, chat: int) -> list[Said]:
    """The newest answer, and what was told unasked after it, which may have come between a question and a yes; the
    newest first."""
    rows = await _newest(connection, chat)
    answered = next((at for at, row in enumerate(rows) if row.priority == REPLY and row.unasked_on is None), len(rows))
    return [_said(row) for row in rows[: answered + 1]]


def _said(row: Any) -> Said:
    params = json.loads(row.params)
    return Said(
        row.message_id or params.get("message_id"), tuple(_keys(params.get("reply_markup"))), row.method == _POLL
    )


def _keys(markup: Mapping[str, Any] | None) -> Iterator[tuple[str, str]]:
    for row in (markup or {}).get("inline_keyboard", ()):
        yield from ((key["text"], key["callback_data"]) for key in row if "callback_data" in key)
