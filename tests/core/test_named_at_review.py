"""What nobody answered is named over the card: it answers that question, and is not only kept beside."""

from typing import Any

import pytest

from bot.catalog import Catalog
from bot.core.flow.interpreter import State, advance
from bot.core.forms.heard import Typed
from bot.core.forms.say import Step
from bot.core.forms.state import Answer

TOLD: dict[str, Any] = {
    "kecamatan": {"code": "73.16.05", "name": "Alla"},
    "desa": {"code": "73.16.05.1002", "name": "Kalosi"},
    "cerita": {"text": "got mampet di pasar sejak tahun lalu"},
    "harapan": {"text": "dibongkar"},
}


def _over_the_card(catalog: Catalog, text: str) -> Step:
    flow, state = catalog.flows["usulan"], State("usulan", "d", {key: Answer(value) for key, value in TOLD.items()})
    state = state.skip_rest([question.key for question in flow.questions if question.key not in TOLD])
    return advance(flow, state, Typed(text, 9), catalog.world)


@pytest.mark.parametrize(
    ("text", "key", "value"),
    [
        ("lingkungan kalosi timur", "dusun", {"name": "Kalosi Timur", "listed": True}),
        ("di kalosi timur pak", "dusun", {"name": "Kalosi Timur", "listed": True}),
        ("alasannya anak-anak sakit semua", "alasan", {"text": "anak-anak sakit semua"}),
        ("jumlahnya 30 kk", "jumlah", {"families": 30}),
        ("patokannya dekat mesjid", "patokan", {"text": "dekat mesjid"}),
    ],
)
def test_it_answers_that_question_and_is_said_back(catalog: Catalog, text: str, key: str, value: Any) -> None:
    step = _over_the_card(catalog, text)
    assert step.state.answers[key].value == value
    assert "juga" not in step.state.answers
    assert step.say[0].sentence == "form.usulan.tinjau"
    assert step.say[0].lead is not None


@pytest.mark.parametrize("text", ["lingkungan kalosi timur di mana?", "kenapa alasannya harus ditulis?"])
def test_a_question_answers_nothing(catalog: Catalog, text: str) -> None:
    assert _over_the_card(catalog, text).state.answers.keys() == TOLD.keys()
