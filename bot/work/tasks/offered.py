"""What is offered to somebody: the tasks of nobody that they are nearest to."""

from collections.abc import Iterable, Sequence
from datetime import datetime, time

from bot.core.calendar.rules import PREPARATION
from bot.core.records import Grant
from bot.core.tasks.owners import FACILITATORS, owner_of
from bot.core.wilayah import chain
from bot.store.people import people
from bot.store.tasks import duties as stored
from bot.store.tasks.duties import Free
from bot.store.tasks.reminding import Duty
from bot.work.office import Office
from bot.work.round import Round

_MOST = 200  # nobody turns more pages


async def offered_to(tour: Round, me: int, grants: Sequence[Grant]) -> list[Duty]:
    """By day. Asked for by wilayah and rule, so that what is offered to others is not even looked at."""
    calendar, local = tour.office.catalog.calendar, tour.office.local(tour.now)
    where = await _nearest_in(tour, me, grants)
    frees = [
        Free([rule.key for rule in calendar.rules.values() if calendar.role_of(rule) in roles], found)
        for roles, found in where.items()
    ]
    over = [rule.key for rule in calendar.rules.values() if rule.phase == PREPARATION and not rule.answers]
    begins = datetime.combine(local.date(), time(), tour.office.zone)
    return await stored.unowned(tour.connection, frees, list(calendar.kinds), over, begins, _MOST) if frees else []


async def _nearest_in(tour: Round, me: int, grants: Sequence[Grant]) -> dict[frozenset[str | None], list[str]]:
    """Where nobody stands nearer to a task than this person, by the roles of those who would have to do it (None = an
    office without accounts)."""
    calendar = tour.office.catalog.calendar
    roles = {calendar.role_of(rule) for rule in calendar.rules.values()}
    acting = {*FACILITATORS, *(role for role in roles if role is not None)}
    inside = _all_in(tour.office, {grant.scope for grant in grants if grant.role in acting})
    scopes = sorted({scope for wilayah in inside for scope in chain(wilayah)})
    holders = await people.ids_by_place(tour.connection, sorted(acting), scopes, tour.now) if scopes else {}
    found: dict[frozenset[str | None], list[str]] = {}
    for wilayah in inside:
        mine = frozenset(role for role in roles if me in owner_of(role, wilayah, holders).candidates)
        if mine:
            found.setdefault(mine, []).append(wilayah)
    return found


def _all_in(office: Office, scopes: Iterable[str]) -> list[str]:
    """These wilayah and everything that lies in them."""
    found: dict[str, None] = {}
    wave = sorted(scopes)
    while wave:
        found |= dict.fromkeys(wave)
        wave = [child.code for code in wave for child in office.catalog.places.children(code)]
    return list(found)
