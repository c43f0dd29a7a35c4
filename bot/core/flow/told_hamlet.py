"""A dusun that a story tells by its name alone, where the desa is known already."""

from typing import Any

from bot.core.forms.questions import Flow
from bot.core.forms.state import State
from bot.core.forms.world import World
from bot.core.understanding.told_places import hamlet_in

_DUSUN = "dusun"


def of_known_desa(flow: Flow, state: State, text: str, world: World) -> dict[str, Any]:
    """By its question; empty where no desa is known, or none of its dusun is told."""
    asked = next((one for one in flow.questions if one.kind == "wilayah" and one.params.level == _DUSUN), None)
    desa = state.answers.get(asked.params.within) if asked is not None else None
    told = hamlet_in(text, str(desa.value.get("code", "")), world) if desa is not None else {}
    return {asked.key: told} if asked is not None and told else {}
