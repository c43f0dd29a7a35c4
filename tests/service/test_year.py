"""Catatan pengabdian: what a facilitator's year is, what is not theirs, and the page that it becomes."""

import io
import json
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from pypdf import PdfReader
from sqlalchemy import select

from bot.core.calendar.years import plan_years
from bot.store import tables as t
from bot.store.calendar import occasions
from bot.store.calendar.occasions import Occasion
from bot.store.database.database import Connection, Database
from bot.store.database.ids import new_id
from bot.store.service.year import Tenure
from bot.store.tasks import tasks
from bot.store.tasks.tasks import Task
from bot.work.office import Office
from bot.work.round import Round
from bot.work.service import year as service
from bot.work.service.year import Heard, Year
from tests.roles import conftest as roles
from tests.support.sentences import says, words
from tests.support.town import catalog_of, town

ZONE = ZoneInfo("Asia/Makassar")
BOIYA, OTHER_DESA, MAIWA, ENREKANG = "73.16.01.2012", "73.16.01.2002", "73.16.01", "73.16"
NOW = datetime(2027, 3, 2, 3, 0, tzinfo=UTC)
ME, SOMEBODY = 7, 8


@pytest.fixture
async def connection(database_url: str) -> AsyncIterator[Connection]:
    database = Database(database_url)
    async with database.write() as opened:
        yield opened
    await database.close()


def _office() -> Office:
    return Office(catalog_of(), "Bappeda Enrekang", ZONE)


def _day(month: int, day: int, year: int = 2027) -> datetime:
    return datetime(year, month, day, 9, 0, tzinfo=ZONE)


async def _grant(connection: Connection, role: str, scope: str, since: datetime, **more: Any) -> None:
    row = {"id": new_id(), "person_id": ME, "role": role, "scope": scope, "granted_at": since}
    await connection.execute(t.grants.insert(), [row | {"until": None, "revoked_at": None} | more])


async def _met(
    connection: Connection,
    kind: str,
    when: datetime,
    wilayah: str = BOIYA,
    by: int = SOMEBODY,
    about: str = "",
    cycle: int = 2028,
) -> int:
    one = Occasion(new_id(), kind, wilayah, about, cycle, when, "Balai", by, when)
    await occasions.add(connection, one)
    return one.id


async def _came(connection: Connection, occasion: int, women: int | None, men: int | None) -> None:
    row = {"occasion_id": occasion, "women": women, "men": men, "elements": None, "file_id": None, "by": ME, "at": NOW}
    await connection.execute(t.attendance.insert(), [row])


async def _usulan(connection: Connection, serial: int, desa: str = BOIYA, **more: Any) -> None:
    row = {
        "id": new_id(),
        "code": f"ENR-27-{desa[-7:]}-{serial}",
        "year": 2027,
        "kecamatan": desa.rpartition(".")[0],
        "serial": serial,
        "desa": desa,
        "answers": "{}",
        "status": "tercatat",
        "spoken_at": _day(2, 1),
    }
    await connection.execute(t.usulan.insert(), [row | more])


async def _year(connection: Connection, year: int = 2028, now: datetime = NOW) -> Year:
    found = await service.tenures(connection, ME)
    return await service.gather(Round(connection, _office(), now), ME, found, year)


async def test_a_meeting_counts_that_was_held_in_the_year_while_they_were_there(connection: Connection) -> None:
    await _grant(connection, "fasilitator_desa", BOIYA, _day(1, 1, 2026))
    kept = await _met(connection, "musrenbang_desa", _day(1, 14))
    november = await _met(connection, "musdus", _day(11, 30, 2026), about="Timur")  # this season
    await _met(connection, "musdus", _day(3, 30, 2026), cycle=2027)  # another plan
    await _met(connection, "musdus", _day(3, 9), about="Besok")  # still to come
    await _met(connection, "musrenbang_desa", _day(1, 20), OTHER_DESA)  # another desa
    called_off = await _met(connection, "musdes", _day(1, 21))
    await occasions.cancel(connection, called_off, "Banjir.", NOW)
    told = await _year(connection)
    assert [one.occasion.id for one in told.meetings] == [november, kept]
    assert not told.beside


async def test_the_year_begins_and_ends_by_the_clock_of_the_kabupaten(connection: Connection) -> None:
    await _grant(connection, "fasilitator_desa", BOIYA, _day(1, 1, 2026))
    night = datetime(2026, 3, 31, 17, 0, tzinfo=UTC)  # 01.00 on the first of April in Enrekang
    held = await _met(connection, "musdus", night)
    assert [one.occasion.id for one in (await _year(connection, 2028)).meetings] == [held]
    assert (await _year(connection, 2027)).is_empty


