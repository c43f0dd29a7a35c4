"""Copies of an announcement that wait for tomorrow, since their recipients were told enough today, leave at once: where
it is said that they cannot wait, and why."""

from bot.core.flow.interpreter import Flow, record
from bot.core.forms.state import State
from bot.store.broadcasts import broadcasts, ledger
from bot.store.broadcasts.broadcasts import RUNNING, Broadcast
from bot.work import conversation
from bot.work.broadcasts.under_way.authors import beginning_of
from bot.work.broadcasts.under_way.steering import to_steer
from bot.work.visit import Journey, Visit


async def ask(visit: Visit, one: Broadcast) -> bool:
    """False where nobody waits for it."""
    number = await visit.look_up(ledger.put_off, one.id, visit.now) if one.state == RUNNING else 0
    if number:
        visit.say("siaran_segerakan", jumlah=number, awal=beginning_of(one))
        conversation.start(visit, JOURNEY, about={"siaran": one.id})
    return number > 0


async def finish(visit: Visit, flow: Flow, state: State) -> None:
    """Urgent from now on; quiet hours are kept as ever."""
    async with visit.ask() as connection:
        one = await to_steer(visit, connection, state.about["siaran"], [RUNNING])
        if one is None:
            visit.say("siaran_berubah")
            return
        why = record(flow, state)["alasan"]["text"]
        number = await ledger.hurry(connection, one.id, visit.now)
        await broadcasts.change(connection, one.id, urgent_why=why, next_at=visit.now)
        await broadcasts.note(connection, one.id, "hurried", visit.me.id, visit.now, jumlah=number, catatan=why)
    visit.say("siaran_disegerakan", jumlah=number)


JOURNEY = Journey("siaran_segera", finish)
