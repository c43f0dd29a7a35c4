"""An answer that turns round in its middle: the last word stands, in every field that is typed."""

from typing import Any

import pytest

from bot.catalog import Catalog
from bot.core.flow.interpreter import State, advance
from bot.core.forms.heard import Typed
from bot.core.forms.state import Answer

TOLD: dict[str, Any] = {
    "kecamatan": {"code": "73.16.05", "name": "Alla"},
    "desa": {"code": "73.16.05.1002", "name": "Kalosi"},
    "cerita": {"text": "got mampet di pasar sejak tahun lalu"},
    "harapan": {"text": "dibongkar"},
}


def _answers(catalog: Catalog, form: str, told: dict[str, Any], open_one: str, text: str) -> dict[str, Any]:
    flow, state = catalog.flows[form], State(form, "d", {key: Answer(value) for key, value in told.items()})
    for question in flow.questions:
        if question.key not in told and question.key != open_one:
            state = state.skip(question.key)
    step = advance(flow, state, Typed(text, 9), catalog.world)
    return {key: answer.value for key, answer in step.state.answers.items() if key not in told}


@pytest.mark.parametrize(
    ("open_one", "text", "key", "value"),
    [
        ("jumlah", "20 orang eh bukan 25 orang", "jumlah", {"total": 25}),
        ("foto", "20 orang eh bukan 25 orang", "jumlah", {"total": 25}),
        ("dusun", "kalosi timur eh bukan kalosi barat", "dusun", {"name": "Kalosi Barat", "listed": True}),
        ("patokan", "dekat masjid eh bukan dekat sekolah", "patokan", {"text": "dekat sekolah"}),
    ],
)
def test_the_last_word_stands(catalog: Catalog, open_one: str, text: str, key: str, value: Any) -> None:
    assert _answers(catalog, "usulan", TOLD, open_one, text)[key] == value


def test_also_a_place(catalog: Catalog) -> None:
    told = _answers(catalog, "usulan", {}, "kecamatan", "desa tuncung eh bukan desa boiya")
    assert told["desa"]["name"] == "Boiya"


def test_also_a_name_and_a_choice(catalog: Catalog) -> None:
    where = {key: TOLD[key] for key in ("kecamatan", "desa")}
    name = "nenek mina eh bukan nenek rina"
    assert _answers(catalog, "titip", where, "suara_nama", name)["suara_nama"] == {"text": "nenek rina"}
    chosen = _answers(catalog, "titip", where, "suara_jenis", "perempuan eh bukan laki-laki")
    assert chosen["suara_jenis"]["value"] == "laki"
