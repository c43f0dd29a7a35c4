"""A picture that has to go: its file, and its place in the usulan and in whatever its sender is still filling in."""

import json

from sqlalchemy import null, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.usulan.pictures import draft_without_picture, unique_id_of, without_picture
from bot.store.tables import after_photos, conversations, events, media, people, usulan
from bot.store.tables.columns import AT_ONCE
from bot.store.usulan.media import AFTER


async def of_usulan(connection: AsyncConnection, usulan_id: int) -> list[int]:
    """The pictures that can be seen, in the order in which a reader sees them: photos, then what came as a file, then
    the photo of what was made."""
    seen = (media.c.usulan_id == usulan_id, media.c.kind != "voice", media.c.file_id != "")
    query = select(media.c.id, media.c.kind, media.c.question).where(*seen).order_by(media.c.id)
    rows = (await connection.execute(query)).all()
    return [row.id for row in sorted(rows, key=lambda row: (row.question == AFTER, row.kind == "file", row.id))]


async def remove(connection: AsyncConnection, usulan_id: int, media_id: int) -> bool:
    """The clock erases the file; False when it is gone already."""
    held = select(usulan.c.answers, usulan.c.person_id, usulan.c.typed_by).where(usulan.c.id == usulan_id)
    row = (await connection.execute(held.with_for_update())).one()
    this = (media.c.id == media_id, media.c.usulan_id == usulan_id, media.c.kind != "voice", media.c.file_id != "")
    file_id = (await connection.execute(select(media.c.file_id).where(*this))).scalar_one_or_none()
    if file_id is None:
        return False
    await connection.execute(update(media).where(*this).values(outcome="erased", file_id="", error=null()))
    closed = {"state": "closed", "media_id": null(), "next_at": null()}  # another one is still taken
    await connection.execute(update(after_photos).where(after_photos.c.media_id == media_id).values(**closed))
    answers = json.loads(row.answers)
    unique_id = unique_id_of(answers, file_id)
    if unique_id:
        kept = json.dumps(without_picture(answers, unique_id))
        await connection.execute(update(usulan).where(usulan.c.id == usulan_id).values(answers=kept, sift_at=AT_ONCE))
        await _take_out_of_drafts(connection, row.typed_by or row.person_id, unique_id)
    told = (events.c.usulan_id == usulan_id, events.c.detail.contains(file_id, autoescape=True))
    await connection.execute(update(events).where(*told).values(detail=null()))
    return True


async def told_of(connection: AsyncConnection, usulan_id: int, question: str) -> dict[int, str]:
    """The pictures by which this question was answered, and their files."""
    told = (media.c.usulan_id == usulan_id, media.c.question == question, media.c.kind != "voice")
    query = select(media.c.id, media.c.file_id).where(*told, media.c.file_id != "")
    return {row.id: row.file_id for row in (await connection.execute(query)).all()}


async def _take_out_of_drafts(connection: AsyncConnection, person_id: int | None, unique_id: str) -> None:
    c = conversations.c
    query = select(c.flow, c.state).where(c.person_id == person_id, c.state.contains(unique_id, autoescape=True))
    for flow, state in (await connection.execute(query)).all():
        kept = json.dumps(draft_without_picture(json.loads(state), unique_id), separators=(",", ":"))
        await connection.execute(
            update(conversations).where(c.person_id == person_id, c.flow == flow).values(state=kept)
        )


async def sender_of(connection: AsyncConnection, usulan_id: int) -> tuple[int, int, str] | None:
    """(person, address, name) of who typed the usulan down, else whose it is; None when no telephone may be told."""
    who = people.c.id == usulan.c.typed_by
    query = select(people.c.id, people.c.address, people.c.name).join(usulan, who).where(usulan.c.id == usulan_id)
    row = (await connection.execute(query)).one_or_none()
    return None if row is None else (row[0], row[1], row[2])
