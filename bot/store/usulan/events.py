"""What happened to an usulan; only ever added to."""

import json
from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.database.ids import new_id
from bot.store.tables import events, people
from bot.store.turn import Turn

#: It got its number; in the detail the draft it was.
MADE = "dicatat"
#: An answer was corrected; in the detail the question, the old answer and the new one.
CORRECTED = "diralat"
#: Who saw that it was agreed to was put right; in the detail the old name and the new one.
WITNESS = "saksi"
#: Something was added to it, one event for every question that was answered; in the detail the question and how.
COMPLETED = "dilengkapi"
#: Something was asked of it; nobody answered; the answer came in words and changed nothing else.
ASKED, UNANSWERED, TOLD = "ditanya", "tak_dijawab", "dijawab"
#: Its proposer was told in person; it stood in a text to be read aloud; that text was read.
DIRECTLY, SHEET, READ_ALOUD = "dikabari", "bacaan", "dibacakan"
#: The photo of what was made was sent; it is as they had told; it is not.
PHOTOGRAPHED, FITS, DIFFERS = "foto_sesudah", "sesuai", "beda"
#: SIPD gave it a number of its own; in the detail the number.
NUMBERED = "nomor_sipd"
#: One of several things that were told in it got a number of its own, or is to get none; in the detail which.
PART = "bagian"
#: It was the first of a list; in the detail the other lines.
LISTED = "daftar"
#: Names are not to stand in it; in the detail a trace of each, from which nobody reads it.
NAMES = "nama_ditutup"
#: Somebody who reads it says that it is the same as another; in the detail which, and their words.
SAME = "sama"
#: A word to its proposer, or from them, about it; in the detail the words.
WORD = "pesan"
TOGETHER = "bersama"  # by somebody who reads it, with the person beside them


def note(turn: Turn, usulan_id: int, kind: str, **detail: Any) -> int:
    """Returns the event's id; later ones are larger."""
    event_id, by = new_id(), turn.person.id if turn.person is not None else None
    told = json.dumps(detail) if detail else None
    turn.put("event", id=event_id, usulan_id=usulan_id, at=turn.now, by=by, kind=kind, detail=told)
    return event_id


async def write(connection: AsyncConnection, usulan_id: int, kind: str, at: datetime, **detail: Any) -> None:
    """What the clock did; by nobody."""
    row = {"id": new_id(), "usulan_id": usulan_id, "at": at, "by": None, "kind": kind}
    await connection.execute(events.insert().values(**row, detail=json.dumps(detail) if detail else None))


async def last(connection: AsyncConnection, usulan_id: int, kind: str) -> datetime | None:
    """When this happened to it last; None when it never did."""
    query = select(func.max(events.c.at)).where(events.c.usulan_id == usulan_id, events.c.kind == kind)
    found: datetime | None = (await connection.execute(query)).scalar()
    return found


async def of_usulan(connection: AsyncConnection, usulan_id: int, kinds: Sequence[str]) -> list[tuple[datetime, str]]:
    """(when, kind), oldest first."""
    query = select(events.c.at, events.c.kind).where(events.c.usulan_id == usulan_id, events.c.kind.in_(kinds))
    return [(row[0], row[1]) for row in await connection.execute(query.order_by(events.c.id))]


async def words_in(connection: AsyncConnection, usulan_id: int, kind: str) -> list[tuple[datetime, str, int, str]]:
    """(when, the words, by whom, their name), oldest first; of somebody who was forgotten nothing is left."""
    query = select(events.c.at, events.c.detail, people.c.id, people.c.name).join(people, people.c.id == events.c.by)
    mine = events.c.usulan_id == usulan_id, events.c.kind == kind, events.c.detail.is_not(None)
    rows = await connection.execute(query.where(*mine).order_by(events.c.id))
    return [(row[0], json.loads(row[1])["isi"], row[2], row[3]) for row in rows]


