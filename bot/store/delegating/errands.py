"""An errand: somebody speaks for an usulan, and says what came of it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core import records
from bot.core.records import Usulan
from bot.store.database.ids import new_id
from bot.store.tables import errands, usulan
from bot.store.usulan.usulan import as_usulan

GIVEN, REPORTED, WITHDRAWN = "given", "reported", "withdrawn"
_e = errands.c


@dataclass(frozen=True, slots=True)
class Errand:
    """`outcome`, `words`: once it was reported."""

    id: int
    usulan_id: int
    person_id: int | None
    given_by: int | None
    given_at: datetime
    state: str
    outcome: str | None = None
    words: str | None = None
    closed_at: datetime | None = None

    @property
    def is_open(self) -> bool:
        return self.state == GIVEN


_COLUMNS = tuple(_e[name] for name in Errand.__dataclass_fields__)


async def add(connection: AsyncConnection, usulan_id: int, person_id: int, by: int, at: datetime) -> int:
    """Whoever calls holds the usulan, and has seen that nobody else speaks for it. Returns its id."""
    made = new_id()
    row = {"usulan_id": usulan_id, "person_id": person_id, "given_by": by, "given_at": at, "state": GIVEN}
    await connection.execute(errands.insert().values(id=made, **row))
    return made


async def by_id(connection: AsyncConnection, which: int) -> Errand | None:
    row = (await connection.execute(select(*_COLUMNS).where(_e.id == which))).one_or_none()
    return None if row is None else Errand(*row)


async def newest(connection: AsyncConnection, usulan_id: int) -> Errand | None:
    """The one that is open, or the last that was reported."""
    here = _e.usulan_id == usulan_id, _e.state.in_((GIVEN, REPORTED))
    row = (await connection.execute(select(*_COLUMNS).where(*here).order_by(_e.id.desc()).limit(1))).one_or_none()
    return None if row is None else Errand(*row)


async def open_of(connection: AsyncConnection, person_id: int, most: int) -> list[tuple[Errand, Usulan]]:
    """For what somebody speaks, the oldest first; not for what its proposer took back."""
    query = select(usulan, *(column.label(f"e_{column.name}") for column in _COLUMNS))
    theirs = _e.person_id == person_id, _e.state == GIVEN, usulan.c.status != records.WITHDRAWN
    query = query.join(errands, _e.usulan_id == usulan.c.id).where(*theirs)
    rows: list[Any] = list((await connection.execute(query.order_by(_e.id).limit(most))).all())
    return [(Errand(*row[-len(_COLUMNS) :]), as_usulan(row)) for row in rows]


async def close(connection: AsyncConnection, which: int, state: str, at: datetime, **values: Any) -> bool:
    """Reported or taken back; False when somebody else was first."""
    change = update(errands).where(_e.id == which, _e.state == GIVEN)
    return (await connection.execute(change.values(state=state, closed_at=at, **values))).rowcount == 1
