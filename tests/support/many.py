"""Hundreds of people with roles, settled at once, and a date of the whole kabupaten that concerns every one of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import cycle, islice

from sqlalchemy import insert

from bot.simulator.chats import Person
from bot.store.database.database import Database
from bot.store.database.ids import new_id
from bot.store.tables import grants, people, switches
from bot.store.tasks import tasks
from bot.work.office import Office
from bot.work.round import Round
from bot.work.tasks import planning
from tests.support.kabupaten import Kabupaten
from tests.support.phones import Someone
from tests.support.town import Town, catalog_of
from tests.support.villages import KABUPATEN, all_villages
from tests.support.witness import ZONE

#: A Tuesday, on which nothing else is due; and the day from which and to which the date moves.
MORNING = datetime(2026, 11, 3, 9, 0, tzinfo=ZONE)
HELD, LATER = datetime(2027, 3, 24, 9, 0, tzinfo=ZONE), datetime(2027, 4, 7, 9, 0, tzinfo=ZONE)
KIND = "musrenbang_kabupaten"
#: What a musrenbang kabupaten gives each village to do.
_IN_THE_VILLAGES = ("D27", "L27")
OFFICE = Office(catalog_of(), "Bappeda Enrekang", ZONE)


@dataclass(frozen=True, slots=True)
class Place:
    """A role that somebody is to have, and where."""

    name: str
    role: str
    scope: str


def places(number: int) -> list[Place]:
    """One facilitator in each village, who has a task of their own, and the others in the kecamatan, who have none."""
    villages = all_villages(OFFICE)
    kecamatan = sorted({village.rpartition(".")[0] for village in villages})
    own = [Place(f"Fasilitator {n}", "fasilitator_desa", village) for n, village in enumerate(villages[:number])]
    more = islice(cycle(kecamatan), number - len(own))
    return own + [Place(f"Pendamping {n}", "fasilitator_kecamatan", where) for n, where in enumerate(more)]


async def settle(database: Database, wanted: Sequence[Place], addresses: Sequence[int], now: datetime) -> list[int]:
    """All of them in one transaction; returns their ids, which grow."""
    known, granted = [], []
    for place, address in zip(wanted, addresses, strict=True):
        one = {"id": new_id(), "channel": "telegram", "address": address, "name": place.name}
        known.append(one | {"named_by_self": False, "first_seen_at": now, "last_at": now})
        role = {"id": new_id(), "person_id": one["id"], "role": place.role, "scope": place.scope}
        granted.append(role | {"granted_at": now})
    async with database.write() as connection:
        await connection.execute(insert(people), known)
        await connection.execute(insert(grants), granted)
    return [int(str(one["id"])) for one in known]


async def hold(database: Database, now: datetime, kind: str = KIND, wilayah: str = KABUPATEN) -> int:
    """A date that stands; nobody is told that it was set. Returns the id of the occasion."""
    async with database.write() as connection:
        used = await tasks.switched(connection)
        new = [{"rule": rule, "used": True, "at": now} for rule in _IN_THE_VILLAGES if rule not in used]
        if new:
            await connection.execute(insert(switches), new)
        one = planning.new_occasion(OFFICE, kind, wilayah, HELD, now, None)
        await planning.hold(Round(connection, OFFICE, now), one)
        return one.id


def moving(occasion: int, to: datetime = LATER) -> str:
    """The data of the button *Pindahkan*."""
    return f"j:pindah:{occasion}:{to:%Y%m%d%H%M}"


async def on_the_phone(street: Town, wanted: Sequence[Place]) -> list[Person]:
    """People of the simulator's, to whom the bot may write."""
    now = street.simulator.stage.clock.now()
    found = [street.simulator.add_person(place.name) for place in wanted]
    for person in found:
        street.simulator.stage.directory.chats[person.id].started = True
    await settle(street.database, wanted, [person.id for person in found], now)
    return found


async def without_a_phone(here: Kabupaten, wanted: Sequence[Place]) -> list[Someone]:
    """People to whom everything promised is delivered at once."""
    first = 6_000_000_000 + len(here.people)
    addresses = range(first, first + len(wanted))
    ids = await settle(here.database, wanted, addresses, here.clock.now())
    found = [
        Someone(id_, address, place.name, place.role, place.scope, "rajin")
        for id_, address, place in zip(ids, addresses, wanted, strict=True)
    ]
    here.people |= {one.id: one for one in found}
    return found
