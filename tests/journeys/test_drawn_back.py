"""What people take back in whatever words: several things in one breath, what is needless, secret or drawn back. What
asked for it is stored nowhere."""

import json

import pytest

from tests.journeys.test_told_wrong import _answers
from tests.journeys.test_whole_usulan import Proposer
from tests.support.sentences import mentions, says, words
from tests.support.town import Town

STORY = "Jalan tani rusak, kades makan uang, sy punya utang di bank, 45 kk kena"


async def _at_the_card(place: Town, story: str = STORY) -> Proposer:
    sitti = Proposer(place)
    await sitti.until_card(story, "dirabat")
    return sitti


async def _sent(place: Town, story: str = STORY) -> Proposer:
    sitti = await _at_the_card(place, story)
    await sitti.press(words("tombol.kirim"), says("tanda_terima"))
    return sitti


@pytest.mark.parametrize(
    "typed",
    [
        "hapus soal kades sama soal utang",
        "yg kades dan utang jangan dibacakan",
        "hapus soal kades, soal utang juga",
        "soal kades jgn ditulis, yg utang itu jgn",
        "tolong coret yang kades sm yang utang pak",
    ],
)
async def test_several_things_go_in_one_breath(any_place: Town, typed: str) -> None:
    sitti = await _at_the_card(any_place)
    await sitti.say(typed, mentions("mesin.hapus_bagian"))
    told = await _answers(any_place)
    assert (told["cerita"]["text"], "juga" in told) == ("Jalan tani rusak, 45 kk kena", False)


async def test_several_things_of_what_was_sent_go_after_one_yes(any_place: Town) -> None:
    sitti = await _sent(any_place)
    await sitti.say("hapus soal kades sama soal utang", mentions("ralat_bandingkan"))
    await sitti.say("ya", mentions("ralat_dicatat"))
    assert (await sitti.answers())["cerita"]["text"] == "Jalan tani rusak, 45 kk kena"


@pytest.mark.parametrize("typed", ["hapus yang kades, yang utang tetap", "yg kades hapus, yang utang biar saja"])
async def test_what_is_to_stay_stays(place: Town, typed: str) -> None:
    sitti = await _at_the_card(place)
    await sitti.say(typed, bool)
    assert "utang" in (await _answers(place))["cerita"]["text"]


@pytest.mark.parametrize("typed", ["utang sy tidak usah pak", "kades tdk usah", "yang utang tidak usah ya"])
async def test_what_is_needless_goes_after_a_yes(any_place: Town, typed: str) -> None:
    sitti = await _at_the_card(any_place)
    said = await sitti.say(typed, lambda one: "eluarkan" in one["text"] or "Dihapus" in one["text"])
    if "Dihapus" not in said:
        await sitti.say("ya", mentions("mesin.hapus_bagian"))
    told = await _answers(any_place)
    assert ("kades" in told["cerita"]["text"] and "utang" in told["cerita"]["text"], "juga" in told) == (False, False)


@pytest.mark.parametrize(
    "typed",
    ["soal utang itu sy tarik", "utang itu saya tarik kembali", "yang utang kutarik pak", "sy tarik yang soal utang"],
)
async def test_what_is_drawn_back_goes(any_place: Town, typed: str) -> None:
    sitti = await _at_the_card(any_place)
    await sitti.say(typed, mentions("mesin.hapus_bagian"))
    assert (await _answers(any_place))["cerita"]["text"] == "Jalan tani rusak, kades makan uang, 45 kk kena"


@pytest.mark.parametrize(
    "typed", ["itu rahasia pak", "itu saya tarik kembali", "jangan dibaca orang itu", "yang tadi itu pribadi ya"]
)
async def test_what_names_nothing_is_offered_sentence_by_sentence_and_a_yes_takes_none(
    any_place: Town, typed: str
) -> None:
    sitti = await _at_the_card(any_place)
    await sitti.say(typed, mentions("mesin.hapus_yang_ini", disebut=False, ketemu=False))
    await sitti.say("ya", bool)
    told = await _answers(any_place)
    assert (told["cerita"]["text"], "juga" in told) == (STORY, False)
    await sitti.press("Keluarkan: sy punya utang di bank", mentions("mesin.hapus_bagian"))
    assert "utang" not in json.dumps(await _answers(any_place))


