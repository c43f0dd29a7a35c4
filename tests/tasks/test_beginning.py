"""What can be done already is mentioned, in one line of a message that comes anyway."""

from datetime import datetime, timedelta

from bot.store.queues.notices import Notice
from bot.store.tasks import reminding, tasks
from bot.work.round import Round
from bot.work.tasks import closing, digest
from tests.support.desk import DESA, KECAMATAN, NOW, Desk, local, task_of
from tests.support.homes import Home
from tests.support.sentences import says

#: A Thursday. D05 is due on 23 March, D07 on the first of April and D08 on the second: from 23 March on, after D05.
HELD = local(4, 22)
FIRST, LATER = "D05", ("D07", "D08")
MENTIONED = says("tugas_ingat", mulai=True)


def title(desk: Desk, rule: str) -> str:
    return desk.office.catalog.text(f"tugas.{rule}.judul")


async def _done(desk: Desk, planned: object, rule: str, at: datetime, by: int) -> None:
    async with desk.database.write() as connection:
        await closing.close(Round(connection, desk.office, at), task_of(planned, rule), tasks.DONE, by)  # type: ignore[arg-type]


async def _put_off(desk: Desk, rule: str, to: datetime) -> None:
    """So that a message comes on that day."""
    task = (await desk.rows("SELECT id FROM tasks WHERE rule = :r", r=rule))[0][0]
    async with desk.database.write() as connection:
        await reminding.move(connection, {task: to})


async def test_one_thing_that_can_be_done_by_now_is_mentioned(desk: Desk) -> None:
    """In a message that comes anyway: the facilitator's own first reminders of these are put aside."""
    ratna = await desk.join("Ratna")
    planned = await desk.hold(at=HELD)
    await _done(desk, planned, FIRST, local(3, 18), ratna)
    for rule in LATER:
        await _put_off(desk, rule, local(4, 10, 7, 30))
    await _put_off(desk, "D13", local(3, 22, 7, 30))
    await desk.tick(local(3, 22, 7, 30))
    assert (await desk.told(ratna))[-1]["text"] not in MENTIONED  # from the twenty-third on
    await _put_off(desk, "D13", local(3, 23, 7, 30))
    await desk.tick(local(3, 23, 7, 30))
    (text,) = [one["text"] for one in (await desk.told(ratna))[1:]]
    assert text in says("tugas_ingat", mulai=title(desk, LATER[0]))
    assert title(desk, LATER[1]) not in text


async def test_what_can_be_done_after_one_s_own_task_is_named_from_its_first_day(desk: Desk) -> None:
    ratna = await desk.join("Ratna")
    planned = await desk.hold(at=HELD)
    await desk.tick(local(3, 22, 7, 30))
    (message,) = await desk.told(ratna)
    assert f"<b>{title(desk, FIRST)}</b>" in message["text"]
    assert message["text"] not in MENTIONED
    await _done(desk, planned, FIRST, local(3, 22, 8), ratna)
    for hour in range(8, 24):
        assert await desk.tick(local(3, 22, 7, 30) + timedelta(hours=hour)) == 0
    await desk.tick(local(3, 23, 7, 30))
    assert f"<b>{title(desk, LATER[0])}</b>" in (await desk.told(ratna))[-1]["text"]


def test_a_reminder_stays_within_sixty_words_whatever_it_mentions(desk: Desk) -> None:
    rules = desk.office.catalog.calendar.rules
    longest = max(rules.values(), key=lambda rule: len(title(desk, rule.key).split()))
    who, today = Notice(1, 1, "tugas", "", 1, "Sitti Rahmawati", True), NOW.date()
    mentioned = 0
    for number, rule in enumerate(rules.values()):
        for on_behalf in (True, False):
            task = tasks.Task(number + 2, rule.key, 1, DESA, 1, on_behalf, today, tasks.OPEN)
            other = tasks.Task(1, longest.key, 1, DESA, 1, False, today, tasks.OPEN)
            duty, ahead = (reminding.Duty(one, rule.anchors[0], "", DESA, HELD) for one in (task, other))
            _, told = digest.day_of(desk.office, who, digest.Day([duty], [duty, duty], [ahead]), today)
            assert told is not None
            assert len(told.text.split()) <= 60, rule.key
            mentioned += told.text in MENTIONED
    assert mentioned > len(rules)  # there is room for it more often than not


async def test_the_list_says_what_can_be_done_already(anywhere: Home) -> None:
    at_home = anywhere
    await at_home.move_clock(local(3, 24, 9))
    amir = await at_home.join("Pak Amir", "fasilitator_kecamatan", KECAMATAN)
    await at_home.hold("musrenbang_kecamatan", KECAMATAN, HELD)
    await at_home.move_clock(local(3, 25, 9))
    text = (await at_home.ask(amir, "/tugas", says("tugas_daftar_saya")))["text"]
    lines = {
        rule: next((line for line in text.splitlines() if at_home.title(rule) in line), "") for rule in ("K07", "K13")
    }
    assert lines["K07"]
    assert [rule for rule, line in lines.items() if "sudah bisa dimulai" in line] == ["K07"]
