"""What is of no use any more is let go, and what waits for nothing begins."""

from datetime import timedelta

from sqlalchemy import insert, update

from bot.store.tables import switches, tasks
from bot.store.tasks.tasks import DONE
from bot.work.round import Round
from bot.work.tasks import closing, owed, owners, planning
from tests.support.desk import DESA, KECAMATAN, NOW, Desk, local, task_of

KABUPATEN = "73.16"
PREPARATION = ("D05", "D07", "D08", "D11", "D13")


async def _rows(desk: Desk) -> dict[str, tuple[object, ...]]:
    query = "SELECT rule, state, due_on, rung, remind_at, climb_at, ends_at FROM tasks"
    return {row[0]: tuple(row[1:]) for row in await desk.rows(query)}


async def test_another_hour_of_the_same_day_moves_nothing_and_forgives_nothing(desk: Desk) -> None:
    await desk.join("Ratna")
    await desk.join("Amir", "fasilitator_kecamatan", KECAMATAN)
    planned = await desk.hold(at=local(2, 10))
    for day in range(11, 23):
        await desk.tick(local(1, day, 7, 31))
    before = await _rows(desk)
    assert before["D05"][2] == 2
    async with desk.database.write() as connection:
        moved = await planning.move(
            Round(connection, desk.office, local(1, 22)), planned.occasion, local(2, 10, 14), None
        )
    assert (moved.moved, moved.closed) == ([], [])
    assert await _rows(desk) == before


async def test_a_meeting_that_turns_out_to_be_over_asks_for_no_preparation(desk: Desk) -> None:
    await desk.join("Ratna")
    planned = await desk.hold()
    async with desk.database.write() as connection:
        moved = await planning.move(Round(connection, desk.office, NOW), planned.occasion, local(1, 3), None)
    assert {task.rule for task in moved.closed} == set(PREPARATION)
    rows = await _rows(desk)
    assert {rows[rule][0] for rule in PREPARATION} == {"lapsed"}
    assert {rows[rule][3:] for rule in PREPARATION} == {(None, None, None)}
    assert rows["D19"][0] == "open"


async def test_nobody_hears_after_the_meeting_of_what_only_prepared_it(desk: Desk) -> None:
    """But invitations are asked about: whether they went out is one of the four questions."""
    people = [
        await desk.join("Ratna"),
        await desk.join("Amir", "fasilitator_kecamatan", KECAMATAN),
        await desk.join("Hasnah", "bappeda", KABUPATEN),
    ]
    await desk.hold(at=local(2, 18), now=local(11, 2, year=2026))
    for day in range(60):
        await desk.tick(local(1, 18, 7, 30) + timedelta(days=day))
    said = {person: " ".join(one.get("text", "") for one in await desk.told(person)) for person in people}
    place, invitation = (desk.office.catalog.text(f"tugas.{rule}.judul") for rule in ("D13", "D11"))
    assert f"• {place}," not in said[people[1]] + said[people[2]]
    assert f"• {invitation}," in said[people[1]]


async def test_a_task_used_again_after_its_meeting_stays_closed(desk: Desk) -> None:
    """Nothing is left that is open and that no clock looks at; what would be late at once is asked of nobody."""
    await desk.join("Ratna")
    planned = await desk.hold()
    after = local(1, 15)
    async with desk.database.write() as connection:
        await connection.execute(update(tasks).where(tasks.c.rule.in_(("D11", "D19"))).values(state="cancelled"))
        again = await planning.complete(Round(connection, desk.office, after), planned.occasion)
    assert {change.task.rule for change in again.moved} == {"D19"}
    rows = await _rows(desk)
    assert rows["D11"][0] == "cancelled"
    assert rows["D19"][0] == "open"
    assert None not in (rows["D19"][4], rows["D19"][5])


async def test_what_misses_nothing_any_more_begins_when_it_would_have_climbed(desk: Desk) -> None:
    """An input that is taken out of the content is published by nobody."""
    await desk.join("Ratna")
    await desk.hold()
    assert (await _rows(desk))["D21"][0] == "waiting"
    await desk.run(insert(switches), [{"rule": "P03", "used": False, "by": None, "at": NOW}])
    await desk.tick(local(1, 28, 7, 30))
    row = (await _rows(desk))["D21"]
    assert (row[0], row[2]) == ("open", 0)
    assert row[3] is not None


async def test_last_years_input_is_not_this_years(desk: Desk) -> None:
    """SIPD opened in January for the plan of 2028; a meeting in November prepares the next one."""
    await desk.join("Ratna")
    officer = await desk.join("Hasnah", "bappeda", KABUPATEN)
    stage = await desk.hold("sipd_buka", KABUPATEN, local(1, 4))
    async with desk.database.write() as connection:
        await closing.close(Round(connection, desk.office, NOW), task_of(stage, "P03"), DONE, officer)
    now = task_of(await desk.hold(at=local(1, 14)), "D21")
    following = task_of(await desk.hold(at=local(11, 18), now=local(10, 1)), "D21")
    assert (now.state, following.state) == ("open", "waiting")


async def test_a_line_taken_out_of_the_content_breaks_nobodys_list(desk: Desk) -> None:
    await desk.hold()
    await desk.run(update(tasks).where(tasks.c.rule == "D21").values(rule="D99"))
    async with desk.database.read() as connection:
        assert await owed.owed(connection, desk.office, [KABUPATEN]) == []
    await desk.tick(local(1, 28, 7, 30))
    assert (await desk.rows("SELECT climb_at FROM tasks WHERE rule = 'D99'"))[0][0] is None


async def test_what_somebody_asked_of_others_goes_with_them(desk: Desk) -> None:
    """A call for help in one's own words, and the question to somebody else, are not the next owner's."""
    ratna, nur = await desk.join("Ratna"), await desk.join("Nur", "camat", KECAMATAN)
    task = task_of(await desk.hold(), "D05")
    asked = {"help_at": NOW, "why": "Anak saya sakit.", "offered_to": nur}
    await desk.run(update(tasks).where(tasks.c.id == task.id).values(**asked))
    sitti = await desk.join("Sitti", "pendamping", KECAMATAN)
    async with desk.database.write() as connection:
        await owners.take_over(Round(connection, desk.office, NOW), ratna, sitti, [DESA])
    row = (await desk.rows("SELECT owner_id, help_at, why, offered_to FROM tasks WHERE rule = 'D05'"))[0]
    assert tuple(row) == (sitti, None, None, None)
