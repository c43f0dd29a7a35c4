"""A list with dashes or numbers in which each line is an usulan of its own: the first is told now, with what stands
before it; the others wait for their turn."""

from collections.abc import Sequence
from dataclasses import replace

from bot.core.flow.scene import kind_of
from bot.core.forms.questions import Flow
from bot.core.forms.state import State
from bot.core.forms.world import World
from bot.core.stories.labelled import lines_of
from bot.core.stories.several import listed_in

#: By this name a draft keeps the others.
OTHERS = "daftar"
_WHERE = "wilayah"


def parted(flow: Flow, state: State, world: World, given: Sequence[str]) -> State:
    """The state with its story, where that was given, cut to the first line; only where somebody tells of a place."""
    story = next((one for one in flow.questions if kind_of(one).story), None)
    may = flow.hears and any(one.kind == _WHERE for one in flow.questions)
    answer = state.answers.get(story.key) if story is not None and may and story.key in given else None
    if story is None or answer is None or not isinstance(answer.value, dict) or "voice" in answer.value:
        return state
    text = str(answer.value.get("text", ""))
    first, *others = listed_in(text, world.spellings.stories) or ("",)
    if not others or lines_of(text, world.labels):  # written like a form, it is one usulan
        return state
    state = replace(state, about={**state.about, OTHERS: others})
    return state.give(story.key, replace(answer, value={**answer.value, "text": first}))
