"""An announcement that is half written when another one is begun: it is kept as a draft where that can be."""

from bot.catalog.markup import visible
from bot.core.flow.asking import may_be_enough
from bot.core.flow.interpreter import Flow, record
from bot.core.flow.scene import Scene, look
from bot.core.forms.state import State
from bot.core.forms.writing import in_short
from bot.work.broadcasts.writing import composing
from bot.work.broadcasts.writing.rewording import WORDS
from bot.work.visit import Visit

_SHOWN = 40  # characters


def beginning(visit: Visit) -> tuple[str, bool] | None:
    """Its first words, and whether it can be kept; None where nothing is half written."""
    found = _scene(visit)
    told = found.state.answers.get(WORDS) if found is not None else None
    if found is None or told is None:
        return None
    return in_short(" ".join(visible(told.value["html"]).split()), _SHOWN), may_be_enough(found)


async def keep(visit: Visit) -> None:
    """What is left of it may be left out; it is looked at and sent from the list of all."""
    found, left = _scene(visit), beginning(visit)
    if found is None or left is None or not left[1]:
        return
    if await composing.keep_draft(visit, found.flow, record(found.flow, found.state), found.state.about):
        visit.say("siaran_disimpan", awal=left[0])


def _scene(visit: Visit) -> Scene | None:
    draft = composing.unfinished(visit)
    if draft is None:
        return None
    flow: Flow = composing.JOURNEY.fit(visit, visit.office.catalog.flows[draft.flow])
    return look(flow, State.from_json(draft.state), visit.office.world(visit.now))
