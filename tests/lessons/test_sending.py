"""When lessons come: on chosen days at the chosen hour, one at a time, in their order, and never where they disturb."""

import json
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import update

from bot.core.lessons.cards import review
from bot.core.lessons.order import SKILLS, in_order
from bot.store.calendar import occasions
from bot.store.database.ids import new_id
from bot.store.grants import grants_of
from bot.store.lessons import learners, progress, quizzes
from bot.store.queues import notices
from bot.store.tables import conversations, grants, outbox, people
from bot.store.tables.lessons import learners as learner_rows
from bot.work.lessons.sending import cards_left
from bot.work.lessons.standing import lessons_for, standing_of
from bot.work.round import Round
from bot.work.tasks import planning
from tests.lessons.conftest import EIGHT, EVENING, MEETING, MONDAY, Classroom, curriculum
from tests.support.desk import DESA, KECAMATAN, local
from tests.support.sentences import says, words

WEEK, DAY = timedelta(days=7), timedelta(days=1)


#: A draft in which something was told.
TOLD = json.dumps({"answers": {"cerita": {"value": {"text": "jalan licin"}, "messages": [1]}}})


async def test_a_lesson_comes_at_eight_on_tuesday_and_thursday_the_skills_first(desk: Classroom) -> None:
    ratna = await desk.learner("Ratna")
    assert await desk.next_at(ratna) == EIGHT
    assert await desk.tick(EIGHT - timedelta(seconds=1)) == 0
    for day in range(9):
        await desk.tick(EIGHT + day * DAY)
    there = [key for key in SKILLS if key in curriculum().lessons]
    assert [key for key, _ in await desk.sent(ratna)][: len(there)] == there[:3]
    title = curriculum().lessons[there[0]].title
    (message, *_) = await desk.told(ratna)
    assert message["text"] in says("pelajaran_datang", nama="Ratna", judul=title, acara=False, soal=False)
    keys = [key["text"] for row in message["reply_markup"]["inline_keyboard"] for key in row]
    assert keys == [words(name) for name in ("tombol_belajar_mulai", "tombol_belajar_nanti", "tombol_tes_dulu")]


async def test_each_lesson_comes_once_and_all_of_them_in_order(desk: Classroom) -> None:
    ratna = await desk.learner("Ratna")
    for week in range(80):
        for day in (0, 2):
            await desk.tick(EIGHT + week * WEEK + day * DAY)
    sent = [key for key, _ in await desk.sent(ratna)]
    async with desk.database.read() as connection:
        mine = lessons_for(desk.office, (await grants_of(connection, [ratna], EIGHT))[ratna], met=False)
    assert sent == [lesson.key for lesson in mine][: len(sent)]
    assert await desk.next_at(ratna) is None or len(sent) < len(mine)


async def test_after_a_break_one_lesson_comes_and_not_all_that_were_missed(desk: Classroom) -> None:
    ratna = await desk.learner("Ratna")
    after = EIGHT + 10 * WEEK
    assert await desk.tick(after) == 1
    assert len(await desk.sent(ratna)) == 1
    assert await desk.tick(after + timedelta(minutes=1)) == 0
    assert await desk.next_at(ratna) == after + 2 * DAY


@pytest.mark.parametrize(
    ("chosen", "due"),
    [
        ({"days": "3"}, EIGHT + DAY),
        ({"minutes": 600}, local(1, 21, 10)),
        ({"days": "36", "minutes": 990}, local(1, 20, 16, 30)),
        ({"paused_until": date(2027, 2, 3)}, local(2, 4, 20)),
    ],
)
async def test_days_hour_and_pause_are_as_somebody_chose_them(
    desk: Classroom, chosen: dict[str, Any], due: datetime
) -> None:
    ratna = await desk.learner("Ratna", **chosen)
    assert await desk.next_at(ratna) == due
    assert await desk.tick(due - timedelta(seconds=1)) == 0
    assert await desk.tick(due) == 1


async def test_nothing_comes_on_a_holiday_and_in_ramadan_it_comes_in_the_morning(desk: Classroom) -> None:
    holidays = desk.office.catalog.calendar.workdays.holidays
    day = next(one for one in sorted(holidays) if one.year == 2027 and one.weekday() in (1, 3))
    before = datetime(day.year, day.month, day.day, 12, tzinfo=EVENING.tzinfo) - DAY
    ratna = await desk.learner("Ratna", now=before)
    due = await desk.next_at(ratna)
    assert due is not None
    assert desk.office.local(due).date() > day
    fasting = await desk.learner("Amir", now=local(2, 10, 12))
    next_at = await desk.next_at(fasting)
    assert next_at is not None
    assert desk.office.local(next_at).strftime("%H.%M") == "07.30"