@pytest.mark.parametrize("typed", ["itu rahasia pak", "itu sy tarik kembali", "yg tadi itu jangan ikut"])
async def test_of_what_was_sent_it_is_asked_which_and_no_other_is_begun(any_place: Town, typed: str) -> None:
    sitti = await _sent(any_place)
    await sitti.say(typed, says("keluarkan_yang_mana", nomor="Maiwa 1"))
    assert await any_place.rows("SELECT flow FROM conversations") == []
    await sitti.press("Keluarkan: kades makan uang", mentions("ralat_bandingkan"))
    await sitti.say("ya", mentions("ralat_dicatat"))
    assert (await sitti.answers())["cerita"]["text"] == "Jalan tani rusak, sy punya utang di bank, 45 kk kena"


async def test_the_whole_of_it_may_be_meant(place: Town) -> None:
    sitti = await _sent(place)
    await sitti.say("itu sy tarik kembali", says("keluarkan_yang_mana"))
    await sitti.press(words("tombol_tarik_seluruhnya", nomor="Maiwa 1"), mentions("tarik_usulan_ini"))


@pytest.mark.parametrize("typed", ["soal utang itu sy tarik", "utang sy tidak usah pak"])
async def test_a_part_of_what_was_sent_is_shown_before_it_goes(any_place: Town, typed: str) -> None:
    sitti = await _sent(any_place)
    await sitti.say(typed, mentions("ralat_bandingkan"))
    await sitti.say("ya", mentions("ralat_dicatat"))
    assert "utang" not in (await sitti.answers())["cerita"]["text"]


async def test_what_is_not_to_be_taken_back_stays(place: Town) -> None:
    sitti = await _sent(place)
    await sitti.say("jangan hapus usulan sy", says("tarik_usulan_tidak_jadi", nomor="Maiwa 1"))
    assert await place.rows("SELECT flow FROM conversations") == []


async def test_what_stands_nowhere_is_said_and_begins_nothing(place: Town) -> None:
    sitti = await _sent(place)
    await sitti.say("soal lurah itu sy tarik", mentions("mesin.hapus_tidak_tertulis"))
    assert await place.rows("SELECT flow FROM conversations") == []


async def test_what_is_drawn_back_and_stands_there_in_part_is_asked_about_and_not_kept(place: Town) -> None:
    sitti = await _at_the_card(place)
    await sitti.say("soal kades sama lurah sy tarik", mentions("mesin.hapus_yang_ini", isi=["kades makan uang"]))
    assert "juga" not in await _answers(place)


async def test_of_what_was_sent_a_part_goes_while_another_is_being_told(place: Town) -> None:
    sitti = await _sent(place)
    await sitti.say("saluran air juga sudah lama mampet", mentions("mesin.ini_ceritanya"))
    await sitti.say("hapus yang kades itu", mentions("ralat_bandingkan"))
    await sitti.say("ya", mentions("mesin.ini_ceritanya"))
    assert "kades" not in (await sitti.answers())["cerita"]["text"]


@pytest.mark.parametrize(
    "typed", ["pipanya sy tarik sendiri dari gunung", "lampu tidak usah", "air itu sy tarik pakai selang dari sungai"]
)
async def test_what_tells_of_drawing_is_told(place: Town, typed: str) -> None:
    sitti = Proposer(place)
    await sitti.until_story()
    await sitti.say("Air jauh dan lampu tidak ada, 23 rumah", "harapkan")
    await sitti.say(typed, bool)
    assert (await _answers(place))["cerita"]["text"] == "Air jauh dan lampu tidak ada, 23 rumah"


@pytest.mark.parametrize(
    ("story", "typed", "left"),
    [
        ("Kades makan uang, dan jalan tani rusak berat", "hapus yang kades", "jalan tani rusak berat"),
        ("Jalan rusak karena kades makan uang. lampu mati", "hapus kades makan uang", "Jalan rusak, lampu mati"),
        ("Jalan rusak dan juga sy punya utang", "hapus sy punya utang", "Jalan rusak"),
        ("Jalan rusak dan becek, sy punya utang", "hapus yang utang", "Jalan rusak dan becek"),
    ],
)
async def test_no_half_sentence_is_left(place: Town, story: str, typed: str, left: str) -> None:
    sitti = await _at_the_card(place, story)
    await sitti.say(typed, mentions("mesin.hapus_bagian"))
    assert (await _answers(place))["cerita"]["text"] == left
