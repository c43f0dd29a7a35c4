"""A Turn: all that one update may see and change, without touching the database.

A batch of turns is read with one SELECT per table and written with one executemany per table (docs/adr/0002). What a
handler puts into its turn is thrown away whole when the handler raises, so there is nothing to undo.
"""

import json
from collections import defaultdict
from collections.abc import AsyncIterator, Iterable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from sqlalchemy import bindparam, exists, select
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncTransaction

from bot.core.records import Conversation, Grant, Person
from bot.store import tables as t
from bot.store.awaited import listens, moments
from bot.store.database.ids import new_id
from bot.store.grants import grants_of
from bot.store.writes import UNDOES, WRITES

#: What somebody without an account has in the place of an address: Telegram's ids never reach so far.
NOWHERE = -(2**53)
#: Replies first, then what was scheduled, announcements last.
REPLY, SCHEDULED, ANNOUNCEMENT = 0, 1, 2


@dataclass(slots=True)
class Turn:
    """The view and the pending writes of one update; `now` is the civil clock, `real` the machine's (seconds)."""

    connection: AsyncConnection
    now: datetime
    real: float
    lane: int
    update_id: int
    person: Person | None  # who speaks; None when the update names nobody
    raw: Any = None  # the update as JSON
    grants: tuple[Grant, ...] = ()
    conversations: dict[str, Conversation] = field(default_factory=dict)
    query_id: str | None = None  # of the button press that is being answered
    message: int | None = None  # the message that carried the button
    writes: dict[str, list[dict[str, Any]]] = field(default_factory=lambda: defaultdict(list))
    toasts: list[dict[str, Any]] = field(default_factory=list)
    failed: BaseException | None = None
    covered: bool = False  # the person wrote what is not kept, and is told so
    newcomer: bool = False  # never heard of before
    is_asked: bool = False  # something about an usulan of theirs is asked, and still listens
    known: dict[Any, Any] = field(default_factory=dict)  # what was found out in this turn, and is asked for again
    _savepoint: AsyncTransaction | None = None

    @asynccontextmanager
    async def ask(self) -> AsyncIterator[AsyncConnection]:
        """The connection, for a use case that needs statements of its own; the first use pays for a savepoint."""
        if self._savepoint is None:
            self._savepoint = await self.connection.begin_nested()
        yield self.connection

    @asynccontextmanager
    async def look(self) -> AsyncIterator[AsyncConnection]:
        """The connection, for what only reads: nothing would have to be undone, so there is no savepoint to pay for."""
        yield self.connection

    async def keep(self) -> None:
        """The handler succeeded: what its own statements did stays."""
        if self._savepoint is not None:
            await self._savepoint.commit()

    async def forget(self) -> None:
        """The handler failed: nothing of this turn remains."""
        received = self.writes.pop("received", None)  # what may not be kept is not kept for the next try either
        self.writes.clear()
        if received:
            self.writes["received"] = received
        self.toasts.clear()
        if self._savepoint is not None:
            await self._savepoint.rollback()

    def put(self, what: str, **row: Any) -> None:
        """One row for `WRITES[what]`; for the typed verbs of the store only. What this turn wrote about the same thing
        before is no longer so."""
        if what in UNDOES:
            undone, key, theirs = UNDOES[what]
            mine = [row[name] for name in key]
            self.writes[undone] = [one for one in self.writes[undone] if [one[name] for name in theirs] != mine]
        self.writes[what].append(row)

    def may_hold(self, what: str) -> bool:
        """Whether it writes such a row; what a use case did by statements of its own is not known here."""
        return bool(self.writes.get(what)) or self._savepoint is not None

    @property
    def speaker(self) -> Person:
        """Who speaks, for what nobody else could write."""
        assert self.person is not None
        return self.person

    def remember(self, person: Person) -> None:
        """Store who speaks, new or changed."""
        self.person = person
        self.writes["person"] = [person_row(person, self.now)]

    def send(
        self,
        method: str,
        params: Mapping[str, Any],
        *,
        chat: int,
        person_id: int | None = None,
        priority: int = REPLY,
        slot: str | None = None,
        delay: float = 0.0,
        refers_to: int | None = None,
        unasked_on: date | None = None,
    ) -> int:
        """Promise a call to Telegram; returns the row's id, by which a later edit may name the message."""
        row = outbox_row(method, params, chat=chat, real=self.real, priority=priority, person_id=person_id)
        row |= {"slot": slot, "due_at": self.real + delay, "refers_to": refers_to, "unasked_on": unasked_on}
        self.put("reply_in_slot" if slot else "reply", **row)
        return int(row["id"])


