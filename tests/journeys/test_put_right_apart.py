"""What was told before is put right in whatever words, alone or behind an answer to what is asked; and what is wished
of oneself behind an answer."""

import pytest

from tests.journeys.test_told_wrong import _answers
from tests.journeys.test_whole_usulan import Proposer, at_the_hope
from tests.support.sentences import mentions, says, words
from tests.support.town import Town

STORY = "Saluran air bocor, 40 orang tidak dapat air"


async def _at_who_is_poor(place: Town) -> Proposer:
    sitti = await at_the_hope(place, STORY)
    await sitti.say("salurannya diperbaiki", "foto")
    await sitti.press(words("tombol.lewati"), "urusan apa")
    await sitti.press(words("tombol.lewati"), "paling merasakan")
    await sitti.say("petani", "berapa keluarga")
    return sitti


@pytest.mark.parametrize(
    ("typed", "people"),
    [
        ("7 kk. oh iya orangnya tadi kuhitung lagi, 44 mi", 44),
        ("7 keluarga, soal jumlah orang tadi mestinya 52", 52),
    ],
)
async def test_behind_an_answer_another_is_put_right(place: Town, typed: str, people: int) -> None:
    sitti = await _at_who_is_poor(place)
    await sitti.say(typed, mentions("mesin.ralat_kata"))
    told = await _answers(place)
    assert (told["kurang_mampu"], told["jumlah"]) == ({"families": 7}, {"total": people})


@pytest.mark.parametrize("typed", ["7 kk, yang 4 janda semua", "7 keluarga. tahun lalu 9"])
async def test_an_answer_of_one_number_leaves_the_others(place: Town, typed: str) -> None:
    sitti = await _at_who_is_poor(place)
    await sitti.say(typed, bool)
    assert (await _answers(place))["jumlah"] == {"total": 40}


@pytest.mark.parametrize("typed", ["7 kk. tapi jangan sebut namaku di rapat", "7 keluarga. namaku jangan ditulis nah"])
async def test_a_name_that_is_to_stay_closed_is_heard_behind_an_answer(place: Town, typed: str) -> None:
    sitti = await _at_who_is_poor(place)
    await sitti.say(typed, says("nama_sendiri_tidak_disebut"))
    assert (await _answers(place))["kurang_mampu"] == {"families": 7}


async def test_over_the_card_whatever_words_name_the_answer(place: Town) -> None:
    sitti = await at_the_hope(place, STORY)
    await sitti.say("salurannya diperbaiki", "foto")
    await sitti.press(words("tombol.cukup"), "Kami catat begini")
    await sitti.say("kata kadus orangnya 48 ji", mentions("mesin.ralat_kata"))
    assert (await _answers(place))["jumlah"] == {"total": 48}
