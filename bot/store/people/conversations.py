"""Drafts: what somebody is in the middle of saying."""

import json

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.records import Conversation
from bot.store.queues import notices
from bot.store.tables import conversations
from bot.store.turn import Turn


def keep(turn: Turn, draft: Conversation) -> None:
    turn.conversations = {**turn.conversations, draft.flow: draft}
    turn.put(
        "conversation",
        person_id=turn.speaker.id,
        flow=draft.flow,
        draft=draft.draft,
        state=json.dumps(draft.state, separators=(",", ":")),
        touched_at=draft.touched_at,
        nudge_at=draft.nudge_at,
    )


def end(turn: Turn, flow: str) -> None:
    """The draft of this form is closed, and nobody is asked after it; nothing when there is none."""
    draft = turn.conversations.get(flow)
    if draft is None:
        return
    turn.conversations = {key: other for key, other in turn.conversations.items() if key != flow}
    turn.put("conversation_end", p=turn.speaker.id, f=flow)
    notices.withdraw(turn, turn.speaker.id, notices.DRAFT, f"{flow}:{draft.draft}")


async def of_person(connection: AsyncConnection, person_id: int, flow: str) -> Conversation | None:
    """Their draft of this form."""
    c = conversations.c
    query = select(c.draft, c.state, c.touched_at, c.nudge_at).where(c.person_id == person_id, c.flow == flow)
    row = (await connection.execute(query)).one_or_none()
    return None if row is None else Conversation(flow, row.draft, json.loads(row.state), row.touched_at, row.nudge_at)
