"""What was shown to go out waits for its yes: that yes sends nothing, and nothing is sent before it."""

from collections.abc import Sequence

import pytest

from bot.catalog import Catalog
from bot.core.flow.correcting.which_sentence import LEAVE, MARKED
from bot.core.flow.interpreter import State, advance
from bot.core.forms.heard import Pressed, Typed
from bot.core.forms.say import Step
from bot.core.forms.state import Answer
from tests.core.test_sending_in_words import TOLD

_BESIDE = {"juga": {"text": "kepala desa kikir skali\nsy ojek"}}
_WISH = "hapus kepala desa kikir dan ojek"


def _say(catalog: Catalog, typed: Sequence[str], state: State | None = None) -> Step:
    flow = catalog.flows["usulan"]
    state = state or State("usulan", "d", {key: Answer(value) for key, value in (TOLD | _BESIDE).items()})
    for question in flow.questions:
        state = state if question.key in state.answers else state.skip(question.key)
    step = Step(state)
    for number, text in enumerate(typed):
        step = advance(flow, step.state, Typed(text, number), catalog.world)
    return step


def _beside(step: Step) -> str:
    return str(step.state.answers["juga"].value["text"]) if "juga" in step.state.answers else ""


@pytest.mark.parametrize("yes", ["iya", "ya semua", "iye betul", "ok", "ya hapus mi", "ya dua2nya", "hapus"])
def test_a_yes_takes_it_out_and_sends_nothing(catalog: Catalog, yes: str) -> None:
    step = _say(catalog, [_WISH, yes])
    assert (step.ended, MARKED in step.state.pending) == (None, False)
    assert "kikir" not in _beside(step)
    assert "sent" == _say(catalog, ["kirim"], step.state).ended


@pytest.mark.parametrize("between", [[], ["sejak 2020 pak"], ["kirim"]])
def test_nothing_is_sent_before_it_is_answered(catalog: Catalog, between: list[str]) -> None:
    step = _say(catalog, [_WISH, *between, "kirim"])
    assert (step.ended, step.say[0].sentence) == (None, "mesin.hapus_yang_ini")
    assert "kikir" not in _beside(_say(catalog, ["iya"], step.state))


def test_a_later_yes_is_none_to_it(catalog: Catalog) -> None:
    step = _say(catalog, [_WISH, "sejak 2020 pak", "iya"])
    assert (step.ended, "kikir" in _beside(step)) == (None, True)


def test_a_no_leaves_it_and_sending_goes_on(catalog: Catalog) -> None:
    flow, asked = catalog.flows["usulan"], _say(catalog, [_WISH])
    pressed = advance(flow, asked.state, Pressed("d", str(asked.say[0].question), f"{LEAVE}."), catalog.world)
    for step in (_say(catalog, ["tidak jadi"], asked.state), pressed):
        assert "kikir" in _beside(step)
        assert "sent" == _say(catalog, ["kirim"], step.state).ended
