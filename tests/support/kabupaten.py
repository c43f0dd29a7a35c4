"""A kabupaten without a network: the real ticker and the real worker on a real database, and people who answer.

The civil clock stands where it is put and goes on by what is worked, so that what a tick takes is seen in it. What the
bot promises is delivered at once; no second is waited for.
"""

import asyncio
import heapq
import json
import random
import sys
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

import pytest
from sqlalchemy import bindparam, insert, select, update

from bot.app import application_of, letters_of
from bot.core.hours import quiet_until
from bot.edges.identity import OfficeBot
from bot.edges.ticker import Ticker
from bot.edges.wire import Wire
from bot.edges.worker import Worker
from bot.store.database.database import Database
from bot.store.database.ids import new_id
from bot.store.database.presence import Presence
from bot.store.queues import inbox
from bot.store.queues.inbox import Arrival
from bot.store.tables import grants, outbox, people
from bot.store.tables import inbox as inbox_rows
from bot.work.office import Office
from tests.support import FAKE_TOKEN
from tests.support.dues import next_due
from tests.support.phones import Message, Someone, poll_of
from tests.support.stopwatch import WorkClock
from tests.support.town import catalog_of, log_plainly
from tests.support.wishes import MOVES, ask_to_move
from tests.support.witness import ZONE, Witness

KABUPATEN = "73.16"
_ME: dict[str, Any] = {"id": 123456789, "is_bot": True, "first_name": "Kawan", "username": "KawanMusrenbangBot"}
_FIRST_ADDRESS = 5_000_000_000
_ENDED = (
    update(outbox)
    .where(outbox.c.id == bindparam("r"))
    .values(outcome=bindparam("o", type_=outbox.c.outcome.type), message_id=bindparam("m"), result=bindparam("s"))
)
_BLOCKED = (
    update(people)
    .where(people.c.id == bindparam("p"))
    .values(unreachable_since=bindparam("now", type_=people.c.unreachable_since.type))
)


def tell(capsys: pytest.CaptureFixture[str], figure: str) -> None:
    """Say a figure, also when it is a good one."""
    with capsys.disabled():
        sys.stdout.write(f"\n{figure}\n")


def local(year: int, month: int, day: int, hour: int = 0, minute: int = 0) -> datetime:
    return datetime(year, month, day, hour, minute, tzinfo=ZONE)


