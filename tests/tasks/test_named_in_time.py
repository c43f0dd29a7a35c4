"""A season in which a third of the tasks is ignored: what was named to whom, and when. Figures from rows alone."""

import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from time import perf_counter
from typing import Any

import pytest
from sqlalchemy import select

from bot.core.calendar.rules import PREPARATION, TaskRule
from bot.store.tables import occasions, task_events, tasks
from tests.support.kabupaten import KABUPATEN, Kabupaten, kabupaten, local, tell
from tests.support.phones import Message, Someone
from tests.support.town import catalog_of
from tests.support.ways import do_one
from tests.support.witness import ZONE, Told
from tests.support.year import Meeting, schedule, villages

BEGINS, SEASON, TEN_WEEKS = local(2026, 11, 2, 7), local(2027, 7, 30, 7), local(2027, 1, 18, 7)
#: Mornings on which something can be named before its last day, so that it has to be named as often.
OFTEN = 2


@dataclass(frozen=True, slots=True)
class Seen:
    """A task of the season as its rows tell it. `from_day`: the first day on which it could be done and was known."""

    id: int
    rule: TaskRule
    owner: int
    due_on: date
    held_on: date
    from_day: date
    closed_on: date | None

    def is_open_on(self, day: date) -> bool:
        return self.from_day <= day and (self.closed_on is None or self.closed_on >= day)

    def is_over_on(self, day: date) -> bool:
        return self.rule.phase == PREPARATION and self.held_on < day


@dataclass(slots=True)
class Figures:
    due: int = 0
    owed_often: int = 0
    named_first: int = 0
    too_seldom: list[Seen] = field(default_factory=list)
    never: list[Seen] = field(default_factory=list)
    over: int = 0
    reminders: int = 0
    longest_run: int = 0
    runs_with_another: int = 0


def _ignores(place: Kabupaten, one: Someone, message: Message) -> None:
    """Every third task that somebody hears of is never answered; all others are done some hours later."""
    key = message.offers("t:sudah:")
    if key and (one.put_off.setdefault(key, len(one.put_off)) + one.address) % 3:
        later = timedelta(minutes=place.chance.choice((20, 60, 150, 540)), seconds=place.chance.randrange(60))
        place.at(place.clock.now() + later, lambda: do_one(place, one, message))


async def _inhabit(place: Kabupaten, chosen: Sequence[str]) -> None:
    hours = (None, None, None, 390, 720, 960, 1200)
    for number, village in enumerate(chosen):
        await place.settle(
            f"Fasilitator {number}", "fasilitator_desa", village, "sepertiga", hours[number % len(hours)]
        )
    for number, kecamatan in enumerate(sorted({village.rpartition(".")[0] for village in chosen})):
        await place.settle(f"Pendamping {number}", "fasilitator_kecamatan", kecamatan, "sepertiga")
    await place.settle("Hasnah", "bappeda", KABUPATEN, "sepertiga")


def _meetings(chosen: Sequence[str], first: datetime, within: int, chance: random.Random) -> Iterator[Meeting]:
    for village in chosen:
        kind = "musrenbang_kelurahan" if catalog_of().places.is_kelurahan(village) else "musrenbang_desa"
        held = first + timedelta(days=chance.randrange(within), minutes=30 * chance.randrange(9))
        told = max(
            held - timedelta(days=chance.choice((60, 50, 50, 45, 30, 12)), minutes=chance.randrange(480)), BEGINS
        )
        yield Meeting(kind, village, held, told + timedelta(minutes=chance.randrange(1, 400)))


async def _seen(place: Kabupaten) -> list[Seen]:
    """The tasks of facilitators that could be done at all."""
    query = select(tasks, occasions.c.starts_at).join(occasions, occasions.c.id == tasks.c.occasion_id)
    async with place.database.read() as connection:
        rows = (await connection.execute(query.where(tasks.c.state.not_in(("waiting", "cancelled", "needless"))))).all()
        known = await connection.execute(
            select(task_events.c.task_id, task_events.c.at).where(task_events.c.kind.in_(("made", "moved", "begun")))
        )
        last: dict[int, datetime] = {}
        for task, at in known:
            last[task] = max(at, last.get(task, at))
    village = {one.id for one in place.people.values() if one.role == "fasilitator_desa"}
    return [_one(place, row, last[row.id]) for row in rows if row.owner_id in village]


