"""Facilitators of twelve kecamatan who learn, each in their own way; everything follows from one seed."""

import random
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import partial

from bot.core.lessons.schedule import HOURS
from bot.work.lessons.reading import pages_of
from tests.support.kabupaten import KABUPATEN, Kabupaten
from tests.support.phones import Message, Someone
from tests.support.ways import heard as heard_of_tasks
from tests.support.witness import ZONE

#: How people learn, and how many of a hundred do so.
_HABITS = {
    "teliti": 8,  # every message and every question
    "cepat": 26,  # the questions only
    "mendahului": 10,  # also what nobody sent
    "kadang": 16,  # half of it; answers days later
    "diam": 40,  # reads nothing
}
#: Of a hundred: how they are with reminders of tasks.
_WITH_TASKS = ("rajin",) * 25 + ("tidak_perlu",) * 35 + ("diam",) * 40
_RIGHT = 0.4  # of all answers
_WEEK = timedelta(days=7)


@dataclass(slots=True)
class Habit:
    """`away`: between these they answer nothing."""

    way: str
    away: tuple[datetime, datetime] | None = None


@dataclass
class School:
    """Those who learn in a kabupaten. `until`: when everything ends; `nobody`: weeks in which nobody answers.
    `changed`: (person, day) on which somebody chose other hours, or a rest."""

    place: Kabupaten
    chance: random.Random
    begins: datetime
    until: datetime
    nobody: tuple[datetime, datetime]
    habits: dict[int, Habit] = field(default_factory=dict)
    changed: set[tuple[int, date]] = field(default_factory=set)
    refused: int = 0

    # --- who they are ---

    async def enter(self, chosen: Sequence[str], many: int) -> None:
        """`many` facilitators of these villages and their kecamatan; every twelfth comes late."""
        kecamatan = sorted({village.rpartition(".")[0] for village in chosen})
        scopes = [*kecamatan, *(chosen[at % len(chosen)] for at in range(many - len(kecamatan)))]
        for number, scope in enumerate(scopes):
            role = "fasilitator_kecamatan" if scope in kecamatan else "fasilitator_desa"
            if number % 12 == 5:
                self.place.at(self._some_day(0.1, 0.6), partial(self._join, f"Terlambat {number}", role, scope))
            else:
                await self._join(f"Fasilitator {number}", role, scope)
        await self.place.settle("Hasnah", "bappeda", KABUPATEN, "rajin")

    async def _join(self, name: str, role: str, scope: str) -> None:
        one = await self.place.settle(name, role, scope, self.chance.choice(_WITH_TASKS))
        habit = self.chance.choices(list(_HABITS), list(_HABITS.values()))[0]
        leaves = self._some_day(0.1, 0.7)
        away = (leaves, leaves + self.chance.randrange(2, 7) * _WEEK) if self.chance.random() < 0.4 else None
        self.habits[one.id] = Habit(habit, away)
        self._plan(one, self.place.clock.now())

    def _plan(self, one: Someone, joined: datetime) -> None:
        """Own hours for three of five; some rest, some leave a form open, some block the bot and come back."""
        dice, at = self.chance.random, joined + timedelta(minutes=self.chance.randrange(5, 600))
        if dice() < 0.6:
            self._later(at, self._choose, one)
        if dice() < 0.4:
            self._later(self._some_day(0.1, 0.8), self._press, one, f"x:jeda:{self.chance.choice((7, 14, 30, 60))}")
        for _ in range(2):
            if dice() < 0.3:
                self._later(self._some_day(0.05, 0.9), self._choose, one)
            if dice() < 0.5:
                self._later(self._some_day(0.05, 0.9), self.place.pushes, one, "x:jeda.tanggal")
        if dice() < 0.08:
            blocks = self._some_day(0.1, 0.6)
            self._later(blocks, self._block, one)
            self._later(blocks + self.chance.randrange(2, 8) * _WEEK, self._come_back, one)

    def _later(self, at: datetime, what: Callable[..., Awaitable[object]], *args: object) -> None:
        if self.place.clock.now() < at < self.until:
            self.place.at(at, partial(what, *args))

    def _some_day(self, first: float, last: float) -> datetime:
        """Any moment of the waking day; often shortly before a lesson comes."""
        day = self.begins + (self.until - self.begins) * self.chance.uniform(first, last)
        hour, minute = self.chance.choice(((19, 50), (9, 40), (12, 15), (15, 0), (21, 30), (6, 10)))
        return day.astimezone(ZONE).replace(hour=hour, minute=minute, second=self.chance.randrange(60))

    # --- what they do by themselves ---

    async def _choose(self, one: Someone) -> None:
        """Another hour, and one or two days switched."""
        await self._press(one, f"x:pukul:{self.chance.choice(HOURS):%H%M}")
        for day in self.chance.sample(range(1, 8), self.chance.randrange(3)):
            await self._press(one, f"x:hari:{day}")

    async def _press(self, one: Someone, data: str) -> None:
        self.changed.add((one.id, self.place.clock.now().astimezone(ZONE).date()))
        await self.place.pushes(one, data)

    async def _block(self, one: Someone) -> None:
        one.way = "memblokir"

    async def _come_back(self, one: Someone) -> None:
        one.way = "rajin"
        self.changed.add((one.id, self.place.clock.now().astimezone(ZONE).date()))
        await self.place.says(one, "/belajar")

    # --- what they do with what comes ---

    def heard(self, place: Kabupaten, one: Someone, message: Message) -> None:
        now, habit = place.clock.now(), self.habits.get(one.id)
        away = [spell for spell in (self.nobody, habit.away if habit else None) if spell is not None]
        if any(first <= now < last for first, last in away):
            return
        heard_of_tasks(place, one, message)
        if habit is not None and message.offers("x:"):
            later = timedelta(
                minutes=self.chance.choice((3, 20, 60, 150, 540, 2000)), seconds=self.chance.randrange(60)
            )
            self._later(now + later, self._study, one, message, habit.way)

    async def _study(self, one: Someone, message: Message, way: str) -> None:
        opening = message.offers("x:baca:")
        if way == "diam" or (way == "kadang" and self.chance.random() < 0.5):
            return
        if opening:
            await self._read(one, opening.split(":")[2], way)
        if message.offers("x:coba:") and self.chance.random() < 0.2:
            await self.place.presses(one, message, "x:belum:")
        if message.offers("x:ulang"):
            await self._repeat(one)
        if way == "mendahului" and self.chance.random() < 0.5:
            await self.place.pushes(one, "x:sekarang")

    async def _read(self, one: Someone, key: str, way: str) -> None:
        lesson = self.place.office.catalog.curriculum.lessons[key]
        pages = {"teliti": len(pages_of(lesson)), "cepat": 0}.get(way, 1)
        for number in range(1, pages + 1):
            await self.place.pushes(one, f"x:baca:{key}:{number}")
        for number in range(len(lesson.questions)):
            await self.place.pushes(one, f"x:kuis:{key}:{number}")
            await self._answer(one, later=way == "kadang")

    async def _repeat(self, one: Someone) -> None:
        """More often than anybody may be asked in a day."""
        for _ in range(4):
            before = len(one.phone)
            await self.place.pushes(one, "x:ulang")
            if before == len(one.phone) or not one.newest().poll:
                return
            await self._answer(one, later=self.chance.random() < 0.1)

    async def _answer(self, one: Someone, *, later: bool) -> None:
        """Of the newest poll: now or in days, sometimes twice, sometimes by a colleague to whom it was forwarded."""
        poll, dice = one.newest(), self.chance.random
        if not poll.poll:
            return
        option = poll.right if dice() < _RIGHT else self.chance.randrange(poll.options)
        if dice() < 0.02:
            await self.place.votes(self.chance.choice(list(self.place.people.values())), poll.poll, option)
            self.refused += 1
        if later:
            days = timedelta(days=self.chance.randrange(6), hours=1)
            self._later(self.place.clock.now() + days, self.place.votes, one, poll.poll, option)
            return
        await self.place.votes(one, poll.poll, option)
        if dice() < 0.03:
            await self.place.votes(one, poll.poll, (option + 1) % poll.options)
