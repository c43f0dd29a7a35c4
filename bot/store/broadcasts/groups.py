"""Telegram groups that are tied to a wilayah, who administers them, and who is known to read there."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete, insert, literal, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.broadcasts.shapes import GROUP
from bot.store.database.dialects import upsert
from bot.store.tables import chat_groups, deliveries, group_members, outbox, people
from bot.store.within import within

_g, _m, _d = chat_groups.c, group_members.c, deliveries.c
_TITLE = 128  # characters that are kept
_ASKED = upsert(chat_groups, ("chat",), ("title", "wilayah", "tied_by", "asked_at", "agreed_at", "left_at"))


@dataclass(frozen=True, slots=True)
class Group:
    """A group somebody asked to tie; `is_tied`: an admin of it agreed, and the bot is still there."""

    chat: int
    title: str
    wilayah: str
    agreed_at: datetime | None
    left_at: datetime | None

    @property
    def is_tied(self) -> bool:
        return self.agreed_at is not None and self.left_at is None


_SELECT = select(_g.chat, _g.title, _g.wilayah, _g.agreed_at, _g.left_at)


async def one(connection: AsyncConnection, chat: int) -> Group | None:
    row = (await connection.execute(_SELECT.where(_g.chat == chat))).one_or_none()
    return None if row is None else Group(*row)


async def tied(connection: AsyncConnection, scopes: Sequence[str], most: int) -> list[Group]:
    """Those of these wilayah, by place and name."""
    is_there = (_g.agreed_at.is_not(None), _g.left_at.is_(None), within(scopes, _g.wilayah))
    rows = await connection.execute(_SELECT.where(*is_there).order_by(_g.wilayah, _g.title, _g.chat).limit(most))
    return [Group(*row) for row in rows]


async def ask(connection: AsyncConnection, chat: int, title: str, wilayah: str, by: int, at: datetime) -> None:
    """It waits for the yes of an admin."""
    row = {"chat": chat, "title": title[:_TITLE], "wilayah": wilayah, "tied_by": by, "asked_at": at}
    await connection.execute(_ASKED[connection.dialect.name], row | {"agreed_at": None, "left_at": None})


async def agree(connection: AsyncConnection, chat: int, at: datetime) -> None:
    await connection.execute(update(chat_groups).where(_g.chat == chat).values(agreed_at=at))


async def leave(connection: AsyncConnection, chat: int, at: datetime) -> None:
    """Nothing is said there any more, until somebody asks again and an admin agrees."""
    await connection.execute(update(chat_groups).where(_g.chat == chat, _g.left_at.is_(None)).values(left_at=at))


def slot_of(chat: int) -> str:
    """Of the letter that asks Telegram who administers the group."""
    return f"grup:{chat}"


async def admins(connection: AsyncConnection, chat: int) -> frozenset[int] | None:
    """The accounts that administer it, as Telegram said when it was asked last; None while nobody knows."""
    query = select(outbox.c.result).where(outbox.c.slot == slot_of(chat), outbox.c.outcome == "sent")
    told = (await connection.execute(query)).scalar()
    return None if not told else frozenset(map(int, told.split(",")))


async def is_being_asked(connection: AsyncConnection, chat: int) -> bool:
    """Whether Telegram's answer is still awaited."""
    query = select(outbox.c.id).where(outbox.c.slot == slot_of(chat), outbox.c.outcome.is_(None))
    return (await connection.execute(query)).first() is not None


async def forget_admins(connection: AsyncConnection, chat: int) -> None:
    """Their accounts are nobody's business once one of them has agreed."""
    await connection.execute(update(outbox).where(outbox.c.slot == slot_of(chat)).values(result=None))


async def join(connection: AsyncConnection, chat: int, addresses: Iterable[int], at: datetime) -> None:
    """Those of these accounts whom we know read there from now on; in a group that is not tied nobody is kept."""
    group = await one(connection, chat)
    if group is None or not group.is_tied:
        return
    known = select(people.c.id).where(people.c.address.in_(sorted(addresses)))
    there = select(_m.person_id).where(_m.chat == chat)
    rows: Any = select(literal(chat, _m.chat.type), people.c.id, literal(at, _m.seen_at.type)).where(
        people.c.id.in_(known), people.c.id.not_in(there)
    )
    await connection.execute(insert(group_members).from_select(("chat", "person_id", "seen_at"), rows))


async def part(connection: AsyncConnection, chat: int, address: int) -> None:
    """This account reads there no more."""
    who = select(people.c.id).where(people.c.address == address)
    await connection.execute(delete(group_members).where(_m.chat == chat, _m.person_id.in_(who)))


async def move(connection: AsyncConnection, old: int, new: int) -> None:
    """A group became a supergroup. Its copies have no message there that could be changed: a ralat follows as a new
    message."""
    for table, chat in ((chat_groups, _g.chat), (group_members, _m.chat)):
        await connection.execute(delete(table).where(chat == new))
        await connection.execute(update(table).where(chat == old).values(chat=new))
    copies = update(deliveries).where(_d.target == old).values(target=new, chat=new, message_id=None)
    await connection.execute(copies)
    readers = update(deliveries).where(_d.chat == old, _d.role == GROUP, _d.target > 0).values(chat=new)
    await connection.execute(readers)
