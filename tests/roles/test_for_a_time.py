"""Work that somebody holds for another until a day: nothing ends for whoever goes, and it comes back by itself."""

import re
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.core.understanding.times.days import show_day
from bot.simulator.chats import Person
from bot.store.grants import grants_of
from bot.work.round import Round
from bot.work.tasks import owners
from tests.roles.conftest import Office
from tests.support.client import labels, words_of
from tests.support.many import OFFICE
from tests.support.sentences import mentions, says, words

MAIWA, ANGGERAJA = "73.16.01", "73.16.04"


async def _two(office: Office) -> tuple[Person, Person]:
    hasan = await office.join("Hasan", "fasilitator_kecamatan", MAIWA)
    return hasan, await office.join("Ambo", "fasilitator_kecamatan", ANGGERAJA)


async def _holders(office: Office, scope: str = MAIWA) -> list[Any]:
    query = (
        "SELECT name FROM grants JOIN people ON people.id = person_id "
        "WHERE revoked_at IS NULL AND scope = :s ORDER BY name"
    )
    return [row[0] for row in await office.town.rows(query, s=scope)]


async def _lend(office: Office, hasan: Person, ambo: Person, typed: str, *, at_once: bool = True) -> None:
    shown = words_of(await office.ask(hasan, typed, mentions("pengganti_kah")))
    assert "Ambo" in shown
    assert "Anggeraja" in shown
    assert await _holders(office) == ["Hasan"]
    await office.ask(hasan, "ya", mentions("pengganti_jadi", nama="Ambo"))
    await office.hears(ambo, says("pengganti_diminta", dari="Hasan"))
    assert await _holders(office) == (["Ambo", "Hasan"] if at_once else ["Hasan"])


@pytest.mark.parametrize(
    "typed",
    [
        "selama saya naik haji 40 hari tugas saya dipegang Ambo",
        "saya sakit seminggu, selama itu pak Ambo yang pegang maiwa",
        "sy cuti dua minggu, tugas sy sementara dipegang pak Ambo",
        "tugas saya serahkan ke Ambo selama 2 minggu, sy umrah",
    ],
)
async def test_it_is_held_until_a_day_and_ends_with_the_return(office: Office, typed: str) -> None:
    hasan, ambo = await _two(office)
    await _lend(office, hasan, ambo, typed)
    assert await office.town.rows("SELECT 1 FROM grants WHERE scope = :s AND until IS NULL", s=ANGGERAJA) == []
    await office.ask(hasan, "saya sudah kembali", says("kembali_di_tempat"))
    await office.hears(ambo, says("pengganti_selesai", dari="Hasan"))
    assert await _holders(office) == ["Hasan"]
    assert await _holders(office, ANGGERAJA) == ["Ambo"]


async def test_it_ends_by_itself_on_that_day(office: Office) -> None:
    hasan, ambo = await _two(office)
    await _lend(office, hasan, ambo, "saya sakit seminggu, selama itu pak Ambo yang pegang maiwa")
    now = office.town.simulator.stage.clock.now()
    rows = await office.town.rows(
        "SELECT until FROM grants JOIN people ON people.id = person_id WHERE scope = :s AND name = 'Ambo'", s=MAIWA
    )
    assert str(now)[:10] < str(rows[0][0])[:10] < str(now.replace(year=now.year + 1))[:10]


@pytest.mark.parametrize(
    "typed", ["kembalikan tugas maiwa ke pak hasan, beliau sudah pulang", "kembalikan tugasnya", "sy kembalikan tugas"]
)
async def test_who_holds_it_gives_it_back(office: Office, typed: str) -> None:
    hasan, ambo = await _two(office)
    await _lend(office, hasan, ambo, "saya sakit seminggu, selama itu pak Ambo yang pegang maiwa")
    await office.ask(ambo, typed, says("pengganti_serah_kembali"))
    await office.hears(hasan, says("pengganti_dikembalikan", dari="Ambo"))
    assert await _holders(office) == ["Hasan"]
    assert await _holders(office, ANGGERAJA) == ["Ambo"]


async def test_who_holds_nothing_of_another_gives_nothing_back(office: Office) -> None:
    _, ambo = await _two(office)
    await office.ask(ambo, "kembalikan tugas maiwa ke pak hasan", bool)
    assert await _holders(office, ANGGERAJA) == ["Ambo"]


async def test_whoever_is_not_here_is_said_and_nothing_ends(office: Office) -> None:
    hasan, _ = await _two(office)
    await office.ask(hasan, "saya sakit seminggu, selama itu pak Kadir yang pegang maiwa", mentions("pengganti_kah"))
    await office.press(hasan, words("pengganti_tombol_cuti"), mentions("tidak_di_tempat"))
    assert await _holders(office) == ["Hasan"]


