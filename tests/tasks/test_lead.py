"""Reminders that come while something can still be done, each thing in its turn; and the eve of a meeting."""

from datetime import timedelta

from sqlalchemy import delete, update

from bot.store.calendar import occasions as stored
from bot.store.database.ids import new_id
from bot.store.queues.notices import QUESTION
from bot.store.tables import grants, notices, occasions
from bot.store.tables import tasks as rows
from bot.store.tasks import tasks
from bot.work.round import Round
from bot.work.tasks import closing, planning
from tests.support.desk import HELD, KECAMATAN, NOW, Desk, labels, local, task_of
from tests.support.sentences import says, words

#: Early enough that every task of a meeting on the eighteenth of February has its days.
EARLY, LATER = local(12, 14, year=2026), local(2, 18)


def _named(message: dict[str, str]) -> str:
    """The task that a reminder names first."""
    return message["text"].partition("<b>")[2].partition("</b>")[0]


async def _months(desk: Desk, person: int) -> list[str]:
    """What was named first, morning after morning until the meeting, when nothing is ever done."""
    for day in range(70):
        await desk.tick(EARLY.replace(hour=7, minute=30) + timedelta(days=day))
    return [_named(one) for one in await desk.told(person) if one.get("text", "") in says("tugas_ingat")]


async def test_each_task_is_named_before_its_last_day_and_none_three_times_while_there_is_another(desk: Desk) -> None:
    """Seen before: sixteen of sixteen reminders named the same ignored task; invitations and the room were never
    named."""
    ratna = await desk.join("Ratna")
    planned = await desk.hold(at=LATER, now=EARLY)
    named = await _months(desk, ratna)
    titles = {task.rule: desk.office.catalog.text(f"tugas.{task.rule}.judul") for task in planned.added}
    assert {titles[rule] for rule in ("D05", "D07", "D08", "D11", "D13")} <= set(named)
    later = named[4:]  # before that D05 alone has begun
    assert all(len(set(later[at : at + 3])) > 1 for at in range(len(later) - 2)), later


async def test_the_first_reminder_comes_when_a_task_can_be_begun(desk: Desk) -> None:
    ratna = await desk.join("Ratna")
    await desk.hold(at=LATER, now=EARLY)
    assert await desk.tick(local(1, 8, 7, 30)) == 0
    assert await desk.tick(local(1, 11, 7, 30)) == 1  # forty days before it is a Saturday
    (message,) = await desk.told(ratna)
    assert _named(message) == desk.office.catalog.text("tugas.D05.judul")


async def test_what_comes_after_a_meeting_is_not_asked_for_before_it(desk: Desk) -> None:
    ratna = await desk.join("Ratna")
    planned = await desk.hold(at=LATER, now=EARLY)
    after = task_of(planned, "D19")
    async with desk.database.write() as connection:
        for task in planned.added:
            if task.id != after.id:
                await closing.close(Round(connection, desk.office, NOW), task, tasks.DONE, ratna)
    for day in range(8, 19):
        await desk.tick(local(2, day, 7, 30))
    assert not [one for one in await desk.told(ratna) if one["text"] in says("tugas_ingat")]
    await desk.tick(local(2, 19, 7, 30))
    assert _named((await desk.told(ratna))[-1]) == desk.office.catalog.text("tugas.D19.judul")


async def _eve(desk: Desk) -> int:
    """Ratna's meeting is tomorrow in Salu Barani; nothing else is due."""
    ratna = await desk.join("Ratna")
    planned = await desk.hold()
    await desk.run(update(occasions).values(place="Balai desa"))
    async with desk.database.write() as connection:
        for task in planned.added:
            if task.rule != "D13":
                await closing.close(Round(connection, desk.office, NOW), task, tasks.DONE, ratna)
    await desk.run(update(rows).values(remind_at=None, climb_at=None))
    return ratna


