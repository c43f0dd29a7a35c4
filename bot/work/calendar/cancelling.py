"""A meeting that is said not to take place: whoever says why at once is asked for a yes, and for nothing else."""

from bot.core.forms.heard import Heard, Typed
from bot.store.calendar.occasions import Occasion
from bot.work.access import allowed, button
from bot.work.calendar import agreed, calling_off, changeable, moving, reasons
from bot.work.calendar.agreed import CANCEL
from bot.work.saying.keyboard import number as number_in
from bot.work.saying.naming import date_of, occasion_name
from bot.work.visit import Visit


async def by_words(visit: Visit, one: Occasion, text: str) -> None:
    why = reasons.told_in(visit, text) or reasons.slip_in(visit, text)
    await (calling_off.offer_to_cancel(visit, one, why) if why else moving.ask(visit, one.id, to_cancel=True))


async def carry_out(visit: Visit, occasion_id: int) -> None:
    """*Batalkan*, for the reason that was told."""
    found = await changeable.with_wish(visit, occasion_id)
    if found is None:
        return
    one, wish = found
    if wish.cancels:
        await calling_off.cancel(visit, one, str(wish.detail["why"]))
    else:
        visit.stale()


async def put_right(visit: Visit, heard: Heard) -> bool:
    """What is typed in place of the buttons under that question: another reason, or a no."""
    if not isinstance(heard, Typed) or not allowed(button("j"), visit.grants):
        return False
    keeps = agreed.is_no(visit, heard)
    if not keeps and not reasons.is_said(visit, heard.text):
        return False
    asked = next((data for said in await visit.letters() for _, data in said.keys if data.startswith(CANCEL)), None)
    one = await changeable.to_change(visit, number_in(asked.removeprefix(CANCEL)) or 0) if asked is not None else None
    if one is None:
        return False
    if keeps:
        await agreed.forget(visit, one.id)
        visit.say("jadwal_tetap_ada", nama=occasion_name(visit.office, one), hari=date_of(visit.office, one))
    else:
        await by_words(visit, one, heard.text)
    return True