def _one(place: Kabupaten, row: Any, known: datetime) -> Seen:
    rule = place.office.catalog.calendar.rules[row.rule]
    held = row.starts_at.astimezone(ZONE).date()
    told = known.astimezone(ZONE).date() + timedelta(days=1)
    first = row.due_on - timedelta(days=rule.offset - rule.begins if rule.begins is not None else 5)
    if rule.offset >= 0:
        first = max(first, held + timedelta(days=rule.begins or 0))
    closed = row.closed_at.astimezone(ZONE).date() if row.closed_at else None
    return Seen(row.id, rule, row.owner_id, row.due_on, held, max(first, told), closed)


def _count(place: Kabupaten, seen: Sequence[Seen]) -> Figures:
    figures, told = Figures(), defaultdict[int | None, list[Told]](list)
    for one in place.witness.told:
        told[one.person].append(one)
    for task in seen:
        if task.closed_on is None or task.closed_on >= task.due_on:
            _count_due(place, task, told[task.owner], figures)
    by_id = {task.id: task for task in seen}
    for person in {task.owner for task in seen}:
        named = [(one.at.astimezone(ZONE).date(), by_id[one.names]) for one in told[person] if one.names in by_id]
        figures.reminders += len(named)
        figures.over += sum(task.is_over_on(day) for day, task in named)
        _count_runs(named, [task for task in seen if task.owner == person], figures)
    return figures


def _count_due(place: Kabupaten, task: Seen, told: Sequence[Told], figures: Figures) -> None:
    """`task` was still open when its last day began."""
    days = ((task.from_day + timedelta(days=n)) for n in range(max((task.due_on - task.from_day).days, 0)))
    mornings = sum(place.office.catalog.calendar.workdays.is_working(day) for day in days)
    title = place.office.catalog.text(f"tugas.{task.rule.key}.judul")
    before = [one for one in told if one.at.astimezone(ZONE).date() < task.due_on and title in one.text]
    by_the_end = [one for one in told if one.at.astimezone(ZONE).date() <= task.due_on and title in one.text]
    figures.due += 1
    figures.owed_often += mornings >= OFTEN
    figures.named_first += any(one.names == task.id for one in before)
    if mornings >= OFTEN and len(before) < OFTEN:
        figures.too_seldom.append(task)
    if not by_the_end:
        figures.never.append(task)


def _count_runs(named: Sequence[tuple[date, Seen]], theirs: Sequence[Seen], figures: Figures) -> None:
    """How often running the same one was named, and how often so a third time although another could have been."""
    run, before = 0, None
    for day, task in named:
        run = run + 1 if task is before else 1
        before = task
        figures.longest_run = max(figures.longest_run, run)
        if run > OFTEN and any(_is_due_soon(other, day) for other in theirs if other is not task):
            figures.runs_with_another += 1


def _is_due_soon(task: Seen, day: date) -> bool:
    return task.is_open_on(day) and not task.is_over_on(day) and task.due_on <= day + timedelta(days=7)


async def _live(place: Kabupaten, number: int, until: datetime, within: int) -> Figures:
    chance = random.Random(13)
    chosen = villages()[:: max(len(villages()) // number, 1)][:number]
    await _inhabit(place, chosen)
    schedule(place, list(_meetings(chosen, BEGINS + timedelta(days=30), within, chance)), switched=())
    await place.live(until)
    place.witness.check_hours()
    return _count(place, await _seen(place))


def _check(figures: Figures, name: str, began: float, capsys: pytest.CaptureFixture[str]) -> None:
    tell(
        capsys,
        f"{name} in {(perf_counter() - began) / 60:.1f} minutes: {figures.due} tasks came to their last day undone,"
        f" {figures.owed_often} of them with two mornings or more before it, {len(figures.too_seldom)} of these named"
        f" less than twice before it; {figures.named_first} of all stood first in a message before their day,"
        f" {len(figures.never)} were never named; {figures.reminders} reminders, {figures.over} of what was over;"
        f" the same at most {figures.longest_run} times running, a third time while there was another"
        f" {figures.runs_with_another} times",
    )
    assert figures.due > 0
    assert figures.too_seldom == []
    assert figures.never == []
    assert (figures.over, figures.runs_with_another) == (0, 0)


@pytest.mark.slow
async def test_ten_weeks_of_eight_people(sqlite_url: str, capsys: pytest.CaptureFixture[str]) -> None:
    began = perf_counter()
    async with kabupaten(sqlite_url, BEGINS, _ignores) as place:
        _check(await _live(place, 8, TEN_WEEKS, 30), "ten weeks of eight people", began, capsys)


@pytest.mark.soak
@pytest.mark.timeout(1800)
async def test_a_season_of_forty_people(database_url: str, capsys: pytest.CaptureFixture[str]) -> None:
    began = perf_counter()
    async with kabupaten(database_url, BEGINS, _ignores) as place:
        _check(await _live(place, 40, SEASON, 180), "a season of forty people", began, capsys)
