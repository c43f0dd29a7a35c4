"""The eve of a meeting, its day and its evening: whoever leads it hears of it alone, and afterwards of what is left."""

from datetime import datetime
from typing import Any

import pytest
from sqlalchemy import update

from bot.simulator.chats import Person
from bot.store.database.ids import new_id
from bot.store.hall import attendance
from bot.store.queues.notices import LESSON, TASKS, TRIED
from bot.store.tables import notices
from bot.store.tables import tasks as rows
from bot.work.tasks.reminders import subject_of
from tests.lessons.test_reading import first
from tests.support.client import labels as buttons
from tests.support.desk import DESA, HELD, KECAMATAN, Desk, labels, local, task_of
from tests.support.homes import Home
from tests.support.sentences import mentions, says, words

EVE, MORNING, EVENING = local(1, 13, 19, 45), local(1, 14, 6, 30), local(1, 14, 19, 45)
AFTERWARDS = local(1, 15, 7, 30)


async def _meeting(desk: Desk, at: datetime = HELD, kind: str = "musrenbang_desa") -> tuple[int, Any]:
    """Ratna leads it; nothing is due by itself."""
    ratna = await desk.join("Ratna")
    planned = await desk.hold(kind, at=at)
    await desk.run(update(rows).values(remind_at=None, climb_at=None))
    return ratna, planned


async def _wait(desk: Desk, person: int, kind: str, subject: str, at: datetime) -> None:
    row = {"id": new_id(), "person_id": person, "kind": kind, "subject": subject, "due_at": at, "outcome": None}
    await desk.run(notices.insert(), [row])


async def _texts(desk: Desk, person: int) -> list[str]:
    return [str(message.get("text", "")) for message in await desk.told(person)]


async def test_on_the_day_of_a_meeting_no_task_no_lesson_and_no_question_comes(desk: Desk) -> None:
    ratna, planned = await _meeting(desk)
    await desk.tick(local(1, 13, 6))
    task = subject_of(task_of(planned, "D19"))
    for kind, subject in ((TASKS, task), (LESSON, first().key), (TRIED, first().key)):
        await _wait(desk, ratna, kind, subject, local(1, 14, 6, 10))
    for hour, minute in ((6, 10), (6, 30), (7, 40), (12, 0), (16, 30), (20, 0)):
        await desk.tick(local(1, 14, hour, minute))
    told = await _texts(desk, ratna)
    assert [one in says("rapat_hari_ini") for one in told] == [True, False]
    assert told[1] in says("rapat_sesudah")
    await desk.tick(AFTERWARDS)
    assert (await _texts(desk, ratna))[2] in mentions("coba_tanya", coba=first().practice)


async def test_a_late_clock_tells_the_morning_alone(desk: Desk) -> None:
    ratna, planned = await _meeting(desk)
    await desk.tick(local(1, 13, 6))
    await _wait(desk, ratna, TASKS, subject_of(task_of(planned, "D19")), local(1, 14, 7, 30))
    assert await desk.tick(local(1, 14, 7, 40)) == 1
    (told,) = await desk.told(ratna)
    assert told["text"] in says("rapat_hari_ini")
    assert not any(words("tombol_tugas_sudah") in row for row in labels(told))


@pytest.mark.parametrize("kind", [LESSON, TRIED])
async def test_from_the_eve_on_nothing_is_taught(desk: Desk, kind: str) -> None:
    ratna, _ = await _meeting(desk)
    await _wait(desk, ratna, kind, first().key, local(1, 13, 10))
    assert await desk.tick(local(1, 13, 10)) == 0
    assert await desk.rows("SELECT count(*) FROM notices WHERE kind = :k AND outcome IS NULL", k=kind) == [(1,)]


async def test_whoever_does_not_lead_it_hears_what_they_always_hear(desk: Desk) -> None:
    await _meeting(desk)
    amir = await desk.join("Amir", "fasilitator_kecamatan", KECAMATAN)
    await _wait(desk, amir, TRIED, first().key, MORNING)
    await desk.tick(MORNING)
    assert any(one in says("coba_tanya") for one in await _texts(desk, amir))


async def test_the_evening_after_says_what_is_left_and_where_it_is_done(desk: Desk) -> None:
    ratna, planned = await _meeting(desk)
    for when in (local(1, 13, 6), EVE, MORNING, EVENING):
        await desk.tick(when)
    last = (await desk.told(ratna))[-1]
    assert last["text"] in says("rapat_sesudah", nama="Ratna", hadir=True, hasil=False, kabar=False)
    assert labels(last) == [[words("tombol_rapat_hadir")]]
    assert last["reply_markup"]["inline_keyboard"][0][0]["callback_data"] == f"h:masuk:{planned.occasion.id}:hadir"


async def test_the_evening_is_silent_where_nothing_is_left(desk: Desk) -> None:
    ratna, planned = await _meeting(desk)
    await desk.tick(local(1, 13, 6))
    async with desk.database.write() as connection:
        await attendance.count(connection, planned.occasion.id, (12, 20), {}, local(1, 14, 12), ratna)
    for when in (EVE, MORNING, EVENING, AFTERWARDS):
        await desk.tick(when)
    assert not any(one in says("rapat_sesudah") for one in await _texts(desk, ratna))


async def test_after_a_meeting_in_the_evening_it_comes_with_the_morning(desk: Desk) -> None:
    ratna, _ = await _meeting(desk, at=local(1, 14, 19))
    await desk.tick(local(1, 13, 6))
    await desk.tick(EVENING)
    assert not any(one in says("rapat_sesudah") for one in await _texts(desk, ratna))
    await desk.tick(AFTERWARDS)
    assert any(one in says("rapat_sesudah") for one in await _texts(desk, ratna))


async def test_of_a_meeting_without_tasks_none_are_said_to_be_done(desk: Desk) -> None:
    ratna, _ = await _meeting(desk, kind="kelompok_perempuan")
    assert await desk.rows("SELECT count(*) FROM tasks") == [(0,)]
    await desk.tick(local(1, 13, 6))
    await desk.tick(EVE)
    assert (await _texts(desk, ratna))[0] in says("rapat_besok", tugas=[], disiapkan=False)


async def test_the_hall_opens_below_and_what_was_told_stays(at_home: Home) -> None:
    ratna: Person = await at_home.join("Ratna", scope=DESA)
    await at_home.hold()
    await at_home.move_clock(local(1, 13, 12))
    await at_home.town.until("SELECT count(*) FROM notices WHERE kind = 'rapat_besok'", 1)
    await at_home.move_clock(EVE)
    told = await at_home.telegram.wait_for(ratna, says("rapat_besok"))
    assert words("tombol_rapat_buka") in buttons(told)
    await at_home.press(ratna, words("tombol_rapat_buka"), says("rapat_utama"))
    assert any(one in says("rapat_besok") for one in at_home.texts(ratna))
