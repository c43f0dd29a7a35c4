"""After sending a number is another one now, in words that deny nothing: it is shown old and new, and is no story."""

from typing import Any

import pytest

from tests.journeys.test_sent_in_words import _sent
from tests.journeys.test_whole_usulan import Proposer
from tests.support.sentences import mentions, says
from tests.support.town import Town

ROAD = "Jalan kebun bawang rusak, 62 KK lewat situ, yang tidak mampu 25 KK."
LENGTH = {"amount": "1.2", "unit": "km", "side": "p"}


async def _road(place: Town) -> Proposer:
    sitti = await _sent(place, ROAD)
    told = await sitti.answers()
    assert (told["jumlah"], told["kurang_mampu"]) == ({"families": 62}, {"families": 25})
    return sitti


@pytest.mark.parametrize(
    ("typed", "changed"),
    [
        ("yang tidak mampu jadi 10 KK", {"kurang_mampu": {"families": 10}}),
        ("25 itu jadi 22 yg miskin", {"kurang_mampu": {"families": 22}}),
        ("62 kk itu jadi 64 kk", {"jumlah": {"families": 64}}),
        ("maiwa 1 miskinnya 22", {"kurang_mampu": {"families": 22}}),
    ],
)
async def test_the_number_that_stands_there_is_another_one(any_place: Town, typed: str, changed: Any) -> None:
    sitti = await _road(any_place)
    before = await sitti.answers()
    await sitti.say(typed, says("ralat_bandingkan", nomor="Maiwa 1"))
    await sitti.press("Betul, ubah", says("ralat_dicatat", nomor="Maiwa 1"))
    told = await sitti.answers()
    assert told == {**before, **changed, "cerita": told["cerita"]}
    assert told["cerita"]["text"] in {ROAD, ROAD.replace("25", "22"), ROAD.replace("62", "64")}
    assert [] == await any_place.rows("SELECT flow FROM conversations")


async def test_a_side_is_another_one_beside_it(place: Town) -> None:
    sitti = await _road(place)
    await sitti.say("panjangnya 1,2 km lebarnya 2,5 meter", says("tambah_usulan_ini", nomor="Maiwa 1"))
    await sitti.press("Ya, tambahkan", says("ralat_dicatat", nomor="Maiwa 1"))
    await sitti.say("25 itu jadi 22 yg miskin. sama lebarnya 3 meter", says("ralat_bandingkan", nomor="Maiwa 1"))
    await sitti.press("Betul, ubah", says("ralat_dicatat", nomor="Maiwa 1"))
    told = await sitti.answers()
    assert told["kurang_mampu"] == {"families": 22}
    assert told["ukuran"]["sizes"] == [LENGTH, {"amount": "3", "unit": "m", "side": "l"}]


@pytest.mark.parametrize(
    "typed",
    [
        "harga pupuk 100 ribu jadi 150 ribu di kampung kami",
        "jembatan di sebelah sana putus, tinggal 40 KK yang bisa menyeberang ke pasar",
    ],
)
async def test_what_stands_nowhere_puts_nothing_right(place: Town, typed: str) -> None:
    sitti = await _road(place)
    before = await sitti.answers()
    await sitti.say(typed, mentions("mesin.ini_ceritanya"))
    assert await sitti.answers() == before
