"""What somebody says before the consent screen: only the numbers of the updates are noted; their bodies wait, unread
and with no file fetched, in the inbox where they came in."""

import json
from typing import Any

from bot.store.people import waiting
from bot.store.turn import Turn

#: More than a story needs; what comes beyond is answered, and not taken over.
_MOST = 20


async def keep(turn: Turn) -> bool:
    """Let this update wait; True when it is the first. Only one update of a chat is answered at a time."""
    assert turn.person is not None
    async with turn.ask() as connection:
        known = await waiting.update_ids(connection, turn.person.id)
    if len(known) < _MOST:
        ids = json.dumps([*known, turn.update_id])
        turn.put("first_words", person_id=turn.person.id, update_ids=ids, at=turn.now)
    return not known


async def keep_edit(turn: Turn) -> None:
    """One of the words that wait was changed; nothing waits of somebody who has said nothing yet."""
    if turn.person is None:
        return
    async with turn.ask() as connection:
        waits = await waiting.update_ids(connection, turn.person.id)
    if waits:
        await keep(turn)


async def take(turn: Turn) -> list[Any]:
    """The updates that waited, as they came, oldest first; an edited message once, as it was edited last."""
    assert turn.person is not None
    async with turn.ask() as connection:
        bodies = await waiting.bodies(connection, turn.person.id)
    turn.put("first_words_end", p=turn.person.id)
    by_message: dict[int, Any] = {}
    for raw in bodies:  # an edit of a message keeps the message's place
        message = raw["message"] if "message" in raw else raw["edited_message"]
        by_message[message["message_id"]] = {"update_id": raw["update_id"], "message": message}
    return list(by_message.values())
