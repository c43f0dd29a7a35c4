"""Who reads usulan says that one is read, and calls it by what it is about."""

import pytest

from bot.simulator.chats import Person
from bot.work.access import FASILITATOR_DESA
from tests.reading.conftest import Village
from tests.support.client import words_of
from tests.support.sentences import mentions, says, words

ROAD, BANK = (
    "Jalan ke kebun rusak parah 300 meter, sulit dilewati.",
    "Jalan di tepi sungai longsor, motor tidak bisa lewat.",
)


async def _tell(village: Village, name: str, story: str, number: str) -> None:
    person = await village.begin(name)
    await village.ask(person, story, "harapkan")
    await village.ask(person, "Dibeton.", "foto")
    await village.press(person, "Cukup", "Kami catat begini")
    await village.press(person, words("tombol.kirim"), says("tanda_terima", nomor=number))


async def _two(village: Village) -> Person:
    """Water, and a road: of the water one goes on foot."""
    rahman = await village.join("Rahman", FASILITATOR_DESA)
    await village.bring()
    await _tell(village, "Tang", ROAD, "Maiwa 2")
    return rahman


async def _read(village: Village) -> list[int]:
    return [row[0] for row in await village.town.rows("SELECT serial FROM usulan WHERE read_at IS NOT NULL")]


@pytest.mark.parametrize(
    "typed",
    [
        "yg jalan sudah sy baca",
        "yang jalan itu sudah kubaca",
        "sudah sy baca yg jalan",
        "usulan soal jalan sudah dibaca",
        "yang jalan rusak sudah saya baca pak",
    ],
)
async def test_the_one_that_tells_of_it_is_read(village: Village, typed: str) -> None:
    rahman = await _two(village)
    await village.ask(rahman, typed, mentions("baca_dicatat"))
    assert await _read(village) == [2]


async def test_which_of_several_is_asked(village: Village) -> None:
    rahman = await _two(village)
    await _tell(village, "Baso", BANK, "Maiwa 3")
    asked = await village.ask(rahman, "yg jalan sudah sy baca", mentions("periksa_dibaca_yang_mana"))
    assert "Maiwa 1" not in words_of(asked)
    assert await _read(village) == []
    await village.press(rahman, words("tombol_sudah_baca_nomor", nomor="Maiwa 3"), mentions("baca_dicatat"))
    assert await _read(village) == [3]


async def test_what_only_tells_of_it_somewhere_is_asked_about(village: Village) -> None:
    rahman = await village.join("Rahman", FASILITATOR_DESA)
    await village.bring()
    await village.ask(rahman, "yg jalan sudah sy baca", mentions("periksa_dibaca_yang_mana"))
    assert await _read(village) == []


@pytest.mark.parametrize(
    "typed",
    ["yg jalan belum sy baca", "yg jalan sudah sy baca?", "yg jembatan sudah sy baca", "info jalan sudah sy baca"],
)
async def test_nothing_else_is_read_by_that(village: Village, typed: str) -> None:
    rahman = await _two(village)
    await village.ask(rahman, typed, bool)
    assert await _read(village) == []


async def test_what_is_read_stands_so(village: Village) -> None:
    rahman = await _two(village)
    await village.ask(rahman, "yg jalan sudah sy baca", mentions("baca_dicatat"))
    await village.town.until("SELECT count(*) FROM usulan WHERE sift_at IS NOT NULL", 0)
    await village.ask(rahman, "yg jalan sudah sy baca", says("periksa_sudah_tercatat"))