async def test_what_was_read_by_oneself_is_not_sent(desk: Classroom) -> None:
    ratna = await desk.learner("Ratna")
    first, second = [key for key in SKILLS if key in curriculum().lessons][:2]
    async with desk.database.write() as connection:
        await progress.read_page(connection, ratna, first, "v", 1, EVENING)
        await progress.finish(connection, ratna, first, EVENING)
    await desk.tick(EIGHT)
    assert [key for key, _ in await desk.sent(ratna)] == [second]


async def test_a_lesson_waits_while_somebody_is_writing_and_comes_when_they_are_not(desk: Classroom) -> None:
    ratna = await desk.learner("Ratna", minutes=600)
    ten = local(1, 21, 10)
    draft = {"person_id": ratna, "flow": "usulan", "draft": "d", "state": TOLD, "touched_at": ten - timedelta(hours=1)}
    await desk.run(conversations.insert(), [draft | {"nudge_at": None}])
    assert await desk.tick(ten) == 0
    assert await desk.tick(ten + timedelta(minutes=59)) == 0
    await desk.run(conversations.delete())
    assert await desk.tick(ten + timedelta(minutes=60)) == 1
    assert len(await desk.sent(ratna)) == 1


async def test_a_lesson_that_waited_for_the_budget_is_not_told_into_a_draft(desk: Classroom) -> None:
    ratna = await desk.learner("Ratna")
    async with desk.database.write() as connection:
        await notices.raise_once(connection, notices.LESSON, [(ratna, "L40", EIGHT)])
        row = {"person_id": ratna, "flow": "usulan", "draft": "d", "state": TOLD, "touched_at": EIGHT, "nudge_at": None}
        await connection.execute(conversations.insert(), [row])
    assert await desk.tick(EIGHT) == 0
    assert await desk.sent(ratna) == []


@pytest.mark.parametrize("chosen", [{}, {"paused_until": date(2027, 2, 8)}])
async def test_a_lesson_that_waited_does_not_come_on_a_holiday_or_into_a_rest(
    desk: Classroom, chosen: dict[str, Any]
) -> None:
    """The fifth of February is one; the Thursday before is none."""
    ratna = await desk.learner("Ratna", **chosen)
    await desk.run(update(learner_rows).where(learner_rows.c.person_id == ratna).values(next_at=local(2, 9, 7, 30)))
    day = local(2, 4, 7, 30) if chosen else local(2, 5, 7, 30)
    async with desk.database.write() as connection:
        await notices.raise_once(connection, notices.LESSON, [(ratna, "L40", day)])
    assert await desk.tick(day) == 0
    assert await desk.sent(ratna) == []
    assert await desk.tick(local(2, 9, 7, 30)) == 1
    assert await desk.sent(ratna) == [("L40", "urutan")]


async def test_a_lesson_that_waited_is_no_second_one_on_the_day(desk: Classroom) -> None:
    """What was held back over night meets what a meeting brings on the day itself."""
    ratna = await desk.learner("Ratna", days="24")
    seven, half_past = local(1, 20, 7), local(1, 20, 7, 30)
    async with desk.database.write() as connection:
        await progress.send(connection, [(ratna, "L45", "v", progress.NEAR)], seven)
        await notices.raise_once(connection, notices.LESSON, [(ratna, "L40", half_past)])
    assert await desk.tick(half_past) == 0
    assert await desk.sent(ratna) == [("L45", "dekat")]
    assert await desk.tick(local(1, 21, 20)) == 1
    assert await desk.sent(ratna) == [("L45", "dekat"), ("L40", "urutan")]


async def test_three_days_before_a_meeting_comes_what_prepares_it_on_any_day(desk: Classroom) -> None:
    ratna = await desk.learner("Ratna", days="3")
    await desk.hold(at=MEETING, now=EVENING)
    for day in range(-5, 0):
        await desk.tick(MONDAY + day * DAY)
    before = await desk.sent(ratna)
    assert await desk.tick(MONDAY) == 1
    (key, why), *_ = [one for one in await desk.sent(ratna) if one not in before]
    lesson = curriculum().lessons[key]
    assert why == "dekat"
    assert "musrenbang_desa" in lesson.occasions or lesson.tasks or lesson.module == "M5"
    assert (await desk.told(ratna))[-1]["text"] in says("pelajaran_datang", acara="Musrenbang desa", judul=lesson.title)


async def test_a_meeting_that_moved_takes_its_lesson_with_it(desk: Classroom) -> None:
    ratna = await desk.learner("Ratna", days="3", paused_until=None)
    planned = await desk.hold(at=MEETING, now=EVENING)
    async with desk.database.write() as connection:
        tour = Round(connection, desk.office, EVENING)
        moved = await _move(tour, planned.occasion.id, local(2, 4))
    assert moved
    for day in range(20, 32):
        await desk.tick(local(1, day, 20))
    assert [why for _, why in await desk.sent(ratna)] == ["urutan", "urutan"]
    await desk.tick(local(2, 1, 20))  # a Monday, three days before
    assert [why for _, why in await desk.sent(ratna)] == ["urutan", "urutan", "dekat"]


