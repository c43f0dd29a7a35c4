"""A number that stands in the story, beside others, is put right there and nowhere else."""

from typing import Any

import pytest

from tests.journeys.test_told_wrong import _answers
from tests.journeys.test_whole_usulan import Proposer
from tests.support.sentences import mentions, words
from tests.support.town import Town

STORY = "jalan licin, sudah tiga orang jatuh bulan ini, 40 keluarga lewat situ"
FARMERS = "jalan licin, 30 petani susah angkut hasil, 12 laki-laki 18 perempuan"


async def _at(place: Town, where: str, story: str = STORY) -> Proposer:
    sitti = Proposer(place)
    await sitti.until_story()
    await sitti.say(story, "harapkan")
    if where != "hope":
        await sitti.say("dirabat", "foto")
    if where == "card":
        await sitti.press(words("tombol.cukup"), "Kami catat begini")
    return sitti


@pytest.mark.parametrize("where", ["hope", "photo", "card"])
@pytest.mark.parametrize(
    ("typed", "now"),
    [
        ("yang jatuh cuma dua orang, bukan tiga", "dua"),
        ("jatuh bukan 3 org, cuma 2 ji", "2"),
        ("yg jatuh 2 ji bukan tiga pak", "2"),
    ],
)
async def test_it_changes_in_the_words_and_no_family_with_it(place: Town, where: str, typed: str, now: str) -> None:
    sitti = await _at(place, where)
    before = await _answers(place)
    await sitti.say(typed, mentions("mesin.ralat_kata", lama="tiga", baru=now))
    told: dict[str, Any] = {**before, "cerita": {"text": STORY.replace("tiga", now)}}
    assert await _answers(place) == told


@pytest.mark.parametrize("typed", ["yang petani bukan 30 tapi 35", "petaninya 35 bukan 30"])
async def test_men_and_women_stay_who_were_told_apart(any_place: Town, typed: str) -> None:
    sitti = await _at(any_place, "photo", FARMERS)
    before = await _answers(any_place)
    await sitti.say(typed, mentions("mesin.ralat_kata", lama="30", baru="35"))
    assert await _answers(any_place) == {**before, "cerita": {"text": FARMERS.replace("30", "35")}}


async def test_of_several_the_one_that_is_named_is_meant(any_place: Town) -> None:
    sitti = await _at(any_place, "photo", "jembatan rusak, 5 anak tidak sekolah, 5 rumah susah")
    await sitti.say("anaknya 7 bukan 5", mentions("mesin.ralat_kata", lama="5", baru="7"))
    assert "7 anak tidak sekolah, 5 rumah" in (await _answers(any_place))["cerita"]["text"]


@pytest.mark.parametrize(("typed", "jumlah"), [("bukan 40 keluarga tapi 45", 45), ("bukan 40, 45 kk", 45)])
async def test_the_families_are_put_right_as_before(any_place: Town, typed: str, jumlah: int) -> None:
    sitti = await _at(any_place, "photo")
    await sitti.say(typed, mentions("mesin.ralat_kata", lama="40 keluarga", baru="45 keluarga"))
    told = await _answers(any_place)
    assert (told["jumlah"]["families"], "tiga orang jatuh" in told["cerita"]["text"]) == (jumlah, True)


async def test_after_sending_the_families_stay_too(any_place: Town) -> None:
    sitti = await _at(any_place, "card")
    await sitti.press(words("tombol.kirim"), mentions("tanda_terima"))
    shown = await sitti.say("yang jatuh cuma dua orang, bukan tiga", "Betul diubah?")
    assert ("sudah dua orang jatuh" in shown, "2 keluarga" in shown) == (True, False)


async def test_what_is_hoped_for_is_no_such_correction(any_place: Town) -> None:
    sitti = await _at(any_place, "hope")
    await sitti.say("lampu jalan 5 titik, bukan 2 titik saja", bool)
    assert (await _answers(any_place))["cerita"]["text"] == STORY
