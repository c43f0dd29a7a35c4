"""The story stays as it was said; a number that was put right says that it was, wherever both are read."""

import pytest

from bot.catalog import Catalog
from bot.core.flow.told_otherwise import beside_story
from bot.core.forms.say import Words
from tests.journeys.test_whole_usulan import DESA, Proposer, facilitator
from tests.support.content import catalog_of
from tests.support.sentences import mentions, says, words
from tests.support.town import Town

STORY = "Jembatan gantung putus, 40 KK terisolasi."


@pytest.mark.parametrize(
    ("value", "old"),
    [
        ({"families": 60}, {"families": 40}),
        ({"families": 40}, None),
        ({"total": 60}, None),
        ({"unknown": True}, None),
    ],
)
def test_only_the_same_that_is_counted_is_set_beside_it(value: dict[str, int], old: dict[str, int] | None) -> None:
    catalog: Catalog = catalog_of()
    flow = catalog.flows["usulan"]
    question = flow.question("jumlah")
    assert question is not None
    shown = beside_story(flow, question, {"cerita": {"text": STORY}, "jumlah": value}, catalog.world, "60")
    assert (old is not None) == isinstance(shown, Words)


async def test_the_card_and_whoever_reads_it_see_that_it_was_put_right(any_place: Town) -> None:
    rahman = await facilitator(any_place, "Rahman", "fasilitator_desa", DESA)
    sitti = Proposer(any_place)
    await sitti.until_story()
    await sitti.say(STORY, "harapkan")
    await sitti.say("Dibangun lagi.", "foto")
    await sitti.press("Cukup", mentions("form.usulan.tinjau"))
    both = words("mesin.isi_bukan_cerita", isi="60 keluarga", lama="40 keluarga")
    card = await sitti.say("jumlahnya 60 kk", mentions("mesin.ralat_kata"))
    assert STORY in card
    assert both in card
    await sitti.press(words("tombol.kirim"), says("tanda_terima"))
    await any_place.simulator.say(rahman, "/periksa")
    await any_place.simulator.wait_for(rahman, "Maiwa 1")
    await any_place.simulator.press(rahman, "Buka Maiwa 1")
    assert await any_place.simulator.wait_for(rahman, both)


async def test_what_is_said_to_be_wrong_is_put_right_in_the_story_too(place: Town) -> None:
    sitti = Proposer(place)
    await sitti.until_card(STORY, "Dibangun lagi.")
    card = await sitti.say("eh salah, bukan 40 kk tapi 60 kk", mentions("mesin.ralat_kata"))
    assert STORY.replace("40", "60") in card
    assert words("mesin.isi_bukan_cerita", isi="60 keluarga", lama="40 keluarga") not in card
