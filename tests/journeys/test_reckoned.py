"""A number is put right by reckoning, or in the place of one that is named beside it; also of what was sent."""

from typing import Any

import pytest

from tests.journeys.test_told_wrong import _answers
from tests.journeys.test_whole_usulan import Proposer
from tests.journeys.villagers import photo
from tests.support.sentences import mentions, says, words
from tests.support.town import Town

STORY = "Jalan tani rusak panjang 300 meter lebar 4 meter, 45 kk kena"


async def _sent(place: Town) -> Proposer:
    sitti = Proposer(place)
    await sitti.until_card(STORY, "dirabat")
    await sitti.press(words("tombol.kirim"), says("tanda_terima"))
    return sitti


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("45 kk itu kurangi dua", 43),
        ("kurangi 2 kk", 43),
        ("tambah 3 kk lagi pak", 48),
        ("45 kk tambah tiga", 48),
        ("tambah 3 lagi", 48),
        ("jumlahnya kurangi 3", 42),
        ("lupa 2 kk, tambahkan", 47),
        ("salah hitung, kurangi 5 kk", 40),
    ],
)
async def test_what_comes_of_it_is_said_back_and_put_there(any_place: Town, typed: str, number: int) -> None:
    sitti = Proposer(any_place)
    await sitti.until_card(STORY, "dirabat")
    await sitti.say(typed, mentions("mesin.ralat_kata"))
    told = await _answers(any_place)
    assert (told["jumlah"], "juga" in told) == ({"families": number}, False)


@pytest.mark.parametrize(
    ("typed", "key", "value"),
    [
        ("45 kk itu kurangi dua", "jumlah", {"families": 43}),
        ("tambah 3 lagi", "jumlah", {"families": 48}),
        ("lebar 4 ganti lebar 3", "cerita", {"text": STORY.replace("lebar 4", "lebar 3")}),
        ("lebarnya 4 ganti 3", "cerita", {"text": STORY.replace("lebar 4", "lebar 3")}),
        ("lebarnya bukan 4 tapi 3", "cerita", {"text": STORY.replace("lebar 4", "lebar 3")}),
    ],
)
@pytest.mark.parametrize("another", [False, True])
async def test_of_what_was_sent_it_is_shown_before_one_yes(
    place: Town, another: bool, typed: str, key: str, value: dict[str, Any]
) -> None:
    sitti = await _sent(place)
    if another and typed != "tambah 3 lagi":
        await sitti.say("saluran air juga sudah lama mampet", mentions("mesin.ini_ceritanya"))
    await sitti.say(typed, mentions("ralat_bandingkan"))
    await sitti.say("ya", mentions("ralat_dicatat"))
    assert (await sitti.answers())[key] == value


async def test_a_figure_that_stands_nowhere_begins_nothing(place: Town) -> None:
    sitti = await _sent(place)
    await sitti.say("tebal 9 ganti tebal 3", says("ubah_pilih", nomor="Maiwa 1"))
    await sitti.say("saluran air juga sudah lama mampet", mentions("mesin.ini_ceritanya"))
    await sitti.say("tebal 9 ganti tebal 3", says("ubah_usulan_mana"))
    assert "tebal 9" not in str(await place.rows("SELECT state FROM conversations"))


async def test_what_is_not_the_same_thing_is_asked_for(place: Town) -> None:
    sitti = await _sent(place)
    await sitti.say("kurangi 2 orang", mentions("ubah_mulai"))
    await sitti.say("40 kk", mentions("ralat_dicatat"))
    assert (await sitti.answers())["jumlah"] == {"families": 40}


@pytest.mark.parametrize("typed", ["mau tambah 2 usulan lagi", "tambah 3 lampu lagi"])
async def test_more_of_something_else_is_no_number_of_people(place: Town, typed: str) -> None:
    sitti = await _sent(place)
    await sitti.say(typed, bool)
    assert not await place.rows("SELECT flow FROM conversations WHERE flow = 'ubah'")
    assert (await sitti.answers())["jumlah"] == {"families": 45}


@pytest.mark.parametrize("typed", ["tambah 3 lampu di jalan itu", "tambah 3 tiang lagi"])
async def test_what_is_hoped_for_is_no_reckoning(place: Town, typed: str) -> None:
    sitti = Proposer(place)
    await sitti.until_story()
    await sitti.say(STORY, "harapkan")
    await sitti.say(typed, "foto")
    told = await _answers(place)
    assert (told["harapan"]["text"], told["jumlah"]) == (typed, {"families": 45})


async def test_the_caption_of_a_first_photo_tells_the_place_and_the_story(any_place: Town) -> None:
    sitti = Proposer(any_place)
    await any_place.simulator.begin(sitti.person)
    await sitti.hears(says("izin"))
    await sitti.press(words("tombol_setuju"), "kecamatan")
    await any_place.simulator.photo(sitti.person, photo(), caption="jalan rusak di Tuncung")
    await sitti.hears("Maksudnya yang ini")
    await sitti.say("ya", mentions("mesin.ini_ceritanya"))
    told = await _answers(any_place)
    assert (told["desa"]["name"], len(told["foto"])) == ("Tuncung", 1)
