"""Somebody who keeps the register of lessons: what came to whom, when it was due, and what must be true of it.

The order, the hours and the days are worked out here anew, from the tables and from the lessons as they are written.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import select

from bot.core.hours import quiet_until
from bot.core.lessons.lessons import Lesson
from bot.core.wilayah import chain
from bot.store.database.database import Connection
from bot.store.queues.notices import LESSON, WOKE
from bot.store.tables import conversations, grants, learners, lesson_progress, notices, occasions, outbox, people
from tests.support.dues import LEARNERS, MEETINGS, NOTICES
from tests.support.witness import ZONE, Before, Witness, seconds

_OPENS = re.compile(r'x:baca:(\w+):\d+"')
_SKILLS = ("L40", "L45", "L31", "L44")
_BEFORE = ("DM", "M4", "M5", "M6", "M7", "M0", "M1", "M2", "M3", "M9", "M8")
_AFTER = ("DM", "M8", "M0", "M1", "M2", "M3", "M4", "M5", "M6", "M7", "M9")
_DAY = timedelta(days=1)
_AHEAD = 3 * _DAY
_CARDS, _SLEEP = "ulang", "diam"


@dataclass(frozen=True, slots=True)
class Pupil:
    """Somebody as they stand at a moment: `unread` in their order; `near`: (days ahead, lessons that prepare it);
    `lies_there`: nothing was opened since the last four came, or nothing read of what was begun and came four times.
    `begun`: what was opened last of all that is not finished; `reads`: just now."""

    person: int
    days: str
    minutes: int
    paused_until: date | None
    enrolled_at: datetime
    reachable: bool
    unread: list[str]
    near: list[tuple[int, list[str]]]
    lies_there: bool
    begun: str
    reads: bool

    def right(self) -> str:
        """The lesson that is to come now."""
        needed = [lessons[0] for _, lessons in sorted(self.near, key=lambda one: one[0]) if lessons]
        begun = [self.begun] if self.begun else []
        return next(iter([*needed, *begun, *self.unread]), _CARDS)


@dataclass(slots=True)
class Register(Witness):
    """`came`: when which lesson came to whom the last time; `brought`: each time. `waits`: lessons that had come up and
    were held back."""

    came: dict[tuple[int, str], datetime] = field(default_factory=dict)
    brought: list[tuple[int, str, datetime]] = field(default_factory=list)
    days: dict[tuple[int, date], str] = field(default_factory=dict)
    lessons_late: list[float] = field(default_factory=list)
    waits: set[tuple[int, str]] = field(default_factory=set)
    held: int = 0
    ahead: Counter[str] = field(default_factory=Counter)
    chosen: Counter[str] = field(default_factory=Counter)
    wrote: set[tuple[int, date]] = field(default_factory=set)
    _pupils: dict[int, Pupil] = field(default_factory=dict)
    _writing: set[int] = field(default_factory=set)

    async def before(self, now: datetime) -> Before:
        """How each of those stands whose moment has come, before it is taken up."""
        before = await super(Register, self).before(now)
        which = {row for number, row in before.due if number in (LEARNERS, NOTICES)}
        async with self.database.read() as connection:
            lessons = select(notices.c.person_id).where(notices.c.kind == LESSON, notices.c.id.in_(which))
            here: Any = select(learners.c.person_id).where(learners.c.id.in_(which)).union(lessons)
            if any(number == MEETINGS for number, _ in before.due):
                here = select(learners.c.person_id)
            ids = list((await connection.execute(here)).scalars()) if before.due else []
            self._pupils = await self.pupils(connection, ids, now)
            writing = select(conversations.c.person_id).where(
                conversations.c.person_id.in_(ids), conversations.c.touched_at > now - _DAY
            )
            self._writing = set((await connection.execute(writing)).scalars()) if ids else set()
        asleep = {person for person, one in self._pupils.items() if one.lies_there or one.reads}  # none is due today
        self.wrote |= {(person, now.astimezone(ZONE).date()) for person in self._writing | asleep}
        return before

    async def after(self, before: Before, now: datetime) -> None:
        await super(Register, self).after(before, now)
        if not self._pupils:
            return
        async with self.database.read() as connection:
            new = select(outbox.c.person_id, outbox.c.params).where(outbox.c.id > before.promised)
            found = [(row[0], match[1]) for row in await connection.execute(new) for match in _OPENS.finditer(row[1])]
            waiting = select(notices.c.person_id, notices.c.subject).where(
                notices.c.kind == LESSON, notices.c.outcome.is_(None)
            )
            waits = {(row[0], row[1]) for row in await connection.execute(waiting)}
            due = await self._due_of(connection, before, [person for person, _ in found])
        for person, key in waits - self.waits:
            pupil = self._pupils[person]
            assert key in (pupil.right(), _CARDS, *((_SLEEP,) if pupil.lies_there else ())), (pupil, key)
        for person, key in found:
            self._came(self._pupils[person], key, due.get(person), now)
        self.waits = waits

    async def _due_of(self, connection: Connection, before: Before, ids: Sequence[int]) -> dict[int, datetime]:
        """Since when the lessons of this tick were due: their moment, or the end of what held them back."""
        moments = select(learners.c.person_id, learners.c.id).where(learners.c.person_id.in_(ids))
        of = {row.person_id: before.due.get((LEARNERS, row.id)) for row in await connection.execute(moments)}
        postponed = select(notices.c.person_id, notices.c.id).where(
            notices.c.person_id.in_(ids), notices.c.kind == LESSON
        )
        for row in await connection.execute(postponed):
            of[row.person_id] = before.due.get((NOTICES, row.id)) or of[row.person_id]
        near = [due for (number, _), due in before.due.items() if number == MEETINGS]
        return {person: at for person, due in of.items() if (at := due or max(near, default=None)) is not None}

    def _came(self, pupil: Pupil, key: str, due: datetime | None, now: datetime) -> None:
        """Once, in order, at its hour, and one a day."""
        person, here = pupil.person, now.astimezone(ZONE)
        assert due is not None, (pupil, key)
        assert (person, key) not in self.came or key == pupil.begun, f"{key} came twice to {person}"
        assert (person, here.date()) not in self.days, f"two lessons on {here} to {person}"
        assert key in (*pupil.unread, pupil.begun), (pupil, key)
        assert not pupil.reads, (pupil, key, "while they read")
        assert person not in self._writing, (pupil, key, "into a draft")
        was_held = (person, key) in self.waits
        self.held += was_held
        if not was_held:
            assert key == pupil.right(), (pupil, key)
            self._check_hour(pupil, here)
        assert here.date() not in self.office.catalog.calendar.workdays.holidays, (here, pupil, was_held)
        assert pupil.paused_until is None or pupil.paused_until <= here.date(), (here, pupil, was_held)
        self.lessons_late.append(seconds(due, now))
        self.brought.append((person, key, now))
        self.came[person, key], self.days[person, here.date()] = now, key

    def _check_hour(self, pupil: Pupil, here: datetime) -> None:
        """On a day they chose or three before a meeting; at their hour, in Ramadan in the morning, and never in quiet
        hours. What waited for a draft may be later, never earlier."""
        needed = any(ahead == 3 for ahead, _ in pupil.near)
        assert needed or str(here.isoweekday()) in pupil.days, (pupil, here)
        is_fasting = self.office.catalog.calendar.workdays.is_fasting(here.date())
        wanted = 450 if is_fasting and pupil.minutes >= 720 else pupil.minutes
        assert here.hour * 60 + here.minute >= wanted, (pupil, here)
        assert quiet_until(here) is None, (pupil, here)

    # --- every evening ---

    async def look_back(self, now: datetime, changed: Iterable[tuple[int, date]]) -> None:
        """Whoever was to get a lesson today has one, or it waits for tomorrow's budget. Who was heard of today after a
        rest may have been so after their hour."""
        here, excused = now.astimezone(ZONE), {*changed, *self.wrote}
        today = here.date()
        if today in self.office.catalog.calendar.workdays.holidays:
            return
        async with self.database.read() as connection:
            ids = list((await connection.execute(select(learners.c.person_id))).scalars())
            pupils = await self.pupils(connection, ids, now)
            woken = select(notices.c.person_id, notices.c.due_at).where(notices.c.kind == WOKE)
            excused |= {(row[0], row[1].astimezone(ZONE).date()) for row in await connection.execute(woken)}
        for one in pupils.values():
            is_new = one.enrolled_at.astimezone(ZONE).date() == today
            rests = one.paused_until is not None and one.paused_until > today
            if is_new or rests or not one.reachable or (one.person, today) in excused:
                continue
            self._look_back_at(one, today)

    def _look_back_at(self, one: Pupil, today: date) -> None:
        came = self.days.get((one.person, today))
        waits = any(person == one.person for person, _ in self.waits)
        for lessons in [lessons for ahead, lessons in one.near if ahead == 3]:
            if lessons or came:
                self.ahead["came" if came else "waits" if waits else "missing"] += 1
                assert came or waits, ("nothing three days before", today, one)
        if str(today.isoweekday()) in one.days and (one.unread or one.begun or came):
            self.chosen["came" if came else "waits" if waits else "missing"] += 1
            assert came or waits, ("nothing on a day that was chosen", today, one)

    # --- how people stand ---

    async def pupils(self, connection: Connection, ids: Sequence[int], now: datetime) -> dict[int, Pupil]:
        if not ids:
            return {}
        theirs = _by_person(await _rows(connection, select(grants).where(grants.c.granted_at <= now)))
        held = await _rows(connection, select(occasions).where(occasions.c.cancelled_at.is_(None)))
        were = {one.wilayah for one in held if one.starts_at < now}
        ahead = [one for one in held if one.starts_at >= now and _day_of(one.starts_at) - _day_of(now) <= _AHEAD]
        soon = sorted(ahead, key=lambda one: (one.starts_at, one.id))
        seen = _by_person(await _rows(connection, select(lesson_progress).where(lesson_progress.c.person_id.in_(ids))))
        query = select(learners, people.c.unreachable_since).join(people, people.c.id == learners.c.person_id)
        found = {}
        for row in await _rows(connection, query.where(learners.c.person_id.in_(ids))):
            mine = [one for one in theirs[row.person_id] if not (one.until and one.until <= now)]
            lessons = self._lessons(mine, were)
            read = {one.lesson for one in seen[row.person_id]}
            unread = [one for one in lessons if one.key not in read]
            chosen = (row.days, row.minutes, row.paused_until, row.enrolled_at, row.unreachable_since is None)
            near = list(self._near(mine, soon, unread, now))
            meant = {one.key for one in lessons}
            begun = _begun([one for one in seen[row.person_id] if one.lesson in meant])
            lies_there = _lies_there(seen[row.person_id]) or self._was_brought_four_times(begun)
            reads = begun is not None and begun.read_at is not None and now - begun.read_at < timedelta(hours=1)
            standing = (lies_there, begun.lesson if begun is not None else "", reads)
            found[row.person_id] = Pupil(row.person_id, *chosen, [one.key for one in unread], near, *standing)
        return found

    def _was_brought_four_times(self, begun: Any) -> bool:
        """And nothing of it was read since."""
        if begun is None:
            return False
        times = [at for person, key, at in self.brought if (person, key) == (begun.person_id, begun.lesson)]
        return len([at for at in times if at > begun.read_at]) >= 4

    def _lessons(self, mine: Sequence[Any], were: set[str]) -> list[Lesson]:
        roles, scopes = {one.role for one in mine}, {one.scope for one in mine}
        kelurahan = {self.office.catalog.places.is_kelurahan(scope) for scope in scopes if scope.count(".") == 3}
        tracks = {"semua", *("kelurahan" if is_one else "desa" for is_one in kelurahan)}
        tracks |= {"desa", "kelurahan"} if len(kelurahan) == 0 else set()
        modules = _AFTER if scopes & were else _BEFORE

        def place(one: Lesson) -> tuple[int, int, str]:
            skill = _SKILLS.index(one.key) if one.key in _SKILLS else len(_SKILLS)
            return skill, modules.index(one.module), one.key

        every = self.office.catalog.curriculum.lessons.values()
        return sorted((one for one in every if roles & {*one.roles} and one.track in tracks), key=place)

    def _near(
        self, mine: Sequence[Any], soon: Sequence[Any], unread: Sequence[Lesson], now: datetime
    ) -> Iterable[tuple[int, list[str]]]:
        above = {place for one in mine for place in chain(one.scope)}
        calendar = self.office.catalog.calendar
        for one in (one for one in soon if one.wilayah in above):
            ahead = (_day_of(one.starts_at) - _day_of(now)).days
            doing = {rule.key for rule in calendar.rules.values() if one.kind in rule.anchors and rule.phase != "pasca"}
            made = [lesson.key for lesson in unread if one.kind in lesson.occasions]
            made += [lesson.key for lesson in unread if doing & {*lesson.tasks}]
            made += [lesson.key for lesson in unread if lesson.module == "M5" and not calendar.kinds[one.kind].stage]
            yield ahead, list(dict.fromkeys(made))


def _day_of(when: datetime) -> date:
    return when.astimezone(ZONE).date()


def _begun(mine: Sequence[Any]) -> Any:
    opened = [row for row in mine if row.opened_at and not row.finished_at]
    return max(opened, key=lambda row: row.opened_at, default=None)


def _lies_there(mine: Sequence[Any]) -> bool:
    last = sorted(row.sent_at for row in mine if row.sent_at)[-4:]
    return len(last) == 4 and not any(row.opened_at and row.opened_at >= last[0] for row in mine)


def _by_person(rows: Iterable[Any]) -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = defaultdict(list)
    for row in rows:
        found[row.person_id].append(row)
    return found


async def _rows(connection: Connection, query: Any) -> Sequence[Any]:
    return (await connection.execute(query)).all()
