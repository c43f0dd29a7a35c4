"""Forgetting people whose wish it is, or whose time is over. What they asked for is no longer theirs, but stays."""

from datetime import datetime

from bot.core.names import NAMELESS
from bot.core.records import WITHDRAWN
from bot.core.usulan.nameless import nameless
from bot.store.database.database import Connection
from bot.store.database.ids import time_of
from bot.store.people import erasure, traces
from bot.store.people.erasure import Erasure, Told

#: Somebody else's unfinished letter that mentions the person is waited for so long (s), then left behind.
_PATIENCE = 600.0
#: Characters by which a text is known again among others; shorter ones many have said.
_TELLING, _CUT, _ENOUGH = 12, 24, 60


async def forget(connection: Connection, one: Erasure, now: datetime) -> bool:
    """All tables, in one transaction; False when somebody is just answering this person."""
    if not await erasure.hold(connection, one):
        return False
    told = await erasure.usulan_of(connection, one.person_id)
    names = [name for name in await erasure.names_of(connection, one.person_id) if name != NAMELESS]
    words: list[str] = []
    for each in told:
        answers, status = _what_stays(each, names, one.with_words)
        await erasure.keep_nameless(connection, each.id, answers, status)
        words += _typed_elsewhere(each) if status != WITHDRAWN else _shown_elsewhere(each)
    words += _known_by(await erasure.asked_by(connection, one.person_id))
    await erasure.forget(connection, one, [*names, *words], now)
    return True


def _typed_elsewhere(told: Told) -> list[str]:
    """How the messages are found in which somebody else typed this person's words: by their beginnings and ends."""
    texts = list(told.wordings.values())
    if told.by_hand_of_others:
        texts += _texts(told)
    return _known_by(texts)


def _shown_elsewhere(told: Told) -> list[str]:
    """How the messages are found in which others read an usulan whose words go: by its buttons, and by how its texts
    begin, since lists cut them short."""
    texts = [*told.wordings.values(), *_texts(told)]
    return [str(told.id), *_known_by(texts), *(text[:_CUT] for text in texts if len(text) >= _TELLING)]


def _texts(told: Told) -> list[str]:
    return [answer["text"] for answer in told.answers.values() if isinstance(answer, dict) and "text" in answer]


def _known_by(texts: list[str]) -> list[str]:
    long_enough = [text for text in texts if len(text) >= _TELLING]
    return [part for text in long_enough for part in (text[:_ENOUGH], text[-_ENOUGH:])]


def _what_stays(told: Told, names: list[str], with_words: bool) -> tuple[dict[str, object], str]:
    """What the meeting has is part of its records, and keeps its words."""
    empty = (with_words or told.status == WITHDRAWN) and not told.locked
    answers = nameless(told.answers, told.wordings, names, with_words=empty)
    return answers, WITHDRAWN if empty else told.status


async def look_for_traces(connection: Connection, one: Erasure, real: float) -> traces.Traces | None:
    """The bodies that mention a person who is forgotten otherwise; None when some of them are not finished yet."""
    found = await traces.last_traces(connection, one)
    return None if found.waits and real - time_of(one.farewell) < _PATIENCE else found


async def forget_traces(connection: Connection, one: Erasure, found: traces.Traces) -> None:
    """The end: nothing tells of them any more, and nothing tells that there was somebody to be forgotten."""
    await traces.blank(connection, one, found)
    await traces.finish(connection, one)
