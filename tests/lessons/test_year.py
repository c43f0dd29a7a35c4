"""A year of three hundred who learn: every lesson, when it came, and what came back."""

import random
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from time import perf_counter
from typing import Any

import pytest
from fsrs import Card, Rating, Scheduler
from sqlalchemy import select

from bot.core.lessons.cards import STAYS
from bot.store.tables import cards, learners, quizzes
from tests.lessons.learning import School
from tests.lessons.register import Register
from tests.support.kabupaten import KABUPATEN, Kabupaten, kabupaten, local, tell
from tests.support.witness import ZONE, p99
from tests.support.year import Meeting, meetings, schedule, stages, villages

AT_MOST = 5.0
TEN_WEEKS = (local(2026, 12, 7, 7), local(2027, 2, 15, 7))
YEAR = (local(2026, 7, 1, 7), local(2027, 7, 1, 7))
#: Weeks in which nobody answers.
NOBODY = (local(2026, 12, 24), local(2027, 1, 4))
SIPD = local(2026, 10, 15)
_NEAR = [code for code in villages() if code.startswith(("73.16.01.", "73.16.02.", "73.16.03."))]
_Key = tuple[int, str, int]


async def _live(school: School, chosen: list[str], many: int) -> None:
    place, chance = school.place, school.chance
    await school.enter(chosen, many)
    meant = [one for one in meetings(chosen, chance) if one.told_at > school.begins]
    schedule(place, [*(one for one in (*stages(SIPD), *_news()) if one.told_at > school.begins), *meant])
    day = school.begins
    while (day := day + timedelta(days=1)) < school.until:
        evening = day.astimezone(ZONE).replace(hour=20, minute=55)
        place.at(evening, partial(_look_back, place, school))
    await place.live(school.until)


def _news() -> Iterator[Meeting]:
    """More than anybody may be told, on two days of lessons; after one of them comes a holiday."""
    for number, (month, day, year) in enumerate(((12, 31, 2026), (1, 14, 2027)), start=1):
        for hour in (8, 10, 14):
            told = local(year, month, day, hour)
            yield Meeting("pelatihan", KABUPATEN, told + timedelta(days=40), told, about=f"Sesi {number} {hour}")


async def _look_back(place: Kabupaten, school: School) -> None:
    register = place.witness
    assert isinstance(register, Register)
    await register.look_back(place.clock.now(), school.changed)


# --- what was answered, and what comes back --------------------------------------------------------------------------


async def _rows(place: Kabupaten, query: Any) -> list[Any]:
    async with place.database.read() as connection:
        return list((await connection.execute(query)).all())


def _day(when: datetime) -> date:
    return when.astimezone(ZONE).date()


def _key(row: Any) -> _Key:
    return row.person_id, row.lesson, row.question


async def _check_cards(place: Kabupaten) -> dict[str, int]:
    """At most three a day, none before its day, each at the intervals of FSRS for the same ratings, and every question
    of a lesson graded once. Returns what there was of it."""
    asked = await _rows(place, select(quizzes).order_by(quizzes.c.id))
    a_day = Counter((row.person_id, _day(row.asked_at)) for row in asked if row.card)
    assert max(a_day.values()) <= 3
    graded = sorted((row for row in asked if row.answered_at), key=lambda row: row.answered_at)
    once = Counter(_key(row) for row in graded if not row.card)
    assert set(once.values()) == {1}
    kept = {_key(row): row for row in await _rows(place, select(cards))}
    due = _by_fsrs(graded)
    assert {key: row.due_on for key, row in kept.items()} == {key: days[-1][1] for key, days in due.items()}
    for row in (row for row in asked if row.card):
        was_due = [when for on, when in due[_key(row)] if on < _day(row.asked_at) or when is None]
        assert was_due[-1] is not None
        assert was_due[-1] <= _day(row.asked_at), row
    reviews = sum(map(len, due.values())) - len(due)
    full = sum(times == 3 for times in a_day.values())
    return {"asked": len(asked), "graded": len(graded), "cards": len(due), "reviews": reviews, "full_days": full}


