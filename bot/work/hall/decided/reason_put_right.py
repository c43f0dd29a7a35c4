"""Why a meeting did not take an usulan, put right: "betulkan alasan Maiwa 2: dana desa dipakai untuk jalan dulu". It is
asked once more; these words are no letter to the proposer, who reads the reason when it is told."""

from bot.core.deciding.order_behind import reason_anew
from bot.core.forms.heard import Heard, Typed
from bot.core.forms.writing import is_question
from bot.store.deciding import decisions
from bot.store.deciding.decisions import NOT_YET
from bot.work.access import allowed, button
from bot.work.hall.decided import results, results_said
from bot.work.hall.meeting import FAMILY
from bot.work.reading import named
from bot.work.visit import Visit

_SHORTEST = 5  # characters


async def take(visit: Visit, heard: Heard) -> bool:
    """Of the one that is named. Where no other reason is told, what was decided is shown, to be chosen anew."""
    world = visit.office.catalog.world
    if not isinstance(heard, Typed) or not allowed(button(FAMILY), visit.grants):
        return False
    why = None if is_question(heard.text, world, free=False) else reason_anew(heard.text, world)
    found = await named.in_words(visit, heard.text) if why is not None else []
    hall = await results_said.hall_of(visit, found[0]) if len(found) == 1 else None
    known = await visit.ask_once(decisions.of_occasion, hall.id) if hall is not None else {}
    if why is None or hall is None or known[found[0].id].outcome != NOT_YET:
        return False
    if len(why) < _SHORTEST:
        await results.show(hall, [str(found[0].id)])
    else:
        await results_said.propose_reason(hall, found[0], why)
    return True
