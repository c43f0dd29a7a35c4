"""What is hoped for is put right: it takes the place of what stood there, without the words that announce it; and what
was told in its place is the story."""

import pytest

from tests.journeys.test_told_wrong import _answers
from tests.journeys.test_whole_usulan import Proposer, at_the_hope, told_so_far
from tests.support.sentences import mentions, says
from tests.support.town import Town

STORY, TOLD = "posyandu di dusun Jambu sempit", "anak-anak ditimbang di teras rumah kader"


@pytest.mark.parametrize("lead", ["Mohon dikoreksi, Harapan: ", "Harapan: ", "tolong diralat, harapannya "])
async def test_it_is_replaced_and_a_size_beside_it_is_read(place: Town, lead: str) -> None:
    sitti, anew = Proposer(place), "Rehabilitasi jaringan perpipaan dan pembangunan bak."
    await sitti.until_card(STORY, "kasi ki air")
    await sitti.say(f"{lead}{anew} Volume 850 m.", mentions("mesin.ralat_kata"))
    told = await _answers(place)
    assert (told["harapan"]["text"], told["ukuran"]["sizes"][0]["amount"]) == (anew, "850")


@pytest.mark.parametrize("typed", ["ralat, harapanku dibuatkan gedung", "mohon dikoreksi, harapan: dibuatkan gedung"])
@pytest.mark.parametrize("where", ["hope", "card", "anew"])
async def test_what_announces_it_is_no_part_of_it(place: Town, where: str, typed: str) -> None:
    sitti = await at_the_hope(place, STORY)
    if where != "hope":
        await sitti.say("kasi ki air", "foto")
        await sitti.say("cukup", "Kami catat begini")
    if where == "anew":
        await sitti.say("harapannya salah", "Yang benar?")
    await sitti.say(typed, bool)
    assert (await _answers(place))["harapan"]["text"] == "dibuatkan gedung"


@pytest.mark.parametrize(
    "typed",
    [
        "harapanku dibuatkan gedung, yang tadi itu ceritanya",
        "yang tadi itu cerita, harapanku dibuatkan gedung",
        "itu tadi ceritanya. harapannya dibuatkan gedung",
    ],
)
@pytest.mark.parametrize("where", ["photo", "card"])
async def test_what_was_told_for_a_wish_is_the_story(place: Town, where: str, typed: str) -> None:
    sitti = await at_the_hope(place, STORY)
    await sitti.say(f"harapan kami, {TOLD}", "foto")
    if where == "card":
        await sitti.say("cukup", "Kami catat begini")
    await sitti.say(typed, mentions("mesin.ralat_kata"))
    told = await _answers(place)
    assert (told["harapan"]["text"].strip("."), TOLD in told["cerita"]["text"]) == ("dibuatkan gedung", True)


_SCOLDED = "kau ini tuli kah, sudah saya bilang rabat"


@pytest.mark.parametrize("typed", ["bukan, dibuatkan kran umum", "bukan itu, minta kran umum", "tidak, bangunkan kran"])
async def test_a_hope_behind_the_no_to_one_that_was_shown_is_taken(place: Town, typed: str) -> None:
    sitti = await at_the_hope(place, STORY)
    await sitti.say(_SCOLDED, mentions("mesin.harapan_ini"))
    await sitti.say(typed, "foto")
    assert (await told_so_far(place))["harapan"]["text"] in typed


async def test_what_may_be_a_hope_behind_that_no_is_shown_in_its_turn(place: Town) -> None:
    sitti, hope = await at_the_hope(place, STORY), "kran umum di jambu atas yg semua orang bisa ambil"
    await sitti.say(_SCOLDED, mentions("mesin.harapan_ini"))
    await sitti.say(f"bukan. {hope}", mentions("mesin.harapan_ini", kata=hope))
    await sitti.say("ya", "foto")
    assert (await told_so_far(place))["harapan"]["text"] == hope


async def test_a_bare_no_to_it_asks_again(place: Town) -> None:
    sitti = await at_the_hope(place, STORY)
    await sitti.say(_SCOLDED, mentions("mesin.harapan_ini"))
    await sitti.say("bukan itu", says("form.usulan.harapan.tanya"))
    assert "harapan" not in await told_so_far(place)
