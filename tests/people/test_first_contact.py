"""First words that sound like a greeting or a question and tell of trouble, and places that stand alone."""

import pytest

from tests.people.conftest import agree
from tests.support.sentences import says, words
from tests.support.town import Town


@pytest.mark.parametrize(
    "typed",
    [
        "halo PLN? lampu mati sejak tadi malam di Tuncung, kapan petugas datang",
        "halo PLN, lampu mati di Tuncung kapan diperbaiki",
        "assalamualaikum, jembatan di Tuncung putus kapan diperbaiki",
    ],
)
async def test_what_sounds_like_a_greeting_or_a_question_and_tells_of_trouble_is_kept(place: Town, typed: str) -> None:
    ani = place.simulator.add_person("Ani")
    await place.ask(ani, typed, says("kata_pertama"))
    told = await place.press(ani, words("tombol_setuju"), says("mesin.ini_ceritanya"))
    assert "Tuncung" in told["text"]


@pytest.mark.parametrize("typed", ["halo, ada orang?", "assalamualaikum pak, usulan jalan rusak saya kapan dikerjakan"])
async def test_what_only_greets_or_asks_after_an_usulan_is_no_story(place: Town, typed: str) -> None:
    ani = place.simulator.add_person("Ani")
    await place.ask(ani, typed, lambda message: True)
    assert await place.rows("SELECT * FROM first_words") == []


@pytest.mark.parametrize("typed", ["maiwa, tuncung dusun lekkong", "sy dari dusun lekkong desa tuncung"])
async def test_a_place_alone_is_no_story_also_where_its_dusun_is_on_no_list(place: Town, typed: str) -> None:
    ani = place.simulator.add_person("Ani")
    await agree(place, ani)
    await place.ask(ani, "/batal", says("draf_dibatalkan"))
    shown = await place.ask(ani, typed, lambda message: True)
    assert "Lekkong" in shown["text"].title() or "Tuncung" in str(shown["reply_markup"])
    assert not any("kami simpan" in text or "ceritanya" in text for text in place.texts(ani)[-1:])
