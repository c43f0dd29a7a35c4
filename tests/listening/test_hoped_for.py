"""At the question what is hoped for: words about this talk are no wish, and what is meant is not lost behind them."""

import pytest

from bot.core.flow.interpreter import advance
from bot.core.forms.heard import Typed
from bot.core.forms.state import Answer
from tests.listening.moments import MESSAGE, Moment, line
from tests.support.content import catalog_of


@pytest.mark.parametrize(
    "said",
    [
        "yang kemarin itu sampahnya masih mau sy lanjut",
        "ya jelas itu tempatnya dusun TIKTOK desa kadingeh baraka",
        "jangan kirim ke musyawarah",
    ],
)
def test_words_about_the_talk_are_asked_about(said: str) -> None:
    moment = Moment(catalog_of(), line("harapan", said))
    step = moment.say(said)
    assert step.say[-1].sentence == "mesin.harapan_ini"
    assert "harapan" not in step.state.answers
    hoped = advance(moment.flow, step.state, Typed("bank sampah sama gerobak", MESSAGE + 1), moment.world)
    assert hoped.state.answers["harapan"].value["text"] == "bank sampah sama gerobak"


@pytest.mark.parametrize(
    ("said", "hope"),
    [
        ("apa tidak jelas? pipa baru lah", "pipa baru lah"),
        ("kan sudah? dibikinkan jembatan beton", "dibikinkan jembatan beton"),
        ("dilanjutkan rabatnya sampai masjid", "dilanjutkan rabatnya sampai masjid"),
    ],
)
def test_what_is_named_behind_it_is_the_hope(said: str, hope: str) -> None:
    assert Moment(catalog_of(), line("harapan", said)).say(said).state.answers["harapan"].value["text"] == hope


@pytest.mark.parametrize("said", ["ya itu pompa air sama sumur bor", "iya pompa air sama sumur bor saja"])
def test_a_yes_that_says_it_again_is_the_hope(said: str) -> None:
    moment = Moment(catalog_of(), line("harapan", said))
    state = moment.state.give("cerita", Answer({"text": "minta pompa air, sumur bor"}))
    step = advance(moment.flow, state, Typed(said, MESSAGE), moment.world)
    assert "pompa air sama sumur bor" in step.state.answers["harapan"].value["text"]
