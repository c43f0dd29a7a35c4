"""Somebody is hurt: what to do until help is there, in one sentence; sympathy only where somebody died."""

import pytest

from tests.journeys.test_cries import agreed
from tests.support.sentences import mentions, words
from tests.support.town import Town

SORRY = "prihatin"


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("tolong anakku minum racun rumput, di desa tuncung", "racun"),
        ("tolong istriku mau melahirkan, bidan tdk bisa lewat, di desa tuncung", "lahir"),
        ("tolong suamiku digigit ular, kakinya bengkak, di desa tuncung", "ular"),
        ("tolong anakku jatuh kepalanya berdarah banyak, di desa tuncung", "luka"),
        ("tolong anakku kejang, di desa tuncung", ""),
    ],
)
async def test_one_sentence_of_what_to_do_and_no_sympathy_for_the_living(place: Town, text: str, what: str) -> None:
    sitti = await agreed(place)
    await sitti.simulator.say(sitti.person, text)
    told = await place.simulator.wait_for(sitti.person, mentions("bahaya.korban"))
    assert SORRY not in told["text"]
    hints = {one: words(f"bahaya.petunjuk_{one}") for one in ("racun", "lahir", "ular", "luka")}
    assert [one for one, hint in hints.items() if hint in told["text"]] == ([what] if what else [])


async def test_where_somebody_died_it_is_said(place: Town) -> None:
    sitti = await agreed(place)
    await sitti.simulator.say(sitti.person, "tolong, ada orang meninggal tertabrak truk, di desa tuncung")
    told = await place.simulator.wait_for(sitti.person, mentions("bahaya.korban"))
    assert SORRY in told["text"]
