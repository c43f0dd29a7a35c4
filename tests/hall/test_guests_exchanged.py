"""Somebody else is invited in a guest's place, said in words while no list of guests is shown."""

from typing import Any

import pytest

from bot.simulator.story import Wanted
from tests.support.halls import Meeting
from tests.support.sentences import mentions, says

_BOTH = "Pak Anwar kadus", "Bu Hasni kader"


async def _guests_after(hall: Meeting, typed: str, wanted: Wanted, *invited: str) -> dict[str, Any]:
    await hall.invite(*invited)
    await hall.say("/tugas", bool)
    await hall.say(typed, wanted)
    return await hall.guests()


@pytest.mark.parametrize(
    "typed",
    [
        "pak Anwar tidak jadi diundang, ganti bu Rahmi",
        "coret pak Anwar, gantinya bu Rahmi",
        "pak Anwar batal diundang diganti bu Rahmi saja",
    ],
)
async def test_whoever_is_not_invited_any_more_has_another_in_their_place(hall: Meeting, typed: str) -> None:
    told = says("rapat_tamu_ganti", dulu="Pak Anwar", nama="bu Rahmi", sudah=False)
    guests = await _guests_after(hall, typed, told, *_BOTH)
    assert (guests["Pak Anwar"][2], guests["bu Rahmi"][2], guests["Bu Hasni"][2]) == ("removed", "invited", "invited")


@pytest.mark.parametrize(
    "typed",
    [
        "bu Hasni berhalangan, diganti bidan Evi",
        "bu Hasni tdk bisa, digantikan oleh bidan Evi",
        "bu Hasni diwakili bidan Evi",
    ],
)
async def test_whoever_cannot_come_is_replaced_from_the_same_group(hall: Meeting, typed: str) -> None:
    guests = await _guests_after(hall, typed, says("rapat_diganti", nama="bidan Evi", dulu="Bu Hasni"), *_BOTH)
    assert (guests["Bu Hasni"][2], guests["bidan Evi"][1]) == ("replaced", guests["Bu Hasni"][1])
    assert guests["bidan Evi"][5] == guests["Bu Hasni"][7]


@pytest.mark.parametrize(
    "typed",
    [
        "Anwar ganti jadi pak Anwaruddin, dan tambahkan nenek Saba wakil lansia",
        "eh salah nama, bukan Anwar tapi Anwaruddin. trus tambah juga nenek Saba wakil lansia",
    ],
)
async def test_several_changes_in_one_sentence_are_all_made(hall: Meeting, typed: str) -> None:
    await hall.invite(*_BOTH)
    await hall.say("/tugas", bool)
    await hall.say(typed, mentions("rapat_pratinjau"))
    assert "Pak Anwaruddin" in {name.title() for name in await hall.guests()}


@pytest.mark.parametrize(
    "typed",
    [
        "ganti pak Anwar dengan pak Syarif, dan bu Hasni itu sebenarnya bu Hasniati, tambah juga Aco wakil pemuda",
        "di daftar undangan, Anwar diganti pak Syarif, bu Hasni namanya Hasniati, tambah Aco wakil pemuda",
        "pak Anwar digantikan pak Syarif trus bu Hasni mestinya bu Hasniati trus undang juga Aco wakil pemuda",
    ],
)
@pytest.mark.parametrize("shown", ["/tugas", "siapa saja yang diundang", "bagaimana mengundang orang"])
async def test_all_of_a_sentence_is_done_wherever_it_is_said(hall: Meeting, typed: str, shown: str) -> None:
    await hall.invite(*_BOTH)
    await hall.say(shown, bool)
    await hall.say(typed, says("rapat_pratinjau", jumlah=1))
    await hall.say("ya simpan", says("rapat_banyak_dicatat"))
    guests = await hall.guests()
    assert (guests["Pak Anwar"][2], guests["pak Syarif"][2], guests["Aco"][1]) == ("replaced", "invited", "pemuda")
    assert {name.lower() for name in guests} == {"pak anwar", "pak syarif", "bu hasniati", "aco"}


@pytest.mark.parametrize(
    "typed", ["bu Hasni di undangan itu namanya salah, yang benar bu Hasniati", "bu Hasni itu sebenarnya bu Hasniati"]
)
async def test_a_name_that_is_nearly_the_same_is_written_anew(hall: Meeting, typed: str) -> None:
    assert "bu Hasniati" in await _guests_after(hall, typed, mentions("rapat_orang"), *_BOTH)


async def test_who_comes_instead_is_what_is_told_of_them(hall: Meeting) -> None:
    typed = "pak Anwar tdk bisa datang, gantinya ibu Rahma kader posyandu"
    guests = await _guests_after(hall, typed, says("rapat_diganti", nama="ibu Rahma", sama=False), *_BOTH)
    assert guests["ibu Rahma"][8] == "kader posyandu"


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("pak Anwar tidak bisa datang, bu Hasni bersedia", {"Pak Anwar": "unable", "Bu Hasni": "confirmed"}),
        ("pak Anwar datang ke kantor kemarin bawa surat", {"Pak Anwar": "invited", "Bu Hasni": "invited"}),
    ],
)
async def test_whoever_says_so_is_heard_with_another_screen_there(
    hall: Meeting, typed: str, told: dict[str, str]
) -> None:
    guests = await _guests_after(hall, typed, bool, *_BOTH)
    assert {name: guests[name][2] for name in told} == told


async def test_where_an_invitation_is_open_guests_are_exchanged_all_the_same(hall: Meeting) -> None:
    await hall.invite(*_BOTH)
    await hall.say("bagaimana mengundang orang", mentions("form.undang.nama.tanya"))
    await hall.say("bu Hasni diganti ibu Marwah", says("rapat_diganti", nama="ibu Marwah", dulu="Bu Hasni"))
    assert await hall.town.rows("SELECT 1 FROM invites WHERE label IS NOT NULL") == []


@pytest.mark.parametrize(
    "typed",
    [
        "ganti jam 10 saja",
        "usulan pak Anwar ganti jembatan",
        "tugas pak Anwar diganti bu Rahmi",
        "pak Sulaiman diganti bu Rahmi",
        "bu Hasni harusnya ketua",
        "tambah juga airnya, ganti pipa dengan yang baru",
    ],
)
async def test_nothing_else_exchanges_a_guest(hall: Meeting, typed: str) -> None:
    guests = await _guests_after(hall, typed, bool, "Pak Anwar kadus")
    assert [row[2] for row in guests.values()] == ["invited"]


@pytest.mark.parametrize("typed", ["pak mansur sakit, ganti dgn pak Rusli", "pak mansur diganti pak Rusli krn sakit"])
async def test_who_is_on_no_list_is_said_and_the_other_is_read_back(hall: Meeting, typed: str) -> None:
    guests = await _guests_after(hall, typed, says("rapat_pratinjau", jumlah=1), "Pak Anwar kadus")
    assert set(guests) == {"Pak Anwar"}
    assert any(text in mentions("rapat_tamu_tak_ada") for text in hall.office.texts(hall.leader))


async def test_whose_role_another_follows_is_no_guest(hall: Meeting) -> None:
    await hall.office.join("Rahmi", "fasilitator_desa", hall.occasion.wilayah)
    await hall.invite("Pak Anwar kadus")
    await hall.say("bu Rahmi berhenti, diganti pak Rusli", bool)
    assert not any(text in mentions("rapat_tamu_tak_ada") for text in hall.office.texts(hall.leader))
