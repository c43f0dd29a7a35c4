"""A kabupaten without a network: the real ticker and the real worker on a real database, and people who answer.

The civil clock stands where it is put and goes on at the true speed, so that what a tick takes is seen in it. What the
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
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import func, insert, select, update

from bot.app import application_of, letters_of
from bot.core.agenda.owners import chain
from bot.core.hours import quiet_until
from bot.edges.clock import Clock
from bot.edges.identity import OfficeBot
from bot.edges.ticker import Ticker
from bot.edges.wire import Wire
from bot.edges.worker import Worker
from bot.store import inbox
from bot.store.agenda.tasks import COLUMNS, Task
from bot.store.database import Database
from bot.store.ids import new_id
from bot.store.inbox import Arrival
from bot.store.tables import conversations, grants, notices, occasions, outbox, people, task_events, tasks
from bot.store.tables import inbox as inbox_rows
from bot.work.office import Office
from tests.support import FAKE_TOKEN
from tests.support.town import catalog_of, log_plainly

ZONE = ZoneInfo("Asia/Makassar")
KABUPATEN = "73.16"
_ME: dict[str, Any] = {"id": 123456789, "is_bot": True, "first_name": "Kawan", "username": "KawanMusrenbangBot"}
_FIRST_ADDRESS = 5_000_000_000
#: What the clock has to look at: rows, the column that is due, and which of them count.
DUE = (
    (tasks.c.id, tasks.c.remind_at, tasks.c.remind_at.is_not(None)),
    (tasks.c.id, tasks.c.climb_at, tasks.c.climb_at.is_not(None)),
    (tasks.c.id, tasks.c.ends_at, tasks.c.ends_at.is_not(None)),
    (notices.c.id, notices.c.due_at, notices.c.outcome.is_(None)),
    (conversations.c.person_id, conversations.c.nudge_at, conversations.c.nudge_at.is_not(None)),
    (grants.c.id, grants.c.settle_at, grants.c.settle_at.is_not(None)),
    (occasions.c.id, occasions.c.plan_at, occasions.c.plan_at.is_not(None)),
)


def tell(capsys: pytest.CaptureFixture[str], figure: str) -> None:
    """Say a figure, also when it is a good one."""
    with capsys.disabled():
        sys.stdout.write(f"\n{figure}\n")


def local(year: int, month: int, day: int, hour: int = 0, minute: int = 0) -> datetime:
    return datetime(year, month, day, hour, minute, tzinfo=ZONE)


@dataclass(frozen=True, slots=True)
class Message:
    """What the bot sent: its text and its buttons, (label, data)."""

    text: str
    buttons: tuple[tuple[str, str], ...]

    def offers(self, begins: str) -> str:
        """The data of the first button whose label or data begins so; empty when there is none."""
        return next(
            (data for label, data in self.buttons if begins and (label, data)[":" in begins].startswith(begins)), ""
        )


@dataclass(slots=True)
class Someone:
    """Somebody with a role; `way`: how they are with reminders; `phone`: what the bot sent, by the row's id."""

    id: int
    address: int
    name: str
    role: str
    scope: str
    way: str
    phone: dict[int, Message] = field(default_factory=dict)
    put_off: dict[str, int] = field(default_factory=dict)

    def newest(self) -> Message:
        return next(reversed(self.phone.values()), Message("", ()))

    def receive(self, row: int, params: dict[str, Any]) -> Message:
        """An edit changes the message; what is older than twenty messages is forgotten."""
        rows = (params.get("reply_markup") or {}).get("inline_keyboard", [])
        buttons = tuple((b["text"], b["callback_data"]) for line in rows for b in line if "callback_data" in b)
        self.phone[row] = message = Message(params.get("text", ""), buttons)
        while len(self.phone) > 20:
            del self.phone[next(iter(self.phone))]
        return message


@dataclass(frozen=True, slots=True)
class Told:
    """Something promised by a tick: nobody had asked for it. `at`: the civil time after the commit."""

    at: datetime
    person: int | None
    method: str
    text: str
    counted_on: Any


