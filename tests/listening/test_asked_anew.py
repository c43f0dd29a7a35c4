"""Where the whole story is asked anew, something else that is said does not take its place."""

import pytest

from bot.core.flow.interpreter import advance
from bot.core.forms.heard import Typed
from bot.core.forms.state import Answer
from tests.listening.moments import MESSAGE, Moment, line
from tests.support.content import catalog_of

_STORY, _WRONG = "sumur umum keruh, 50 KK pakai", "bukan 20 KK 35 KK yang betul"


@pytest.mark.parametrize(
    ("said", "story"),
    [
        ("dekat lapangan bola", _STORY),
        ("di samping masjid", _STORY),
        ("sumur umum keruh, 50 keluarga pakai", "sumur umum keruh, 50 keluarga pakai"),
    ],
)
def test_the_story_stays_unless_it_is_told_anew(said: str, story: str) -> None:
    moment = Moment(catalog_of(), line("foto", said))
    state = moment.state.give("cerita", Answer({"text": _STORY})).give(
        "jumlah", Answer({"families": 50}, told_in="cerita")
    )
    asked = advance(moment.flow, state, Typed(_WRONG, MESSAGE), moment.world)
    assert asked.state.pending["edit"] == "cerita"
    now = advance(moment.flow, asked.state, Typed(said, MESSAGE + 1), moment.world)
    assert now.state.answers["cerita"].value["text"] == story
    kept = now.state.answers.get("juga")
    assert story != _STORY or (kept is not None and "35 KK yang betul" in kept.value["text"])