@dataclass(slots=True)
class Kabupaten:
    """`heard` is called with everything that reaches somebody unasked; `plan` holds what happens by itself."""

    database: Database
    office: Office
    clock: WorkClock
    worker: Worker
    tickers: list[Ticker]
    witness: Witness
    chance: random.Random
    heard: Callable[["Kabupaten", Someone, Message], None]
    people: dict[int, Someone] = field(default_factory=dict)
    plan: list[tuple[datetime, int, Callable[[], Awaitable[object]]]] = field(default_factory=list)
    _numbers: Iterator[int] = field(default_factory=lambda: count(1))
    _rows: dict[int, int] = field(default_factory=dict)  # by the message: the letter that brought it

    # --- people ---

    async def settle(
        self, name: str, role: str, scope: str, way: str, hour: int | None = None, until: datetime | None = None
    ) -> Someone:
        """`hour`: when the daily list comes, in minutes after midnight; `until`: when the role ends."""
        one = Someone(new_id(), _FIRST_ADDRESS + len(self.people), name, role, scope, way)
        self.people[one.id] = one
        now = self.clock.now()
        row = {"id": one.id, "channel": "telegram", "address": one.address, "name": name, "digest_at": hour}
        granted = {"id": new_id(), "person_id": one.id, "role": role, "scope": scope, "granted_at": now}
        async with self.database.write() as connection:
            await connection.execute(insert(people), [row | {"first_seen_at": now, "last_at": now}])
            await connection.execute(insert(grants), [granted | {"until": until, "settle_at": now}])
        return one

    async def says(self, one: Someone, text: str) -> None:
        """Type something, and let the bot answer."""
        content: dict[str, Any] = {"text": text}
        if text.startswith("/"):
            content["entities"] = [{"type": "bot_command", "offset": 0, "length": len(text.split(maxsplit=1)[0])}]
        await self.posts(one, content)

    async def posts(self, one: Someone, content: dict[str, Any]) -> None:
        await self._arrives(one, {"message": self._message(one, one.address) | content})

    async def presses(self, one: Someone, message: Message, begins: str) -> bool:
        """The button whose label or data begins so; False when the message has none."""
        data = message.offers(begins)
        if data:
            await self.pushes(one, data)
        return bool(data)

    async def pushes(self, one: Someone, data: str) -> None:
        """Press a button with this data, wherever it stands."""
        if data.startswith(MOVES):
            await ask_to_move(self.database, one.address, data, self.clock.now())
        query = {"id": str(next(self._numbers)), "from": self._user(one), "chat_instance": "1", "data": data}
        await self._arrives(one, {"callback_query": query | {"message": self._message(one, _ME["id"]) | {"text": "…"}}})

    async def votes(self, one: Someone, poll: str, option: int) -> None:
        """Tick an answer of a quiz; Telegram tells it also when it is not theirs."""
        chosen = {"option_ids": [option], "option_persistent_ids": [str(option)]}
        await self._arrives(one, {"poll_answer": {"poll_id": poll, "user": self._user(one)} | chosen})

    def _user(self, one: Someone) -> dict[str, Any]:
        return {"id": one.address, "is_bot": False, "first_name": one.name, "language_code": "id"}

    def _message(self, one: Someone, author: Any) -> dict[str, Any]:
        user = self._user(one) if author == one.address else _ME
        chat = {"id": one.address, "type": "private", "first_name": one.name}
        return {"message_id": next(self._numbers), "date": int(self.clock.real()), "chat": chat, "from": user}

    async def _arrives(self, one: Someone, raw: dict[str, Any]) -> None:
        number = next(self._numbers)
        async with self.database.write() as connection:
            body = json.dumps(raw | {"update_id": number})
            await inbox.store(connection, [Arrival(number, one.address, body)], self.clock.real())
        assert await self.worker.answer_some() == 1
        await self.deliver()

    async def deliver(self) -> list[tuple[Someone, Message]]:
        """Everything promised reaches people, except those who blocked the bot. Returns who got what."""
        query = select(outbox.c.id, outbox.c.params, outbox.c.refers_to).where(outbox.c.outcome.is_(None))
        async with self.database.read() as connection:
            rows = (await connection.execute(query.order_by(outbox.c.id))).all()
        here, arrived, blocked = {one.address: one for one in self.people.values()}, [], []
        ends = []
        for row in rows:
            params = json.loads(row.params)
            who = here.get(params.get("chat_id"))
            is_blocked = who is not None and who.way == "memblokir"
            number, end = next(self._numbers), "unreachable" if is_blocked else "sent"
            ends.append({"r": row.id, "o": end, "m": number, "s": poll_of(row.id)})
            self._rows[number] = row.id
            if who is not None and is_blocked:
                blocked.append({"p": who.id, "now": self.clock.now()})
            elif who is not None:
                changed = row.refers_to or self._rows.get(params.get("message_id", 0))
                arrived.append((who, who.receive(changed or row.id, params)))
        if not rows:
            return []
        async with self.database.write() as connection:
            for statement, changes in ((_ENDED, ends), (_BLOCKED, blocked)):
                if changes:
                    await connection.execute(statement, changes)
        return arrived

    # --- the clock ---

    def stand(self, at: datetime) -> None:
        """Put the civil clock; it goes on from there."""
        self.clock.stand(at.astimezone(UTC))

    def at(self, when: datetime, what: Callable[[], Awaitable[object]]) -> None:
        """Let something happen by itself."""
        heapq.heappush(self.plan, (when.astimezone(UTC), next(self._numbers), what))

    async def live(self, until: datetime) -> None:
        """From one due time to the next, whatever happens in between."""
        while True:
            due, planned = await next_due(self.database), self.plan[0][0] if self.plan else None
            when = min(one for one in (due, planned, until.astimezone(UTC)) if one is not None)
            if when >= until:
                return
            if when == planned:
                self._go_on_to(when)
                await heapq.heappop(self.plan)[2]()
                await self.deliver()
            else:
                self._go_on_to(self._looked_at(when))
                await self.tick()

    def _looked_at(self, due: datetime) -> datetime:
        """The ticker looks once a second. What it may not say yet it finds again each time; the next look that changes
        something is when the quiet spell is over."""
        if due >= self.clock.now():
            return due + timedelta(seconds=self.chance.random())
        quiet = quiet_until(self.clock.now().astimezone(ZONE))
        return (quiet or self.clock.now()) + timedelta(seconds=self.chance.random())

    def _go_on_to(self, when: datetime) -> None:
        if when > self.clock.now():
            self.stand(when)

    async def tick(self) -> None:
        """All tickers look once, before the eyes of the witness; what they promise is delivered."""
        async with self.database.read() as connection:
            failed = await connection.execute(select(inbox_rows.c.error).where(inbox_rows.c.outcome.is_(None)))
            assert failed.all() == []
        before = await self.witness.before(self.clock.now())
        await asyncio.gather(*(ticker.tick() for ticker in self.tickers))
        await self.witness.after(before, self.clock.now())
        for who, message in await self.deliver():
            self.heard(self, who, message)


@asynccontextmanager
async def kabupaten(
    url: str,
    begins: datetime,
    heard: Callable[[Kabupaten, Someone, Message], None] = lambda *_: None,
    seed: int = 2026,
    tickers: int = 1,
) -> AsyncIterator[Kabupaten]:
    """Nobody lives there yet."""
    log_plainly()
    database, clock = Database(url), WorkClock()
    office = Office(catalog_of(), "Bappeda Enrekang", ZONE, username=_ME["username"])
    office.short_codes = letters_of(office.catalog.places)
    application = application_of(OfficeBot(Wire("http://127.0.0.1:9", FAKE_TOKEN), _ME), office)

    async def toast(_: dict[str, Any]) -> None: ...

    worker = Worker(
        database,
        application,
        "penguji",
        clock,
        lambda _batch: None,
        toast,
        lambda turn: None,
        lambda turn: None,
        careful=0,
    )
    looks = [
        Ticker(database, office, clock, Presence(database, f"jam-{number}"), lambda: None) for number in range(tickers)
    ]
    place = Kabupaten(database, office, clock, worker, looks, Witness(database, office), random.Random(seed), heard)
    place.stand(begins)
    await application.initialize()
    try:
        yield place
    finally:
        await application.shutdown()
        await database.close()
