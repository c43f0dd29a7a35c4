"""Work that somebody holds for another until a day: nothing ends for whoever goes, and it comes back by itself."""

from typing import Any

import pytest

from bot.simulator.chats import Person
from tests.roles.conftest import Office
from tests.support.client import labels, words_of
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


async def _lend(office: Office, hasan: Person, ambo: Person, typed: str) -> None:
    shown = words_of(await office.ask(hasan, typed, mentions("pengganti_kah")))
    assert "Ambo" in shown
    assert "Anggeraja" in shown
    assert await _holders(office) == ["Hasan"]
    await office.ask(hasan, "ya", mentions("pengganti_jadi", nama="Ambo"))
    await office.hears(ambo, says("pengganti_diminta", dari="Hasan"))
    assert await _holders(office) == ["Ambo", "Hasan"]


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
    await _lend(office, hasan, ambo, typed)


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
