"""The photo of what was made: asked for, sent, shown beside the one from before."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Select, and_, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.records import WITHDRAWN, Usulan
from bot.store.database.dialects import insert_or_ignore
from bot.store.database.ids import new_id
from bot.store.deciding.moves import ERRAND, Errand, in_person
from bot.store.people.people import ADDRESSEE, Addressee
from bot.store.tables import after_photos, field_checks, media, people, usulan
from bot.store.usulan.usulan import KEPT_AWAY, as_usulan, may_hear

ASKED, SENT, SHOWN, CLOSED = "asked", "sent", "shown", "closed"
#: Whoever was asked is reminded of it once, and after as long again it is let go.
REMINDED_AFTER = timedelta(days=7)
#: The question of the form under which pictures from before are kept.
_BEFORE = "foto"
#: And under which those of a check on the spot are.
_CHECKED = "uji_foto"
_ADD = insert_or_ignore(after_photos)
_a, _m, _u = after_photos.c, media.c, usulan.c


@dataclass(frozen=True, slots=True)
class AfterPhoto:
    """`media_id`, `sent_by`, `sent_at`: once it was sent."""

    id: int
    usulan_id: int
    state: str
    asked_at: datetime
    reminded_at: datetime | None = None
    media_id: int | None = None
    sent_by: int | None = None
    sent_at: datetime | None = None

    @property
    def is_missing(self) -> bool:
        """Whether it is still taken: also long after it was asked for."""
        return self.state in (ASKED, CLOSED)


_COLUMNS = tuple(_a[name] for name in AfterPhoto.__dataclass_fields__)


async def ask(connection: AsyncConnection, which: Sequence[int], at: datetime, next_at: datetime) -> None:
    """Of each of these usulan one is wanted from now on; never a second time."""
    rows = [{"id": new_id(), "usulan_id": one, "state": ASKED, "asked_at": at, "next_at": next_at} for one in which]
    if rows:
        await connection.execute(_ADD[connection.dialect.name], rows)
        held = _a.usulan_id.in_(which), _a.state == CLOSED, _a.media_id.is_not(None)
        await connection.execute(update(after_photos).where(*held).values(state=SENT, next_at=at))


async def hold(connection: AsyncConnection, usulan_id: int, at: datetime, media_id: int, sent_by: int) -> None:
    """It came before anybody said that the work is done: it is shown when that is said."""
    sent = {"media_id": media_id, "sent_by": sent_by, "sent_at": at}
    row = {"id": new_id(), "usulan_id": usulan_id, "state": CLOSED, "asked_at": at, "next_at": None} | sent
    await connection.execute(_ADD[connection.dialect.name], [row])


async def by_id(connection: AsyncConnection, which: int) -> AfterPhoto | None:
    return await _one(connection, select(*_COLUMNS).where(_a.id == which))


async def of_usulan(connection: AsyncConnection, usulan_id: int) -> AfterPhoto | None:
    """None where no work was ever done."""
    return await _one(connection, select(*_COLUMNS).where(_a.usulan_id == usulan_id))


async def awaited_from(connection: AsyncConnection, person_id: int) -> Usulan | None:
    """Of which of their own usulan one was asked of this person last, and has not come; none that is let go."""
    query = select(usulan).join(after_photos, _a.usulan_id == _u.id).where(_u.person_id == person_id, _a.state == ASKED)
    row = (await connection.execute(query.where(may_hear()).order_by(_a.id.desc()).limit(1))).one_or_none()
    return None if row is None else as_usulan(row)


async def to_change(connection: AsyncConnection, usulan_id: int) -> AfterPhoto | None:
    """As it is now, and nobody else changes it before this transaction ends."""
    return await _one(connection, select(*_COLUMNS).where(_a.usulan_id == usulan_id).with_for_update())


async def _one(connection: AsyncConnection, query: Select[Any]) -> AfterPhoto | None:
    row = (await connection.execute(query)).one_or_none()
    return None if row is None else AfterPhoto(*row)


async def put(
    connection: AsyncConnection, which: int, state: str, next_at: datetime | None = None, **values: Any
) -> None:
    await connection.execute(update(after_photos).where(_a.id == which).values(state=state, next_at=next_at, **values))


async def due(connection: AsyncConnection, now: datetime, most: int) -> list[tuple[AfterPhoto, Usulan]]:
    """What the clock has to look at, with its usulan; of several processes each takes others."""
    query: Select[Any] = select(usulan, *(column.label(f"a_{column.name}") for column in _COLUMNS))
    query = query.join(after_photos, _a.usulan_id == _u.id).where(_a.next_at <= now).order_by(_a.next_at, _a.id)
    rows: list[Any] = list(
        (await connection.execute(query.limit(most).with_for_update(skip_locked=True, of=after_photos))).all()
    )
    return [(AfterPhoto(*row[-len(_COLUMNS) :]), as_usulan(row)) for row in rows]


# --- files -----------------------------------------------------------------------------------------------------------


async def file_of(connection: AsyncConnection, media_id: int | None) -> tuple[str | None, str | None]:
    """(outcome, path below the media folder): outcome None while it is being fetched; `gone`: there is none."""
    query = select(_m.outcome, _m.path).where(_m.id == media_id)
    row = (await connection.execute(query)).one_or_none()
    return ("gone", None) if row is None else (row[0], row[1])


async def before_of(connection: AsyncConnection, usulan_id: int) -> tuple[str, datetime | None] | None:
    """The path of the first picture that came with the story and is still here; where none did, of the check on the
    spot, with the day on which that was done."""
    here = _m.usulan_id == usulan_id, _m.kind != "voice", _m.outcome == "stored", _m.question.in_((_BEFORE, _CHECKED))
    query = select(_m.path, _m.question).where(*here).order_by(_m.question != _BEFORE, _m.id).limit(1)
    row = (await connection.execute(query)).one_or_none()
    if row is None or row.question == _BEFORE:
        return None if row is None else (row.path, None)
    done = select(func.max(field_checks.c.closed_at)).where(field_checks.c.usulan_id == usulan_id)
    return row.path, (await connection.execute(done)).scalar()


# --- whom it is shown ------------------------------------------------------------------------------------------------


def _theirs(photo: AfterPhoto, *, alone: bool) -> Any:
    """The usulan of the photo and, unless it is for one's own eyes, those that are one with it."""
    own = _u.id == photo.usulan_id
    return and_(own if alone else or_(own, _u.joined_id == photo.usulan_id), ~KEPT_AWAY, _u.status != WITHDRAWN)


