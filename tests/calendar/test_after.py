"""After musrenbang: a stage is told once by the office, reaches every wilayah, moves everywhere at once, and what it
asks for stays in the lists for a year."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime, timedelta

import pytest
from sqlalchemy import insert, select

from bot.core.tasks.planning import ends
from bot.store.tables import occasions, outbox, switches, tasks
from bot.store.tasks import tasks as stored
from bot.store.tasks.tasks import COLUMNS, DONE, LAPSED, OPEN, WAITING, Task
from bot.work.round import Round
from bot.work.tasks import closing, ladder
from bot.work.tasks.planning import targets
from tests.support.kabupaten import KABUPATEN, Kabupaten, kabupaten, local, tell
from tests.support.phones import Someone
from tests.support.stopwatch import allowed, stopwatch
from tests.support.ways import finish_form
from tests.support.witness import ZONE
from tests.support.year import villages

#: Each stage as an officer types it, its day, and what the office itself owes for it.
STAGES = {
    "sipd_buka": ("SIPD dibuka", local(2026, 10, 15), "P03"),
    "rkpd": ("RKPD ditetapkan", local(2027, 7, 2), "P09"),
    "kua_ppas": ("KUA-PPAS disepakati", local(2027, 8, 12), "P10"),
    "apbd": ("APBD ditetapkan", local(2027, 11, 25), "P11"),
}
BEGINS = local(2026, 10, 1, 9)
#: Seconds of work that a date for everybody may put before everybody else.
AT_MOST = 2.0


async def _inhabit(place: Kabupaten, chosen: Sequence[str]) -> Someone:
    """A facilitator and an operator everywhere, and the officer, who uses every task that there is."""
    for number, village in enumerate(chosen):
        await place.settle(f"Fasilitator {number}", "fasilitator_desa", village, "diam")
        await place.settle(f"Operator {number}", "operator", village, "diam")
    for number, kecamatan in enumerate(sorted({village.rpartition(".")[0] for village in chosen})):
        await place.settle(f"Kecamatan {number}", "fasilitator_kecamatan", kecamatan, "diam")
    officer = await place.settle("Hasnah", "bappeda", KABUPATEN, "diam")
    rows = [{"rule": key, "used": True, "by": officer.id, "at": BEGINS} for key in place.office.catalog.calendar.rules]
    async with place.database.write() as connection:
        await connection.execute(insert(switches), rows)
    return officer


async def _set(place: Kabupaten, officer: Someone, kind: str) -> float:
    """The officer tells the day; returns the seconds that *Simpan* took."""
    name, day, _ = STAGES[kind]
    await place.says(officer, f"/jadwal {name} {day.day}/{day.month}/{day.year}")
    with stopwatch() as took:
        await finish_form(place, officer)
    return took.seconds


async def _tasks(place: Kabupaten, kind: str) -> list[Task]:
    query = select(*COLUMNS).join(occasions, occasions.c.id == tasks.c.occasion_id).where(occasions.c.kind == kind)
    async with place.database.read() as connection:
        return [Task(*row) for row in await connection.execute(query.order_by(tasks.c.id))]


async def _letters(place: Kabupaten, after: int) -> Counter[int]:
    """How many letters each person was promised since."""
    async with place.database.read() as connection:
        rows = await connection.execute(select(outbox.c.person_id).where(outbox.c.id > after))
        return Counter(row[0] for row in rows)


async def _newest(place: Kabupaten) -> int:
    async with place.database.read() as connection:
        return int((await connection.execute(select(outbox.c.id).order_by(outbox.c.id.desc()))).scalar() or 0)


async def _id_of(place: Kabupaten, kind: str) -> int:
    async with place.database.read() as connection:
        return int((await connection.execute(select(occasions.c.id).where(occasions.c.kind == kind))).scalar_one())


@pytest.mark.parametrize("kind", STAGES)
async def test_a_stage_told_once_reaches_every_wilayah_and_moves_everywhere_with_one_message_each(
    database_url: str, kind: str, capsys: pytest.CaptureFixture[str]
) -> None:
    async with kabupaten(database_url, BEGINS) as place:
        officer = await _inhabit(place, villages())
        took = await _set(place, officer, kind)
        made = await _tasks(place, kind)
        _check_everywhere(place, kind, made, STAGES[kind][1])
        await place.tick()  # what was told of the day is not what is told of its moving
        before = await _newest(place)
        to = STAGES[kind][1] + timedelta(days=9)
        with stopwatch() as moving:
            await place.pushes(officer, f"j:pindah:{await _id_of(place, kind)}:{to:%Y%m%d%H%M}")
        moved = await _tasks(place, kind)
        _check_everywhere(place, kind, moved, to)
        assert [task.id for task in moved] == [task.id for task in made]
        assert all(now.due_on > was.due_on for now, was in zip(moved, made, strict=True))
        await place.tick()
        letters = await _letters(place, before)
        assert set(letters.values()) == {1}
        looking = {one.id for one in place.people.values() if one.role.startswith("fasilitator")}
        assert set(letters) == looking | {officer.id} | {task.owner_id for task in moved}
    told = f"{len(made)} tasks set in {took:.2f} s, moved in {moving.seconds:.2f} s ({len(letters)} letters)"
    tell(capsys, f"{kind}: {told}")
    assert max(took, moving.seconds) < allowed(AT_MOST)


def _check_everywhere(place: Kabupaten, kind: str, found: Sequence[Task], day: datetime) -> None:
    """One task of every rule in every wilayah of its list, its own person's, on a working day from that day on."""
    calendar = place.office.catalog.calendar
    rules = [rule for rule in calendar.rules.values() if kind in rule.anchors]
    wanted = {(rule.key, wilayah) for rule in rules for wilayah in targets(place.office, KABUPATEN, rule.list)}
    assert {(task.rule, task.wilayah) for task in found} == wanted
    assert {task.wilayah for task in found} >= set(villages())
    for task in found:
        rule = calendar.rules[task.rule]
        assert calendar.workdays.is_working(task.due_on)
        assert task.due_on >= (day + timedelta(days=rule.offset)).date()
        assert (task.state == WAITING) is bool(rule.inputs)
        owner = place.people[task.owner_id or 0]
        assert task.wilayah.startswith(owner.scope)
        assert task.ends_at is not None
        last = max(ends(rule, day.date(), calendar.policy), task.due_on + timedelta(days=1))
        assert task.ends_at.astimezone(ZONE).date() == last


