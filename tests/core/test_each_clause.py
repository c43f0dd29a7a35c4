"""Two answers in one message over the card or in the middle of the form: each clause puts right its own."""

from typing import Any

import pytest

from bot.catalog import Catalog
from bot.core.flow.correcting.sent_corrections import changes_told
from bot.core.flow.interpreter import State, advance
from bot.core.forms.heard import Typed
from bot.core.forms.say import Step
from bot.core.forms.state import Answer

TOLD: dict[str, Any] = {
    "kecamatan": {"code": "73.16.05", "name": "Alla"},
    "desa": {"code": "73.16.05.1002", "name": "Kalosi"},
    "cerita": {"text": "got mampet di pasar sejak tahun lalu"},
    "harapan": {"text": "dibongkar"},
    "jumlah": {"total": 25},
}
EAST: dict[str, Any] = {"name": "Kalosi Timur", "listed": True}
TWO = [
    (
        "harapannya gotnya dibongkar dilebarkan, lingkungan kalosi timur",
        {"harapan": {"text": "gotnya dibongkar dilebarkan"}, "dusun": EAST},
    ),
    ("jumlahnya 15, lingkungannya kalosi timur", {"jumlah": {"total": 15}, "dusun": EAST}),
    ("jumlahnya 18 dan harapannya kursus menjahit", {"jumlah": {"total": 18}, "harapan": {"text": "kursus menjahit"}}),
]


def _say(catalog: Catalog, text: str, open_one: str = "") -> Step:
    flow, state = catalog.flows["usulan"], State("usulan", "d", {key: Answer(value) for key, value in TOLD.items()})
    for question in flow.questions:
        if question.key not in TOLD and question.key != open_one:
            state = state.skip(question.key)
    return advance(flow, state, Typed(text, 9), catalog.world)


def _new(step: Step) -> dict[str, Any]:
    return {key: one.value for key, one in step.state.answers.items() if TOLD.get(key) != one.value}


@pytest.mark.parametrize(("text", "now"), TWO)
@pytest.mark.parametrize("open_one", ["", "foto"])
def test_each_clause_has_its_own(catalog: Catalog, text: str, now: dict[str, Any], open_one: str) -> None:
    step = _say(catalog, text, open_one)
    assert _new(step) == now
    lead = step.say[0].lead
    assert lead is not None
    assert len(lead.values["isi"]) == len(now)


@pytest.mark.parametrize(("text", "now"), TWO)
def test_also_after_sending(catalog: Catalog, text: str, now: dict[str, Any]) -> None:
    assert changes_told(catalog.flows["usulan"], TOLD, Typed(text, 9), catalog.world) == now


def test_which_dusun_is_the_second_is_asked(catalog: Catalog) -> None:
    step = _say(catalog, "jumlahnya 15, dusunnya yang kedua")
    assert _new(step) == {"jumlah": {"total": 15}}
    assert step.say[0].question == "dusun"


def test_what_names_nothing_is_kept_beside_them(catalog: Catalog) -> None:
    step = _say(catalog, "lingkungannya kalosi timur, yang merasakan ibu-ibu, sejak 2020")
    assert _new(step)["dusun"] == EAST
    assert _new(step)["juga"] == {"text": "sejak 2020"}


@pytest.mark.parametrize("wish", ["got, supaya air lancar dan dusun kami tidak banjir", "got baru, bukan yang kecil"])
def test_a_wish_of_several_clauses_stays_whole(catalog: Catalog, wish: str) -> None:
    assert _new(_say(catalog, f"harapannya {wish}")) == {"harapan": {"text": wish}}


@pytest.mark.parametrize(
    "text", ["maksudku gotnya di depan sekolah bukan di pasar", "gotnya di pasar eh bukan di depan sekolah"]
)
def test_a_place_that_was_wrong_is_right_where_the_story_tells_it(catalog: Catalog, text: str) -> None:
    assert _new(_say(catalog, text)) == {"cerita": {"text": "got mampet di depan sekolah sejak tahun lalu"}}


def test_what_begins_with_the_answer_that_is_asked_for_is_read_as_a_whole(catalog: Catalog) -> None:
    flow, state = catalog.flows["usulan"], State("usulan", "d", {key: Answer(one) for key, one in TOLD.items()})
    state = state.forget(("jumlah",)).skip("dusun").skip("foto").skip("kategori").skip("merasakan").skip("ukuran")
    text = "24 rumah, kurang mampunya 9 kk, warga sumbang tenaga sama tanah"
    told = _new(advance(flow, state, Typed(text, 9), catalog.world))
    assert (told["jumlah"], told["kurang_mampu"]) == ({"houses": 24}, {"families": 9})
    assert ["tenaga", "tanah"] == [one["value"] for one in told["sumbangan"]]