async def test_before_and_after_the_role_it_was_somebody_elses_work(connection: Connection) -> None:
    over = {"revoked_at": _day(2, 1), "until": _day(12, 31)}
    await _grant(connection, "fasilitator_desa", BOIYA, _day(1, 10), **over)
    await _met(connection, "musdus", _day(1, 5))
    within = await _met(connection, "musrenbang_desa", _day(1, 14))
    await _met(connection, "musdes", _day(2, 2))
    for serial, spoken in enumerate((_day(1, 9), _day(1, 12), _day(2, 3)), 1):
        await _usulan(connection, serial, spoken_at=spoken)
    told = await _year(connection)
    assert [one.occasion.id for one in told.meetings] == [within]
    assert told.recorded == 1


async def test_a_kecamatan_facilitator_is_beside_its_villages_and_called_some_of_the_meetings(
    connection: Connection,
) -> None:
    await _grant(connection, "fasilitator_kecamatan", MAIWA, _day(6, 1, 2026))
    await _met(connection, "musrenbang_desa", _day(1, 14))
    called = await _met(connection, "musrenbang_desa", _day(1, 16), OTHER_DESA, by=ME)
    own = await _met(connection, "musrenbang_kecamatan", _day(2, 4), MAIWA)
    told = await _year(connection)
    assert [one.occasion.id for one in told.meetings] == [called, own]
    assert [one.occasion.wilayah for one in told.beside] == [BOIYA]


async def test_who_came_is_added_up_where_somebody_counted(connection: Connection) -> None:
    await _grant(connection, "fasilitator_desa", BOIYA, _day(6, 1, 2026))
    await _came(connection, await _met(connection, "musdus", _day(1, 4), about="Barat"), 23, 18)
    await _came(connection, await _met(connection, "musdus", _day(1, 5), about="Timur"), None, None)
    await _came(connection, await _met(connection, "musrenbang_desa", _day(1, 14)), 41, 52)
    assert (await _year(connection)).came == (64, 70)


async def test_who_is_rarely_heard_is_counted_by_group_and_a_poor_woman_in_both(connection: Connection) -> None:
    await _grant(connection, "fasilitator_desa", BOIYA, _day(6, 1, 2026))
    meeting = await _met(connection, "musrenbang_desa", _day(1, 14))
    guests = [
        ("perempuan", True, "confirmed", True),
        ("kurang_mampu", True, "invited", True),
        ("kurang_mampu", False, "unable", False),
        ("disabilitas", None, "replaced", None),  # somebody else was asked in their place
        ("lansia", False, "guest", True),  # came without having been asked
        ("lansia", False, "removed", True),  # was written down and ticked by mistake
        ("perangkat", False, "invited", True),
    ]
    rows = [
        {"id": new_id(), "occasion_id": meeting, "name": "Fulan", "element": element, "is_woman": woman, "state": state}
        | {"came": came, "made_at": NOW, "made_by": ME}
        for element, woman, state, came in guests
    ]
    await connection.execute(t.invitees.insert(), rows)
    heard = (await _year(connection)).heard
    assert heard == {
        "perempuan": Heard(2, 2),
        "kurang_mampu": Heard(2, 1),
        "disabilitas": Heard(0, 0),
        "lansia": Heard(0, 1),
    }


async def test_usulan_for_people_without_a_telephone_are_told_of_as_they_said_themselves(
    connection: Connection,
) -> None:
    await _grant(connection, "fasilitator_desa", BOIYA, _day(6, 1, 2026))
    poor = json.dumps({"merasakan": [{"value": "miskin", "label": "x"}, {"value": "lansia", "label": "x"}]})
    woman = json.dumps({"cara": "saksi", "jenis": "perempuan"})
    await _usulan(connection, 1, typed_by=ME, agreed=woman, answers=poor, told_at=NOW, read_at=NOW)
    await _usulan(connection, 2, typed_by=ME, answers='{"merasakan": null}')
    await _usulan(connection, 3, typed_by=SOMEBODY, agreed=woman)
    await _usulan(connection, 4, typed_by=ME, status="ditarik")
    await _usulan(connection, 5, desa=OTHER_DESA)
    told = await _year(connection)
    assert (told.brought, told.told, told.recorded, told.read) == (2, 1, 3, 1)
    assert told.heard is not None
    assert {group: one.usulan for group, one in told.heard.items() if one.usulan} == {
        "perempuan": 1,
        "kurang_mampu": 1,
        "lansia": 1,
    }