async def test_what_the_office_owes_starts_all_villages_at_once_and_until_then_nobody_is_late(
    database_url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    async with kabupaten(database_url, BEGINS) as place:
        officer = await _inhabit(place, villages())
        await _set(place, officer, "rkpd")
        owed = next(task for task in await _tasks(place, "rkpd") if task.rule == STAGES["rkpd"][2])
        now = local(2027, 9, 1, 9)  # long after the day on which it was due
        waiting = [task for task in await _tasks(place, "rkpd") if task.state == WAITING]
        assert len(waiting) >= 129
        assert all(task.remind_at is None for task in waiting)
        with stopwatch() as took:
            async with place.database.write() as connection:
                begun = await closing.close(Round(connection, place.office, now), owed, DONE, officer.id)
        assert {task.id for task in begun} == {task.id for task in waiting}
        opened = [task for task in await _tasks(place, "rkpd") if task.id != owed.id]
        assert {task.state for task in opened} == {OPEN}
        assert all(task.due_on > now.date() for task in opened)
    tell(capsys, f"rkpd: {len(begun)} tasks begun in {took.seconds:.2f} s")
    assert took.seconds < allowed(AT_MOST)


async def test_the_follow_up_stays_twelve_months_and_then_leaves_by_itself(database_url: str) -> None:
    async with kabupaten(database_url, BEGINS) as place:
        officer = await _inhabit(place, villages()[:2])
        await _set(place, officer, "rkpd")
        everything = len(await _tasks(place, "rkpd"))
        async with place.database.write() as connection:
            assert await ladder.lapse_due(Round(connection, place.office, local(2028, 7, 1, 23)), 1000) == 0
            assert await ladder.lapse_due(Round(connection, place.office, local(2028, 7, 2, 9)), 1000) == everything
            assert await stored.waiting_for(connection, ["D28"], KABUPATEN) == []
        assert {task.state for task in await _tasks(place, "rkpd")} == {LAPSED}


async def test_nobody_but_the_office_tells_a_stage(sqlite_url: str) -> None:
    async with kabupaten(sqlite_url, BEGINS) as place:
        await _inhabit(place, villages()[:2])
        other = next(one for one in place.people.values() if one.role == "fasilitator_kecamatan")
        await _set(place, other, "rkpd")
        assert await _tasks(place, "rkpd") == []
