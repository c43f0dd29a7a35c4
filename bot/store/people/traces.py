"""The last traces of somebody who is forgotten: bodies of messages, theirs and those in which others wrote or read of
them."""

import html
import json
from dataclasses import dataclass
from typing import Any

from markupsafe import escape
from sqlalchemy import and_, bindparam, delete, func, null, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store import tables as t
from bot.store.database.ids import time_of
from bot.store.people.erasure import Erasure, erasure_in

_P: Any = bindparam("person")
_A: Any = bindparam("address")
_SHORTEST_NAME = 3  # shorter ones are in every message
_PAGE = 20_000


async def farewells(connection: AsyncConnection, limit: int) -> list[Erasure]:
    """Those who are forgotten but for the bodies of messages, and whose farewell has left or never will."""
    query = select(t.erasures).where(t.erasures.c.erased_at.is_not(None)).order_by(t.erasures.c.asked_at).limit(limit)
    found = [erasure_in(row) for row in await connection.execute(query)]
    return [one for one in found if not await _is_leaving(connection, one)]


async def _is_leaving(connection: AsyncConnection, one: Erasure) -> bool:
    """The farewell itself, or a letter that was in flight."""
    o = t.outbox.c
    query = select(o.id).where(o.chat == one.address, o.outcome.is_(None), o.id <= one.farewell).limit(1)
    return (await connection.execute(query)).first() is not None


@dataclass(frozen=True, slots=True)
class Traces:
    """Rows whose bodies are the person's or mention them. `waits`: some of them are not finished yet."""

    inbox: list[int]
    outbox: list[int]
    waits: bool


def _quoted(word: str) -> str:
    """As it stands inside JSON that knows ASCII only, for LIKE."""
    plain = json.dumps(word, ensure_ascii=True)[1:-1]
    return plain.replace("!", "!!").replace("%", "!%").replace("_", "!_")


def _patterns(one: Erasure) -> list[str]:
    """Their number in JSON, and their names as they were told and as Telegram's HTML writes them."""
    names = [name for name in one.names if len(name) >= _SHORTEST_NAME]
    spelled = sorted({form for name in names for form in (name, html.escape(name), str(escape(name)))})
    return [f"%:{one.address}{end}%" for end in (",", "}", "]")] + [f"%{_quoted(form)}%" for form in spelled]


async def last_traces(connection: AsyncConnection, one: Erasure) -> Traces:
    """Look through all bodies: others wrote and read about them, too. What the person said and got since they asked is
    another beginning. A look over everything that is kept; run it where only reading is done."""
    i, o, patterns, asked = t.inbox.c, t.outbox.c, _patterns(one), time_of(one.farewell)
    came = or_(
        and_(i.lane == one.address, i.received_at <= asked),
        and_(i.lane != one.address, or_(*(i.body.like(pattern, escape="!") for pattern in patterns))),
    )
    went = or_(
        and_(o.chat == one.address, o.id <= one.farewell),
        o.person_id == one.person_id,
        and_(o.chat != one.address, or_(*(o.params.like(pattern, escape="!") for pattern in patterns))),
    )
    inbox = await _look_through(connection, t.inbox, i.update_id, came)
    outbox = await _look_through(connection, t.outbox, o.id, went)
    waits = any(row[1] is None for row in (*inbox, *outbox))
    return Traces([row[0] for row in inbox if row[1]], [row[0] for row in outbox if row[1]], waits)


async def _look_through(connection: AsyncConnection, table: Any, key: Any, wanted: Any) -> list[Any]:
    """(key, outcome) of the wanted rows, some thousand rows at a time, so that no statement takes long."""
    found: list[Any] = []
    after = -(1 << 62)
    while True:
        page = select(key).where(key > after).order_by(key).limit(_PAGE).subquery()
        last = (await connection.execute(select(func.max(page.c[key.name])))).scalar()
        if last is None:
            return found
        found += (await connection.execute(select(key, table.c.outcome).where(key > after, key <= last, wanted))).all()
        after = last


def _these(table: Any, key: str) -> tuple[Any, ...]:
    return table.c[key].in_(bindparam("ids", expanding=True)), table.c.outcome.is_not(None)


_BLANK = (
    ("inbox", update(t.inbox).where(*_these(t.inbox, "update_id")).values(body="", error=null())),
    ("inbox", update(t.inbox).where(*_these(t.inbox, "update_id"), t.inbox.c.lane == _A).values(lane=0)),
    ("outbox", update(t.outbox).where(*_these(t.outbox, "id")).values(params="{}", result=null(), error=null())),
    (
        "outbox",
        update(t.outbox)
        .where(*_these(t.outbox, "id"), or_(t.outbox.c.chat == _A, t.outbox.c.person_id == _P))
        .values(chat=0, person_id=null(), message_id=null(), slot=null()),
    ),
)
_AT_ONCE = 500


async def blank(connection: AsyncConnection, one: Erasure, traces: Traces) -> None:
    """Empty these bodies; of the person's own rows not even the chat stays."""
    values = {"address": one.address, "person": one.person_id}
    for name, statement in _BLANK:
        ids = traces.inbox if name == "inbox" else traces.outbox
        given = {key: values[key] for key in statement.compile().params.keys() & values.keys()}
        for start in range(0, len(ids), _AT_ONCE):
            await connection.execute(statement, given | {"ids": ids[start : start + _AT_ONCE]})


async def finish(connection: AsyncConnection, one: Erasure) -> None:
    """Nothing is left to be done: the chat's pacing and the wish itself go."""
    await connection.execute(delete(t.pacing).where(t.pacing.c.scope == one.address))
    await connection.execute(delete(t.erasures).where(t.erasures.c.person_id == one.person_id))
