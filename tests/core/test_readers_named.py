"""Who shall read it, in any words: by the office, by the name, by who shall not."""

from dataclasses import replace

import pytest

from bot.catalog import Catalog
from bot.core.flow.interpreter import State, World, advance
from bot.core.forms.heard import Typed
from bot.core.forms.say import Step
from bot.core.forms.state import Answer
from bot.core.forms.world import Reader, Readers

TOLD = {
    "kecamatan": {"code": "73.16.01", "name": "Maiwa"},
    "desa": {"code": "73.16.01.2003", "name": "Tuncung"},
    "dusun": {"code": "paraja", "name": "Paraja", "desa": "73.16.01.2003"},
    "cerita": {"text": "Jalan ke kebun licin kalau hujan."},
    "harapan": {"text": "Mohon dirabat."},
}
RAHMAN, AISYAH = Reader(1, "Rahman", "fasilitator_desa"), Reader(2, "Siti Aisyah", "fasilitator_kecamatan")
BUDIMAN = Reader(3, "Budiman", "fasilitator_kecamatan")

FAR = [
    "fasilitator kecamatan saja",
    "bu aisyah saja yg baca",
    "jangan pak rahman, yang lain",
    "janganmi pak rahman",
    "jangan rahman",
    "rahman jangan",
    "jgn rahman kak",
    "pak rahman jangan",
    "pak rahman jangan, bu aisyah saja",
    "bukan pak rahman tapi bu aisyah",
    "asal bukan orang desa",
    "ndak mau ka kalau pak rahman",
    "tidak mau dibaca pak rahman",
    "kecamatan mi",
    "saya lebih tenang kalau kecamatan yang baca",
    "bisa bu aisyah saja?",
    "jangan orang sini",
    "yang lain saja",
    "aisya",
    "bisa orang lain? malu ka sama itu rahman",
    "jangan dia",
    "jangan dia, dia itu tim sukses",
    "jgn rahman, dia sepupuku",
    "siapa itu rahman? jangan dia, dia itu tim sukses",
    "Aisyah saja, orang desa itu pembohong",
]
NEAR = [
    "pak rahman mo",
    "iye pak rahman saja",
    "fasilitator desa",
    "tidak apa-apa pak rahman",
    "bukan bu aisyah",
    "iye",
]
SHY = [
    "takut ka sama pak rahman",
    "malu ka",
    "ndak enak dibaca pak rahman",
    "sungkanka sama rahman kodong",
]
NOT_THE_NEAREST = ["tidak mau", "jangan", "ndak mauka", "orang kabupaten saja", "bappeda saja yang baca"]
ASKED = [
    "pak rahman itu iparku",
    "pak rahman jangan bu aisyah saja",
    "ke kecamatan saja, pak rahman itu tetanggaku",
]
ELSE = [
    "siapa saja yang tau nomorku? suamiku kenal orang desa",
    "siapa yang baca?",
    "siapa itu aisyah",
    "saya mau bicara dengan fasilitator kecamatan",
]


def _hear(catalog: Catalog, text: str, *others: Reader, before: State | None = None) -> Step:
    flow, state = catalog.flows["usulan"], State("usulan", "d", {key: Answer(value) for key, value in TOLD.items()})
    for question in flow.questions:
        state = state.skip(question.key) if question.optional else state
    world: World = replace(catalog.world, readers=Readers((RAHMAN,), others or (AISYAH,)))
    return advance(flow, before or state, Typed(text, 9), world)


def _reader(step: Step) -> str:
    answer = step.state.answers.get("pembaca")
    return "" if answer is None else str(answer.value["name"])


@pytest.mark.parametrize("text", FAR)
def test_the_other_one_is_chosen_by_any_words(catalog: Catalog, text: str) -> None:
    assert "Siti Aisyah" == _reader(_hear(catalog, text))


@pytest.mark.parametrize("text", NEAR)
def test_the_nearest_is_chosen_by_any_words(catalog: Catalog, text: str) -> None:
    assert "Rahman" == _reader(_hear(catalog, text))


@pytest.mark.parametrize("text", ASKED)
def test_whom_somebody_trusts_is_asked_where_words_leave_a_doubt_and_a_yes_chooses_nobody(
    catalog: Catalog, text: str
) -> None:
    step = _hear(catalog, text)
    assert "mesin.yang_dimaksud" == step.say[0].sentence
    again = _hear(catalog, "iye", before=step.state)
    assert "" == _reader(again)
    assert "Rahman" == _reader(_hear(catalog, "iye", before=again.state))


@pytest.mark.parametrize("text", [*SHY, *NOT_THE_NEAREST])
def test_who_shies_away_is_asked_about_the_other_and_a_yes_is_for_that_one(catalog: Catalog, text: str) -> None:
    step = _hear(catalog, text)
    assert "" == _reader(step)
    labels = [str(key.label) for row in step.say[0].buttons for key in row]
    question = catalog.flows["usulan"].question("pembaca")
    assert question is not None
    assert question.params.agree not in labels
    assert "Siti Aisyah" == _reader(_hear(catalog, "iye", before=step.state))
    assert "" == _reader(_hear(catalog, "tidak", before=step.state))


def test_of_several_farther_away_it_is_asked_which(catalog: Catalog) -> None:
    for text in ("fasilitator kecamatan saja", "jangan pak rahman"):
        step = _hear(catalog, text, AISYAH, BUDIMAN)
        labels = [str(key.label) for row in step.say[0].buttons[:2] for key in row]
        assert {"Siti Aisyah", "Budiman"} <= set(labels)
        assert "Rahman" not in labels
    assert "Budiman" == _reader(_hear(catalog, "pak budiman", AISYAH, BUDIMAN))


@pytest.mark.parametrize("text", ELSE)
def test_who_only_asks_has_chosen_nobody(catalog: Catalog, text: str) -> None:
    step = _hear(catalog, text)
    assert "" == _reader(step)
    helped = step.say[0].lead is not None and "form.usulan.pembaca.bantuan" == step.say[0].lead.name
    assert step.wishes or helped or "mesin.maksudnya_apa" == step.say[0].sentence


def test_a_yes_to_what_was_meant_is_what_was_read_out(catalog: Catalog) -> None:
    asked = _hear(catalog, "itu rahman siapa")
    assert asked.say[0].sentence == "mesin.maksudnya_apa"
    step = _hear(catalog, "iye", before=asked.state)
    assert ["tanya_siapa"] == [wish.act for wish in step.wishes]
    assert "" == _reader(step)
    denied = _hear(catalog, "bukan", before=asked.state)
    assert "juga" not in denied.state.answers  # what is said of a reader is no part of what is told


@pytest.mark.parametrize("text", ["bu aisyah itu orang mana", "bu aisyah itu siapa", "pak rahman kerjanya apa"])
def test_who_somebody_is_chooses_nobody(catalog: Catalog, text: str) -> None:
    assert "" == _reader(_hear(catalog, text))