def _by_fsrs(graded: list[Any]) -> dict[_Key, list[tuple[date, date | None]]]:
    """(day of the answer, when it is to come back) of every card, by the library itself."""
    scheduler = Scheduler(desired_retention=0.9, learning_steps=(), relearning_steps=(), enable_fuzzing=False)
    known: dict[_Key, Card] = {}
    found: dict[_Key, list[tuple[date, date | None]]] = defaultdict(list)
    for row in graded:
        key, on = _key(row), _day(row.answered_at)
        if (row.is_right and not row.card) or (key in found and found[key][-1][0] >= on):
            continue
        rating = Rating.Good if row.is_right else Rating.Again
        noon = datetime.combine(on, time(12), UTC)
        known[key], _ = scheduler.review_card(known.get(key, Card(card_id=1)), rating, noon)
        back = known[key].due.date()
        found[key].append((on, back if back - on < timedelta(days=STAYS) else None))
    return found


# --- the figures -----------------------------------------------------------------------------------------------------


async def _check(school: School, name: str, began: float, capsys: pytest.CaptureFixture[str]) -> Register:
    place, seen = school.place, school.place.witness
    assert isinstance(seen, Register)
    seen.check_hours()
    seen_cards = await _check_cards(place)
    many = len(await _rows(place, select(learners)))
    tell(
        capsys,
        f"{name} of {many} learners in {perf_counter() - began:.0f} s: {seen.ticks} ticks, {len(seen.told)} rows told,"
        f" {len(seen.came)} lessons, {seen.held} of them held back; in the outbox after {p99(seen.lessons_late):.2f} s"
        f" (p99), at most {max(seen.lessons_late):.2f} s; all that is due at most {max(seen.late):.2f} s; three days"
        f" before a meeting {dict(seen.ahead)}; on chosen days {dict(seen.chosen)}; questions {seen_cards};"
        f" {school.refused} answers of others",
    )
    assert len(seen.came) > many * 5
    assert seen.held > 0 or many < 100  # few have so many tasks that a lesson waits for the day's budget
    assert seen.ahead["came"] > many / 4
    assert seen.chosen["came"] > many * 5
    assert seen_cards["full_days"] > 0 or many < 100
    return seen


async def _learn(
    url: str, span: tuple[datetime, datetime], chosen: list[str], many: int, capsys: pytest.CaptureFixture[str]
) -> Register:
    began = perf_counter()
    async with kabupaten(url, span[0]) as place:
        place.witness = Register(place.database, place.office)
        school = School(place, random.Random(many), *span, NOBODY)
        place.heard = school.heard
        await _live(school, chosen, many)
        return await _check(school, f"{(span[1] - span[0]).days} days", began, capsys)


@pytest.mark.slow
@pytest.mark.timeout(900)
async def test_ten_weeks_of_forty_learners(sqlite_url: str, capsys: pytest.CaptureFixture[str]) -> None:
    seen = await _learn(sqlite_url, TEN_WEEKS, _NEAR[::2], 40, capsys)
    assert max(seen.lessons_late) < AT_MOST


@pytest.mark.soak
@pytest.mark.timeout(3600)
async def test_ten_weeks_of_forty_learners_on_postgres(postgres_url: str, capsys: pytest.CaptureFixture[str]) -> None:
    seen = await _learn(postgres_url, TEN_WEEKS, _NEAR[::2], 40, capsys)
    assert max(seen.lessons_late) < AT_MOST


@pytest.mark.soak
@pytest.mark.timeout(3600)
async def test_a_year_of_three_hundred_learners(sqlite_url: str, capsys: pytest.CaptureFixture[str]) -> None:
    seen = await _learn(sqlite_url, YEAR, villages(), 300, capsys)
    assert max(seen.lessons_late) < AT_MOST