async def test_without_a_day_it_is_asked_and_nothing_ends(office: Office) -> None:
    hasan, _ = await _two(office)
    await office.ask(hasan, "selama saya sakit tugas saya dipegang Ambo", says("pengganti_sampai_kapan"))
    assert await _holders(office) == ["Hasan"]


@pytest.mark.parametrize(
    "typed",
    ["minta digantikan Ambo", "sa minta digantikan pak Ambo dulu nah", "tolong diwakili Ambo", "minta diganti Ambo"],
)
async def test_who_asks_to_be_replaced_chooses_until_when(office: Office, typed: str) -> None:
    hasan, ambo = await _two(office)
    shown = await office.ask(hasan, typed, mentions("pengganti_sampai_kapan", nama="Ambo"))
    assert await _holders(office) == ["Hasan"]
    await office.press(hasan, labels(shown)[0], mentions("pengganti_jadi", nama="Ambo"))
    await office.hears(ambo, says("pengganti_diminta", dari="Hasan"))
    assert await _holders(office) == ["Ambo", "Hasan"]


@pytest.mark.parametrize(
    "typed",
    [
        "besok sa tidak masuk, minta digantikan Ambo",
        "besok sa tidak bisa masuk, ada hajatan keluarga. Ambo yg ganti",
        "sa absen besok, digantikan Ambo dulu",
        "Ambo yg gantikan sa besok",
        "besok sa keluar kota, yg gantikan pak Ambo",
    ],
)
async def test_whose_day_is_told_is_asked_for_one_yes(office: Office, typed: str) -> None:
    hasan, ambo = await _two(office)
    await _lend(office, hasan, ambo, typed, at_once=False)


@pytest.mark.parametrize(
    "typed", ["siapa yg gantikan sa besok", "besok sa tidak masuk, Kadir yg ganti", "sy sakit besok, ganti jamnya saja"]
)
async def test_who_is_nobody_here_lends_nothing(office: Office, typed: str) -> None:
    hasan, _ = await _two(office)
    await office.ask(hasan, typed, bool)
    assert not any(text in mentions("pengganti_kah") for text in office.texts(hasan))


@pytest.mark.parametrize("typed", ["minta diganti tanggalnya", "tolong diganti namanya jadi Ani", "minta digantikan"])
async def test_what_else_is_to_be_replaced_lends_nothing(office: Office, typed: str) -> None:
    hasan, _ = await _two(office)
    await office.ask(hasan, typed, bool)
    assert not any(text in mentions("pengganti_sampai_kapan") for text in office.texts(hasan))


@pytest.mark.parametrize(
    "typed",
    [
        "saya pindah ke makassar, tugas maiwa mau saya serahkan ke ibu Salma",
        "saya diganti ibu Salma",
        "serahkan semua tugas saya ke ibu Salma",
    ],
)
async def test_for_good_is_asked_as_that(office: Office, typed: str) -> None:
    hasan, _ = await _two(office)
    shown = words_of(await office.ask(hasan, typed, mentions("ingatan_desa")))
    assert "Salma" in shown.split("\n")[0]
    assert "seterusnya" in shown
    assert await _holders(office) == ["Hasan"]


@pytest.mark.parametrize("typed", ["saya sakit seminggu", "siapa yang pegang maiwa", "saya pindah ke ruang rapat"])
async def test_nothing_of_it_is_heard_elsewhere(office: Office, typed: str) -> None:
    hasan, _ = await _two(office)
    await office.ask(hasan, typed, bool)
    said = "".join(office.town.simulator.said(hasan))
    assert words("pengganti_tombol_seterusnya") not in said
    assert await _holders(office) == ["Hasan"]


async def _days(office: Office) -> list[str]:
    """On which Ambo holds Maiwa: the first one, and the last one."""
    who = "FROM grants JOIN people ON people.id = person_id WHERE scope = :s AND name = 'Ambo'"
    query = f"SELECT granted_at, until {who}"
    ((begin, end),) = await office.town.rows(query, s=MAIWA)
    first, over = (_local(office, at) for at in (begin, end))
    return [first.date().isoformat(), (over - timedelta(days=1)).date().isoformat()]


def _local(office: Office, at: Any) -> datetime:
    told = datetime.fromisoformat(at) if isinstance(at, str) else at
    told = told if told.tzinfo else told.replace(tzinfo=UTC)
    return told.astimezone(ZoneInfo("Asia/Makassar"))


def _from_today(office: Office, days: int) -> str:
    now = office.town.simulator.stage.clock.now()
    return (_local(office, now) + timedelta(days=days)).date().isoformat()


