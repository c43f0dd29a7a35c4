"""Who speaks: recognised by their account, welcomed when new, reachable again when they write."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from bot.core.names import clean_name
from bot.core.records import Person
from bot.store.database.ids import new_id
from bot.store.people import consents
from bot.store.turn import Turn
from bot.work.visit import Visit


def recognise(turn: Turn, channel: str, raw: Any) -> None:
    """Know the person behind a private message or button; store them only when new or changed."""
    speaker = _private_speaker(raw)
    if speaker is None:
        return
    name = clean_name(speaker.get("first_name"))
    person = turn.person
    if person is None:
        turn.newcomer = True
        turn.remember(Person(new_id(), channel, speaker["id"], name))
    elif person.named_by_self and person.unreachable_since is None:
        return
    elif person.name != name or person.unreachable_since is not None:
        called = person.name if person.named_by_self else name
        turn.remember(replace(person, name=called, unreachable_since=None))


def _private_speaker(raw: Any) -> dict[str, Any] | None:
    for kind in ("message", "edited_message", "callback_query"):
        payload = raw.get(kind) if isinstance(raw, dict) else None
        if not isinstance(payload, dict):
            continue
        speaker, chat = payload.get("from"), (payload.get("message") or payload).get("chat")
        is_private = isinstance(chat, dict) and chat.get("type") == "private"
        if is_private and isinstance(speaker, dict) and isinstance(speaker.get("id"), int):
            return speaker
    return None


def leave(turn: Turn, at: datetime | None) -> None:
    """The person blocked the bot (`at` = when) or let it back in (None)."""
    if turn.person is not None:
        turn.remember(replace(turn.person, unreachable_since=at))


def has_consented(visit: Visit) -> bool:
    return visit.me.consent_version == consents.VERSION


def awaits_guardian(visit: Visit) -> bool:
    """Whether they told that they are too young to have agreed alone, and nobody grown up has agreed since."""
    return visit.me.consent_version == consents.AWAITS_GUARDIAN
