"""A check in the field: given, done, given back or taken back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core import records
from bot.core.records import Usulan
from bot.store.awaited import OPEN
from bot.store.database.ids import new_id
from bot.store.deciding import clarifications as asked
from bot.store.reading.readings import Sight, visible
from bot.store.tables import clarifications, field_checks, usulan
from bot.store.usulan.usulan import as_usulan
from bot.store.within import within

GIVEN, DONE, WITHDRAWN, RETURNED = "given", "done", "withdrawn", "returned"
#: What an usulan's state is called while somebody is to look at it.
STAGE = "dicek"
_f = field_checks.c


@dataclass(frozen=True, slots=True)
class Check:
    """`stage`: where the usulan stood before."""

    id: int
    usulan_id: int
    depth: str
    stage: str
    given_by: int | None
    given_to: int | None
    given_at: datetime
    due_at: datetime
    state: str
    next_at: datetime | None
    result: str | None = None
    reason: str | None = None
    closed_by: int | None = None
    closed_at: datetime | None = None

    @property
    def is_open(self) -> bool:
        return self.state == GIVEN


_COLUMNS = tuple(_f[name] for name in Check.__dataclass_fields__)


async def add(connection: AsyncConnection, found: Usulan, **row: Any) -> int:
    """Somebody is to look at it, and the usulan says so. Whoever calls holds the usulan, and has seen that nobody else
    is to. Returns its id."""
    made, stage = new_id(), asked.stood(found, await asked.waiting(connection, [found.id]))
    row |= {"usulan_id": found.id, "stage": stage, "state": GIVEN}
    await connection.execute(field_checks.insert().values(id=made, **row))
    await connection.execute(update(usulan).where(usulan.c.id == found.id).values(status=STAGE))
    return made


async def by_id(connection: AsyncConnection, which: int) -> Check | None:
    row = (await connection.execute(select(*_COLUMNS).where(_f.id == which))).one_or_none()
    return None if row is None else Check(*row)


async def to_change(connection: AsyncConnection, which: int) -> Check | None:
    """As it is now, and nobody else writes into it before this transaction ends."""
    row = (await connection.execute(select(*_COLUMNS).where(_f.id == which).with_for_update())).one_or_none()
    return None if row is None else Check(*row)


async def of_usulan(connection: AsyncConnection, usulan_id: int) -> list[Check]:
    """Those that wait and those that were done, the newest last."""
    here = _f.usulan_id == usulan_id, _f.state.in_((GIVEN, DONE))
    return [Check(*row) for row in await connection.execute(select(*_COLUMNS).where(*here).order_by(_f.id))]


async def waiting_for(connection: AsyncConnection, person_id: int, most: int) -> list[tuple[Check, Usulan]]:
    """What somebody is to look at, what is due first before the rest; none of what its proposer took back."""
    return await _open(connection, most, _f.given_to == person_id, usulan.c.status != records.WITHDRAWN)


async def open_of(connection: AsyncConnection, who: Sight, most: int) -> list[tuple[Check, Usulan]]:
    """The same of all usulan that somebody reads, whoever is to look."""
    return await _open(connection, most, visible(who)) if who.scopes else []


async def _open(connection: AsyncConnection, most: int, *which: Any) -> list[tuple[Check, Usulan]]:
    query = select(usulan, *(column.label(f"f_{column.name}") for column in _COLUMNS))
    query = query.join(field_checks, _f.usulan_id == usulan.c.id).where(_f.state == GIVEN, *which)
    rows: list[Any] = list((await connection.execute(query.order_by(_f.due_at, _f.id).limit(most))).all())
    return [(Check(*row[-len(_COLUMNS) :]), as_usulan(row)) for row in rows]


async def close(
    connection: AsyncConnection, /, one: Check, state: str, at: datetime, by: int | None, **values: Any
) -> bool:
    """Done, given back or taken back; the usulan goes back to where it stood. False when somebody else was first."""
    change = update(field_checks).where(_f.id == one.id, _f.state == GIVEN)
    told = {"state": state, "next_at": None, "closed_at": at, "closed_by": by}
    if (await connection.execute(change.values(**told | values))).rowcount != 1:
        return False
    await _go_back(connection, one)
    return True


async def put_off(connection: AsyncConnection, which: int, due_at: datetime, next_at: datetime) -> None:
    await connection.execute(update(field_checks).where(_f.id == which).values(due_at=due_at, next_at=next_at))


async def _go_back(connection: AsyncConnection, one: Check) -> None:
    """Also for what was asked meanwhile: there, too, it goes back to where it stood before."""
    c = clarifications.c
    behind = update(clarifications).where(c.usulan_id == one.usulan_id, c.stage == STAGE)
    await connection.execute(behind.values(stage=one.stage))
    still = select(func.count()).where(c.usulan_id == one.usulan_id, c.state == OPEN)
    stage = asked.STAGE if (await connection.execute(still)).scalar_one() else one.stage
    back = update(usulan).where(usulan.c.id == one.usulan_id, usulan.c.status == STAGE)
    await connection.execute(back.values(status=stage))


async def move(connection: AsyncConnection, old: int, new: int, scopes: Sequence[str]) -> None:
    """What somebody was to look at, or sent somebody to look at, and what is not ended yet, is their successor's."""
    here = select(usulan.c.id).where(within(scopes, usulan.c.desa))
    for column in (_f.given_to, _f.given_by):
        theirs = column == old, _f.state == GIVEN, _f.usulan_id.in_(here)
        await connection.execute(update(field_checks).where(*theirs).values({column.name: new}))


# --- the clock -------------------------------------------------------------------------------------------------------


async def due(connection: AsyncConnection, now: datetime, most: int) -> list[tuple[Check, Usulan]]:
    """What the clock has to look at. The usulan is held first, as wherever both are, and with it the check; of several
    processes each takes others."""
    waits = select(_f.usulan_id).where(_f.next_at <= now).order_by(_f.next_at, _f.id).limit(most)
    held = select(usulan).where(usulan.c.id.in_(waits)).with_for_update(skip_locked=True)
    found = {row.id: as_usulan(row) for row in await connection.execute(held)}
    query = select(*_COLUMNS).where(_f.usulan_id.in_(list(found)), _f.next_at <= now).order_by(_f.next_at, _f.id)
    return [(one, found[one.usulan_id]) for one in (Check(*row) for row in await connection.execute(query))]


async def wait_on(connection: AsyncConnection, which: int, next_at: datetime | None) -> None:
    await connection.execute(update(field_checks).where(_f.id == which).values(next_at=next_at))
