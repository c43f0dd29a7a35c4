"""Guests who answer, and who came, told by name in one line."""

import pytest

from tests.support.halls import Meeting
from tests.support.sentences import says

LIST = ("Ibu Sitti", "Anto", "Pak Budi kadus Paraja", "bu Ina", "pak Made", "Imam Hasan")


@pytest.mark.parametrize(
    ("typed", "come", "stay"),
    [
        ("bu ina, pak made sama imam mau datang. pak budi tdk bisa datang", "bu Ina, pak Made, Imam Hasan", "Pak Budi"),
        ("sitti mau datang", "Ibu Sitti", ""),
        ("anto tdk bisa hadir, sakit", "", "Anto"),
        ("yang tidak bisa datang: anto, pak budi", "", "Anto, Pak Budi"),
    ],
)
async def test_answers_stand_at_each_who_is_named(hall: Meeting, typed: str, come: str, stay: str) -> None:
    await hall.invite(*LIST)
    await hall.say(typed, says("rapat_tamu_kabar", ya=come.split(", ") if come else []))
    stored = {name: row[2] for name, row in (await hall.guests()).items()}
    assert [name for name, state in stored.items() if state == "confirmed"] == [one for one in stored if one in come]
    assert [name for name, state in stored.items() if state == "unable"] == [one for one in stored if one in stay]


@pytest.mark.parametrize(
    ("typed", "came", "stayed"),
    [
        ("bu sitti datang, anto tdk datang", ["Ibu Sitti"], ["Anto"]),
        ("tandai hadir bu sitti dan pak budi", ["Ibu Sitti", "Pak Budi"], []),
        ("yang datang: ibu sitti, anto, pak budi. 20 laki2 11 perempuan", ["Anto", "Ibu Sitti", "Pak Budi"], []),
    ],
)
async def test_on_the_day_they_came_or_did_not(hall: Meeting, typed: str, came: list[str], stayed: list[str]) -> None:
    await hall.invite(*LIST)
    await hall.say(typed, says("rapat_tamu_kabar", hadir=True))
    stored = await hall.guests()
    assert sorted(name for name, row in stored.items() if row[3]) == came
    assert [name for name, row in stored.items() if row[3] is not None and not row[3]] == stayed


async def test_before_the_meeting_who_was_told_is_asked_about(hall: Meeting) -> None:
    await hall.invite(*LIST)
    await hall.say("bu ina sudah dikabari, mau datang", says("rapat_tamu_kabar", ya=["bu Ina"]))
    await hall.say("/tugas", lambda message: True)
    await hall.say("pak made sdh dikasih tau", says("rapat_orang", nama="pak Made"))
    assert [name for name, row in (await hall.guests()).items() if row[2] == "confirmed"] == ["bu Ina"]


async def test_nobody_on_the_list_is_named(hall: Meeting) -> None:
    """Somebody else may be meant; whoever is named beside a guest is told not to be on it."""
    await hall.invite(*LIST)
    await hall.say("pak lurah baru mau datang", "")
    await hall.say("bu sitti sama pak joni datang", says("rapat_tamu_kabar", lain=["pak joni"]))
    assert [name for name, row in (await hall.guests()).items() if row[3]] == ["Ibu Sitti"]