async def whom(
    connection: AsyncConnection, photo: AfterPhoto, after: int, most: int, *, alone: bool
) -> list[Addressee]:
    """Whoever brought it, and whoever sent the photo for somebody without a telephone; in the order of their ids."""
    brought = and_(
        people.c.id.in_(select(_u.person_id).where(_theirs(photo, alone=alone))), people.c.consent_version.is_not(None)
    )
    here = people.c.id > after, people.c.unreachable_since.is_(None), or_(brought, people.c.id == photo.sent_by)
    rows = await connection.execute(select(*ADDRESSEE).where(*here).order_by(people.c.id).limit(most))
    return [Addressee(*row) for row in rows]


async def bring_in_person(connection: AsyncConnection, photo: AfterPhoto) -> list[Errand]:
    """Those of the usulan that are one with that of the photo to whom somebody has to show it."""
    here = _u.joined_id == photo.usulan_id, _u.status != WITHDRAWN, in_person()
    await connection.execute(update(usulan).where(*here).values(told_at=None))
    rows = await connection.execute(select(*ERRAND).where(*here).group_by(*ERRAND[1:]))
    return [Errand(*row) for row in rows]


async def brought_by(
    connection: AsyncConnection, photo: AfterPhoto, person_ids: Sequence[int], *, alone: bool
) -> dict[int, Usulan]:
    """By person: their own usulan of those that the photo is about; the photo's own where they have several."""
    query = select(usulan).where(_u.person_id.in_(person_ids), _theirs(photo, alone=alone))
    rows = await connection.execute(query.order_by(_u.joined_id.is_(None), _u.id.desc()))
    return {row.person_id: as_usulan(row) for row in rows}
