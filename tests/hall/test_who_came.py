"""Who came is told of the meeting that was asked about, and of none that was not."""

import pytest

from tests.support.client import labels
from tests.support.halls import Meeting, hold
from tests.support.sentences import says, words

_NO_LIST, _CAME = says("rapat_tidak_tercatat"), says("rapat_hadir")


@pytest.mark.parametrize(
    ("typed", "called"),
    [
        ("siapa yang datang rapat koordinasi?", "rapat koordinasi"),
        ("siapa saja yg hadir rapat kordinasi kemarin", "rapat kordinasi kemarin"),
        ("berapa yang hadir rakor", "rakor"),
        ("kirimkan daftar hadir musdes", "musdes"),
        ("sapa2 yang mau datang musrenbang kabupaten", "musrenbang kabupaten"),
    ],
)
async def test_of_a_meeting_that_stands_nowhere_it_is_said(hall: Meeting, typed: str, called: str) -> None:
    await hall.say("/tugas", lambda message: True)
    told = await hall.say(typed, says("rapat_tidak_tercatat", sebut=called, ada=True))
    assert len(labels(told)) == 1


@pytest.mark.parametrize(
    "typed",
    [
        "siapa yang datang musrenbang desa?",
        "siapa2 yg hadir di musrenbang",
        "brp yang hadir musrenbang boiya",
        "kirimkan daftar hadir musrenbangnya",
        "minta excel daftar hadir semua musrenbang desa",
        "minta file daftar hadir musrenbang boiya dalam bentuk excel",
    ],
)
async def test_of_one_that_is_known_it_is_that_one(hall: Meeting, typed: str) -> None:
    await hold(hall.town, "musdes", hours=-200)
    await hall.say("/tugas", lambda message: True)
    told = await hall.say(typed, _CAME)
    assert words("pertemuan.musrenbang_desa") in told["text"]


@pytest.mark.parametrize(
    "typed",
    [
        "berapa orang yg hadir di musrenbang desa maiwa",
        "berapa orang hadir di musrenbang desa maiwa, berapa perempuannya",
    ],
)
async def test_the_kind_that_is_named_is_told_and_not_that_of_the_kecamatan(hall: Meeting, typed: str) -> None:
    malik = await hall.office.join("Malik", "fasilitator_kecamatan", "73.16.01")
    await hold(hall.town, "musrenbang_kecamatan", wilayah="73.16.01", hours=-3)
    told = await hall.say(typed, _CAME, malik)
    assert words("pertemuan.musrenbang_desa") in told["text"]
    told = await hall.say("berapa yg hadir di musrenbang kecamatan maiwa", _CAME, malik)
    assert words("pertemuan.musrenbang_kecamatan") in told["text"]


async def test_before_it_it_is_who_is_invited(hall: Meeting) -> None:
    await hold(hall.town, "musdes", hours=100)
    await hall.invite("Ibu Sitti")
    await hall.say("/tugas", lambda message: True)
    told = await hall.say("siapa yang mau datang musdes", says("rapat_undangan"))
    assert words("pertemuan.musdes") in told["text"]


async def test_two_of_one_kind_are_asked_about(hall: Meeting) -> None:
    malik = await hall.office.join("Malik", "fasilitator_kecamatan", "73.16.01")
    await hold(hall.town, wilayah="73.16.01.2003", hours=-30)
    told = await hall.say("siapa yang hadir musrenbang", says("rapat_pilih"), malik)
    assert len(labels(told)) == 2
    await hall.say("siapa yang hadir musrenbang desa tuncung", _CAME, malik)
    await hall.say("siapa yang hadir musrenbang desa batu mila", _NO_LIST, malik)


@pytest.mark.parametrize("typed", ["siapa yang boleh datang rapat", "kalau saya tidak datang rapat bagaimana"])
async def test_what_asks_for_no_list_gets_none(hall: Meeting, typed: str) -> None:
    await hall.say("/tugas", lambda message: True)
    told = await hall.say(typed, lambda message: True)
    assert not any(told["text"] in sentence for sentence in (_NO_LIST, _CAME)), words("rapat_belum_ada")