async def _move(tour: Round, occasion_id: int, to: datetime) -> bool:
    one = await occasions.one(tour.connection, occasion_id)
    assert one is not None
    return (await planning.move(tour, one, to, None)).occasion.starts_at == to


async def test_a_meeting_of_the_village_next_door_changes_nothing(desk: Classroom) -> None:
    ratna = await desk.learner("Ratna", days="3")
    await desk.hold(wilayah="73.16.01.2003", at=MEETING, now=EVENING)
    assert await desk.tick(MONDAY) == 0
    assert [why for _, why in await desk.sent(ratna)] == []


def test_theory_comes_after_the_first_meeting() -> None:
    def theory(*, met: bool) -> list[str]:
        order = in_order(curriculum().lessons.values(), met=met)
        return [lesson.module for lesson in order if lesson.key not in SKILLS]

    def first(modules: list[str], *wanted: str) -> int:
        return next((at for at, module in enumerate(modules) if module in wanted), 99)

    craft, basics = ("M4", "M5", "M6", "M7"), ("M0", "M1", "M2", "M3", "M8")
    assert first(theory(met=False), *craft) <= first(theory(met=False), *basics)
    assert first(theory(met=True), *basics) <= first(theory(met=True), *craft)


async def test_whoever_blocked_the_bot_or_has_no_role_any_more_gets_nothing(desk: Classroom) -> None:
    gone, blocked = await desk.learner("Gani"), await desk.learner("Baso")
    await desk.run(update(grants).where(grants.c.person_id == gone).values(revoked_at=EVENING))
    await desk.run(update(people).where(people.c.id == blocked).values(unreachable_since=EVENING))
    assert await desk.tick(EIGHT) == 0
    assert await desk.next_at(gone) is None
    assert await desk.sent(blocked) == []


async def test_lessons_share_the_two_messages_of_a_day(desk: Classroom) -> None:
    ratna = await desk.learner("Ratna")
    async with desk.database.write() as connection:
        for _ in range(2):
            row = new_id()
            told = {"id": row, "chat": 1, "person_id": ratna, "priority": 1, "method": "sendMessage", "params": "{}"}
            told |= {"due_at": 0, "created_at": 0, "outcome": "sent", "unasked_on": EIGHT.date()}
            await connection.execute(outbox.insert(), [told])
    assert await desk.tick(EIGHT) == 0
    assert await desk.tick(local(1, 20, 7, 30)) == 0  # it keeps to their own hour
    assert await desk.tick(local(1, 21, 20)) == 1
    assert len(await desk.sent(ratna)) == 1


@pytest.mark.parametrize(("role", "scope"), [("camat", KECAMATAN), ("fasilitator_kecamatan", KECAMATAN)])
async def test_people_get_only_lessons_meant_for_their_role(desk: Classroom, role: str, scope: str) -> None:
    person = await desk.learner("Nurdin", role, scope)
    for week in range(8):
        await desk.tick(EIGHT + week * WEEK)
    for key, _ in await desk.sent(person):
        assert role in curriculum().lessons[key].roles


async def test_in_a_kelurahan_nobody_learns_what_only_a_desa_has(desk: Classroom) -> None:
    person = await desk.learner("Sitti", "fasilitator_desa", "73.16.02.1001")
    async with desk.database.read() as connection:
        mine = (await standing_of(Round(connection, desk.office, EIGHT), [person]))[person]
    assert {lesson.track for lesson in mine.lessons} <= {"semua", "kelurahan"}
    assert DESA not in "73.16.02.1001"


async def test_who_is_looked_at_again_in_the_same_evening_gets_no_second_lesson(desk: Classroom) -> None:
    ratna = await desk.learner("Ratna")
    assert await desk.tick(EIGHT) == 1
    async with desk.database.write() as connection:
        await learners.set_next(connection, {ratna: EIGHT})
    assert await desk.tick(EIGHT + timedelta(minutes=5)) == 0
    assert len(await desk.sent(ratna)) == 1


async def test_of_many_cards_three_a_day_are_offered(desk: Classroom) -> None:
    ratna = await desk.learner("Ratna")
    async with desk.database.write() as connection:
        for key in list(curriculum().lessons)[:7]:
            card = review(None, right=False, on=date(2027, 1, 10))
            await quizzes.keep_card(connection, ratna, key, 0, card)
        tour = Round(connection, desk.office, EIGHT)
        assert await cards_left(tour, [ratna]) == {ratna: 3}
        for key in list(curriculum().lessons)[:2]:
            await quizzes.ask(connection, quizzes.new(ratna, key, 0, "012", "", is_card=True), None, EIGHT)
        assert await cards_left(tour, [ratna]) == {ratna: 1}
    assert await desk.tick(EIGHT) == 1
    assert (await desk.told(ratna))[0]["text"] in says("pelajaran_datang", soal="1")
