"""A part of what was told goes again when its own words are named; a number is put right by the right one alone."""

import pytest

from tests.journeys.test_told_wrong import _answers
from tests.journeys.test_whole_usulan import Proposer
from tests.support.sentences import mentions
from tests.support.town import Town

STORY = "Jembatan gantung mau putus, 60 KK lewat, sudah 3 orang mati"


async def _at_the_card(place: Town, story: str = STORY) -> Proposer:
    sitti = Proposer(place)
    await sitti.until_card(story, "ganti talinya")
    return sitti


@pytest.mark.parametrize(
    "typed", ["yang tiga orang mati itu hapus, tidak benar", "tolong coret yg 3 orang mati itu pak"]
)
async def test_a_part_that_is_named_goes_and_nothing_else_changes(any_place: Town, typed: str) -> None:
    sitti = await _at_the_card(any_place)
    await sitti.say(typed, mentions("mesin.hapus_bagian"))
    told = await _answers(any_place)
    assert told["cerita"]["text"] == "Jembatan gantung mau putus, 60 KK lewat"
    assert (told["jumlah"], "juga" in told) == ({"families": 60}, False)


async def test_what_was_read_out_of_it_goes_with_it(place: Town) -> None:
    sitti = await _at_the_card(place)
    await sitti.say("hapus yang 60 kk lewat itu", mentions("mesin.hapus_bagian"))
    told = await _answers(place)
    assert told["cerita"]["text"] == "Jembatan gantung mau putus, sudah 3 orang mati"
    assert told.get("jumlah") != {"families": 60}


@pytest.mark.parametrize("typed", ["hapus semua data saya", "hapus yang jembatan beton itu"])
async def test_what_stands_nowhere_takes_nothing_out(place: Town, typed: str) -> None:
    sitti = await _at_the_card(place)
    await sitti.say(typed, bool)
    assert (await _answers(place))["cerita"]["text"] == STORY


async def test_half_a_number_is_no_part(place: Town) -> None:
    told = "Jalan sepanjang 2,5 km rusak, 3 rumah hanyut"
    sitti = await _at_the_card(place, told)
    await sitti.say("hapus yang 5 km rusak itu", bool)
    assert (await _answers(place))["cerita"]["text"] == told
    await sitti.say("hapus yang 2,5 km rusak itu", mentions("mesin.hapus_bagian"))
    assert (await _answers(place))["cerita"]["text"] == "3 rumah hanyut"


@pytest.mark.parametrize("typed", ["yang benar 45 KK kak", "45 kk yang benar", "eh salah, 45 KK"])
async def test_only_the_right_number_is_said_where_a_wish_is_asked_for(any_place: Town, typed: str) -> None:
    sitti = Proposer(any_place)
    await sitti.until_story()
    await sitti.say("Tidak ada air bersih untuk 40 KK di sini", "harapkan")
    await sitti.say(typed, mentions("mesin.ralat_kata"))
    await sitti.say("pasang pipa", "foto")
    told = await _answers(any_place)
    assert told["cerita"]["text"].lower() == "tidak ada air bersih untuk 45 kk di sini"
    assert (told["harapan"]["text"], told["jumlah"]) == ("pasang pipa", {"families": 45})
