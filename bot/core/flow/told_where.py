"""The place that a story tells, by question: with its level word, or a dusun by its name alone where the desa is known
already."""

from typing import Any

from bot.core.forms.questions import Flow
from bot.core.forms.state import State
from bot.core.forms.world import World
from bot.core.understanding.told_places import found_in, hamlet_in

_WHERE, _DUSUN = "wilayah", "dusun"


def places(flow: Flow, state: State, text: str, world: World) -> dict[str, Any]:
    """Empty where nothing sure is told, and where the form asks for no place."""
    asked = [question for question in flow.questions if question.kind == _WHERE]
    if not asked:
        return {}
    place = found_in(text, world)
    if place is not None and place.sure:
        return dict(place.values)
    hamlet = next((question for question in asked if question.params.level == _DUSUN), None)
    desa = state.answers.get(hamlet.params.within) if hamlet is not None else None
    told = hamlet_in(text, str(desa.value.get("code", "")), world) if desa is not None else {}
    return {hamlet.key: told} if hamlet is not None and told else {}
