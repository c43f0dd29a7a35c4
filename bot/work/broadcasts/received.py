"""A recipient confirms that they understood, and is asked the one question that finds out."""

from bot.core.broadcasts.shapes import Check
from bot.store.broadcasts import broadcasts, receipts
from bot.store.broadcasts.broadcasts import SENT_STATES, Broadcast
from bot.work.broadcasts.authors import beginning_of
from bot.work.saying.keyboard import keyboard
from bot.work.visit import Visit


async def _theirs(visit: Visit, broadcast_id: int) -> Broadcast | None:
    """What they have a copy of, while it counts; else a word."""
    async with visit.ask() as connection:
        receipt = await receipts.of(connection, broadcast_id, visit.me.id)
        one = await broadcasts.one(connection, broadcast_id) if receipt is not None else None
    if one is None or one.state not in SENT_STATES:
        visit.stale()
        return None
    return one


async def understood(visit: Visit, broadcast_id: int, copy: int | None = None) -> None:
    """*Sudah paham*: at once, or after the right answer to its question. `copy`: the number of their copy where they
    typed it, so that no button brought it."""
    one = await _theirs(visit, broadcast_id)
    if one is None:
        return
    if one.message.check is None:
        await _confirm(visit, one, copy)
        return
    visit.say("siaran_cek", answers_of(one, one.message.check), tanya=one.message.check.question)


def answers_of(one: Broadcast, check: Check) -> dict[str, object]:
    """A button for each answer to its question."""
    return keyboard(*([(told, f"e:jawab:{one.id}:{at}")] for at, told in enumerate(check.answers)))


async def answer(visit: Visit, broadcast_id: int, chosen: int) -> None:
    """The answer to its question; a wrong one is told what is right, and counts as not understood yet."""
    one = await _theirs(visit, broadcast_id)
    check = one.message.check if one is not None else None
    if one is None or check is None or chosen >= len(check.answers):
        visit.stale()
        return
    async with visit.ask() as connection:
        await receipts.answer(connection, one.id, visit.me.id, chosen)
    if chosen == check.right:
        await _confirm(visit, one)
    else:
        visit.say("siaran_cek_keliru", answers_of(one, check), jawaban=check.answers[chosen])


async def _confirm(visit: Visit, one: Broadcast, copy: int | None = None) -> None:
    async with visit.ask() as connection:
        await receipts.confirm(connection, one.id, visit.me.id, visit.now)
    if visit.turn.query_id is None:
        visit.say("siaran_paham_dicatat", awal=beginning_of(one))
    else:
        visit.toast("siaran_sudah_paham")
    if (at := visit.turn.message or copy) is not None:
        done = keyboard([(visit.text("tombol_siaran_dipahami"), f"e:paham:{one.id}")])
        visit.call("editMessageReplyMarkup", message_id=at, reply_markup=done)