def outbox_row(
    method: str,
    params: Mapping[str, Any],
    *,
    chat: int,
    real: float,
    priority: int = REPLY,
    person_id: int | None = None,
) -> dict[str, Any]:
    """A complete row for the outbox, due now; what has nowhere to go is dropped at once."""
    return {
        "id": new_id(),
        "chat": chat,
        "person_id": person_id,
        "priority": priority,
        "method": method,
        "params": json.dumps(params, ensure_ascii=True, separators=(",", ":")),
        "refers_to": None,
        "slot": None,
        "due_at": real,
        "tries": 0,
        "lease_by": None,
        "lease_until": None,
        "uncertain": False,
        "outcome": "dropped" if chat < NOWHERE else None,
        "created_at": real,
        "unasked_on": None,
    }


def person_row(person: Person, now: datetime) -> dict[str, Any]:
    return {
        "id": person.id,
        "channel": person.channel,
        "address": person.address,
        "name": person.name,
        "place": json.dumps(person.place, ensure_ascii=True) if person.place else None,
        "consent_version": person.consent_version,
        "consented_at": person.consented_at,
        "unreachable_since": person.unreachable_since,
        "called_at": person.called_at,
        "named_by_self": person.named_by_self,
        "unnamed": person.unnamed,
        "first_seen_at": now,
        "last_at": now,
    }


#: Whoever is asked something is so seldom: with every word of everybody else nothing has to be looked up.
_IS_ASKED = exists().where(
    t.usulan.c.person_id == t.people.c.id,
    t.clarifications.c.usulan_id == t.usulan.c.id,
    listens(),
)
_PEOPLE = select(t.people, _IS_ASKED.label("is_asked")).where(
    t.people.c.channel == bindparam("channel"), t.people.c.address.in_(bindparam("addresses", expanding=True))
)
_CONVERSATIONS = select(t.conversations).where(t.conversations.c.person_id.in_(bindparam("people", expanding=True)))


@dataclass(frozen=True, slots=True)
class Known:
    """What the database knows of the people of a batch."""

    people: dict[int, Person]  # by address
    grants: dict[int, tuple[Grant, ...]]
    conversations: dict[int, dict[str, Conversation]]
    asked: frozenset[int]  # of whom something is asked that still listens


async def look_up(connection: AsyncConnection, channel: str, addresses: Iterable[int], now: datetime) -> Known:
    """The persons, grants and open conversations of a whole batch: one SELECT per table."""
    wanted = sorted(set(addresses))
    asked = {"channel": channel, "addresses": wanted, **moments(now)}
    rows = (await connection.execute(_PEOPLE, asked)).all() if wanted else []
    people = {row.address: _person(row) for row in rows}
    grants: dict[int, tuple[Grant, ...]] = {}
    conversations: dict[int, dict[str, Conversation]] = defaultdict(dict)
    if people:
        ids = [person.id for person in people.values()]
        grants = await grants_of(connection, ids, now)
        for row in await connection.execute(_CONVERSATIONS, {"people": ids}):
            conversations[row.person_id][row.flow] = Conversation(
                row.flow, row.draft, json.loads(row.state), row.touched_at, row.nudge_at
            )
    return Known(people, grants, dict(conversations), frozenset(row.id for row in rows if row.is_asked))


def _person(row: Any) -> Person:
    return Person(
        id=row.id,
        channel=row.channel,
        address=row.address,
        name=row.name,
        place=json.loads(row.place) if row.place else None,
        consent_version=row.consent_version,
        consented_at=row.consented_at,
        unreachable_since=row.unreachable_since,
        named_by_self=row.named_by_self,
        called_at=row.called_at,
        unnamed=row.unnamed,
    )


async def write(connection: AsyncConnection, turns: Sequence[Turn]) -> None:
    """Write what the turns hold, table by table, in the order of WRITES."""
    dialect = connection.dialect.name
    for name, statements in WRITES.items():
        rows = [row for turn in turns for row in turn.writes.get(name, ())]
        if rows:
            await connection.execute(statements[dialect], rows)
