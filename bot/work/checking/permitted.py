"""Who may be sent, and who may write into a check: never whoever brought the usulan or wrote it down."""

from bot.core.checking.rules import may_check
from bot.core.records import WITHDRAWN, Usulan
from bot.core.wilayah import kecamatan_of
from bot.store.checking import checks
from bot.store.checking.checks import Check
from bot.store.database.database import Connection
from bot.store.people import people
from bot.store.people.people import Holder
from bot.store.reading import readings
from bot.store.usulan import usulan as stored
from bot.work.access import BAPPEDA, button, may_act
from bot.work.office import Office
from bot.work.reading import delicate
from bot.work.reading.lists import sight_of
from bot.work.visit import Visit

FAMILY = "cek"
_MOST = 8


async def candidates(visit: Visit, found: Usulan) -> list[Holder]:
    """Whoever has a role there or in the kecamatan; where the proposer chose their reader, or tells of violence, nobody
    but the reader themselves. Whoever gives it stands first."""
    roles = [role for role in button(FAMILY).roles if role != BAPPEDA]
    async with visit.ask() as connection:
        near = await people.around(connection, roles, [found.desa, kecamatan_of(found.desa)], visit.now)
        is_alone = await is_apart(visit.office, connection, found)
    able = [one for one in near if may_check(one.id, found)]
    mine = [one for one in able if one.id == visit.me.id]
    return mine if is_alone else [*mine, *(one for one in able if one.id != visit.me.id)]


async def is_apart(office: Office, connection: Connection, one: Usulan) -> bool:
    """Whether it is for one reader's eyes: its proposer chose them, or it tells of violence, also by voice."""
    return one.reader_id is not None or bool(await delicate.among(connection, office, [one]))


async def opened(visit: Visit, check_id: int) -> tuple[Check, Usulan] | None:
    """The check with its usulan, for whom it was given to, and for whoever reads the usulan."""
    async with visit.ask() as connection:
        one = await checks.by_id(connection, check_id)
        found = await stored.by_id(connection, one.usulan_id) if one is not None else None
        if one is None or found is None or not await _may_see(visit, connection, one, found):
            return None
        return one, found


async def _may_see(visit: Visit, connection: Connection, one: Check, found: Usulan) -> bool:
    if one.given_to == visit.me.id and may_act(button(FAMILY), visit.grants, found.desa):
        return True
    return await readings.one(connection, sight_of(visit, button("u")), found.id) is not None


async def waiting(visit: Visit) -> list[tuple[Check, Usulan]]:
    """Those that wait for whoever speaks, the most urgent first; more than these nobody has at once."""
    return await visit.look_up(checks.waiting_for, visit.me.id, _MOST)


async def writable(visit: Visit, check_id: int) -> tuple[Check, Usulan] | None:
    """As it is now, and nobody else writes into it meanwhile; None where they may not, or it is over, or its proposer
    took the usulan back. The usulan is held first, as wherever both are."""
    pair = await opened(visit, check_id)
    if pair is None:
        return None
    async with visit.ask() as connection:
        found = await stored.to_change(connection, pair[1].id)
        one = await checks.to_change(connection, check_id)
    if one is None or found is None or not goes_on(one, found) or not may_check(visit.me.id, found):
        return None
    return one, found


def goes_on(one: Check, found: Usulan) -> bool:
    """Whether somebody is still to look at it."""
    return one.is_open and found.status != WITHDRAWN
