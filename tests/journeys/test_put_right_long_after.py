"""What is put right long after it was sent: the receipt promises that it is heard, and gives no day."""

import pytest

from tests.journeys.test_whole_usulan import Proposer
from tests.support.sentences import mentions, says, words
from tests.support.town import Town

_DAYS = 16 * 86400


async def _sent_long_ago(place: Town, story: str = "sampah menumpuk di pasar, 50 KK yang kena") -> Proposer:
    sitti = Proposer(place)
    await sitti.until_card(story, "bak sampah")
    await sitti.press(words("tombol.kirim"), says("tanda_terima"))
    await place.simulator.move_clock(by=_DAYS)
    await place.begin_again()
    return sitti


@pytest.mark.parametrize(
    "typed",
    [
        "eh bukan 50 KK, 55 KK",
        "eh keluarganya 55 jangan 50 nah",
        "maaf salah, harusnya 55 KK bukan 50 KK",
        "yang kena 55 KK, bukan 50",
    ],
)
async def test_a_figure_that_stands_there_is_put_right(any_place: Town, typed: str) -> None:
    sitti = await _sent_long_ago(any_place)
    await sitti.say(typed, mentions("form.ralat.betul.tanya"))
    await sitti.press("Betul, ubah", says("ralat_dicatat"))
    assert (await sitti.answers())["jumlah"] == {"families": 55}


@pytest.mark.parametrize(
    "typed",
    [
        "bukan 30 KK tapi 40 KK yang belum punya air bersih",
        "jembatan di kebun rusak, jangan tunggu 50 orang jatuh",
        "pipa air bersih bocor semua, bukan sedikit",
    ],
)
async def test_what_does_not_stand_there_is_asked_as_ever(place: Town, typed: str) -> None:
    sitti = await _sent_long_ago(place)
    await sitti.say(typed, mentions("mesin.ini_ceritanya"))
    assert (await sitti.answers())["jumlah"] == {"families": 50}


@pytest.mark.parametrize(
    "typed",
    ["itu pembetulan, usulan yg kemarin 55 KK bukan 50", "ralat usulan yang kemarin: bukan 50 KK tapi 55 KK"],
)
async def test_below_a_story_that_waits_it_is_of_what_was_sent(any_place: Town, typed: str) -> None:
    sitti = await _sent_long_ago(any_place)
    await sitti.say("talud di sungai longsor sampai ke rumah, 50 rumah terancam", mentions("mesin.ini_ceritanya"))
    await sitti.say(typed, mentions("form.ralat.betul.tanya"))
    await sitti.press("Betul, ubah", mentions("ralat_dicatat"))
    assert (await sitti.answers())["jumlah"] == {"families": 55}


async def test_without_a_word_of_the_sent_one_it_is_of_what_waits(place: Town) -> None:
    sitti = await _sent_long_ago(place)
    await sitti.say("pipa air bocor di atas, 50 rumah tidak dapat", mentions("mesin.ini_ceritanya"))
    await sitti.say("eh bukan 50 rumah, 55 rumah", "55 rumah")
    assert (await sitti.answers())["jumlah"] == {"families": 50}


async def test_that_all_is_right_changes_nothing(place: Town) -> None:
    sitti = await _sent_long_ago(place)
    before = await sitti.answers()
    for typed in ("sudah betul ji, tidak ada mi diubah", "sudah pas mi pak"):
        await sitti.say(typed, says("ralat_semua_benar"))
    assert await sitti.answers() == before
