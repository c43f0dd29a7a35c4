"""What somebody says before the consent screen: only the numbers of the updates are noted; their bodies wait, unread
and with no file fetched, in the inbox where they came in."""

from typing import Any

from bot.store.people import waiting
from bot.work.visit import Visit

#: More than a story needs; what comes beyond is answered, and not taken over.
_MOST = 20


async def keep(visit: Visit) -> bool:
    """Let this update wait; True when it is the first. Only one update of a chat is answered at a time."""
    known = await visit.ask_once(waiting.update_ids, visit.me.id)
    if len(known) < _MOST:
        waiting.keep(visit.turn, [*known, visit.heard_in])
    return not known


async def note_asked(visit: Visit) -> None:
    """Since now a yes is waited for, also where nothing was told yet: whoever has work here gets nothing in between."""
    known = await visit.look_up(waiting.update_ids, visit.me.id)
    waiting.keep(visit.turn, known)


async def stands(visit: Visit) -> bool:
    """Whether the question for that yes is the last that was said, but for news."""
    return await visit.stands("c:") is not None


async def keep_alone(visit: Visit, update_id: int) -> None:
    """The words that came with this update wait, and no others; they stand above the button that was pressed, too."""
    is_theirs = await told_in(visit, update_id) is not None
    pressed = [visit.turn.update_id] if visit.turn.query_id is not None else []
    waiting.keep(visit.turn, [*([update_id] if is_theirs else []), *pressed])


async def told_in(visit: Visit, update_id: int) -> Any:
    """The message that this update of the same chat brought; None where it is no more."""
    raw = await visit.ask_once(waiting.said_in, update_id, visit.turn.lane)
    return _message_in(raw) if raw is not None else None


async def are_awaited(visit: Visit) -> bool:
    """Whether something they told waits for their yes."""
    return bool(await visit.ask_once(waiting.update_ids, visit.me.id))


async def keep_edit(visit: Visit) -> None:
    """One of the words that wait was changed; nothing waits of somebody who has said nothing yet."""
    if await are_awaited(visit):
        await keep(visit)


async def take(visit: Visit) -> list[Any]:
    """The updates that waited, which wait no more."""
    told = await look_at(visit)
    waiting.end(visit.turn)
    return told


async def look_at(visit: Visit) -> list[Any]:
    """The updates that wait, as they came, oldest first; an edited message once, as it was edited last. `asked`: a
    button was pressed for it."""
    bodies = await visit.ask_once(waiting.bodies, visit.me.id)
    by_message: dict[int, Any] = {}
    last: Any = None
    for raw in bodies:  # an edit of a message keeps the message's place
        last = _message_in(raw) or last
        if last is not None:
            asked = {"asked": "callback_query" in raw}
            by_message[last["message_id"]] = {"update_id": raw["update_id"], "message": last} | asked
    return list(by_message.values())


def _message_in(raw: Any) -> Any:
    """A new message, one that was changed, or the one that a pressed button answers; None where that is told apart."""
    if "callback_query" in raw:
        return raw["callback_query"]["message"].get("reply_to_message")
    return raw["message"] if "message" in raw else raw["edited_message"]
