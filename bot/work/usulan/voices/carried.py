"""Who speaks for an usulan, and what they brought back: for whoever reads it."""

from bot.core.records import WITHDRAWN, Usulan
from bot.store.delegating import errands
from bot.store.delegating.errands import Errand
from bot.store.people import people
from bot.work.saying.keyboard import Key, keyboard
from bot.work.visit import Visit


async def newest(visit: Visit, one: Usulan) -> Errand | None:
    return await visit.ask_once(errands.newest, one.id)


def offer(visit: Visit, one: Usulan, errand: Errand | None) -> list[Key]:
    """The row of the button that chooses who speaks; none while somebody does."""
    if one.status == WITHDRAWN or (errand is not None and errand.is_open):
        return []
    return [(visit.text("utus_tombol"), f"u:utus:{one.id}")]


async def show(visit: Visit, errand: Errand) -> None:
    who = await visit.ask_once(people.name_of, errand.person_id)
    told = {"hasil": errand.outcome or "", "kata": errand.words or "", "terbuka": errand.is_open}
    day = visit.office.day(errand.closed_at or errand.given_at)
    back = keyboard([(visit.text("utus_tombol_tarik"), f"u:utustarik:{errand.id}")]) if errand.is_open else None
    visit.say("utus_di_usulan", back, siapa=who, hari=day, **told)
