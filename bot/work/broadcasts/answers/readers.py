"""*Sudah paham* under a copy in a group: whoever presses is known to read there. Nothing is said into the group."""

from bot.store.broadcasts import broadcasts, receipts
from bot.store.broadcasts.broadcasts import SENT_STATES, Broadcast
from bot.work.broadcasts.answers import received
from bot.work.visit import Visit


async def understood(visit: Visit, broadcast_id: int) -> None:
    if visit.turn.lane > 0:
        await received.understood(visit, broadcast_id)
    elif visit.turn.person is None:
        visit.toast("siaran_grup_terima_kasih")  # of whom we do not know nothing is kept
    else:
        await _understood_there(visit, broadcast_id)


async def _understood_there(visit: Visit, broadcast_id: int) -> None:
    """Its question is asked in a chat of their own, where that is open."""
    async with visit.ask() as connection:
        one = await broadcasts.one(connection, broadcast_id)
        if one is None or one.state not in SENT_STATES:
            visit.stale()
            return
        receipt = await receipts.of_reader(connection, one.id, visit.me.id, visit.turn.lane, visit.now)
        is_asked = one.message.check is not None and visit.me.unreachable_since is None
        if receipt is not None and not is_asked:
            await receipts.confirm(connection, one.id, visit.me.id, visit.now)
    if receipt is None:
        visit.stale()
    elif is_asked and receipt.understood_at is None:
        _ask(visit, one)
    else:
        visit.toast("siaran_sudah_paham")


def _ask(visit: Visit, one: Broadcast) -> None:
    assert one.message.check is not None
    text = visit.text("siaran_cek", tanya=one.message.check.question)
    more = {"reply_markup": received.answers_of(one, one.message.check)}
    visit.tell(visit.me.address, visit.me.id, text, more=more)
    visit.toast("siaran_grup_ditanya")


async def choose(visit: Visit, broadcast_id: int, chosen: int) -> None:
    """A choice, also under a copy in a group: there it only thanks."""
    if visit.turn.lane > 0:
        await received.choose(visit, broadcast_id, chosen)
    elif visit.turn.person is None:
        visit.toast("siaran_grup_terima_kasih")
    else:
        async with visit.ask() as connection:
            receipt = await receipts.of_reader(connection, broadcast_id, visit.me.id, visit.turn.lane, visit.now)
            if receipt is not None:
                await receipts.answer(connection, broadcast_id, visit.me.id, chosen)
                await receipts.confirm(connection, broadcast_id, visit.me.id, visit.now)
        visit.toast("siaran_sudah_paham" if receipt is not None else "siaran_grup_terima_kasih")


async def answer(visit: Visit, broadcast_id: int, chosen: int) -> None:
    """Asked and answered in a chat of one's own only."""
    if visit.turn.lane > 0:
        await received.answer(visit, broadcast_id, chosen)
    else:
        visit.stale()