async def test_the_evening_before_and_the_morning_of_a_meeting_its_facilitator_is_told_all_that_is_needed(
    desk: Desk,
) -> None:
    ratna = await _eve(desk)
    await desk.join("Amir", "fasilitator_kecamatan", KECAMATAN)
    await desk.tick(local(1, 13, 6, 0))
    assert await desk.tick(local(1, 13, 19, 44)) == 0
    assert await desk.tick(local(1, 13, 19, 45)) == 1
    assert await desk.tick(local(1, 14, 6, 29)) == 0
    assert await desk.tick(local(1, 14, 6, 30)) == 1
    evening, morning = await desk.told(ratna)
    assert evening["text"] in says("rapat_besok", tempat="Balai desa")
    assert morning["text"] in says("rapat_hari_ini", tempat="Balai desa")
    for message in (evening, morning):
        assert "14 Januari 2027, 09.00" in message["text"]
        assert desk.office.catalog.text("tugas.D13.judul") in message["text"]
        assert desk.office.catalog.text("pertemuan.musrenbang_desa.bawa") in message["text"]
    assert labels(evening)[0] == [words("tombol_rapat_buka")]


async def test_a_meeting_that_moved_or_was_cancelled_or_is_another_s_by_now_is_not_told_of(desk: Desk) -> None:
    ratna = await _eve(desk)
    await desk.tick(local(1, 13, 6, 0))
    one = (await desk.rows("SELECT id FROM occasions"))[0][0]
    async with desk.database.write() as connection:
        tour = Round(connection, desk.office, local(1, 13, 9))
        found = await stored.one_to_change(connection, one)
        assert found is not None
        await planning.move(tour, found, HELD + timedelta(days=1), ratna)
    assert await desk.tick(local(1, 13, 19, 45)) == 0
    await desk.tick(local(1, 14, 6, 30))
    assert not any(message["text"] in says("rapat_hari_ini") for message in await desk.told(ratna))
    await desk.tick(local(1, 14, 19, 45))
    assert any(message["text"] in says("rapat_besok") for message in await desk.told(ratna))
    await desk.run(delete(grants))
    await desk.tick(local(1, 15, 6, 30))
    assert not any(message["text"] in says("rapat_hari_ini") for message in await desk.told(ratna))


async def test_a_place_in_the_day_s_two_messages_is_kept_for_the_eve(desk: Desk) -> None:
    """Two reminders in the morning leave room for one message; the second of them waits for the next day."""
    ratna = await _eve(desk)
    await desk.tick(local(1, 13, 6, 0))
    await desk.run(update(rows).where(rows.c.state == "open").values(remind_at=local(1, 13, 7, 30)))
    assert await desk.tick(local(1, 13, 7, 30)) == 1
    await desk.run(update(rows).where(rows.c.state == "open").values(remind_at=local(1, 13, 12, 0)))
    row = {"id": new_id(), "person_id": ratna, "kind": QUESTION, "subject": "1", "due_at": local(1, 13, 12)}
    await desk.run(notices.insert(), [row | {"outcome": None}])
    assert await desk.tick(local(1, 13, 12, 0)) == 0
    assert await desk.tick(local(1, 13, 19, 45)) == 1
    assert (await desk.told(ratna))[-1]["text"] in says("rapat_besok")


async def test_where_nobody_brought_anything_nobody_is_late_with_telling_them(desk: Desk) -> None:
    await desk.join("Ratna")
    await desk.hold(at=LATER, now=EARLY)
    for day in range(18, 29):
        await desk.tick(local(2, day, 7, 30))
    assert await desk.rows("SELECT state, closed_by FROM tasks WHERE rule = 'D20'") == [("needless", None)]
    assert not await desk.rows(
        "SELECT 1 FROM task_events e JOIN tasks t ON t.id = e.task_id "
        "WHERE t.rule = 'D20' AND e.kind IN ('reminded', 'climbed')"
    )
