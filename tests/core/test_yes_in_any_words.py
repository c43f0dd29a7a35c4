"""A yes with the particles of here is a yes, and a no a no, wherever one of them is waited for."""

import pytest

from bot.catalog import Catalog
from bot.core.flow.interpreter import State, advance, begin
from bot.core.forms.heard import Typed
from bot.core.forms.state import Answer

YES = [
    "iye itu mi",
    "iye itumi",
    "itu mi pak",
    "itu mi",
    "betul itu",
    "iye ji",
    "betul mi",
    "iyo toh",
    "iye le'",
    "iye ta'",
]
NO = ["bukan ji", "tidak mi", "bukan itu", "bukan pi itu"]


@pytest.mark.parametrize("text", YES)
def test_a_button_that_is_a_yes_may_be_said(catalog: Catalog, text: str) -> None:
    flow = catalog.flows["ralat"]
    step = advance(flow, begin(flow, "d", catalog.world).state, Typed(text, 1), catalog.world)
    assert "sent" == step.ended
    assert "ya" == step.state.answers["betul"].value["value"]


@pytest.mark.parametrize("text", NO)
def test_a_button_that_is_a_no_may_be_said(catalog: Catalog, text: str) -> None:
    flow = catalog.flows["ralat"]
    step = advance(flow, begin(flow, "d", catalog.world).state, Typed(text, 1), catalog.world)
    assert "tidak" == step.state.answers["betul"].value["value"]


@pytest.mark.parametrize("text", YES)
def test_a_yes_confirms_what_waits_for_it(catalog: Catalog, text: str) -> None:
    place = {
        "kecamatan": {"code": "73.16.01", "name": "Maiwa"},
        "desa": {"code": "73.16.01.2003", "name": "Tuncung"},
    }
    state = State("usulan", "d", {key: Answer(value) for key, value in place.items()})
    asked = advance(catalog.flows["usulan"], state, Typed("Sumur Tua", 1), catalog.world)
    step = advance(catalog.flows["usulan"], asked.state, Typed(text, 2), catalog.world)
    assert "Sumur Tua" == step.state.answers["dusun"].value["name"]


@pytest.mark.parametrize("text", YES)
def test_a_consent_is_not_given_in_words(catalog: Catalog, text: str) -> None:
    flow = catalog.flows["suara"]
    state = State("suara", "d", {})
    for question in flow.questions:
        if question.key in ("setuju", "setuju_wali"):
            break
        value = {"value": "dewasa", "label": ""} if question.kind == "choice" else {"text": "Becce"}
        state = state.give(question.key, Answer(value))
    step = advance(flow, state, Typed(text, 1), catalog.world)
    assert "setuju" not in step.state.answers


def _offered(catalog: Catalog) -> State:
    """One desa alone is offered: "tunceng itu yang ini?"."""
    state = State("usulan", "d", {"kecamatan": Answer({"code": "73.16.01", "name": "Maiwa"})})
    return advance(catalog.flows["usulan"], state, Typed("tunceng", 7), catalog.world).state


@pytest.mark.parametrize(
    ("text", "desa"),
    [
        ("iye", "Tuncung"),
        ("iya itu mi pak", "Tuncung"),
        ("betul", "Tuncung"),
        ("bukan", None),
        ("bukan, boiya", "Boiya"),
        ("salodua", "Salodua"),
    ],
)
def test_a_yes_to_the_one_button_is_that_button(catalog: Catalog, text: str, desa: str | None) -> None:
    step = advance(catalog.flows["usulan"], _offered(catalog), Typed(text, 8), catalog.world)
    told = step.state.answers.get("desa")
    assert (told.value["name"] if told else None) == desa


def test_a_yes_is_none_to_what_was_offered_before_something_else(catalog: Catalog) -> None:
    flow = catalog.flows["usulan"]
    state = advance(flow, _offered(catalog), Typed("tunceng rawa", 8), catalog.world).state
    assert "desa" not in advance(flow, state, Typed("iye", 9), catalog.world).state.answers
