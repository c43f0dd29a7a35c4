"""What was told is put right in the same message as an answer: both count, and what is right stands where the wrong
stood."""

import pytest

from tests.journeys.test_told_wrong import _answers
from tests.journeys.test_whole_usulan import Proposer, at_the_hope
from tests.support.sentences import mentions, says, words
from tests.support.town import Town

STORY = "Saluran air bocor, 500 KK tidak dapat air, pustu 5 ruangan ikut kering"


@pytest.mark.parametrize(
    ("typed", "hope", "families"),
    [
        ("dibuat baru salurannya. bukan 500 KK, 120 KK. salurannya 800 meter", "dibuat baru salurannya", 120),
        ("dicor. bukan 500 KK tapi 80 KK", "dicor", 80),
        ("dicor. eh KK itu bukan lima ratus, 80 KK", "dicor", 80),
        ("Maaf, 80 KK bukan 500 KK. Mohon salurannya dibuat baru", "Mohon salurannya dibuat baru", 80),
    ],
)
async def test_beside_a_wish_a_number_is_put_right(any_place: Town, typed: str, hope: str, families: int) -> None:
    sitti = await at_the_hope(any_place, STORY)
    await sitti.say(typed, "foto")
    told = await _answers(any_place)
    assert told["harapan"]["text"].startswith(hope)
    assert "500" not in told["harapan"]["text"]
    assert told["jumlah"] == {"families": families}


async def test_beside_who_feels_it_a_word_of_the_story_is_put_right(place: Town) -> None:
    sitti = await at_the_hope(place, STORY)
    await sitti.say("salurannya diperbaiki", "foto")
    await sitti.press(words("tombol.lewati"), "urusan apa")
    await sitti.press(words("tombol.lewati"), "paling merasakan")
    await sitti.say("ibu-ibu sama lansia. tadi saya keliru pustu 6 ruangan bukan 5", "berapa keluarga")
    told = await _answers(place)
    assert told["cerita"]["text"] == STORY.replace("5 ruangan", "6 ruangan")
    assert [one["value"] for one in told["merasakan"]] == ["ibu", "lansia"]


@pytest.mark.parametrize(
    ("typed", "wrong", "right"),
    [
        ("itu 5 ruangan di ceritanya ganti 6", "5 ruangan", "6 ruangan"),
        ("ganti 5 ruangan jadi 6 ruangan", "5 ruangan", "6 ruangan"),
        ("harusnya pustu 6 ruangan bukan 5", "5 ruangan", "6 ruangan"),
        ("itu masih pustu di ceritanya, ganti pustu jadi polindes", "pustu", "polindes"),
    ],
)
async def test_over_the_card_one_figure_or_word_makes_way_for_another(
    place: Town, typed: str, wrong: str, right: str
) -> None:
    sitti = await at_the_hope(place, STORY)
    await sitti.say("salurannya diperbaiki", "foto")
    await sitti.press(words("tombol.cukup"), "Kami catat begini")
    await sitti.say(typed, mentions("mesin.ralat_kata"))
    told = await _answers(place)
    assert told["cerita"]["text"] == STORY.replace(wrong, right)
    assert "juga" not in told


async def test_what_is_hoped_for_is_no_correction(place: Town) -> None:
    sitti = await at_the_hope(place, STORY)
    for typed, right in (("ganti pustu jadi pusto", "pusto"), ("ganti pusto jadi pustu rusak", "pustu rusak")):
        await sitti.say(typed, mentions("mesin.ralat_kata"))
        assert (await _answers(place))["cerita"]["text"] == STORY.replace("pustu", right)
    await sitti.say("5 ruangan diganti 6 ruangan", "foto")
    told = await _answers(place)
    assert (told["harapan"]["text"], "5 ruangan" in told["cerita"]["text"]) == ("5 ruangan diganti 6 ruangan", True)


async def test_a_count_that_was_put_right_once_is_put_right_again(place: Town) -> None:
    sitti = await at_the_hope(place, STORY)
    await sitti.say("dicor. bukan 500 KK tapi 80 KK", "foto")
    await sitti.press(words("tombol.lewati"), "urusan apa")
    await sitti.say("eh salah 90 KK", "urusan apa")
    await sitti.say("jumlahnya bukan 90 tapi 95", "urusan apa")
    told = await _answers(place)
    assert (told["jumlah"], told["cerita"]["text"]) == ({"families": 95}, STORY.replace("500", "95"))


async def test_a_figure_of_what_was_sent_begins_no_usulan(any_place: Town) -> None:
    sitti = Proposer(any_place)
    await sitti.until_card("Pustu kami 5 ruangan, atapnya bocor", "5 ruangan itu diganti atapnya")
    await sitti.press(words("tombol.kirim"), says("tanda_terima"))
    await sitti.say("bukan 5 ruangan tapi 6 ruangan", "Betul diubah?")
    await sitti.say("bukan pustu tapi pustu lama yang lapuk sekali", says("ralat_belum_jelas"))
    await sitti.hears("Betul diubah?")
    await sitti.press("Betul, ubah", says("ralat_dicatat", nomor="Maiwa 1"))
    told = await sitti.answers()
    assert told["cerita"]["text"] == "Pustu kami 6 ruangan, atapnya bocor"
    assert told["harapan"]["text"] == "6 ruangan itu diganti atapnya"
    await sitti.say("bukan 17 kursi tapi 18 kursi", says("ubah_pilih", nomor="Maiwa 1"))


@pytest.mark.parametrize("typed", ["60 ibu2 sama 30 balita", "60 ibu, 30 balita. bukan laki2", "60 mama-mama, 30 anak"])
async def test_groups_that_are_counted_by_their_names_are_no_men(place: Town, typed: str) -> None:
    sitti = Proposer(place)
    await sitti.until_story()
    await sitti.say("Lampu jalan mati sejak lama", "harapkan")
    await sitti.say("lampunya diperbaiki", "foto")
    for said in ("urusan apa", "paling merasakan"):
        await sitti.press(words("tombol.lewati"), said)
    await sitti.say("ibu-ibu, balita", "berapa orang")
    await sitti.say(typed, "berapa keluarga")
    told = await _answers(place)
    assert told["jumlah"] == {"total": 90}
    assert [one["value"] for one in told["merasakan"]] == ["ibu", "balita"]
