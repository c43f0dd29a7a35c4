"""Another usulan in the middle of one waits for its turn, and is no answer."""

from dataclasses import replace

import pytest

from bot.catalog import Catalog
from bot.core.flow.heard.another import FOLLOWS
from bot.core.flow.interpreter import State, advance
from bot.core.forms.heard import Typed
from bot.core.forms.say import Step
from bot.core.forms.state import Answer
from bot.core.stories.several import besides

TOLD = {
    "kecamatan": {"code": "73.16.01", "name": "Maiwa"},
    "desa": {"code": "73.16.01.2003", "name": "Tuncung"},
    "dusun": {"code": "paraja", "name": "Paraja", "desa": "73.16.01.2003"},
    "cerita": {"text": "Jalan ke kebun licin kalau hujan."},
    "harapan": {"text": "Mohon dirabat."},
}
ONLY_NAMED = [
    "mau usul lagi",
    "masih ada usulanku satu lagi",
    "usulan baru",
    "mau ka tambah usulan lain",
    "pak, mau usul lagi",
    "ada lagi usulanku",
    "oh iya masih ada lagi yang mau kuusulkan",
    "bisa usul lagi",
    "eh ada lagi usulku",
    "satu lagi ini",
    "oh iya ada usul kedua",
    "ada pi usulku satu lagi",
]
TELLS = [
    "ada satu lagi, jembatan di lebang rusak parah",
    "mau usul lagi jembatan di lebang rusak",
    "satu lagi pak, posyandu kami bocor",
    "usulan kedua: air bersih tidak mengalir di santunan",
    "oh iya satu lagi, irigasi jebol di bawah sekolah",
    "eh ada lagi usulku, jalan tani di lebang longsor",
    "masih ada satu lagi, sekolah anak-anak tidak berpagar",
    "oh iya min satu lagi mau usul posyandu di dusun pasaran atapnya bocor",
    "sekalian mau usul sumur bor di dekat masjid kering",
    "satu lagi ya, lampu jalan di kampung mati semua",
    "tambah satu usulan lagi irigasi sawah jebol di dusun sebelah",
    "sekalian saya mau usulkan jembatan di lebang yang putus",
    "maaf min satu lagi saya mau usul pagar sekolah roboh",
]
A_HOPE = [
    "satu lagi sumur bor dekat masjid",
    "dibuatkan jembatan satu lagi",
    "satu lagi harapanku, ada lampu jalan",
    "sama minta juga lampu jalan",
]


def _at(catalog: Catalog, open_key: str, text: str, *, alone: bool = True) -> Step:
    flow = catalog.flows["usulan"]
    keys = [question.key for question in flow.questions]
    given = {key: value for key, value in TOLD.items() if keys.index(key) < keys.index(open_key)}
    state = State("usulan", "d", {key: Answer(value) for key, value in given.items()})
    for question in flow.questions[: keys.index(open_key)]:
        state = state.skip(question.key) if question.optional else state
    return advance(flow, state, Typed(text, 9), replace(catalog.world, next_ones=alone))


def _waits(catalog: Catalog, step: Step) -> tuple[str, ...]:
    told = step.state.answers.get("juga")
    return () if told is None else besides(told.value["text"], catalog.world.spellings.stories)


@pytest.mark.parametrize("where", ["harapan", "foto", "kategori", "merasakan", "jumlah", "patokan", "alasan"])
@pytest.mark.parametrize("text", ONLY_NAMED)
def test_it_is_said_that_the_first_is_not_sent_yet(catalog: Catalog, text: str, where: str) -> None:
    step = _at(catalog, where, text)
    lead = step.say[0].lead
    assert lead is not None
    assert "mesin.usulan_lagi" == lead.name
    assert step.state.about[FOLLOWS]
    assert where not in step.state.answers


@pytest.mark.parametrize("where", ["harapan", "foto", "kategori", "merasakan", "jumlah", "patokan", "alasan"])
@pytest.mark.parametrize("text", TELLS)
def test_what_is_told_of_it_waits_and_answers_nothing(catalog: Catalog, text: str, where: str) -> None:
    step = _at(catalog, where, text)
    lead = step.say[0].lead
    assert lead is not None
    assert "mesin.usulan_lagi_disimpan" == lead.name
    assert 1 == len(_waits(catalog, step))
    assert {"juga"} == set(step.state.answers) - set(TOLD)


@pytest.mark.parametrize("text", A_HOPE)
def test_what_is_hoped_for_is_no_other_usulan(catalog: Catalog, text: str) -> None:
    assert text == _at(catalog, "harapan", text).state.answers["harapan"].value["text"]


@pytest.mark.parametrize("text", [*ONLY_NAMED, *TELLS])
def test_where_none_may_follow_nothing_is_promised(catalog: Catalog, text: str) -> None:
    step = _at(catalog, "foto", text, alone=False)
    lead = step.say[0].lead
    assert lead is None or not lead.name.startswith("mesin.usulan_lagi")
