"""A meeting that was held needs no preparation: nobody is asked for it, and nobody is late with it."""

from sqlalchemy import update

from bot.store.queues import notices
from bot.store.tables import tasks
from tests.support.desk import HELD, KECAMATAN, Desk, local, task_of
from tests.support.homes import Home
from tests.support.sentences import says, words

ROOM = "D13"  # to look at the place of the meeting, a day before


async def _left_undone(desk: Desk, *rules: str) -> int:
    """Ratna has done everything but these."""
    ratna = await desk.join("Ratna")
    planned = await desk.hold()
    keep = [task_of(planned, rule).id for rule in rules]
    done = {"state": "done", "remind_at": None, "climb_at": None, "ends_at": None}
    await desk.run(update(tasks).where(tasks.c.id.not_in(keep)).values(done))
    return ratna


async def test_nobody_is_asked_to_prepare_a_meeting_that_was_held(desk: Desk) -> None:
    ratna = await _left_undone(desk, ROOM)
    await desk.tick(local(1, 13, 7, 30))
    assert len(await desk.told(ratna)) == 1
    for day in range(15, 31):
        await desk.tick(local(1, day, 7, 30))
    told = [one["text"] in says("rapat_sesudah") for one in await desk.told(ratna)]
    assert told == [False, True], "what the evening of the meeting could not say"
    assert (await desk.rows("SELECT remind_at FROM tasks WHERE rule = :r", r=ROOM))[0][0] is None
    assert (await desk.rows("SELECT count(*) FROM task_events WHERE kind = 'reminded'"))[0][0] == 1


async def test_what_is_asked_of_every_village_is_not_asked_after_the_meeting_either(desk: Desk) -> None:
    """Invitations to a meeting that was held help nobody: they are not named any more, and climb to nobody."""
    answers = [
        rule for rule in desk.office.catalog.calendar.anchored("musrenbang_desa") if rule.answers and rule.offset < 0
    ]
    ratna = await _left_undone(desk, *(rule.key for rule in answers))
    amir = await desk.join("Amir", "fasilitator_kecamatan", KECAMATAN)
    for day in range(4, 15):
        await desk.tick(local(1, day, 7, 30))
    titles = [desk.office.catalog.text(f"tugas.{rule.key}.judul") for rule in answers]

    async def naming(person: int) -> int:
        return sum(any(title in message.get("text", "") for title in titles) for message in await desk.told(person))

    before = await naming(ratna), await naming(amir)
    assert min(before) > 0
    await desk.run(update(tasks).where(tasks.c.rule == answers[0].key).values(remind_at=local(1, 18, 7, 30)))
    for day in range(15, 31):
        await desk.tick(local(1, day, 7, 30))
    assert (await naming(ratna), await naming(amir)) == before


async def test_a_digest_that_waited_for_its_day_leaves_out_what_is_over(desk: Desk) -> None:
    """It was raised before the meeting, and was to be told after it."""
    ratna = await _left_undone(desk, ROOM)
    task = (await desk.rows("SELECT id, due_on FROM tasks WHERE rule = :r", r=ROOM))[0]
    async with desk.database.write() as connection:
        subject = f"{task.id}:{task.due_on}"[:30]
        await notices.raise_for(connection, notices.TASKS, subject, {ratna: local(1, 15, 7, 30)})
        await connection.execute(update(tasks).values(remind_at=None))
    assert await desk.tick(local(1, 15, 7, 30)) == 0
    assert await desk.told(ratna) == []


async def test_the_list_calls_nobody_late_with_it(anywhere: Home) -> None:
    at_home = anywhere
    ratna = await at_home.join("Ratna")
    await at_home.join("Pak Amir", "fasilitator_kecamatan", KECAMATAN)
    await at_home.hold()
    await at_home.move_clock(HELD.replace(day=15))
    text = (await at_home.ask(ratna, "/tugas", says("tugas_daftar_saya")))["text"]
    while words("tombol_daftar_maju") in str(at_home.town.simulator.messages(ratna)[-1].get("reply_markup")):
        text += (await at_home.press(ratna, words("tombol_daftar_maju"), says("tugas_daftar_saya")))["text"]
    before, _, over = text.partition("Pertemuannya sudah lewat")
    assert at_home.title(ROOM) in over
    assert at_home.title("D05") in over
    assert "lewat" not in over.replace("Pertemuannya sudah lewat", "")
    assert at_home.title(ROOM) not in before
    late = await at_home.task(ROOM)
    card = await at_home.press_data(ratna, f"t:lihat:{late.id}", says("tugas_kartu"))
    assert "hari kerja" not in card["text"]


async def test_no_reminder_is_promised_for_a_day_after_the_meeting(at_home: Home) -> None:
    ratna = await at_home.join("Ratna")
    await at_home.hold()
    await at_home.move_clock(HELD.replace(hour=10))
    before = await at_home.task(ROOM)
    await at_home.press_data(ratna, f"t:besok:{before.id}", says("tugas_ingat_terlambat"))
    assert (await at_home.task(ROOM)).remind_at == before.remind_at
    assert "put_off" not in await at_home.events(ROOM)
    follow_up = next(
        rule.key for rule in at_home.office.catalog.calendar.anchored("musrenbang_desa") if rule.offset > 0
    )
    await at_home.press_data(
        ratna,
        f"t:besok:{(await at_home.task(follow_up)).id}",
        says("tugas_diingatkan", kapan="Jumat, 15 Januari, 07.30"),
    )


async def test_on_the_morning_of_its_own_day_a_meeting_is_still_prepared(anywhere: Home) -> None:
    at_home = anywhere
    ratna = await at_home.join("Ratna")
    await at_home.hold()
    await at_home.move_clock(HELD.replace(hour=7))
    shown = await at_home.ask(ratna, "/tugas", says("tugas_daftar_saya"))
    while at_home.title(ROOM) not in shown["text"]:
        shown = await at_home.press(ratna, words("tombol_daftar_maju"), says("tugas_daftar_saya"))
    assert "Pertemuannya sudah lewat" not in shown["text"]
