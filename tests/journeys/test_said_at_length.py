"""What is said with more words than it needs: a control with its reason, the whole beside the broken part, a correction
in the words of a letter."""

import pytest

from tests.journeys.test_told_wrong import _answers
from tests.journeys.test_whole_usulan import Proposer
from tests.support.sentences import mentions, words
from tests.support.town import Town

_ABOUT, _WHO, _MANY, _POOR, _WHERE, _NEAR, _BIG, _WHY, _GIFTS = (
    f"form.usulan.{question}.tanya"
    for question in (
        "kategori",
        "merasakan",
        "jumlah",
        "kurang_mampu",
        "lokasi",
        "patokan",
        "ukuran",
        "alasan",
        "sumbangan",
    )
)


async def _at_the_size(place: Town) -> Proposer:
    sitti = Proposer(place)
    await sitti.until_photo()
    await sitti.say("tdk usah mi, kamera hpku rusak", mentions(_ABOUT))
    await sitti.press(words("tombol.lewati"), mentions(_WHO))
    await sitti.press(words("tombol.lewati"), mentions(_MANY))
    await sitti.say("lebih 50 orang, 54 tepatnya", mentions(_POOR))
    await sitti.say("yg dapat pkh ada delapan, saya juga satu di situ", mentions(_WHERE))
    await sitti.say("tdk usah mi, gps nya hpku rusak", mentions(_NEAR))
    await sitti.press(words("tombol.lewati"), mentions(_BIG))
    return sitti


async def test_the_whole_beside_the_broken_part_is_asked_about_with_both(place: Town) -> None:
    sitti = await _at_the_size(place)
    told = await _answers(place)
    assert (told["jumlah"], told["kurang_mampu"]) == ({"total": 54}, {"families": 8})
    await sitti.say("jalannya 500 m tp yg rusak cm 200 m", mentions("pengertian.maksudnya"))
    await sitti.press("500 m", mentions(_WHY))
    assert (await _answers(place))["ukuran"]["sizes"][0]["amount"] == "500"


async def test_a_reason_that_is_passed_over_with_why_stays_empty(place: Town) -> None:
    sitti = await _at_the_size(place)
    await sitti.say("200 meter yang mau dikerja, jalannya sendiri 1 km", mentions(_WHY))
    await sitti.say("skip mi yg itu, panjang sekali ceritanya", mentions(_GIFTS))
    assert "alasan" not in await _answers(place)


@pytest.mark.parametrize(
    "typed",
    [
        "Izin meralat, jumlah keluarga kurang mampu yang semula 8 menjadi 9 KK",
        "mohon dikoreksi keluarga kurang mampu yang sebelumnya 8 jadi 9",
    ],
)
async def test_a_correction_in_the_words_of_a_letter_shows_old_and_new(place: Town, typed: str) -> None:
    sitti = await _at_the_size(place)
    await sitti.say(typed, mentions("mesin.ralat_kata"))
    assert (await _answers(place))["kurang_mampu"] == {"families": 9}
