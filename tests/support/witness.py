"""Somebody who stands beside the clock: what was due before each tick, what it promised, and what must be true of it.
Figures come from the database, not from what the product says of itself: who waits for whom is worked out here anew."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import func, select

from bot.core.hours import quiet_until
from bot.core.wilayah import chain
from bot.store.database.database import Connection, Database
from bot.store.queues.notices import KEPT, TASKS
from bot.store.tables import grants, notices, occasions, outbox, people, task_events, tasks
from bot.store.tasks.tasks import COLUMNS, DONE, NEEDLESS, OPEN, UNFINISHED, WAITING, Task, switched
from bot.store.turn import REPLY
from bot.work.office import Office
from tests.support.dues import MEETINGS, REMINDERS, Due, due_now

ZONE = ZoneInfo("Asia/Makassar")
#: How many unasked messages anybody was promised at most; said here once more, not taken from the program.
A_DAY = 2
_CALLED_LATE = re.compile(r"sudah lewat \d+ hari kerja")
_NAMED = re.compile(r"^t:sudah:(\d+)$")


@dataclass(frozen=True, slots=True)
class Told:
    """Something promised by a tick: nobody had asked for it. `at`: the civil time after the commit."""

    at: datetime
    person: int | None
    text: str
    counted_on: Any
    names: int | None  # the task that it reminds of


@dataclass(frozen=True, slots=True)
class Before:
    """How things stood when a tick began: what was due, and the newest rows."""

    due: Due
    promised: int
    happened: int


@dataclass(slots=True)
class Witness:
    """`late`: seconds of civil time from when something was due to the commit; `reminded`: the same, of reminders that
    stand in the outbox; `called_late`: how often somebody was told that they are late."""

    database: Database
    office: Office
    told: list[Told] = field(default_factory=list)
    late: list[float] = field(default_factory=list)
    reminded: list[float] = field(default_factory=list)
    ticks: int = 0
    called_late: int = 0
    _looked: datetime = datetime(9000, 1, 1, tzinfo=UTC)  # not yet

    async def before(self, now: datetime) -> Before:
        async with self.database.read() as connection:
            promised = (await connection.execute(select(func.max(outbox.c.id)))).scalar() or 0
            happened = (await connection.execute(select(func.max(task_events.c.id)))).scalar() or 0
            return Before(await due_now(connection, now), promised, happened)

    async def after(self, before: Before, now: datetime) -> None:
        """Look at what a tick has done."""
        self.ticks += 1
        async with self.database.read() as connection:
            left = await due_now(connection, now)
            told = await self._note(connection, before, now)
            await self._check_happened(connection, before, told, now)
        # A date that was told or moved a day or two before it: the lesson for it was due before anybody knew.
        known = {one: due for one, due in before.due.items() if one[0] != MEETINGS or due >= self._looked}
        self.late += [seconds(due, now) for one, due in known.items() if left.get(one) != due]
        self._looked = now
        stuck = [one for one, due in before.due.items() if left.get(one) == due and seconds(due, now) > 60]
        assert not stuck, f"due and not looked at for a minute: {stuck[:5]}"

    async def _note(self, connection: Connection, before: Before, now: datetime) -> list[Told]:
        unasked = outbox.c.id > before.promised, outbox.c.priority != REPLY, outbox.c.method.like("send%")
        query = select(outbox).where(*unasked).order_by(outbox.c.id)
        found = []
        for row in await connection.execute(query):
            params = json.loads(row.params)
            text = str(params.get("text", params.get("caption", "")))
            found.append(Told(now, row.person_id, text, row.unasked_on, _named(params)))
        self.told += found
        return found

    async def _check_happened(
        self, connection: Connection, before: Before, told: Sequence[Told], now: datetime
    ) -> None:
        query = (
            select(*COLUMNS, task_events.c.kind, task_events.c.by, task_events.c.detail)
            .join_from(task_events, tasks, tasks.c.id == task_events.c.task_id)
            .where(task_events.c.id > before.happened, task_events.c.kind.in_(("reminded", "climbed", "owed", "told")))
        )
        rows = [(Task(*row[:-3]), row[-3], row[-1]) for row in await connection.execute(query)]
        wrong = [(task, kind) for task, kind, _ in rows if task.state != (WAITING if kind == "owed" else OPEN)]
        assert not wrong, wrong
        named = await self._tasks(connection, [one.names for one in told if one.names is not None])
        held = await self._held(connection, [*(task for task, _, _ in rows), *named.values()])
        for task, kind, detail in rows:
            assert kind == "owed" or task.id not in held, f"{kind}, and waits for another's: {task}"
            if kind == "climbed":
                assert (json.loads(detail)["as"] == "own") is not task.on_behalf, task
        self._check_called_late(told, named, held)
        await self._check_asked_for(connection, told)
        await self._check_written(connection, before, [task for task, kind, _ in rows if kind == "reminded"], told, now)

    def _check_called_late(self, told: Sequence[Told], named: Mapping[int, Task], held: set[int]) -> None:
        """Whoever is told that they are late could have done it, and it is their own."""
        for one in told:
            if one.names is not None and _CALLED_LATE.search(one.text):
                task = named[one.names]
                assert task.owner_id == one.person, (one, task)
                assert not task.on_behalf, (one, task)
                assert task.id not in held, (one, task)
                assert task.due_on < one.at.astimezone(ZONE).date(), (one, task)
                self.called_late += 1

    async def _check_asked_for(self, connection: Connection, told: Sequence[Told]) -> None:
        """What is not counted is what its person put off to this very hour, that a date was moved or cancelled, or that
        an announcement which they may have is put right or taken back."""
        counted = {one.person for one in told if one.counted_on is not None}
        for one in told:
            if one.person in counted or one.text.startswith(self._of_changes()) or self._of_states() in one.text:
                continue
            hours = select(task_events.c.detail).where(
                task_events.c.task_id == one.names, task_events.c.kind == "put_off", task_events.c.by == one.person
            )
            chosen = [datetime.fromisoformat(json.loads(row[0])["to"]) for row in await connection.execute(hours)]
            assert any(0 <= seconds(hour, one.at) < 60 for hour in chosen), (one, chosen)

    def _of_changes(self) -> tuple[str, ...]:
        """How the news of what was told before and is so no more begins."""
        nothing = {
            "nama": "|",
            "wilayah": "",
            "hari": "",
            "dari": "",
            "ke": "",
            "alasan": "",
            "jumlah": 0,
            "usulan": False,
            "tempat": "",
            "awal": "|",
        }
        nothing |= {"perubahan": {"tugas": [], "lagi": 0}, "ubah": "", "pilihan": "", "jam_dari": "", "jam_ke": ""}
        dates = ("jadwal_kabar_pindah", "jadwal_kabar_batal")
        sentences = (*dates, "siaran_ralat_baru", "siaran_diralat_kabar", "siaran_ditarik_baru", "siaran_ditarik_kabar")
        news = ((each, day) for each in sentences for day in ("", "of its own"))
        return tuple(self.office.catalog.text(each, sehari=day, **nothing).partition("|")[0] for each, day in news)

    def _of_states(self) -> str:
        """What stands in the news that one's usulan has moved: decisions wait for no other day."""
        nothing = dict.fromkeys(
            ("untuk", "nomor", "ringkas", "isi", "sebab", "catatan", "oleh", "langkah", "batas", "bersama", "dulu"), ""
        )
        return self.office.catalog.text("keadaan_kabar", nama="|", **nothing).partition("|")[2].partition("</b>")[0]

    async def _tasks(self, connection: Connection, ids: Sequence[int]) -> dict[int, Task]:
        found = await connection.execute(select(*COLUMNS).where(tasks.c.id.in_(ids))) if ids else ()
        return {row[0]: Task(*row) for row in found}

    async def _held(self, connection: Connection, found: Sequence[Task]) -> set[int]:
        """Those of these that wait for somebody else's task beside them."""
        rules = self.office.catalog.calendar.rules
        beside = select(*COLUMNS).where(
            tasks.c.occasion_id.in_({task.occasion_id for task in found}), tasks.c.state.in_(UNFINISHED)
        )
        rows = await connection.execute(beside) if found else ()
        left = {(one.occasion_id, one.wilayah, one.rule): one for one in (Task(*row) for row in rows)}
        held = set()
        for task in found:
            first = [left.get((task.occasion_id, task.wilayah, key)) for key in rules[task.rule].after]
            others = [one for one in first if one and not _is_own(one, task.owner_id)]
            held |= {task.id} if others and not task.on_behalf else set()
        return held

    async def _check_written(
        self, connection: Connection, before: Before, reminded: Sequence[Task], told: Sequence[Told], now: datetime
    ) -> None:
        """A reminder stands in the outbox; unless its person cannot be reached, or was told twice today."""
        of = {f"{task.id}:{task.due_on.isoformat()}": task for task in reminded}
        query = select(notices, people.c.unreachable_since).join(people, people.c.id == notices.c.person_id)
        query = query.where(notices.c.kind == TASKS, notices.c.subject.in_(of))
        got, today = {one.person for one in told}, now.astimezone(ZONE).date()
        for row in (await connection.execute(query)).all() if of else ():
            due = before.due.get((REMINDERS, of[row.subject].id))
            earlier = seconds(row.due_at, now) > 60  # to somebody else, before it changed hands
            if earlier and (row.outcome == "told" or row.person_id != of[row.subject].owner_id):
                continue
            if row.outcome == "told":
                assert row.person_id in got, row
                self.reminded += [seconds(due, now)] if due is not None else []
            elif row.outcome == "moot":
                assert row.unreachable_since is not None or await self._is_known(connection, row.person_id), row
            else:
                assert row.due_at > now, row
                kept = await self._kept(connection, row.person_id, now)
                is_full = len(self._times(row.person_id, today)) + kept == A_DAY
                assert is_full or await self._leads(connection, row.person_id, now), row

    async def _is_known(self, connection: Connection, person: int) -> bool:
        """Whether the same task was named to them twice running: then it waits for its last day."""
        named = select(task_events.c.task_id).where(task_events.c.by == person, task_events.c.kind == "named")
        last = (await connection.execute(named.order_by(task_events.c.id.desc()).limit(2))).scalars().all()
        return len(last) == A_DAY and len(set(last)) == 1

    async def _leads(self, connection: Connection, person: int, now: datetime) -> bool:
        """On the day of a meeting of theirs everything that can wait does."""
        here = (occasions.c.wilayah == grants.c.scope) & occasions.c.cancelled_at.is_(None)
        query = select(occasions.c.starts_at).join(grants, here)
        query = query.where(grants.c.person_id == person, grants.c.role.like("fasilitator%"))
        days = {found.astimezone(ZONE).date() for found in (await connection.execute(query)).scalars()}
        return now.astimezone(ZONE).date() in days

    async def _kept(self, connection: Connection, person: int, now: datetime) -> int:
        """The messages of the evening before a meeting, its morning and its evening keep their places."""
        waits = notices.c.person_id == person, notices.c.kind.in_(KEPT), notices.c.outcome.is_(None)
        found = (await connection.execute(select(notices.c.due_at).where(*waits))).scalars().all()
        return len({due for due in found if due > now and due.astimezone(ZONE).date() == now.astimezone(ZONE).date()})

    def _times(self, person: int, day: Any) -> set[datetime]:
        """The ticks of this day that told them something that counts."""
        return {one.at for one in self.told if (one.person, one.counted_on) == (person, day)}

    # --- the whole of it ---

    async def check_tasks(self) -> None:
        """Every due day is a working day and not before what the task waits for; what began has what it needs; and the
        clock looks at nothing that is finished."""
        calendar = self.office.catalog.calendar
        async with self.database.read() as connection:
            found = [Task(*row) for row in await connection.execute(select(*COLUMNS))]
            used = await switched(connection)
        by_place = {(task.occasion_id, task.wilayah, task.rule): task for task in found}
        closed = {(task.rule, task.wilayah) for task in found if task.state in (DONE, NEEDLESS)}
        for task in found:
            rule = calendar.rules[task.rule]
            assert calendar.workdays.is_working(task.due_on), task
            if task.state not in UNFINISHED:
                assert (task.remind_at, task.climb_at, task.ends_at) == (None, None, None), task
                continue
            assert task.ends_at is not None, task
            before = [by_place.get((task.occasion_id, task.wilayah, key)) for key in rule.after]
            late = [one for one in before if one and one.state in UNFINISHED and one.due_on > task.due_on]
            assert not late, (task, late)
            needs = [key for key in rule.inputs if calendar.is_on(calendar.rules[key], used)]
            is_there = all(any((key, where) in closed for where in chain(task.wilayah)) for key in needs)
            assert is_there or task.state == WAITING, task
            assert task.state == OPEN or task.remind_at is None, task
            assert task.state == OPEN or task.climb_at is not None, task

    def check_hours(self) -> None:
        """Nobody is written to unasked in quiet hours, nor a third time a day, and every message is counted on its day
        (once, however many rows it is; not when they put it off to this hour themselves)."""
        heard: dict[tuple[int | None, Any], dict[datetime, list[Any]]] = {}
        for told in self.told:
            here = told.at.astimezone(ZONE)
            assert quiet_until(here) is None, f"{here}: {told.text[:80]}"
            counted = heard.setdefault((told.person, here.date()), {}).setdefault(told.at, [])
            counted += [told.counted_on] if told.counted_on is not None else []
        for (person, day), times in heard.items():
            assert all(counted in ([], [day]) for counted in times.values()), (person, day, times)
            assert sum(map(len, times.values())) <= A_DAY, (person, times)

    async def happened(self) -> dict[str, int]:
        """How often what happened to tasks."""
        query = select(task_events.c.kind, func.count()).group_by(task_events.c.kind).order_by(task_events.c.kind)
        async with self.database.read() as connection:
            return {row[0]: row[1] for row in await connection.execute(query)}


def _is_own(task: Task, person: int | None) -> bool:
    return person is not None and task.owner_id == person and not task.on_behalf


def _named(params: Mapping[str, Any]) -> int | None:
    """The task whose buttons a message carries."""
    rows = (params.get("reply_markup") or {}).get("inline_keyboard", [])
    found = [match for row in rows for key in row if (match := _NAMED.match(key.get("callback_data", "")))]
    return int(found[0][1]) if found else None


def seconds(due: datetime, done: datetime) -> float:
    """How late something was done; what falls into a quiet spell is due at its end."""
    return (done - (quiet_until(due.astimezone(ZONE)) or due)).total_seconds()


def p99(found: Sequence[float]) -> float:
    assert found, "nothing was ever due"
    return sorted(found)[int(len(found) * 0.99)]
