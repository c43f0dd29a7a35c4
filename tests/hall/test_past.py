"""Meetings that are over stay within reach: from the hall and from the calendar, the last one first."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.simulator.keyboards import buttons_of
from bot.store.calendar.occasions import Occasion
from bot.store.tables import occasions
from bot.work.office import Office
from bot.work.round import Round
from bot.work.tasks import planning
from tests.roles.conftest import DESA
from tests.support.desk import ZONE
from tests.support.halls import TEN_O_CLOCK, Meeting, meeting
from tests.support.sentences import mentions, says, words
from tests.support.town import catalog_of


@pytest.fixture
async def quick(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Meeting]:
    async with meeting(sqlite_url, tmp_path) as opened:
        yield opened


async def _held(hall: Meeting, weeks: float, about: str = "", kind: str = "musdes") -> Occasion:
    """So many weeks ago."""
    office, at = Office(catalog_of(), "Bappeda Enrekang", ZONE), TEN_O_CLOCK - timedelta(weeks=weeks)
    one = planning.new_occasion(office, kind, DESA, at, at - timedelta(weeks=1), None, about)
    async with hall.town.database.write() as connection:
        await planning.hold(Round(connection, office, one.made_at), one)
    return one


async def test_a_meeting_of_six_weeks_ago_is_opened_and_its_results_are_there(hall: Meeting) -> None:
    await _held(hall, 6)
    await _held(hall, 60, "Jambu", "musdus")  # it fed another plan
    await hall.open()
    await hall.press(words("rapat_tombol_lain"), says("rapat_pilih"))
    shown = await hall.press(words("tombol_jadwal_lewat"), says("rapat_lewat"))
    meetings = [one for one in buttons_of(shown["reply_markup"]) if one["callback_data"].startswith("h:buka:")]
    assert len(meetings) == 1
    await hall.press(meetings[0]["text"], "Musyawarah desa (musdes)")
    await hall.press(words("rapat_tombol_hasil"), "asil")
    assert await hall.press_data(f"h:lewat:{hall.occasion.id}:{2 * 10**18}") == ""


async def test_how_many_came_to_a_meeting_that_is_named_is_kept_long_after(quick: Meeting) -> None:
    await _held(quick, 6)
    await quick.say("hadir musdes pattondon salu 88, perempuan 35", says("rapat_hadir", perempuan=35, laki=53))
    await quick.say("musdes pattondon salu itu dihadiri 70 orang, 41 perempuan", says("rapat_hadir", perempuan=41))
    rows = await quick.town.rows("SELECT women, men FROM attendance")
    assert [tuple(row) for row in rows] == [(41, 29)]


@pytest.mark.parametrize("weeks", [6, 45])
async def test_a_count_is_put_right_and_asked_for_months_later(quick: Meeting, weeks: int) -> None:
    await _held(quick, weeks)
    async with quick.town.database.write() as connection:
        await connection.execute(occasions.delete().where(occasions.c.id == quick.occasion.id))
    await quick.say("hadir musdes 40 laki-laki 22 perempuan", says("rapat_hadir", perempuan=22, laki=40))
    await quick.say("/tugas", bool)
    await quick.say("hadir musdes yang betul 38 laki-laki 24 perempuan", says("rapat_hadir", perempuan=24, laki=38))
    await quick.say("yang hadir di musdes berapa perempuan", says("rapat_hadir", perempuan=24))


async def test_who_came_to_what_stands_in_no_calendar_is_put_nowhere_else(quick: Meeting) -> None:
    await _held(quick, 3)
    async with quick.town.database.write() as connection:
        await connection.execute(occasions.delete().where(occasions.c.id == quick.occasion.id))
    typed = "kumpul dusun buntu tgl 5 desember sudah selesai, yang datang 12 laki-laki 9 perempuan"
    await quick.say(typed, says("rapat_hadir_tak_dijadwal", ada=True))
    assert await quick.town.rows("SELECT 1 FROM attendance") == []


@pytest.mark.parametrize(
    ("typed", "known"),
    [
        ("daftar hasil musdes menurut urutan", True),
        ("baca usulan urut prioritas", True),
        ("apa keputusan musdes Pattondon Salu", True),
        ("laporan hasil musdes desa Pattondon Salu", True),
        ("apa saja yg diputuskan di musdes kemarin", True),
        ("bgmn hasilnya musdes pattondon salu", True),
        ("mana hasil musyawarah", True),
        ("baca hasil musrenbang kabupaten", False),
    ],
)
async def test_results_are_found_by_words(quick: Meeting, typed: str, known: bool) -> None:
    await _held(quick, 3)
    async with quick.town.database.write() as connection:
        await connection.execute(occasions.delete().where(occasions.c.id == quick.occasion.id))
    await quick.say("/tugas", bool)
    await quick.say(typed, mentions("hasil_belum_ada_usulan") if known else says("rapat_hasil_tak_ada", ada=True))


async def test_where_nothing_is_near_what_was_held_is_offered(quick: Meeting) -> None:
    await _held(quick, 6)
    async with quick.town.database.write() as connection:
        await connection.execute(occasions.delete().where(occasions.c.id == quick.occasion.id))
    await quick.say("/rapat", says("rapat_pilih_lewat"))
    await quick.press(words("tombol_jadwal_lewat"), says("rapat_lewat"))
    await quick.say("/jadwal", says("jadwal_daftar", acara=False, lewat=True))


async def test_the_calendar_turns_the_pages_of_what_is_over_newest_first(quick: Meeting) -> None:
    for week in range(1, 8):
        await _held(quick, week, f"Dusun {week}", "musdus")
    await quick.say("/jadwal", says("jadwal_daftar", acara=True))
    first = (await quick.press(words("tombol_jadwal_lewat"), says("jadwal_lewat", acara=True)))["text"]
    places = [first.find(f"Dusun {week}") for week in range(1, 7)]
    assert -1 < places[0] < places[1] < places[2] < places[3] < places[4]
    assert places[5] == -1
    second = await quick.press(words("tombol.lainnya"), "Dusun 7")
    await quick.press(buttons_of(second["reply_markup"])[0]["text"], "Dusun 6")
    await quick.press(words("tombol_rapat_buka"), says("rapat_utama", undangan=0))


@pytest.mark.parametrize("typed", ["notulen rapat kemarin mana", "mau buat berita acara", "minta notulennya bu"])
async def test_the_minutes_of_what_was_held_are_given_by_any_of_their_names(quick: Meeting, typed: str) -> None:
    await quick.say("/tugas", bool)
    sent = await quick.say(typed, lambda message: "document" in message)
    assert sent["document"]["file_name"]
