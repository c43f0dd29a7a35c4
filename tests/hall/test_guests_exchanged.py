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
