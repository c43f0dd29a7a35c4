"""A date that does not take place: why is asked, and kept until they agree; then everybody concerned hears of it."""

from bot.core.flow.interpreter import Flow, record
from bot.core.forms.state import State
from bot.store.calendar import occasions
from bot.store.calendar.occasions import Occasion
from bot.work.calendar import announcing, changeable, reasons
from bot.work.calendar.agreed import CANCEL
from bot.work.saying.keyboard import keyboard
from bot.work.saying.naming import date_of, occasion_name, place_name
from bot.work.tasks import planning
from bot.work.visit import Journey, Visit


async def finish_cancel(visit: Visit, flow: Flow, state: State) -> None:
    """The reason is told; everybody hears of it, so that they are asked once more."""
    one = await changeable.to_change(visit, int(state.about["occasion"]))
    if one is not None:
        told = str(record(flow, state)["alasan"]["text"])
        await offer_to_cancel(visit, one, reasons.bare(visit, told) or told)


async def offer_to_cancel(visit: Visit, one: Occasion, why: str) -> None:
    """The reason is kept until they agree."""
    async with visit.ask() as connection:
        told = {"to": None, "why": why}
        await occasions.log(connection, one.id, occasions.WISHED, visit.now, visit.me.id, told)
    markup = keyboard(
        [(visit.text("tombol_jadwal_batalkan"), f"{CANCEL}{one.id}")],
        [
            (visit.text("tombol_jadwal_alasan_lain"), f"j:batal:{one.id}"),
            (visit.text("tombol_jadwal_biarkan"), f"j:biar:{one.id}"),
        ],
    )
    names = {"nama": occasion_name(visit.office, one), "wilayah": place_name(visit.office, one.wilayah)}
    visit.say("jadwal_batalkah", markup, **names, hari=date_of(visit.office, one), alasan=why)


async def cancel(visit: Visit, one: Occasion, why: str) -> None:
    """What is not finished is closed with it."""
    async with visit.ask() as connection:
        planned = await planning.cancel(visit.round(connection), one, why, visit.me.id)
        if planned is not None:
            await announcing.say_cancelled(visit, connection, planned, why)


JOURNEY = Journey("jadwal_batal", finish_cancel, nudged=True)
