"""Reminders: one thing to do, at the right hour, and only while it is still true."""

import json
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from sqlalchemy import event, update

from bot.core.hours import quiet_until
from bot.core.places.places import Place
from bot.core.tasks.ladder import next_reminder
from bot.store.database.ids import new_id
from bot.store.queues.notices import DRAFT, Notice
from bot.store.tables import conversations, grants, notices, people
from bot.store.tables import tasks as rows
from bot.store.tasks import reminding, tasks
from bot.work.round import Round
from bot.work.saying.told import Told, joined
from bot.work.tasks import closing, digest, planning
from bot.work.tasks.words import is_known
from tests.support.desk import DESA, DUE, HELD, KECAMATAN, NOW, ZONE, Desk, labels, local, task_of
from tests.support.kabupaten import tell
from tests.support.sentences import says, words
from tests.support.stopwatch import allowed, stopwatch

#: A draft in which something was told.
TOLD = json.dumps({"answers": {"cerita": {"value": {"text": "jalan licin"}, "messages": [1]}}})


async def test_a_days_tasks_are_one_message_that_names_one_thing(desk: Desk) -> None:
    ratna = await desk.join("Ratna")
    await desk.hold()
    await _on_the_last_day(desk)
    assert await desk.tick(DUE - timedelta(seconds=1)) == 0
    assert await desk.tick(DUE) == 1
    (message,) = await desk.told(ratna)
    title = desk.office.catalog.text("tugas.D05.judul")
    assert message["text"].startswith("Bapak/Ibu Ratna, Musrenbang desa, Pattondon Salu tinggal 7 hari: Kamis, 14")
    assert message["text"] in says("tugas_ingat", judul=f"<b>{title}</b>")
    assert message["text"] in says("tugas_ingat", lain="1")  # three more are named, of today and the thirteenth
    assert labels(message) == [
        [words("tombol_tugas_sudah"), words("tombol_tugas_sore"), words("tombol_tugas_besok")],
        [words("tombol_tugas_tanggal"), words("tombol_tugas_tak")],
        [words("tombol_tugas_bantu"), words("tombol_tugas_serah"), words("tombol_tugas_lihat")],
    ]
    assert await desk.tick(DUE + timedelta(minutes=1)) == 0


async def _on_the_last_day(desk: Desk, first: datetime = DUE) -> None:
    """As if nothing had been said of any of these before."""
    await desk.run(update(rows).where(rows.c.remind_at < first).values(remind_at=first))


async def test_the_last_day_comes_before_what_is_late_which_is_named_besides(desk: Desk) -> None:
    ratna = await desk.join("Ratna")
    planned = await desk.hold()
    await _on_the_last_day(desk)
    async with desk.database.write() as connection:
        for rule in ("D07", "D08", "D11"):
            await closing.close(Round(connection, desk.office, NOW), task_of(planned, rule), tasks.DONE, ratna)
    late = task_of(planned, "D13")
    await desk.run(update(rows).where(rows.c.id == late.id).values(due_on=local(1, 5).date()))
    await desk.tick(DUE)
    (message,) = await desk.told(ratna)
    assert f"<b>{desk.office.catalog.text('tugas.D05.judul')}</b>" in message["text"]
    assert desk.office.catalog.text("tugas.D13.judul") in message["text"].partition("Sesudah itu")[2]


async def test_nobody_is_called_late_for_what_an_office_has_to_do(desk: Desk) -> None:
    ratna = await desk.join("Ratna")
    planned = await desk.hold()
    async with desk.database.write() as connection:
        for task in planned.added:
            if task.rule != "D11":
                await closing.close(Round(connection, desk.office, NOW), task, tasks.DONE, ratna)
    await desk.tick(local(1, 11, 7, 30))  # two working days after it was due
    message = (await desk.told(ratna))[-1]
    doer = desk.office.catalog.text(f"pelaku.{desk.office.catalog.calendar.rules['D11'].doer}")
    assert message["text"] in says("tugas_ingat", pastikan=doer)
    assert "lewat" not in message["text"]


@pytest.mark.parametrize("what", ["done", "moved", "cancelled", "left"])
async def test_what_is_no_longer_true_is_not_told(desk: Desk, what: str) -> None:
    """It was raised in time, but the day's budget was used up; until the next morning everything changed."""
    ratna = await desk.join("Ratna")
    planned = await desk.hold()
    await _use_up_the_day(desk, ratna)
    assert await desk.tick(DUE) == 0
    await _change(desk, planned, ratna, what)
    before = len(await desk.told(ratna))
    await desk.tick(DUE + timedelta(days=1))
    assert len(await desk.told(ratna)) == before
    open_ones = await desk.rows("SELECT count(*) FROM notices WHERE outcome IS NULL")
    assert open_ones[0][0] == 0


