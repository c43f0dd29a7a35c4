"""A date that somebody may change, and what they last wished for it before they agreed."""

from bot.store.calendar import occasions
from bot.store.calendar.occasions import Occasion
from bot.store.calendar.wished import Wish
from bot.work.calendar import agreed
from bot.work.calendar.permitted import may_set
from bot.work.visit import Visit


async def to_change(visit: Visit, occasion_id: int) -> Occasion | None:
    """The occasion, when it stands and this person may change it; else a word why not."""
    one = await visit.ask_once(occasions.one_to_change, occasion_id)
    if one is None or one.kind not in visit.office.catalog.calendar.kinds:
        visit.say("jadwal_tidak_ada")
        return None
    if not may_set(visit.office, visit.grants, one.kind, one.wilayah):
        visit.say("jadwal_bukan_wewenang")
        return None
    if agreed.is_over(visit, one):
        agreed.say_over(visit, one)
        return None
    return one


async def with_wish(visit: Visit, occasion_id: int) -> tuple[Occasion, Wish] | None:
    """The same, with what they asked for; None, with a word, where that is asked no more."""
    one = await to_change(visit, occasion_id)
    wish = await agreed.standing(visit, one) if one is not None else None
    return None if one is None or wish is None else (one, wish)