@dataclass(slots=True)
class Kabupaten:
    """`heard` is called with everything that reaches somebody unasked; `plan` holds what happens by itself."""

    database: Database
    office: Office
    clock: Clock
    worker: Worker
    tickers: list[Ticker]
    chance: random.Random
    heard: Callable[["Kabupaten", Someone, Message], None]
    people: dict[int, Someone] = field(default_factory=dict)
    plan: list[tuple[datetime, int, Callable[[], Awaitable[object]]]] = field(default_factory=list)
    told: list[Told] = field(default_factory=list)
    lateness: list[float] = field(default_factory=list)
    ticks: int = 0
    _numbers: Iterator[int] = field(default_factory=lambda: count(1))

    # --- people ---

    async def settle(self, name: str, role: str, scope: str, way: str, hour: int | None = None) -> Someone:
        """`hour`: when the daily list comes, in minutes after midnight."""
        one = Someone(new_id(), _FIRST_ADDRESS + len(self.people), name, role, scope, way)
        self.people[one.id] = one
        now = self.clock.now()
        row = {"id": one.id, "channel": "telegram", "address": one.address, "name": name, "digest_at": hour}
        granted = {"id": new_id(), "person_id": one.id, "role": role, "scope": scope, "granted_at": now}
        async with self.database.write() as connection:
            await connection.execute(insert(people), [row | {"first_seen_at": now, "last_at": now}])
            await connection.execute(insert(grants), [granted])
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
        query = {"id": str(next(self._numbers)), "from": self._user(one), "chat_instance": "1", "data": data}
        await self._arrives(one, {"callback_query": query | {"message": self._message(one, _ME["id"]) | {"text": "…"}}})

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
        while await self.worker.answer_some():
            pass
        async with self.database.read() as connection:
            failed = await connection.execute(select(inbox_rows.c.error).where(inbox_rows.c.outcome.is_(None)))
            assert failed.all() == []
        await self.deliver()

    async def deliver(self) -> list[tuple[Someone, Message]]:
        """Everything promised reaches people, except those who blocked the bot. Returns who got what."""
        here, arrived = {one.address: one for one in self.people.values()}, []
        async with self.database.write() as connection:
            query = select(outbox.c.id, outbox.c.params, outbox.c.refers_to).where(outbox.c.outcome.is_(None))
            for row in (await connection.execute(query.order_by(outbox.c.id))).all():
                params = json.loads(row.params)
                who = here.get(params.get("chat_id"))
                blocked = who is not None and who.way == "memblokir"
                done = {"outcome": "unreachable" if blocked else "sent", "message_id": next(self._numbers)}
                await connection.execute(update(outbox).where(outbox.c.id == row.id).values(**done))
                if who is not None and blocked:
                    since = {"unreachable_since": self.clock.now()}
                    await connection.execute(update(people).where(people.c.id == who.id).values(**since))
                elif who is not None:
                    arrived.append((who, who.receive(row.refers_to or row.id, params)))
        return arrived

    # --- the clock ---

    def stand(self, at: datetime) -> None:
        """Put the civil clock; it goes on from there."""
        self.clock.offset = at.astimezone(UTC) - datetime.now(UTC)

    def at(self, when: datetime, what: Callable[[], Awaitable[object]]) -> None:
        """Let something happen by itself."""
        heapq.heappush(self.plan, (when.astimezone(UTC), next(self._numbers), what))

    async def live(self, until: datetime) -> None:
        """From one due time to the next, whatever happens in between."""
        while True:
            due, planned = await self.next_due(), self.plan[0][0] if self.plan else None
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
        """The ticker looks once a second, and when one may not be written to unasked it is in vain."""
        when = max(due, self.clock.now() + timedelta(seconds=1)) if due < self.clock.now() else due
        quiet = quiet_until(when.astimezone(ZONE))
        return (quiet or when) + timedelta(seconds=self.chance.random())

    def _go_on_to(self, when: datetime) -> None:
        if when > self.clock.now():
            self.stand(when)

    async def next_due(self) -> datetime | None:
        async with self.database.read() as connection:
            found = [
                (await connection.execute(select(func.min(column)).where(counts))).scalar() for _, column, counts in DUE
            ]
        return min((one for one in found if one is not None), default=None)

    async def tick(self) -> None:
        """All tickers look once; what was due is measured, and what they promise is noted and delivered."""
        due = await self._due()
        before, happened = await self._newest(outbox.c.id), await self._newest(task_events.c.id)
        await asyncio.gather(*(ticker.tick() for ticker in self.tickers))
        after, self.ticks = self.clock.now(), self.ticks + 1
        left = set(await self._due())
        self.lateness += [_seconds(when, after) for (what, when) in due if (what, when) not in left]
        stuck = [one for one in left & set(due) if _seconds(one[1], after) > 60]
        assert not stuck, f"due and not looked at for a minute: {stuck[:5]}"
        await self._note(before, after)
        await self._check_reminded(happened)
        for who, message in await self.deliver():
            self.heard(self, who, message)

    async def _due(self) -> list[tuple[tuple[int, int], datetime]]:
        """((column, row), due time) of all that is due now."""
        now, found = self.clock.now(), []
        async with self.database.read() as connection:
            for number, (row, column, counts) in enumerate(DUE):
                rows = await connection.execute(select(row, column).where(counts, column <= now))
                found += [((number, one[0]), one[1]) for one in rows]
        return found

    async def _newest(self, column: Any) -> int:
        async with self.database.read() as connection:
            return (await connection.execute(select(func.max(column)))).scalar() or 0

    async def _note(self, before: int, after: datetime) -> None:
        async with self.database.read() as connection:
            query = select(outbox).where(outbox.c.id > before).order_by(outbox.c.id)
            for row in await connection.execute(query):
                said = json.loads(row.params).get("text", "")
                self.told.append(Told(after, row.person_id, row.method, said, row.unasked_on))

    # --- what must be true ---

    async def _check_reminded(self, since: int) -> None:
        """Nobody is reminded of, nor anything climbs, that cannot begin yet or is finished."""
        told = task_events.c.kind.in_(("reminded", "climbed")) & (task_events.c.id > since)
        query = select(tasks.c.rule, tasks.c.wilayah, tasks.c.state, task_events.c.kind).join_from(
            task_events, tasks, tasks.c.id == task_events.c.task_id
        )
        async with self.database.read() as connection:
            wrong = (await connection.execute(query.where(told, tasks.c.state != "open"))).all()
        assert wrong == []

    async def check_tasks(self) -> None:
        """Every due day is a working day and not before what the task waits for; what began has what it needs."""
        agenda = self.office.catalog.agenda
        async with self.database.read() as connection:
            found = [Task(*row) for row in await connection.execute(select(*COLUMNS))]
        by_place = {(task.occasion_id, task.wilayah, task.rule): task for task in found}
        closed = {(task.rule, task.wilayah) for task in found if task.state in ("done", "needless")}
        for task in found:
            rule = agenda.rules[task.rule]
            assert agenda.workdays.is_working(task.due_on), task
            before = [by_place.get((task.occasion_id, task.wilayah, key)) for key in rule.after]
            late = [one for one in before if one is not None and one.state == "open" and one.due_on > task.due_on]
            assert task.state != "open" or not late, (task, late)
            if task.state == "open":
                used = [key for key in rule.inputs if agenda.is_on(agenda.rules[key], {})]
                assert all(any((key, where) in closed for where in chain(task.wilayah)) for key in used), task
            else:
                assert (task.remind_at, task.climb_at) == (None, None), task

    async def happened(self) -> dict[str, int]:
        """How often what happened to tasks."""
        query = select(task_events.c.kind, func.count()).group_by(task_events.c.kind).order_by(task_events.c.kind)
        async with self.database.read() as connection:
            return {row[0]: row[1] for row in await connection.execute(query)}

    def check_hours(self) -> None:
        """Nobody is written to unasked in quiet hours, nor a third time a day, and every row is counted on its day."""
        heard: dict[tuple[int | None, Any], set[datetime]] = {}
        for told in self.told:
            here = told.at.astimezone(ZONE)
            assert quiet_until(here) is None, f"{here}: {told.text[:80]}"
            heard.setdefault((told.person, here.date()), set()).add(told.at)
        crowded = {key: sorted(times) for key, times in heard.items() if len(times) > 2}
        assert crowded == {}

    def check_lateness(self) -> tuple[float, float]:
        """(p99, maximum) in seconds of civil time from when something was due to its commit."""
        ordered = sorted(self.lateness)
        assert ordered, "nothing was ever due"
        return ordered[int(len(ordered) * 0.99)], ordered[-1]


def _seconds(due: datetime, done: datetime) -> float:
    """How late something was done; what falls into a quiet spell is due at its end."""
    return (done - (quiet_until(due.astimezone(ZONE)) or due)).total_seconds()


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
    database, clock = Database(url), Clock(movable=False)
    office = Office(catalog_of(), "Bappeda Enrekang", ZONE, username=_ME["username"])
    office.short_codes = letters_of(office.catalog.places)
    application = application_of(OfficeBot(Wire("http://127.0.0.1:9", FAKE_TOKEN), _ME), office)

    async def toast(_: dict[str, Any]) -> None: ...

    worker = Worker(
        database,
        application,
        "penguji",
        clock,
        lambda: None,
        toast,
        lambda turn: None,
        lambda turn: None,
        careful=0,
    )
    looks = [Ticker(database, office, clock, f"jam-{number}", lambda: None) for number in range(tickers)]
    place = Kabupaten(database, office, clock, worker, looks, random.Random(seed), heard)
    place.stand(begins)
    await application.initialize()
    try:
        yield place
    finally:
        await application.shutdown()
        await database.close()