async def _use_up_the_day(desk: Desk, person: int) -> None:
    for _ in range(2):
        draft = f"d{new_id() % 10**6}"
        row = {"id": new_id(), "person_id": person, "kind": DRAFT, "subject": f"usulan:{draft}"}
        await desk.run(notices.insert(), [row | {"due_at": DUE - timedelta(minutes=5), "outcome": None}])
        state = {"person_id": person, "flow": "usulan", "draft": draft, "state": TOLD, "touched_at": NOW}
        await desk.run(conversations.delete())
        await desk.run(conversations.insert(), [state | {"nudge_at": None}])
        assert await desk.tick(DUE - timedelta(minutes=5)) == 1


async def _change(desk: Desk, planned: planning.Planned, ratna: int, what: str) -> None:
    async with desk.database.write() as connection:
        if what == "done":
            for task in planned.added:
                await closing.close(Round(connection, desk.office, DUE), task, tasks.DONE, ratna)
        elif what == "moved":
            await planning.move(Round(connection, desk.office, DUE), planned.occasion, HELD + timedelta(days=70), ratna)
        elif what == "cancelled":
            await planning.cancel(Round(connection, desk.office, DUE), planned.occasion, "Banjir.", ratna)
        else:
            await connection.execute(update(grants).values(revoked_at=DUE))


async def test_what_is_still_true_is_told_the_next_morning(desk: Desk) -> None:
    """The counterpart of the test above: without a change the message comes."""
    ratna = await desk.join("Ratna")
    await desk.hold()
    await _use_up_the_day(desk, ratna)
    assert await desk.tick(DUE) == 0
    assert await desk.tick(DUE + timedelta(days=1)) == 1
    assert (await desk.told(ratna))[-1]["text"] in says("tugas_ingat")


async def test_what_belongs_to_nobody_is_offered_to_whoever_could_do_it(desk: Desk) -> None:
    both = [await desk.join("Ratna"), await desk.join("Amir")]
    camat = await desk.join("Camat", "camat", KECAMATAN)
    await desk.hold()
    await desk.tick(DUE)
    assert not any(message.get("text", "") in says("tugas_tawaran") for message in await desk.told(camat))
    for person in both:
        (message,) = await desk.told(person)
        assert message["text"] in says("tugas_tawaran")
        assert labels(message) == [[words("tombol_tugas_ambil"), words("tombol_tugas_lihat")]]


@pytest.mark.parametrize("hour", [(22, 0), (3, 0), (18, 30)])
async def test_nobody_is_reminded_in_quiet_hours(desk: Desk, hour: tuple[int, int]) -> None:
    await desk.join("Ratna")
    await desk.hold()
    quiet = local(1, 7, *hour) + timedelta(days=hour[0] < 6)
    assert await desk.tick(quiet) == 0
    assert (await desk.rows("SELECT count(*) FROM task_events WHERE kind = 'reminded'"))[0][0] == 0
    after = quiet_until(quiet)
    assert after is not None
    assert await desk.tick(after) == 1


async def test_nobody_is_reminded_at_friday_prayer(desk: Desk) -> None:
    ratna = await desk.join("Ratna", digest_at=12 * 60)
    planned = await desk.hold(at=local(1, 15))  # a Friday, so that its invitations are due on the Friday before
    assert await desk.tick(local(1, 7, 12, 0)) == 1
    remind_at = (await desk.rows("SELECT remind_at FROM tasks WHERE id = :t", t=task_of(planned, "D11").id))[0][0]
    assert str(remind_at).startswith("2027-01-08 05:30")  # half past one here
    await desk.run(notices.delete())
    assert await desk.tick(local(1, 8, 12, 0)) == 0
    assert await desk.tick(local(1, 8, 13, 30)) == 1
    assert len(await desk.told(ratna)) == 2


async def test_the_list_comes_at_ones_own_hour(desk: Desk) -> None:
    ratna = await desk.join("Ratna", digest_at=16 * 60)
    await desk.hold()
    await _on_the_last_day(desk, local(1, 7, 16))
    assert await desk.tick(local(1, 7, 15, 59)) == 0
    assert await desk.tick(local(1, 7, 16, 0)) == 1
    assert len(await desk.told(ratna)) == 1


def test_while_people_fast_the_afternoon_becomes_the_morning(desk: Desk) -> None:
    calendar = desk.office.catalog.calendar
    first, _ = next(fast for fast in calendar.workdays.fasts if fast[0].year == 2027)
    due = calendar.workdays.add(first, 3)
    hour = local(1, 1, 16).time()
    due_before = datetime.combine(due, local(1, 1, 6).time(), ZONE)
    chosen = next_reminder(due, 0, due_before, hour, calendar.policy, calendar.workdays, ZONE)
    assert chosen == datetime.combine(due, calendar.policy.hours[0], ZONE)
    without = replace(calendar.workdays, fasts=())
    assert next_reminder(due, 0, due_before, hour, calendar.policy, without, ZONE) == datetime.combine(due, hour, ZONE)


async def test_never_more_than_two_unasked_messages_a_day(desk: Desk) -> None:
    ratna = await desk.join("Ratna")
    planned = await desk.hold()
    assert await desk.tick(DUE) == 1
    for hour in (10, 12, 14):
        async with desk.database.write() as connection:
            await reminding.move(connection, {task_of(planned, "D05").id: local(1, 7, hour)})
        await desk.tick(local(1, 7, hour))
    assert len(await desk.told(ratna)) == 2
    await desk.tick(local(1, 8, 7, 30))
    assert len(await desk.told(ratna)) == 3


