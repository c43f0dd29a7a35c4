"""Who hears of a task that is late, on which day, and in whose name: as the policy file says, and not otherwise."""

import json
import tomllib
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select, update

from bot.store.tables import outbox
from bot.store.tables import people as people_rows
from bot.store.tasks import tasks
from bot.store.tasks.tasks import COLUMNS, DONE, Task
from bot.work.round import Round
from bot.work.tasks import closing, owners
from tests.support.desk import DESA, KECAMATAN, ZONE, Desk, local
from tests.support.sentences import says

KABUPATEN = "73.16"
POLICY = tomllib.loads((Path(__file__).parents[2] / "content/tugas/kebijakan.toml").read_text("utf-8"))
#: Early enough that no due day of a meeting in February is squeezed.
EARLY = local(11, 2, year=2026)
#: A meeting whose days afterwards run into two weeks of holidays: Nyepi, Idulfitri and the days that go with it.
BEFORE_HOLIDAYS = local(3, 4)
#: Days off from January to March 2027, as the letter about holidays names them.
OFF = {
    date(2027, month, day)
    for month, days in {1: (1, 5), 2: (5, 6), 3: (8, 9, 10, 11, 12, 15, 25, 26)}.items()
    for day in days
}
#: Somebody's own task, what somebody makes sure of for an office without an account, and tasks of those who stand on
#: the ladder themselves: (rule, whose it is, by which name it is called above).
CASES = {
    "D05": ("fasilitator_desa", "Ratna"),
    "D11": ("fasilitator_desa", "menunggu kantor desa atau BPD"),
    "K07": ("fasilitator_kecamatan", "Amir"),
    "K11": ("camat", "Nur"),
    "P09": ("bappeda", "Hasnah"),
}
HELD = {"D": "musrenbang_desa", "K": "musrenbang_kecamatan", "P": "rkpd"}
PLACES = {"D": DESA, "K": KECAMATAN, "P": KABUPATEN}


def _working(first: date, days: int) -> date:
    """So many working days later, counted by hand."""
    while days:
        first += timedelta(days=1 if days > 0 else -1)
        if first.weekday() < 5 and first not in OFF:
            days -= 1 if days > 0 else -1
    return first


async def _settle_in(desk: Desk) -> dict[str, int]:
    return {
        "fasilitator_desa": await desk.join("Ratna"),
        "fasilitator_kecamatan": await desk.join("Amir", "fasilitator_kecamatan", KECAMATAN),
        "camat": await desk.join("Nur", "camat", KECAMATAN),
        "bappeda": await desk.join("Hasnah", "bappeda", KABUPATEN),
    }


async def _only(desk: Desk, rule: str) -> Task:
    """The one task that is left to do."""
    async with desk.database.write() as connection:
        found = [Task(*row) for row in await connection.execute(select(*COLUMNS))]
        others = [task.id for task in found if task.rule != rule]
        await tasks.close(connection, others, DONE, EARLY, None)
    return next(task for task in found if task.rule == rule)


async def _days(desk: Desk, first: date, last: date) -> list[tuple[date, int, str]]:
    """What the clock told whom on each of these days: (day, person, text)."""
    told: list[tuple[date, int, str]] = []
    known = {row[0] for row in await desk.rows("SELECT id FROM outbox")}
    for when in _hours(first, last):
        if not await desk.tick(when):
            continue
        async with desk.database.read() as connection:
            for row in await connection.execute(select(outbox.c.id, outbox.c.person_id, outbox.c.params)):
                if row.id not in known:
                    told.append((when.date(), row.person_id, json.loads(row.params).get("text", "")))
                known.add(row.id)
    return told


def _hours(first: date, last: date) -> Iterator[datetime]:
    """Before and at the hour of the lists, at noon, and in the afternoon."""
    for day in range((last - first).days + 1):
        for hour in (time(7, 29), time(7, 30), time(12, 30), time(16)):
            yield datetime.combine(first + timedelta(days=day), hour, ZONE)


def _about(desk: Desk, told: list[tuple[date, int, str]], rule: str) -> list[tuple[date, int, str]]:
    """Without what is said of the meeting itself, which names whatever is still open."""
    title, meeting = desk.office.catalog.text(f"tugas.{rule}.judul"), (says("rapat_besok"), says("rapat_hari_ini"))
    return [one for one in told if title in one[2] and not any(one[2] in sentence for sentence in meeting)]


