"""Facilitators are told of a danger: at once, once each, and never of whom."""

from collections.abc import Sequence

from bot.core.usulan.danger import Case
from bot.core.wilayah import chain
from bot.store.people import people
from bot.store.queues import notices
from bot.store.queues.notices import DANGER
from bot.work.visit import Visit

_TOLD = 3  # facilitators of one place; more would be a rumour
_SUBJECT = 32  # characters a notice has room for

#: Whoever is told: the id, and the name as the person reads it.
Reader = tuple[int, str]


async def nearest(visit: Visit, wilayah: str, roles: Sequence[str]) -> list[Reader]:
    """Who holds the first of these roles that anybody holds here; never the one who speaks."""
    found = await visit.ask_once(people.holders, roles, list(chain(wilayah)), visit.now)
    me = visit.me.id
    by_role = ([(one.id, one.name) for one in found if one.role == role and one.id != me] for role in roles)
    return next((holders for holders in by_role if holders), [])[:_TOLD]


async def tell(visit: Visit, readers: Sequence[Reader], case: Case, subject: str, place: str, word: str = "") -> str:
    """Each once for a `subject`. Returns the name of the first who knows; empty when there is none."""
    text = visit.text(f"bahaya.kabar_{case.key}", tempat=place, kata=word, nomor=bool(case.contacts))
    about = f"{subject}:{case.key}"[-_SUBJECT:]
    knowing = [name for person_id, name in readers if await _tell_once(visit, person_id, about, text)]
    return knowing[0] if knowing else ""


async def _tell_once(visit: Visit, person_id: int, about: str, text: str) -> bool:
    """Whether they know it, now or since before."""
    async with visit.ask() as connection:
        known = await notices.was_told(connection, person_id, DANGER, about)
        where = None if known else await people.named(connection, person_id)
    if where is not None:
        notices.remember(visit.turn, person_id, DANGER, about)
        visit.tell(where.address, person_id, text, loud=True)
    return known or where is not None
