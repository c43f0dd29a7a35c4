"""Leave that begins later, and leave that is counted in months."""

from datetime import date

import pytest

from bot.core.understanding.spells import Spell, spell_of
from bot.store.people import away
from tests.support.desk import Desk, local
from tests.support.homes import Home
from tests.support.sentences import says, words
from tests.support.town import catalog_of
from tests.tasks.test_not_yet import _reminded

_TODAY = date(2026, 11, 3)  # a Tuesday


@pytest.mark.parametrize(
    ("said", "first", "over"),
    [
        ("cuti minggu depan", (11, 9), (11, 16)),
        ("cuti minggu ini", None, (11, 9)),
        ("cuti mulai senin sampai jumat", (11, 9), (11, 13)),
        ("cuti tgl 20 sampai 25 november", (11, 20), (11, 25)),
        ("cuti 3 hari mulai senin", (11, 9), (11, 12)),
        ("cuti dari 20 sampai 25 november", (11, 20), (11, 25)),
        ("cuti 20 sampai 25 november", (11, 20), (11, 25)),
        ("cuti mulai 28 s/d 4 desember", (11, 28), (12, 4)),
        ("titip kerjaan ke irfan dari 20 sampai tgl 25", (11, 20), (11, 25)),
        ("cuti besok", (11, 4), (11, 5)),
        ("cuti dua minggu", None, (11, 17)),
        ("cuti sebulan", None, (12, 3)),
        ("cuti sampai minggu depan", None, (11, 9)),
    ],
)
def test_when_a_leave_begins_and_is_over(said: str, first: tuple[int, int] | None, over: tuple[int, int]) -> None:
    world = catalog_of().world
    found = spell_of(world.spellings, said, _TODAY, world.away["sampai"], world.away["mulai"])
    assert found == Spell(date(2026, *first) if first else None, date(2026, *over))


async def test_next_week_begins_next_week(at_home: Home) -> None:
    ratna, _ = await _reminded(at_home)
    await at_home.ask(ratna, "cuti minggu depan", says("tidak_di_tempat", mulai="Senin, 11 Januari 2027"))
    (days,) = await at_home.town.rows("SELECT away_from, away_until FROM people WHERE away_until IS NOT NULL")
    assert [str(day) for day in days] == ["2027-01-11", "2027-01-18"]


async def test_who_goes_next_week_is_reminded_until_then(desk: Desk) -> None:
    ratna = await desk.join("Ratna")
    await desk.hold()
    async with desk.database.write() as connection:
        await away.set_until(connection, ratna, local(1, 25).date(), local(1, 11).date())
        gone = await away.of_people(connection, [ratna], local(1, 10).date())
        assert not gone
        assert await away.of_people(connection, [ratna], local(1, 11).date())
    for day in range(5, 11):
        await desk.tick(local(1, day, 7, 30))
    told = len([one for one in await desk.told(ratna) if one.get("text", "") in says("tugas_ingat")])
    for day in range(11, 25):
        await desk.tick(local(1, day, 7, 30))
    assert told == len([one for one in await desk.told(ratna) if one.get("text", "") in says("tugas_ingat")]) > 0


async def test_months_are_reckoned_and_count_after_a_yes(at_home: Home) -> None:
    ratna, _ = await _reminded(at_home)
    await at_home.ask(ratna, "cuti 3 bulan", says("tidak_di_tempat_kah"))
    assert not await at_home.town.rows("SELECT 1 FROM people WHERE away_until IS NOT NULL")
    await at_home.ask(ratna, "iye", says("tidak_di_tempat"))
    await at_home.press(ratna, words("tombol_kembali_di_tempat"), says("kembali_di_tempat"))
    assert not await at_home.town.rows("SELECT 1 FROM people WHERE away_from IS NOT NULL OR away_until IS NOT NULL")


async def test_only_a_beginning_asks_for_the_end_behind_it(at_home: Home) -> None:
    ratna, _ = await _reminded(at_home)
    await at_home.ask(ratna, "cuti mulai senin", "Mulai lagi hari apa?")
    told = says("tidak_di_tempat", mulai="Senin, 11 Januari 2027", sampai="Rabu, 13 Januari 2027")
    await at_home.ask(ratna, "rabu", told)


@pytest.mark.parametrize(
    "typed",
    [
        "saya sdh kembali dari cuti",
        "sudah kembali dari cuti pak",
        "saya sudah masuk kerja lagi",
        "cuti saya sudah selesai",
        "sy sudah balik dari cuti",
    ],
)
async def test_who_is_back_begins_no_new_leave(at_home: Home, typed: str) -> None:
    ratna, _ = await _reminded(at_home)
    await at_home.ask(ratna, "cuti dua minggu", says("tidak_di_tempat"))
    await at_home.ask(ratna, typed, says("kembali_di_tempat"))
    assert not await at_home.town.rows("SELECT 1 FROM people WHERE away_until IS NOT NULL")


async def test_a_leave_from_a_bare_date_begins_there(at_home: Home) -> None:
    ratna, _ = await _reminded(at_home)
    await at_home.ask(ratna, "cuti dari 20 sampai 25 januari", says("tidak_di_tempat", mulai="Rabu, 20 Januari 2027"))
    (days,) = await at_home.town.rows("SELECT away_from, away_until FROM people WHERE away_until IS NOT NULL")
    assert [str(day) for day in days] == ["2027-01-20", "2027-01-25"]
