"""Whether there may be several usulan is a question, and what the other one is answers nothing of this."""

import pytest

from tests.journeys.test_whole_usulan import Proposer, at_the_hope, told_so_far
from tests.support.sentences import mentions
from tests.support.town import Town


@pytest.mark.parametrize(
    "typed", ["boleh usul dua kah? satunya posyandu", "boleh usul dua kah? yang satu lagi posyandu di Jambu"]
)
async def test_what_the_other_one_is_becomes_no_hope(any_place: Town, typed: str) -> None:
    sitti = await at_the_hope(any_place, "jembatan kayu di jambu sudah lapuk")
    await sitti.say(typed, mentions("form.usulan.harapan.tanya"))
    assert "Boleh lebih dari satu" in " ".join(sitti.simulator.said(sitti.person)[-2:])
    assert {"harapan", "juga"}.isdisjoint(await told_so_far(any_place))


async def test_nor_is_it_the_story(place: Town) -> None:
    sitti = Proposer(place)
    await sitti.until_story()
    await sitti.say("boleh usul dua kah? satunya posyandu", mentions("form.usulan.cerita.tanya"))
    assert "cerita" not in await told_so_far(place)


async def test_a_hope_behind_that_question_is_taken(place: Town) -> None:
    sitti = await at_the_hope(place, "jembatan kayu di jambu sudah lapuk")
    await sitti.say("boleh usul dua kah? dirabat jalannya", mentions("form.usulan.foto.tanya"))
    assert {"text": "dirabat jalannya"} == (await told_so_far(place))["harapan"]