async def whose(connection: AsyncConnection, event_id: int) -> tuple[int, int | None] | None:
    """To which usulan it happened, and who did it."""
    row = (await connection.execute(select(events.c.usulan_id, events.c.by).where(events.c.id == event_id))).first()
    return (row[0], row[1]) if row is not None else None


async def names_of(connection: AsyncConnection, which: Sequence[int]) -> frozenset[str]:
    """The traces of the names that are not to stand in these."""
    query = select(events.c.detail).where(events.c.usulan_id.in_(which), events.c.kind == NAMES)
    rows = await connection.execute(query) if which else ()
    return frozenset(trace for row in rows for trace in json.loads(row[0])["jejak"])


async def parts_done(connection: AsyncConnection, usulan_id: int) -> frozenset[int]:
    """Which of several things that were told in it need not be offered any more."""
    query = select(events.c.detail).where(events.c.usulan_id == usulan_id, events.c.kind == PART)
    return frozenset(json.loads(row[0])["ke"] for row in await connection.execute(query))


async def listed_in(connection: AsyncConnection, usulan_id: int) -> list[str]:
    """The other lines of the list that it was the first of."""
    query = select(events.c.detail).where(events.c.usulan_id == usulan_id, events.c.kind == LISTED)
    found = (await connection.execute(query)).scalar()
    return list(json.loads(found)["hal"]) if found else []


async def of_sheet(connection: AsyncConnection, sheet: int, by: int) -> dict[int, datetime]:
    """By usulan: when the text was made in which it stands."""
    detail = json.dumps({"lembar": sheet})
    mine = events.c.by == by, events.c.kind == SHEET, events.c.detail == detail
    rows = await connection.execute(select(events.c.usulan_id, events.c.at).where(*mine))
    return {row[0]: row[1] for row in rows}


async def filled_together(connection: AsyncConnection, which: Sequence[int]) -> dict[int, dict[str, list[str]]]:
    """By usulan: with whom which questions were answered. Whoever was forgotten is named no more."""
    e = events.c
    query = select(e.usulan_id, people.c.name, e.detail).join(people, people.c.id == e.by).order_by(e.id)
    found: dict[int, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for usulan_id, name, detail in await connection.execute(query.where(e.usulan_id.in_(which), e.kind == COMPLETED)):
        told = json.loads(detail or "{}")
        if told.get("cara") == TOGETHER:
            found[usulan_id][name].append(told["tanya"])
    return found


async def usulan_of(connection: AsyncConnection, which: Sequence[int]) -> set[int]:
    """To which usulan these events happened."""
    return set((await connection.execute(select(events.c.usulan_id).where(events.c.id.in_(which)))).scalars())


async def last_wording(connection: AsyncConnection, usulan_id: int) -> tuple[str, Any] | None:
    """Which question was put right last, and what it said before; of what was only taken out nothing is kept."""
    mine = events.c.usulan_id == usulan_id, events.c.kind == CORRECTED
    query = select(events.c.detail).where(*mine).order_by(events.c.id.desc()).limit(1)
    told = json.loads((await connection.execute(query)).scalar() or "{}")
    return (told["tanya"], told["dari"]) if told.get("dari") else None


async def corrections(connection: AsyncConnection, usulan_id: int, first: int) -> dict[str, tuple[Any, Any]]:
    """By question: what it said before this event and what it says since; what was changed back is left out."""
    e = events.c
    query = select(e.detail).where(e.usulan_id == usulan_id, e.kind == CORRECTED, e.id >= first).order_by(e.id)
    found: dict[str, tuple[Any, Any]] = {}
    for detail in (await connection.execute(query)).scalars():
        told = json.loads(detail) if detail else None
        if told is not None and "dari" in told:  # of what was taken out only that it went
            before = found.get(told["tanya"], (told["dari"], None))[0]
            found[told["tanya"]] = (before, told["jadi"])
    return {question: (old, new) for question, (old, new) in found.items() if old != new}
