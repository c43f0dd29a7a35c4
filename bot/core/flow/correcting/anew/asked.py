"""What is typed where a part is asked anew ("tulis bagaimana seharusnya"): how it should read, or something else, by
which what stands there does not go."""

from collections.abc import Callable

from bot.core.flow import rest
from bot.core.flow.answering import take
from bot.core.flow.controls import go_back
from bot.core.flow.correcting.as_it_should_read import WAITS, called, content_of, count_in, puts_right
from bot.core.flow.scene import REVIEW, Scene, ask_about, kind_of, look
from bot.core.forms.heard import Heard, Typed
from bot.core.forms.questions import Question, Took
from bot.core.forms.say import Step


def told_anew(scene: Scene, heard: Heard, otherwise: Callable[[Scene, Typed], Step]) -> Step | None:
    """ "Bocor, bukan pecah", where the story is asked anew: a word of what stood there, and not all of it. `otherwise`:
    how it is heard where that stands."""
    asked = scene.asked
    if not isinstance(heard, Typed) or asked is None or scene.state.pending.get("edit") != asked.key:
        return None
    old, back = scene.state.before.get(asked.key), look(scene.flow, go_back(scene).state, scene.world)
    if old is None or not kind_of(asked).free or not old.value.get("text") or not scene.flow.hears:
        return None
    waits = scene.state.pending.get(WAITS)
    former = back.asked if waits else None
    reading = kind_of(former).read(ask_about(back, former), heard) if former and not kind_of(former).free else None
    if former is not None and isinstance(reading, Took):
        return take(back, former, heard)  # what was asked before this
    if waits and _tells_else(back, asked, heard.text):
        state = rest.keep(back, str(waits["kata"]), None)
        return otherwise(look(back.flow, state, back.world), heard)
    is_put = puts_right(back, heard.text, over_card=back.target == REVIEW) and called(back, heard.text) is not asked
    return otherwise(back, heard) if is_put else None


def _tells_else(back: Scene, asked: Question, text: str) -> bool:
    """ "Dekat lapangan bola", where the whole story is asked anew: fewer words, of which none stands in it."""
    if not kind_of(asked).story or getattr(asked.params, "wish", False) or asked.key not in back.values:
        return False
    is_less = len(text.split()) < len(str(back.values[asked.key].get("text", "")).split())
    return is_less and not count_in(back, asked, content_of(back, text))
