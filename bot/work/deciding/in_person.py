"""Somebody without a telephone is asked, and told, by whoever sits beside them."""

from collections.abc import Sequence
from datetime import datetime

from bot.core.records import Usulan
from bot.store.database.database import Connection
from bot.store.deciding import moves
from bot.store.deciding.moves import Errand
from bot.store.people import people
from bot.store.queues import notices
from bot.store.queues.notices import IN_PERSON, Notice
from bot.store.reading import readings
from bot.work.access import FASILITATOR_DESA, button, command
from bot.work.reading.lists import UNTOLD
from bot.work.round import Round
from bot.work.saying.told import Told


async def reads(connection: Connection, person_id: int, usulan_id: int, now: datetime) -> bool:
    """Whether somebody may read it today."""
    who = await readings.sight_now(connection, person_id, button("u").roles, now)
    return await readings.one(connection, who, usulan_id) is not None


async def who_asks(connection: Connection, found: Usulan, asked_by: int | None, now: datetime) -> int | None:
    """Whoever wrote it down for them, while they read there; else whoever wants to know."""
    if found.typed_by is not None and await reads(connection, found.typed_by, found.id, now):
        return found.typed_by
    return asked_by


async def bring(tour: Round, batch: int) -> None:
    """What has moved."""
    await carry(tour, await moves.to_bring(tour.connection, batch), await moves.who_moved(tour.connection, batch))


async def carry(tour: Round, errands: Sequence[Errand], known_to: int | None) -> None:
    """Whoever is to bring it to them hears that something waits; not who knows it already."""
    carriers: set[int] = set()
    for one in errands:
        if one.writer is not None and await reads(tour.connection, one.writer, one.usulan_id, tour.now):
            carriers.add(one.writer)
        else:
            near = await people.holders(tour.connection, (FASILITATOR_DESA,), (one.desa,), tour.now)
            carriers |= {person.id for person in near}
    due = {one: tour.now for one in carriers if one != known_to}
    await notices.raise_for(tour.connection, IN_PERSON, "", due)


async def compose(tour: Round, notice: Notice) -> Told | None:
    who = await readings.sight_now(tour.connection, notice.person_id, command("periksa").roles, tour.now)
    waiting = await readings.count(tour.connection, UNTOLD, who)
    return Told(tour.text("langsung_menunggu", nama=notice.name, jumlah=waiting)) if waiting else None


KINDS = {IN_PERSON: compose}
