"""Somebody is sent to look at an usulan, in words."""

import pytest

from tests.checking.looking import Looking
from tests.support.sentences import mentions, says, words


@pytest.mark.parametrize(
    "typed",
    [
        "pak amir tolong cek lapangan maiwa 1",
        "suruh amir liat usulan sitti",
        "minta tolong pak amir survei lokasi maiwa 1 bu",
        "titip maiwa 1 diukur pak amir",
        "cek lapangan maiwa 1 ke pak amir",
        "pak amir cek maiwa 1 di lapangan",
        "minta pak amir cek lapangan jembatannya sitti",
    ],
)
async def test_who_is_named_goes(quick: Looking, typed: str) -> None:
    await quick.ask(quick.rahman, typed, says("uji_diberikan", siapa="Amir", nomor="Maiwa 1"))
    await quick.hears(quick.amir, says("uji_diminta", dari="Rahman", nomor="Maiwa 1"))


@pytest.mark.parametrize(
    ("typed", "unknown"), [("suruh bu salma cek lapangan maiwa 1", True), ("tolong uji di lapangan maiwa 1", False)]
)
async def test_of_nobody_who_can_go_they_are_offered(quick: Looking, typed: str, unknown: bool) -> None:
    await quick.ask(quick.rahman, typed, says("uji_siapa", lain=unknown))
    assert not await quick.town.rows("SELECT 1 FROM field_checks")


async def test_it_is_told_by_what_it_is_about(quick: Looking) -> None:
    await quick.tells(cerita={"text": "tanggul sungai di sini retak besar"})
    await quick.ask(quick.rahman, "amir bisa tolong cek tanggulnya, sebelum hari jumat", says("uji_diberikan"))
    await quick.hears(quick.amir, says("uji_diminta", dari="Rahman", nomor="Maiwa 1"))


async def test_who_goes_and_until_when_is_said_where_it_is_asked(quick: Looking) -> None:
    await quick.ask(quick.rahman, "tolong uji di lapangan maiwa 1", says("uji_siapa", lain=False))
    until = says("uji_diberikan", siapa="Amir", nomor="Maiwa 1", batas="13 Januari 2027")
    await quick.ask(quick.rahman, "pak amir saja, rabu 13 januari", until)


@pytest.mark.parametrize(
    "typed",
    [
        "sudah kucek lapangan maiwa 1 sama pak amir",
        "pak amir sudah cek lapangan maiwa 1",
        "siapa yang cek maiwa 1?",
        "tolong lihat jadwal",
    ],
)
async def test_what_was_done_or_asked_sends_nobody(quick: Looking, typed: str) -> None:
    await quick.ask(quick.rahman, typed, "")
    assert not await quick.town.rows("SELECT 1 FROM field_checks")


@pytest.mark.parametrize(
    ("typed", "until"),
    [
        ("pak amir tolong cek lapangan maiwa 1 sebelum jumat", "14 Januari 2027"),
        ("suruh pak amir cek maiwa 1 paling lambat sabtu", "16 Januari 2027"),
        ("pak amir tolong cek maiwa 1 di lapangan sebelum tgl 25 bulan ini", "24 Januari 2027"),
        ("pak amir tolong cek maiwa 1 yang rusak sejak 5 januari", "19 Januari 2027"),
    ],
)
async def test_the_last_day_is_the_one_that_is_said(quick: Looking, typed: str, until: str) -> None:
    await quick.ask(quick.rahman, typed, says("uji_diberikan", siapa="Amir", nomor="Maiwa 1", batas=until))
    await quick.hears(quick.amir, says("uji_diminta", dari="Rahman", nomor="Maiwa 1", batas=until))


async def test_the_day_that_is_said_is_that_of_whoever_is_chosen(place: Looking) -> None:
    await place.ask(place.rahman, "tolong uji di lapangan maiwa 1 paling lambat sabtu", says("uji_siapa", lain=False))
    who = f"Amir · {words('peran_fasilitator_desa')}"
    await place.press(place.rahman, who[:60], says("uji_diberikan", siapa="Amir", batas="16 Januari 2027"))
    await place.days_later(5)
    await place.hears(place.rahman, says("uji_telat", siapa="Amir", nomor="Maiwa 1"))
    assert not any(text in mentions("uji_ingat") for text in place.texts(place.amir)[-1:])
