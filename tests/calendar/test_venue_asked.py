"""Where it is asked where a meeting is held only what may be a place is one: no question, no other meeting, no hour."""

import pytest

from tests.roles.conftest import Office
from tests.support.sentences import mentions, says, words

_VENUE = mentions("form.jadwal.tempat.tanya")
_HELD = "SELECT wilayah, place FROM occasions ORDER BY wilayah"
_FIRST = "musrenbang kecamatan enrekang tgl 10 februari jam 9"


async def test_another_kecamatan_and_its_day_is_another_meeting_and_none_of_several_is_lost(office: Office) -> None:
    ratna = await office.join("Ratna", "bappeda")
    await office.ask(ratna, _FIRST, _VENUE)
    await office.ask(ratna, "baraka tgl 11 februari jam 9 juga", says("jadwal_pertemuan_lain"))
    await office.ask(ratna, "alla tgl 12 februari jam 9 juga", says("jadwal_pertemuan_lain"))
    await office.ask(ratna, "aula kantor camat", "baca dulu")
    await office.press(ratna, words("tombol.kirim"), mentions("jadwal_sekaligus", jumlah=2))
    await office.ask(ratna, "ya", says("jadwal_sekaligus_disimpan"))
    found = [tuple(row) for row in await office.town.rows(_HELD)]
    assert found == [("73.16.02", "aula kantor camat"), ("73.16.03", ""), ("73.16.05", "")]


@pytest.mark.parametrize("typed", ["siapa yang belum menetapkan tanggal di maiwa", "kapan musrenbang desa tuncung?"])
async def test_a_question_is_no_place(office: Office, typed: str) -> None:
    ratna = await office.join("Ratna", "bappeda")
    await office.ask(ratna, _FIRST, _VENUE)
    said = await office.answers(ratna, typed)
    assert not any("baca dulu" in one for one in said)
    await office.ask(ratna, "aula kantor camat", "Tempat: aula kantor camat")


async def test_an_hour_alone_puts_the_hour_right(office: Office) -> None:
    ratna = await office.join("Ratna", "bappeda")
    await office.ask(ratna, _FIRST, _VENUE)
    await office.ask(ratna, "jam 10 saja", _VENUE)
    assert "10.00" in (await office.ask(ratna, "aula kantor camat", "Tempat: aula kantor camat"))["text"]


@pytest.mark.parametrize(
    ("typed", "name", "place"),
    [
        ("kumpul dusun di paraja tanggal 20 desember jam 4 sore di rumah pak dusun", "Paraja", "rumah pak dusun"),
        ("kumpul dusun paraja tgl 20 desember jam 4 sore di rumah pak dusun", "Paraja", "rumah pak dusun"),
    ],
)
async def test_the_dusun_behind_di_is_which_one_and_no_place(office: Office, typed: str, name: str, place: str) -> None:
    salma = await office.join("Salma", "fasilitator_desa", "73.16.01.2003")
    shown = await office.ask(salma, typed, "baca dulu")
    assert f"Yang mana: {name}" in shown["text"]
    assert f"Tempat: {place}" in shown["text"]


async def test_the_name_of_the_desa_behind_kumpul_dusun_leaves_the_kind_known(office: Office) -> None:
    salma = await office.join("Salma", "fasilitator_desa", "73.16.01.2003")
    typed = "kumpul dusun tuncung tgl 20 desember jam 4 sore di rumah pak dusun"
    await office.ask(salma, typed, mentions("form.jadwal.nama.tanya"))