async def test_who_blocked_the_bot_is_not_written_to(desk: Desk) -> None:
    await desk.join("Ratna", unreachable_since=NOW)
    await desk.hold()
    assert await desk.tick(DUE) == 0


async def test_several_notices_of_one_person_are_one_message_with_all_buttons(desk: Desk) -> None:
    ratna = await desk.join("Ratna")
    await desk.hold()
    row = {"id": new_id(), "person_id": ratna, "kind": DRAFT, "subject": "usulan:d1", "due_at": DUE, "outcome": None}
    await desk.run(notices.insert(), [row])
    state = {"person_id": ratna, "flow": "usulan", "draft": "d1", "state": TOLD, "touched_at": NOW, "nudge_at": None}
    await desk.run(conversations.insert(), [state])
    assert await desk.tick(DUE) == 1
    (message,) = await desk.told(ratna)
    assert message["text"] in says("ingat_draf")
    twice = Told("a", {"inline_keyboard": [[{"text": "x"}]]})
    assert joined([twice, twice, Told("b")]) == Told("a\n\nb", twice.markup, [])
    assert message["text"] in says("tugas_ingat")
    shown = {label for row in labels(message) for label in row}
    assert words("tombol_lanjutkan_cerita") in shown
    assert any(label.startswith(words("tombol_tugas_sudah")) for label in shown)


async def test_four_hundred_lists_of_one_second_are_written_within_five(
    desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    """And with statements that do not grow with the people."""
    for number in range(400):
        await desk.run(people.insert(), [_person(number)])
    await desk.run(grants.insert(), [_grant(number) for number in range(400)])
    villages = [place.code for place in _villages(desk)]
    for wilayah in villages:
        kind = "musrenbang_kelurahan" if desk.office.catalog.places.is_kelurahan(wilayah) else "musrenbang_desa"
        await desk.hold(kind, wilayah)
    await _spread(desk, 400)
    statements: list[str] = []
    engine = desk.database._writer.sync_engine  # to count what is asked of the database
    event.listen(engine, "before_cursor_execute", lambda *told: statements.append(told[2]))
    with stopwatch() as took:
        told = await desk.tick(DUE)
    tell(capsys, f"400 lists of one second: {took.seconds:.2f} s, {len(statements)} statements")
    assert told == 400
    assert took.seconds < allowed(5)
    assert len(statements) < 85


def _person(number: int) -> dict[str, object]:
    row = {"id": number + 1, "channel": "telegram", "address": number + 1, "name": f"Orang {number}"}
    return row | {"named_by_self": False, "first_seen_at": NOW, "last_at": NOW}


def _grant(number: int) -> dict[str, object]:
    return {"id": number + 1, "person_id": number + 1, "role": "fasilitator_desa", "scope": DESA, "granted_at": NOW}


def _villages(desk: Desk) -> list[Place]:
    places = desk.office.catalog.places
    return [desa for kecamatan in places.children("73.16") for desa in places.children(kecamatan.code)]


async def _spread(desk: Desk, number: int) -> None:
    """Every task that is due that morning belongs to somebody, and everybody has one."""
    found = await desk.rows("SELECT id FROM tasks WHERE remind_at IS NOT NULL ORDER BY due_on, id")
    for place, row in enumerate(found):
        owner = place % number + 1
        await desk.run(update(rows).where(rows.c.id == row[0]).values(owner_id=owner, remind_at=DUE))


def test_no_reminder_is_longer_than_sixty_words(desk: Desk) -> None:
    calendar, today = desk.office.catalog.calendar, DUE.date()
    who = Notice(1, 1, "tugas", "", 1, "Sitti Rahmawati", True)
    lengths = {}
    for rule in calendar.rules.values():
        for on_behalf in (True, False):
            task = tasks.Task(1, rule.key, 1, DESA, 1, on_behalf, today, tasks.OPEN)
            duty = reminding.Duty(task, rule.anchors[0], "", DESA, HELD)
            assert is_known(desk.office, duty)
            _, told = digest.day_of(desk.office, who, digest.Day([duty], [duty, duty]), today)
            assert told is not None
            lengths[rule.key, on_behalf] = len(told.text.split())
    assert {key: length for key, length in lengths.items() if length > 60} == {}
    assert len(lengths) > 100


def test_on_the_eve_a_reminder_names_where_it_is_held(desk: Desk) -> None:
    rule = next(iter(desk.office.catalog.calendar.rules.values()))
    who, eve = Notice(1, 1, "tugas", "", 1, "Sitti Rahmawati", True), HELD.date() - timedelta(days=1)
    task = tasks.Task(1, rule.key, 1, DESA, 1, False, eve, tasks.OPEN)
    duty = reminding.Duty(task, rule.anchors[0], "", DESA, HELD, "gedung PKK")
    _, told = digest.day_of(desk.office, who, digest.Day([duty], [duty]), eve)
    assert told is not None
    assert "gedung PKK" in told.text
