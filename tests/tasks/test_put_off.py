"""What somebody put off by hand comes at the hour that was promised, whatever else there was to tell that day."""

from datetime import datetime

import pytest

from bot.simulator.chats import Person
from bot.store.queues import notices
from bot.store.queues.notices import DATES
from bot.store.tasks import reminding, tasks
from tests.support.desk import DESA, Desk, local, task_of
from tests.support.homes import Home, labels
from tests.support.sentences import says, words

WORDS = says("tugas_ingat")


async def _another_date(at_home: Home, person: int, now: datetime) -> None:
    """Somebody sets a date in the village, and everybody there is told."""
    planned = await at_home.hold("musdes", DESA, local(2, 1), now)
    async with at_home.town.database.write() as connection:
        await notices.raise_for(connection, DATES, str(planned.occasion.id), {person: now})


async def _counted(at_home: Home, person: int) -> list[str | None]:
    """The days on which what was told unasked is counted, in order."""
    query = "SELECT unasked_on FROM outbox WHERE person_id = :p AND priority = :q ORDER BY id"
    return [row[0] and str(row[0]) for row in await at_home.town.rows(query, p=person, q=1)]


async def _reminded_in_the_morning(at_home: Home) -> Person:
    await at_home.move_clock(local(1, 6, 9))
    ratna = await at_home.join("Ratna")
    await at_home.hold()
    await at_home.town.simulator.move_clock(to=local(1, 7, 7, 30))
    await at_home.hears(ratna, WORDS)
    return ratna


async def test_what_is_put_off_to_the_afternoon_comes_though_the_day_is_full(anywhere: Home) -> None:
    at_home = anywhere
    ratna = await _reminded_in_the_morning(at_home)
    me = await at_home.id_of(ratna)
    await at_home.press(ratna, words("tombol_tugas_sore"), says("tugas_diingatkan", kapan="Kamis, 7 Januari, 16.00"))
    await at_home.town.simulator.move_clock(to=local(1, 7, 10))
    await _another_date(at_home, me, local(1, 7, 10))
    await at_home.hears(ratna, says("jadwal_kabar_baru"))
    await at_home.town.simulator.move_clock(to=local(1, 7, 16))
    message = await at_home.hears(ratna, WORDS)
    assert at_home.title("D05") in message["text"]
    assert await _counted(at_home, me) == ["2027-01-07", "2027-01-07", None]


async def test_a_day_chosen_for_one_task_names_that_task_in_the_list_of_that_day(at_home: Home) -> None:
    """One message, though more is due then, and late: what was asked for is named, the rest is counted."""
    ratna = await _reminded_in_the_morning(at_home)
    task = await at_home.task("D13")
    await at_home.press_data(ratna, f"t:tanggal:{task.id}", "hari apa?")
    await at_home.ask(ratna, "senin depan", says("tugas_diingatkan", kapan="Senin, 11 Januari, 07.30"))
    before = len(await _counted(at_home, await at_home.id_of(ratna)))
    await at_home.town.simulator.move_clock(to=local(1, 11, 7, 30))
    message = await at_home.hears(ratna, WORDS)
    assert at_home.title("D13") in message["text"]
    assert at_home.title("D05") not in message["text"]
    assert words("tombol_tugas_sudah") in labels(message)
    assert len(await _counted(at_home, await at_home.id_of(ratna))) == before + 1


async def test_what_nobody_put_off_does_not_pass_with_what_was(desk: Desk) -> None:
    """The day is full, one task was put off to four and another is due at four by itself: the one comes, the other the
    next morning; and never in a quiet hour."""
    ratna = await desk.join("Ratna")
    planned = await desk.hold()
    mine, other = task_of(planned, "D05"), task_of(planned, "D07")
    await desk.tick(local(1, 7, 7, 30))
    await _put_off(desk, ratna, {mine.id: local(1, 7, 10)})
    await desk.tick(local(1, 7, 10))
    async with desk.database.write() as connection:
        await reminding.move(connection, {other.id: local(1, 7, 12)})
    await desk.tick(local(1, 7, 12))
    assert len(await desk.told(ratna)) == 3  # two that nobody asked for, and one that was
    await _put_off(desk, ratna, {mine.id: local(1, 7, 16)})
    async with desk.database.write() as connection:
        await reminding.move(connection, {other.id: local(1, 7, 16)})
    assert await desk.tick(local(1, 7, 16)) == 1
    waiting = await desk.rows("SELECT subject FROM notices WHERE outcome IS NULL")
    assert [row[0].partition(":")[0] for row in waiting] == [str(other.id)]
    await _put_off(desk, ratna, {mine.id: local(1, 7, 22)})
    assert await desk.tick(local(1, 7, 22)) == 0
    assert await desk.tick(local(1, 8, 7, 30)) == 1


async def _put_off(desk: Desk, person: int, when: dict[int, datetime]) -> None:
    async with desk.database.write() as connection:
        await reminding.move(connection, dict(when))
        for task, at in when.items():
            await tasks.log(connection, [task], reminding.PUT_OFF, at, person, {"to": at.isoformat()})


@pytest.mark.parametrize("what", ["by_another", "moved_since"])
async def test_only_what_its_owner_put_off_to_this_very_hour_is_asked_for(desk: Desk, what: str) -> None:
    ratna = await desk.join("Ratna")
    planned = await desk.hold()
    task = task_of(planned, "D05")
    who, to = (ratna + 1, local(1, 7, 10)) if what == "by_another" else (ratna, local(1, 7, 11))
    await _put_off(desk, who, {task.id: to})
    async with desk.database.write() as connection:
        await reminding.move(connection, {task.id: local(1, 7, 10)})
        due = await reminding.due(connection, local(1, 7, 10), 50)
        found = [one for one in due if one.duty.task.id == task.id]
        assert [one.by_hand for one in found] == [False]


async def test_what_is_put_off_by_hand_comes_also_while_it_waits_for_somebody_else(desk: Desk) -> None:
    """It was promised for that hour; of itself such a task is passed over."""
    ratna, kadir = await desk.join("Ratna"), await desk.join("Kadir", "fasilitator_kecamatan", "73.16.01")
    planned = await desk.hold()
    first, waits = task_of(planned, "D05"), task_of(planned, "D07")
    async with desk.database.write() as connection:
        await reminding.move(connection, {row[0]: None for row in await desk.rows("SELECT id FROM tasks")})
        await tasks.set_values(connection, first.id, owner_id=kadir)
        await reminding.move(connection, {waits.id: local(1, 7, 10)})
    assert await desk.tick(local(1, 7, 10)) == 0
    await _put_off(desk, ratna, {waits.id: local(1, 7, 11)})
    assert await desk.tick(local(1, 7, 11)) == 1
    assert desk.office.catalog.text("tugas.D07.judul") in (await desk.told(ratna))[-1]["text"]
