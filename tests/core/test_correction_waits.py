"""A correction of which it was asked where it belongs is not lost when something else is said first."""

import pytest

from bot.catalog import Catalog
from bot.core.flow.correcting.corrections import CHOSEN, WAITS
from bot.core.flow.interpreter import State, advance
from bot.core.flow.scene import CANCEL
from bot.core.forms.heard import Pressed, Typed
from bot.core.forms.say import Step
from bot.core.forms.state import Answer
from tests.core.test_sending_in_words import TOLD

_WORDS = "eh salah, bukan 30 rumah tapi 35"


def _asked(catalog: Catalog) -> Step:
    answers = TOLD | {"jumlah": {"families": 40}}
    state = State("usulan", "d", {key: Answer(value) for key, value in answers.items()})
    for name in ("foto", "kategori", "merasakan"):
        state = state.skip(name)
    return advance(catalog.flows["usulan"], state, Typed(_WORDS, 9), catalog.world)


def test_it_is_asked_once_more_behind_what_else_is_said(catalog: Catalog) -> None:
    flow = catalog.flows["usulan"]
    step = advance(flow, _asked(catalog).state, Typed("bapak camat sudah lihat", 10), catalog.world)
    assert step.say[-1].sentence == "mesin.ralat_pilih"
    assert len(step.say) > 1
    done = advance(flow, step.state, Pressed("d", "apa", f"{CHOSEN}.jumlah"), catalog.world)
    assert done.state.answers["jumlah"].value != {"families": 40}
    assert WAITS not in done.state.pending


@pytest.mark.parametrize("typed", ["kirim", "sudah, kirim saja"])
def test_nothing_is_sent_while_it_waits(catalog: Catalog, typed: str) -> None:
    step = advance(catalog.flows["usulan"], _asked(catalog).state, Typed(typed, 10), catalog.world)
    assert step.ended is None
    assert step.say[-1].sentence == "mesin.ralat_pilih"


def test_the_answer_that_is_meant_may_be_named(catalog: Catalog) -> None:
    step = advance(catalog.flows["usulan"], _asked(catalog).state, Typed("yang jumlahnya", 10), catalog.world)
    assert step.state.answers["jumlah"].value != {"families": 40}


def test_passed_over_again_and_again_it_stands_where_such_words_are_kept(catalog: Catalog) -> None:
    flow, step = catalog.flows["usulan"], _asked(catalog)
    for n in range(10, 14):
        step = advance(flow, step.state, Typed("tabe, sebentar dulu pak", n), catalog.world)
    assert WAITS not in step.state.pending
    assert _WORDS.partition(", ")[2] in str(step.state.answers["juga"].value) or "35" in str(step.state.answers)


def test_it_does_not_come_back_behind_what_was_cancelled(catalog: Catalog) -> None:
    flow = catalog.flows["usulan"]
    asked = advance(flow, _asked(catalog).state, Typed("batal", 10), catalog.world)
    step = advance(flow, asked.state, Pressed("d", CANCEL, "~ya"), catalog.world)
    assert step.ended == "cancelled"
    assert "mesin.ralat_pilih" not in {one.sentence for one in step.say}
