"""A date that somebody may change, and what they last wished for it before they agreed."""

from collections.abc import Awaitable, Callable

from bot.store.calendar import occasions
from bot.store.calendar.occasions import Occasion
from bot.store.database.database import Connection
from bot.work.calendar.permitted import may_set
from bot.work.visit import Visit

#: Of a date and of who asked.
Wish = Callable[[Connection, int, int | None], Awaitable[str]]


async def to_change(visit: Visit, occasion_id: int) -> Occasion | None:
    """The occasion, when it stands and this person may change it; else a word why not."""
    async with visit.ask() as connection:
        one = await occasions.one_to_change(connection, occasion_id)
    if one is None or one.kind not in visit.office.catalog.calendar.kinds:
        visit.say("jadwal_tidak_ada")
        return None
    if not may_set(visit.office, visit.grants, one.kind, one.wilayah):
        visit.say("jadwal_bukan_wewenang")
        return None
    return one


async def with_wish(visit: Visit, occasion_id: int, wish: Wish) -> tuple[Occasion, str] | None:
    """The same, with what they told; empty where they told nothing."""
    one = await to_change(visit, occasion_id)
    if one is None:
        return None
    async with visit.ask() as connection:
        return one, await wish(connection, one.id, visit.me.id)