async def test_tasks_are_counted_by_who_finished_them_and_on_time_by_the_local_day(connection: Connection) -> None:
    await _grant(connection, "fasilitator_desa", BOIYA, _day(6, 1, 2026))
    meeting = await _met(connection, "musrenbang_desa", _day(1, 14))
    feedback = next(rule.key for rule in _office().catalog.calendar.rules.values() if rule.answers == "umpan_balik")
    before = await _met(connection, "musrenbang_desa", _day(1, 14, 2026), cycle=2027)
    late_evening = datetime(2027, 1, 20, 15, 59, tzinfo=UTC)  # 23.59 of the same day
    mine = Task(new_id(), feedback, meeting, BOIYA, ME, False, date(2027, 1, 20), tasks.DONE, closed_by=ME)
    mine = replace(mine, closed_at=late_evening)
    others = [
        replace(mine, id=new_id(), rule="A01", closed_at=datetime(2027, 1, 20, 16, 0, tzinfo=UTC)),
        replace(mine, id=new_id(), rule="A02", closed_by=SOMEBODY),
        replace(mine, id=new_id(), rule="A03", state=tasks.NEEDLESS),
        replace(mine, id=new_id(), rule="A04", occasion_id=before),
    ]
    await tasks.add(connection, [mine, *others])
    told = await _year(connection)
    assert (told.done, told.on_time, told.fed_back) == (2, 1, 1)


def test_the_years_are_those_since_the_first_role() -> None:
    first = Tenure("fasilitator_desa", BOIYA, datetime(2024, 12, 31, 17, 0, tzinfo=UTC), None)
    assert service.years(_office(), [first], NOW) == [2028, 2027, 2026]
    assert service.years(_office(), [], NOW) == []


async def test_at_the_front_door_an_empty_year_is_answered_warmly_and_a_full_one_with_a_page(
    database_url: str, tmp_path: Path
) -> None:
    async with town(database_url, tmp_path) as place:
        office = roles.Office(place)
        person = await office.join("Rahman", "fasilitator_desa")
        await office.ask(person, "/pengabdian", says("pengabdian_kosong"))
        async with place.database.write() as connection:
            # Of the very moment in which the role began: two clocks are not asked which of them is ahead.
            me, began = (await connection.execute(select(t.grants.c.person_id, t.grants.c.granted_at))).one()
            await _usulan(connection, 1, typed_by=me, year=began.astimezone(ZONE).year, spoken_at=began)
        message = await place.ask(person, "/pengabdian", lambda one: "document" in one)
        assert message["caption"] in says("pengabdian_kirim", titip="1")
        pages = PdfReader(io.BytesIO(place.simulator.file(message["document"]["file_id"]))).pages
        assert "Rahman" in pages[0].extract_text()


async def test_another_year_is_one_tap_away_and_a_year_without_a_role_is_no_year(
    sqlite_url: str, tmp_path: Path
) -> None:
    async with town(sqlite_url, tmp_path) as place:
        office = roles.Office(place)
        person = await office.join("Rahman", "fasilitator_desa")
        await place.stop()
        await place.simulator.move_clock(by=370 * 86400)
        await place.start()  # it reads the clock before anything else
        year = plan_years(place.simulator.stage.clock.now().astimezone(ZONE).date()).kabupaten
        await office.ask(person, "/pengabdian", says("pengabdian_kosong", tahun=year))
        await office.press(
            person, words("tombol_pengabdian_tahun", tahun=year - 1), says("pengabdian_kosong", tahun=year - 1)
        )
        assert await place.toast(person, f"p:{year - 2}", 1) in says("tombol_lewat")


async def test_the_figures_of_a_year_agree(connection: Connection) -> None:
    """What was brought is part of what was recorded; feedback of May belongs to the meeting of January."""
    await _grant(connection, "fasilitator_desa", BOIYA, _day(6, 1, 2026))
    meeting = await _met(connection, "musrenbang_desa", _day(1, 14))
    for serial, spoken in enumerate((_day(11, 20, 2026), _day(1, 10), _day(4, 2)), 1):
        await _usulan(connection, serial, spoken_at=spoken, year=spoken.year, typed_by=ME)
    await _usulan(connection, 4, desa=OTHER_DESA, typed_by=ME)
    feedback = next(rule.key for rule in _office().catalog.calendar.rules.values() if rule.answers == "umpan_balik")
    told_in_may = Task(new_id(), feedback, meeting, BOIYA, ME, False, date(2027, 5, 20), tasks.DONE, closed_by=ME)
    await tasks.add(connection, [replace(told_in_may, closed_at=_day(5, 19))])
    told = await _year(connection, 2028, _day(8, 1))
    assert (told.brought, told.recorded) == (2, 2)
    assert (told.done, told.fed_back, told.on_time) == (1, 1, 1)
    following = await _year(connection, 2029, _day(8, 1))
    assert (following.brought, following.recorded, following.done) == (1, 1, 0)