def _expected(due: date, doer: str, people: dict[str, int]) -> list[tuple[date, int]]:
    """By the policy file: the doer is reminded, and whoever stands above them finds it in their list. Of three
    reminders before the day the third is left out: there is nothing else to name, and it was named twice running."""
    steps = sorted(POLICY["langkah"], key=lambda step: step["hari"])
    above = [step["siapa"] for step in steps if step["cara"] == "daftar"]
    higher = above[above.index(doer) + 1 :] if doer in above else above
    reminded = [(step["hari"], doer) for step in steps if step["cara"] == "ingatkan" and step["hari"] != -1]
    climbing = [(step["hari"], step["siapa"]) for step in steps if step["siapa"] in higher]
    return [(_working(due, days), people[role]) for days, role in sorted([*reminded, *climbing])]


def _begins(desk: Desk, task: Task) -> date:
    """The first reminder: when it can be begun, on a working day, and a day before those of the policy file."""
    rule = desk.office.catalog.calendar.rules[task.rule]
    lead = POLICY["mulai"] if rule.begins is None else rule.offset - rule.begins
    early = min(step["hari"] for step in POLICY["langkah"]) - 1
    wanted = _working(task.due_on - timedelta(days=lead + 1), 1)
    return min(wanted, _working(task.due_on, early))


@pytest.mark.parametrize("rule", CASES)
@pytest.mark.parametrize("held", [local(2, 18), BEFORE_HOLIDAYS], ids=["february", "before_holidays"])
async def test_order_days_and_names_are_those_of_the_policy_file(desk: Desk, rule: str, held: datetime) -> None:
    doer, name = CASES[rule]
    people = await _settle_in(desk)
    await desk.hold(HELD[rule[0]], PLACES[rule[0]], held, EARLY)
    task = await _only(desk, rule)
    assert task.owner_id == people[doer]
    begins = _begins(desk, task)
    told = _about(desk, await _days(desk, begins - timedelta(days=3), task.due_on + timedelta(days=28)), rule)
    expected = [(begins, people[doer]), *_expected(task.due_on, doer, people)]
    prepares = desk.office.catalog.calendar.rules[rule].phase == "persiapan"
    expected = [one for one in expected if not prepares or one[0] <= held.date()]  # what is over climbs no more
    leads = people["fasilitator_kecamatan" if rule.startswith("K") else "fasilitator_desa"]
    expected = [one for one in expected if one != (held.date(), leads)]  # who hears of the meeting alone that day
    assert [(day, person) for day, person, _ in told] == expected
    assert all(name in text for _, person, text in told if person != people[doer])


async def test_what_somebody_only_makes_sure_of_climbs_in_nobodys_name(desk: Desk) -> None:
    people = await _settle_in(desk)
    await desk.hold(at=local(2, 18), now=EARLY)
    task = await _only(desk, "D11")
    told = await _days(desk, task.due_on, task.due_on + timedelta(days=21))
    assert (
        len({(day, person) for day, person, _ in _about(desk, told, "D11")}) == 3
    )  # twice to Ratna, once to the kecamatan; then the meeting is over
    above = [text for _, person, text in told if person in (people["fasilitator_kecamatan"], people["bappeda"])]
    assert all("Ratna" not in text for text in above)
    assert all("lewat" not in text for _, _, text in _about(desk, told, "D11"))


async def test_handing_over_in_between_changes_who_is_told_and_the_next_has_their_days(desk: Desk) -> None:
    people = await _settle_in(desk)
    uleng = await desk.join("Uleng", "delegasi")
    await desk.hold(at=local(2, 18), now=EARLY)
    task = await _only(desk, "D05")
    first = await _days(desk, task.due_on, task.due_on + timedelta(days=1))
    assert {person for _, person, _ in _about(desk, first, "D05")} == {people["fasilitator_desa"]}
    now = datetime.combine(task.due_on + timedelta(days=1), time(22), ZONE)
    async with desk.database.write() as connection:
        await tasks.set_values(connection, task.id, offered_to=uleng)
        assert await owners.hand(Round(connection, desk.office, now), task.id, uleng)
    due = (await desk.rows("SELECT due_on FROM tasks WHERE id = :t", t=task.id))[0][0]
    assert str(due) == str(_working(now.date(), POLICY["waktu_paling_sedikit_hari"]))
    told = _about(desk, await _days(desk, now.date() + timedelta(days=1), now.date() + timedelta(days=28)), "D05")
    assert [(day, person) for day, person, _ in told] == [
        (_working(date.fromisoformat(str(due)), days), person)
        for days, person in (
            (-1, uleng),
            (0, uleng),
            (2, uleng),
            (5, people["fasilitator_kecamatan"]),
            (8, people["bappeda"]),
        )
    ]
    assert all("Ratna" not in text for _, _, text in told)
    assert all("Uleng" in text for _, _, text in told)


