"""A story that goes on where it is asked what is hoped for, though the story told that already: it stands beside it,
and never in the place of the hope."""

import pytest

from tests.journeys.test_whole_usulan import Proposer, told_so_far
from tests.support.sentences import mentions, words
from tests.support.town import Town

STORY = "jembatan gantung di kampung kami hampir putus, anak sekolah takut lewat, minta diganti"
ON = "sudah 3 tahun goyang, sekitar 40 kk yang pakai, 15 keluarga tidak mampu"


async def _asked_on(place: Town, text: str = ON) -> Proposer:
    aco = Proposer(place, "Aco")
    await aco.until_hope(STORY)
    await aco.say(text, mentions("mesin.cerita_bersambung"))
    return aco


async def test_what_it_counts_is_taken_and_the_hope_of_the_story_is_one_tap_away(place: Town) -> None:
    aco = await _asked_on(place)
    await aco.press("minta diganti", "foto")
    told = await told_so_far(place)
    assert (told["harapan"]["text"], told["juga"]["text"]) == ("minta diganti", ON)
    assert (told["jumlah"]["families"], told["kurang_mampu"]["families"]) == (40, 15)


@pytest.mark.parametrize("yes", ["ya", "iye betul itu"])
async def test_a_bare_yes_means_the_hope_of_the_story(place: Town, yes: str) -> None:
    aco = await _asked_on(place)
    await aco.say(yes, "foto")
    told = await told_so_far(place)
    assert (told["harapan"]["text"], told["juga"]["text"]) == ("minta diganti", ON)


async def test_who_hoped_for_it_says_so_and_it_stands_once(place: Town) -> None:
    aco = await _asked_on(place, "sampai anak cucu kami pun pakai")
    await aco.press(words("tombol.itu_harapannya"), "foto")
    told = await told_so_far(place)
    assert (told["harapan"]["text"], "juga" in told) == ("sampai anak cucu kami pun pakai", False)


async def test_what_is_hoped_for_in_other_words_stands_in_its_place(place: Town) -> None:
    aco = await _asked_on(place)
    await aco.say("dibuatkan jembatan beton", "foto")
    told = await told_so_far(place)
    assert (told["harapan"]["text"], told["juga"]["text"]) == ("dibuatkan jembatan beton", ON)


@pytest.mark.parametrize("hope", ["jembatan gantung yang baru saja", "diganti besi semua, jangan bambu lagi"])
async def test_a_hope_is_taken_as_it_is(place: Town, hope: str) -> None:
    aco = Proposer(place, "Aco")
    await aco.until_hope(STORY)
    await aco.say(hope, "foto")
    assert (await told_so_far(place))["harapan"]["text"] == hope


@pytest.mark.parametrize(
    "text", ["sejak 2022, kurang lebih 60 murid kena", "kira2 120 jiwa pak, hampir separuhnya tidak mampu"]
)
async def test_since_when_and_how_many_is_no_hope_though_the_story_tells_none(place: Town, text: str) -> None:
    aco = Proposer(place, "Aco")
    await aco.until_hope("tebing di belakang sekolah sering runtuh, batunya sampai ke halaman")
    await aco.say(text, mentions("mesin.cerita_bersambung"))
    await aco.say("minta ditalud", "foto")
    told = await told_so_far(place)
    assert (told["harapan"]["text"], told["juga"]["text"]) == ("minta ditalud", text)


@pytest.mark.parametrize(
    "hope", ["supaya 30 kk dapat air", "bantuan bibit untuk 25 petani", "dua kelas baru, 60 murid"]
)
async def test_what_for_is_a_hope_though_it_counts(place: Town, hope: str) -> None:
    aco = Proposer(place, "Aco")
    await aco.until_hope("air bersih di kampung kami susah sekali kalau kemarau")
    await aco.say(hope, "foto")
    assert (await told_so_far(place))["harapan"]["text"] == hope
