"""Nothing leaves that was not looked at as it is now: it was shown anew since, is being changed, or lay overnight."""

from bot.core.records import Conversation
from bot.store.broadcasts import broadcasts
from bot.store.broadcasts.broadcasts import ASKED, DRAFT
from bot.store.queues import said as letters
from bot.work import conversation
from bot.work.broadcasts.under_way import left_lying
from bot.work.broadcasts.under_way.steering import may_steer
from bot.work.broadcasts.writing import preview
from bot.work.broadcasts.writing.composed import FORM
from bot.work.visit import Visit

_LETTERS = 40  # ours, among which a newer sample is looked for


async def is_shown(visit: Visit, broadcast_id: int) -> bool:
    """Whether it is shown first, in place of what was asked of it."""
    return await is_newer_shown(visit, broadcast_id) or await lay_overnight(visit, broadcast_id)


async def lay_overnight(visit: Visit, broadcast_id: int) -> bool:
    """Where its near days are no longer those that were looked at it is shown with their dates."""
    async with visit.look() as connection:
        one = await broadcasts.one(connection, broadcast_id)
        if one is None or one.state not in (DRAFT, ASKED) or not may_steer(visit, one):
            return False
        is_old = await left_lying.as_meant(visit.round(connection), one) != one
    if is_old:
        await preview.show(visit, one.id)
    return is_old


async def is_newer_shown(visit: Visit, broadcast_id: int) -> bool:
    """Where *Kirim* is pressed under an older sample: whether it is being changed just now, or was shown anew since;
    then that is shown, and nothing leaves that was not looked at."""
    pressed, front = visit.turn.message, f"a:kirim:{broadcast_id}"
    if pressed is None:
        return False
    changing = next((one for one in visit.conversations.values() if _changes(visit, one, broadcast_id)), None)
    if changing is not None:
        visit.say("siaran_masih_diubah")
        conversation.touch(visit, changing)
        return await conversation.resume(visit)
    newest = await visit.look_up(letters.carrying_or_poll, visit.turn.lane, front, _LETTERS)
    if newest is None or newest.is_poll or (newest.message_id is not None and newest.message_id <= pressed):
        return False
    visit.say("siaran_contoh_lama")
    await preview.show(visit, broadcast_id)
    return True


def _changes(visit: Visit, one: Conversation, broadcast_id: int) -> bool:
    flow = visit.office.catalog.flows.get(one.flow)
    is_form = flow is not None and (flow.journey or flow.key) == FORM
    return is_form and bool(one.state.get("about", {}).get("siaran") == broadcast_id)