async def test_whoever_blocked_the_bot_does_not_stop_the_ladder(desk: Desk) -> None:
    people = await _settle_in(desk)
    await desk.run(update(people_rows).where(people_rows.c.name == "Ratna").values(unreachable_since=EARLY))
    await desk.hold(at=local(2, 18), now=EARLY)
    task = await _only(desk, "D05")
    told = _about(desk, await _days(desk, task.due_on, task.due_on + timedelta(days=21)), "D05")
    assert [(day, person) for day, person, _ in told] == [
        (_working(task.due_on, 5), people["fasilitator_kecamatan"]),
        (_working(task.due_on, 8), people["bappeda"]),
    ]


async def test_nobody_is_late_with_what_waits_for_somebody_else(desk: Desk) -> None:
    """The camat cannot invite (K11) before the facilitator has gathered the usulan (K07): she alone is asked, and when
    she is done the camat has his days."""
    people = await _settle_in(desk)
    await desk.hold("musrenbang_kecamatan", KECAMATAN, local(2, 18), EARLY)
    async with desk.database.write() as connection:
        found = [Task(*row) for row in await connection.execute(select(*COLUMNS))]
        others = [task.id for task in found if task.rule not in ("K07", "K11")]
        await tasks.close(connection, others, DONE, EARLY, None)
    first, second = (next(task for task in found if task.rule == rule) for rule in ("K07", "K11"))
    told = await _days(desk, first.due_on, second.due_on + timedelta(days=1))
    assert _about(desk, told, "K07")
    assert _about(desk, told, "K11") == []
    now = datetime.combine(second.due_on + timedelta(days=1), time(22), ZONE)
    async with desk.database.write() as connection:
        await closing.close(Round(connection, desk.office, now), first, DONE, people["fasilitator_kecamatan"])
    due = _working(now.date(), POLICY["waktu_paling_sedikit_hari"])
    told = _about(desk, await _days(desk, now.date() + timedelta(days=1), due + timedelta(days=1)), "K11")
    assert {(day, person) for day, person, _ in told} <= {(day, people["camat"]) for day in (_working(due, -1), due)}
    assert told
    assert "hari kerja" not in told[0][2]


async def test_what_was_told_is_not_told_again_when_something_else_climbs(desk: Desk) -> None:
    people = await _settle_in(desk)
    await desk.hold(at=local(2, 18), now=EARLY)
    everything = await _days(desk, date(2027, 1, 18), date(2027, 3, 20))
    above = [text for _, person, text in everything if person == people["fasilitator_kecamatan"]]
    for rule in ("D05", "D07", "D11", "D19"):
        title = desk.office.catalog.text(f"tugas.{rule}.judul")
        assert sum(f"• {title}," in text for text in above) == 1, rule


async def test_it_comes_with_the_daily_list_and_never_by_itself(desk: Desk) -> None:
    """Who chose four in the afternoon hears of it at four, also when it climbed at half past seven."""
    await desk.join("Ratna")
    amir = await desk.join("Amir", "fasilitator_kecamatan", KECAMATAN, digest_at=16 * 60)
    await desk.hold(at=local(2, 18), now=EARLY)
    task = await _only(desk, "D05")
    day = _working(task.due_on, 5)
    title, heard = desk.office.catalog.text("tugas.D05.judul"), []
    for hour in (8, 12, 15, 16, 17):
        await desk.tick(datetime.combine(day, time(hour), ZONE))
        heard.append(sum(title in message.get("text", "") for message in await desk.told(amir)))
    assert heard == [0, 0, 0, 1, 1]


async def test_who_stands_above_hears_of_what_is_late_below_them_and_nowhere_else(desk: Desk) -> None:
    """Both are told in the same moment, of the same task in two villages."""
    there, village = "73.16.02", "73.16.02.2008"
    await desk.join("Ratna")
    await desk.join("Sitti", scope=village)
    amir = await desk.join("Amir", "fasilitator_kecamatan", KECAMATAN)
    lina = await desk.join("Lina", "fasilitator_kecamatan", there)
    for place in (DESA, village):
        await desk.hold(wilayah=place, at=local(2, 18), now=EARLY)
    task = await _only(desk, "D05")
    told = _about(desk, await _days(desk, task.due_on, task.due_on + timedelta(days=21)), "D05")
    heard = {person: [text for _, who, text in told if who == person] for person in (amir, lina)}
    assert [len(texts) for texts in heard.values()] == [1, 1]
    assert ("Ratna" in heard[amir][0], "Sitti" in heard[amir][0]) == (True, False)
    assert ("Ratna" in heard[lina][0], "Sitti" in heard[lina][0]) == (False, True)