def _weekday(office: Office, days: int) -> str:
    day = date.fromisoformat(_from_today(office, days))
    return ["senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu"][day.weekday()]


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("besok sa tidak masuk, minta digantikan Ambo", 1, 1),
        ("Ambo yg gantikan sa besok", 1, 1),
        ("tugas saya dipegang Ambo sampai {3}", 0, 3),
        ("saya cuti mulai besok sampai {3}, tugas saya dipegang Ambo", 1, 3),
        ("selama saya umrah mulai {2} s/d {4} tugas saya dipegang Ambo", 2, 4),
        ("saya sakit seminggu, selama itu pak Ambo yang pegang maiwa", 0, 6),
    ],
)
async def test_it_is_held_on_the_days_that_are_told_and_no_other(
    office: Office, typed: str, first: int, last: int
) -> None:
    hasan, ambo = await _two(office)
    shown = await office.ask(hasan, re.sub(r"\{(\d)\}", lambda at: _weekday(office, int(at[1])), typed), bool)
    assert show_day(date.fromisoformat(_from_today(office, last))) in words_of(shown)
    await office.ask(hasan, "ya", mentions("pengganti_jadi", nama="Ambo"))
    heard = await office.hears(ambo, says("pengganti_diminta", dari="Hasan"))
    assert (show_day(date.fromisoformat(_from_today(office, first))) in words_of(heard)) == (first > 0 or last == 0)
    assert await _days(office) == [_from_today(office, first), _from_today(office, last)]


async def test_it_is_nobody_elses_before_its_first_day(office: Office) -> None:
    hasan, ambo = await _two(office)
    await _lend(office, hasan, ambo, "besok sa tidak masuk, minta digantikan Ambo", at_once=False)
    now = office.town.simulator.stage.clock.now()
    ((person,),) = await office.town.rows("SELECT id FROM people WHERE name = 'Ambo'")
    for days, scopes in ((0, {ANGGERAJA}), (1, {ANGGERAJA, MAIWA}), (3, {ANGGERAJA})):
        async with office.town.database.write() as connection:
            then = (now + timedelta(days=days)).replace(hour=4)
            await owners.settle_due(Round(connection, OFFICE, then), 10)
            held = await grants_of(connection, [person], then)
        assert {grant.scope for grant in held[person]} == scopes


async def test_who_does_not_go_has_lent_nothing(office: Office) -> None:
    hasan, ambo = await _two(office)
    await office.ask(hasan, "besok sa tidak masuk, minta digantikan Ambo", mentions("pengganti_kah"))
    await office.ask(hasan, "ya", mentions("pengganti_jadi", nama="Ambo"))
    await office.press(hasan, words("tombol_kembali_di_tempat"), says("kembali_di_tempat"))
    await office.hears(ambo, says("pengganti_selesai", dari="Hasan"))
    assert await office.town.rows("SELECT 1 FROM grants WHERE revoked_at IS NOT NULL") == []


@pytest.mark.parametrize("stretch", ["2 tahun", "sampai 31 desember 2029"])
async def test_what_is_lent_ends_with_the_leave_however_long_that_is_told(office: Office, stretch: str) -> None:
    hasan, ambo = await _two(office)
    await _lend(office, hasan, ambo, f"selama saya kuliah {stretch} tugas saya dipegang Ambo")
    ((away,),) = await office.town.rows("SELECT away_until FROM people WHERE name = 'Hasan'")
    ((until,),) = await office.town.rows(
        "SELECT until FROM grants JOIN people ON people.id = person_id WHERE name = 'Ambo' AND scope = :s", s=MAIWA
    )
    lent_to = datetime.fromisoformat(str(until)).replace(tzinfo=UTC).astimezone(ZoneInfo("Asia/Makassar")).date()
    assert str(lent_to) == str(away)[:10]
    await office.ask(hasan, "saya sudah kembali", says("kembali_di_tempat"))
    await office.hears(ambo, says("pengganti_selesai", dari="Hasan"))
    assert await _holders(office) == ["Hasan"]


@pytest.mark.parametrize("typed", ["saya cuti dua tahun", "saya cuti 400 hari"])
async def test_a_leave_is_shown_as_long_as_it_will_be(office: Office, typed: str) -> None:
    hasan, _ = await _two(office)
    shown = await office.ask(hasan, typed, mentions("tidak_di_tempat_kah"))
    await office.ask(hasan, "ya", mentions("tidak_di_tempat"))
    ((away,),) = await office.town.rows("SELECT away_until FROM people WHERE name = 'Hasan'")
    assert show_day(date.fromisoformat(str(away)[:10])) in shown["text"]
