"""A number in what was told in own words is corrected like any other word of it, with what it counts."""

import pytest

from bot.catalog import Catalog
from bot.core.flow.correcting.sent_corrections import changes_told
from bot.core.flow.interpreter import State, advance
from bot.core.forms.heard import Typed
from bot.core.forms.state import Answer
from tests.core.test_sending_in_words import TOLD

_BESIDES = {"juga": {"text": "yg lewat 20 rumah"}}


@pytest.mark.parametrize(
    ("answers", "typed", "wanted"),
    [
        (_BESIDES, "eh salah, bukan 20 rumah tapi 30", {"juga": {"text": "yg lewat 30 rumah"}}),
        (_BESIDES, "bukan 20 rumah tapi 30 rumah", {"juga": {"text": "yg lewat 30 rumah"}}),
        (
            {"cerita": {"text": "jembatan lapuk, 20 rumah lewat situ"}},
            "salah, bukan 20 rumah tapi 35",
            {"cerita": {"text": "jembatan lapuk, 35 rumah lewat situ"}},
        ),
        (_BESIDES, "bukan 25 rumah tapi 30", {}),
    ],
)
def test_the_number_is_put_right_where_it_stands(
    catalog: Catalog, answers: dict[str, object], typed: str, wanted: dict[str, object]
) -> None:
    assert changes_told(catalog.flows["usulan"], TOLD | answers, Typed(typed, 9), catalog.world) == wanted


@pytest.mark.parametrize("told", [{"families": 40}, {"total": 50}])
def test_a_count_of_which_nothing_was_told_takes_the_place_of_nothing(
    catalog: Catalog, told: dict[str, object]
) -> None:
    state = State("usulan", "d", {key: Answer(value) for key, value in (TOLD | {"jumlah": told}).items()})
    for name in ("foto", "kategori", "merasakan"):
        state = state.skip(name)
    step = advance(catalog.flows["usulan"], state, Typed("eh salah, bukan 30 rumah tapi 35", 9), catalog.world)
    assert step.state.answers["jumlah"].value == told
    assert [say.sentence for say in step.say] == ["mesin.ralat_pilih"]


_ALL = {"total": 250, "male": 120, "female": 130, "families": 65}


@pytest.mark.parametrize(
    ("told", "typed", "wanted"),
    [
        (_ALL, "bukan 65 KK tapi 58 KK", {**_ALL, "families": 58}),
        (_ALL, "salah, yang betul 58 KK", {**_ALL, "families": 58}),
        (_ALL, "bukan 130 perempuan tapi 125", {**_ALL, "total": 245, "female": 125}),
        ({"total": 40, "families": 12}, "bukan 40 orang tapi 45 orang", {"total": 45, "families": 12}),
        ({"houses": 25}, "salah, 25 KK bukan 25 rumah", {"families": 25}),
    ],
)
def test_only_what_is_counted_in_these_words_is_replaced(
    catalog: Catalog, told: dict[str, object], typed: str, wanted: dict[str, object]
) -> None:
    changes = changes_told(catalog.flows["usulan"], TOLD | {"jumlah": told}, Typed(typed, 9), catalog.world)
    assert changes == {"jumlah": wanted}
