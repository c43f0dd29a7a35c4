"""Of what was told besides goes what is named; all of it only where nothing else is."""

from typing import Any

import pytest

from bot.core.flow.interpreter import advance
from bot.core.forms.heard import Typed
from bot.core.forms.say import Step
from bot.core.forms.state import Answer
from tests.listening.moments import Moment, line
from tests.support.content import catalog_of

_PLACED = ("kecamatan=Maiwa", "desa=Pattondon Salu", "dusun=Jambu")
_REST = "anak2 mengaji malam\ngelap kalau subuh\nada kah yg bisa bahasa isyarat di rapat\ndia tukang kayu dulu"


def _after(at: str, text: str, **told: str) -> Step:
    moment = Moment(catalog_of(), line(at, "", *_PLACED))
    state = moment.state
    for key, words in told.items():
        state = state.give(key, Answer({"text": words}, (5,)))
    return advance(moment.flow, state, Typed(text, 777), moment.world)


def _left(step: Step, key: str) -> Any:
    answer = step.state.answers.get(key)
    return answer and answer.value["text"]


@pytest.mark.parametrize("at", ["alasan", "tinjau", "jumlah"])
@pytest.mark.parametrize(
    ("text", "gone"),
    [
        ("hapus yg bahasa isyarat itu dari yang juga disampaikan", "ada kah yg bisa bahasa isyarat di rapat"),
        ("hapus gelap kalau subuh di yang juga disampaikan", "gelap kalau subuh"),
        ("tolong keluarkan yg tukang kayu dari bagian juga", "dia tukang kayu dulu"),
    ],
)
def test_what_is_named_goes_and_the_rest_stays(at: str, text: str, gone: str) -> None:
    left = _left(_after(at, text, juga=_REST), "juga")
    assert left.split("\n") == [one for one in _REST.split("\n") if one != gone]


@pytest.mark.parametrize(
    "text",
    [
        *("Yang juga disampaikan itu semua hapus saja", "hapus yang juga disampaikan", "kosongkan bagian juga itu"),
        *("hapus semua di bagian juga", "tolong keluarkan yang juga disampaikan pak"),
    ],
)
def test_where_nothing_else_is_named_all_of_it_goes(text: str) -> None:
    assert _left(_after("alasan", text, juga=_REST), "juga") is None


def test_what_does_not_stand_there_takes_nothing_out() -> None:
    step = _after("alasan", "hapus yg sapi itu dari yang juga disampaikan", juga=_REST)
    assert (_left(step, "juga"), "bagian" in step.state.pending) == (_REST, True)


@pytest.mark.parametrize(
    "text", ["sdh dihapus betul? yg bayar 5rb itu juga jangan ditulis", "yg bayar 5rb itu jangan ditulis"]
)
def test_all_of_an_answer_that_is_named_is_shown_and_never_said_to_be_nowhere(text: str) -> None:
    words = "kita disuruh bayar 5rb satu jergen"
    step = _after("foto", text, harapan=words, juga=_REST)
    assert step.state.pending["bagian"][0][-1] == words
