"""Somebody who knows neither kecamatan nor desa: never the same question over and over; a landmark of our lists is
offered, the office is asked to find it, and what was told stays."""

import pytest

from bot.work.access import BAPPEDA
from tests.journeys.test_whole_usulan import Proposer, facilitator, told_so_far
from tests.support.sentences import says, words
from tests.support.town import Town

STORY = "barak kami tidak ada air bersih, minum air kali"


async def _asked(place: Town) -> Proposer:
    sipri = Proposer(place, "Sipri")
    await sipri.say("/start", says("izin"))
    await sipri.press(words("tombol_setuju"), "kecamatan")
    return sipri


@pytest.mark.parametrize(
    "told",
    ["saya tidak tahu kecamatannya", "tdk tau, baru di sini", "lupa kecamatan apa", "kosongkan saja, saya gak tau"],
)
async def test_each_time_another_way_on(place: Town, told: str) -> None:
    budi = await facilitator(place, "Budi", BAPPEDA, "73.16")
    sipri = await _asked(place)
    await sipri.say(told, says("tempat_tak_tahu", lagi=0))
    await sipri.say(told, says("tempat_tak_tahu", lagi=1))
    await sipri.press(words("tombol_carikan"), says("tempat_dicarikan", kepada="Budi"))
    await place.simulator.wait_for(budi, says("ingat_pertanyaan"))
    assert [("73.16",)] == [tuple(one) for one in await place.rows("SELECT desa FROM questions")]
    await sipri.say(told, says("tempat_tak_tahu", lagi=2))
    await sipri.say("tuncung maiwa", "Dusun")


async def test_without_an_office_they_are_told_whom_to_ask(place: Town) -> None:
    sipri = await _asked(place)
    await sipri.say("tidak tahu", says("tempat_tak_tahu"))
    await sipri.press(words("tombol_carikan"), says("tempat_dicarikan", kepada=""))


@pytest.mark.parametrize(
    "told", ["tdk tau desa apa ini. camp PT dekat jembatan III", "tidak tahu kecamatannya, lingkungan jembatan III"]
)
async def test_a_landmark_of_our_lists_is_offered(place: Town, told: str) -> None:
    sipri = await _asked(place)
    await sipri.say(told, says("tempat_mungkin"))
    await sipri.press(words("tombol_tempat_itu", nama="Jembatan III", tempat="Kelurahan Bangkala"), "Lingkungan")
    found = await told_so_far(place)
    assert found["desa"]["name"] == "Bangkala"
    if "camp" in told:
        assert "camp PT" in found["juga"]["text"]


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ("tidak tahu kecamatannya, desa Tuncung", "Dusun"),
        ("maiwa", "Desa atau kelurahan"),
        ("tidak tahu kapan jalan itu diperbaiki", ""),
        ("desanya Boiya, dusunnya tidak tahu", ""),
    ],
)
async def test_whoever_tells_any_of_it_goes_on(place: Town, told: str, said: str) -> None:
    sipri = await _asked(place)
    shown = await sipri.say(told, said)
    assert shown not in says("tempat_tak_tahu")
