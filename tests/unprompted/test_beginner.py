"""Whoever has just got a role and asks where to begin gets the first thing of today, and how it is done."""

import pytest

from tests.reading.conftest import Village
from tests.support.desk import DESA, KECAMATAN
from tests.support.homes import Home, labels
from tests.support.sentences import says, words
from tests.support.villages import KABUPATEN

_ASKED = [
    "mulai dari mana",
    "apa yang harus saya kerjakan dulu",
    "belum paham caranya",
    "saya baru jadi fasilitator, bingung mau ngapain",
    "pak saya masih pemula, tolong diajari apa dulu",
    "saya tidak tau cara kerjanya ini",
]


@pytest.mark.parametrize("typed", _ASKED)
async def test_the_first_task_of_today_is_told_with_how_it_is_done(at_home: Home, typed: str) -> None:
    ratna = await at_home.join("Ratna")
    await at_home.hold()
    title = at_home.title("D05")
    how = at_home.office.catalog.text("tugas.D05.cara")
    told = await at_home.ask(ratna, typed, says("pemula", apa="tugas", judul=title, cara=how))
    await at_home.press(ratna, words("pemula_tombol_tugas"), says("tugas_kartu", judul=title))
    assert labels(told) == [words("pemula_tombol_tugas"), words("tombol_panduan")]


@pytest.mark.parametrize("typed", _ASKED)
async def test_without_a_task_it_is_what_waits(village: Village, typed: str) -> None:
    rahman = await village.join("Rahman", "fasilitator_desa")
    await village.ask(rahman, typed, says("pemula", apa="tanggal"))
    await village.bring("Sitti", "Maiwa 1")
    await village.ask(rahman, typed, says("pemula", apa="baca", jumlah="1"))


@pytest.mark.parametrize(("role", "scope"), [("bappeda", KABUPATEN), ("camat", KECAMATAN)])
async def test_an_officer_begins_with_who_is_not_ready(at_home: Home, role: str, scope: str) -> None:
    hasnah = await at_home.join("Hasnah", role, scope)
    await at_home.ask(hasnah, "saya harus mulai dari mana", says("pemula", apa="kesiapan"))


@pytest.mark.parametrize("typed", ["rapat mulai jam berapa", "siapa yang belum paham", "belum tahu tanggalnya"])
async def test_another_question_is_another(at_home: Home, typed: str) -> None:
    ratna = await at_home.join("Ratna", "fasilitator_desa", DESA)
    told = await at_home.ask(ratna, typed, "")
    assert told["text"] not in says("pemula")
