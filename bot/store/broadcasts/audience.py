"""Whom an announcement is for: counted live, written into the ledger in slices, and asked again before each copy."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import CTE, ColumnElement, String, case, exists, func, insert, literal, null, select, true, union_all
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.broadcasts.shapes import DELEGATE, GROUP, PROPOSER, WOMEN, Audience
from bot.store.broadcasts.broadcasts import Broadcast
from bot.store.broadcasts.conditions import CONDITIONS
from bot.store.grants import in_force
from bot.store.tables import (
    blocks,
    broadcasts,
    chat_groups,
    deliveries,
    genders,
    grants,
    group_members,
    outbox,
    people,
    usulan,
)
from bot.store.turn import NOWHERE
from bot.store.usulan.usulan import may_hear
from bot.store.within import within


@dataclass(frozen=True, slots=True)
class Asked:
    """An audience as it is asked for now; `today` where they live. `author` sees the preview and gets no copy; whoever
    has one of `beside`, or of what else goes beside that, gets none of `itself`."""

    audience: Audience
    now: datetime
    today: date
    author: int | None
    beside: int | None = None
    itself: int | None = None


def asked_by(one: Broadcast, now: datetime, today: date) -> Asked:
    return Asked(one.audience, now, today, one.author_id, one.beside, one.id)


#: Which people are looked at, asked of the column of their ids.
Narrow = Callable[[Any], ColumnElement[bool]]


def _everybody(_person: Any) -> ColumnElement[bool]:
    return true()


def _members(asked: Asked, narrow: Narrow = _everybody) -> CTE:
    """(person_id, role, scope) of whoever has a role there, or brought an usulan; somebody with two roles twice."""
    audience, where = asked.audience, asked.audience.wilayah
    roles = [role for role in audience.roles if role not in (PROPOSER, WOMEN)]
    held = select(grants.c.person_id, grants.c.role, grants.c.scope).where(
        grants.c.role.in_(roles), within(where, grants.c.scope), *in_force(asked.now), narrow(grants.c.person_id)
    )
    of_women = [_women(asked, narrow)] if WOMEN in audience.roles else []
    if PROPOSER not in audience.roles:
        return (union_all(held, *of_women) if of_women else held).cte("members")
    proposed = select(usulan.c.person_id, literal(PROPOSER, String(24)), usulan.c.desa).where(
        within(where, usulan.c.desa), usulan.c.person_id.is_not(None), may_hear(), narrow(usulan.c.person_id)
    )
    return union_all(held, *of_women, proposed).cte("members")


def _delegates(asked: Asked, narrow: Narrow) -> tuple[Any, ...]:
    there = within(asked.audience.wilayah, grants.c.scope)
    return (grants.c.role == DELEGATE, there, *in_force(asked.now), narrow(grants.c.person_id))


def _women(asked: Asked, narrow: Narrow) -> Any:
    """Whoever said nothing of it is none of them."""
    women = exists().where(genders.c.person_id == grants.c.person_id, genders.c.is_woman)
    told = select(grants.c.person_id, literal(WOMEN, String(24)), grants.c.scope)
    return told.where(women, *_delegates(asked, narrow))


async def unsaid(connection: AsyncConnection, asked: Asked) -> int:
    """How many delegates there never said whether they are women; 0 where only women were not meant."""
    if WOMEN not in asked.audience.roles:
        return 0
    silent = ~exists().where(genders.c.person_id == grants.c.person_id)
    query = select(func.count(func.distinct(grants.c.person_id))).where(silent, *_delegates(asked, _everybody))
    return int((await connection.execute(query)).scalar_one())


def _meant(asked: Asked) -> list[Any]:
    """What is asked of `people`, whoever they are in which wilayah."""
    person = people.c.id
    told = [CONDITIONS[name](person, asked.today) for name in asked.audience.conditions]
    told += [people.c.address > NOWHERE, ~exists().where(blocks.c.person_id == person)]
    if asked.author is not None:
        told.append(person != asked.author)
    if asked.beside is not None:
        told.append(~_has_it(asked, person))
    if asked.audience.groups:
        tied = select(chat_groups.c.chat).where(*_tied(asked))
        told.append(~exists().where(group_members.c.person_id == person, group_members.c.chat.in_(tied)))
    return told


def _has_it(asked: Asked, target: Any) -> ColumnElement[bool]:
    """Whether a copy of the same words is with them, or is to be: of two that wait for their turn the older one is."""
    d, kin = deliveries.c, (broadcasts.c.id == asked.beside) | (broadcasts.c.beside == asked.beside)
    others = select(broadcasts.c.id).where(kin, broadcasts.c.id != asked.itself)
    comes = d.outcome.is_(None) & (d.row_id.is_not(None) | (d.broadcast_id < asked.itself))
    return exists().where(d.broadcast_id.in_(others), d.target == target, comes | d.outcome.in_(("sent", "unsure")))


def _tied(asked: Asked) -> tuple[Any, ...]:
    is_there = chat_groups.c.agreed_at.is_not(None), chat_groups.c.left_at.is_(None)
    return (*is_there, within(asked.audience.wilayah, chat_groups.c.wilayah))


@dataclass(frozen=True, slots=True)
class Size:
    """How many get it; `blocked`: of them, who cannot be reached; `groups`: how many groups besides."""

    people: int
    blocked: int
    groups: int


async def size(connection: AsyncConnection, asked: Asked) -> Size:
    members = _members(asked)
    meant = select(members.c.person_id).distinct().subquery()
    query = select(func.count(), func.count(people.c.unreachable_since)).select_from(
        people.join(meant, meant.c.person_id == people.c.id)
    )
    found = (await connection.execute(query.where(*_meant(asked)))).one()
    return Size(found[0], found[1], len(await groups_of(connection, asked)))


async def told_enough(connection: AsyncConnection, asked: Asked, most: int) -> int:
    """How many of them were promised so many unasked messages today: they wait for another day."""
    told = select(func.count()).where(outbox.c.person_id == people.c.id, outbox.c.unasked_on == asked.today)
    members = people.c.id.in_(select(_members(asked).c.person_id))
    those = members, told.correlate(people).scalar_subquery() >= most, *_meant(asked)
    query = select(func.count()).select_from(people).where(people.c.unreachable_since.is_(None), *those)
    return int((await connection.execute(query)).scalar_one())


async def groups_of(connection: AsyncConnection, asked: Asked) -> list[tuple[int, str, str]]:
    """(chat, title, wilayah) of the tied groups it goes to."""
    if not asked.audience.groups:
        return []
    fresh = () if asked.beside is None else (~_has_it(asked, chat_groups.c.chat),)
    query = select(chat_groups.c.chat, chat_groups.c.title, chat_groups.c.wilayah).where(*_tied(asked), *fresh)
    return [(row[0], row[1], row[2]) for row in await connection.execute(query.order_by(chat_groups.c.chat))]


def _ranked(asked: Asked, narrow: Narrow = _everybody) -> Any:
    """Everybody once, as who they are in the smallest wilayah."""
    members = _members(asked, narrow)
    by_size = func.length(members.c.scope).desc(), members.c.role, members.c.scope
    first = func.row_number().over(partition_by=members.c.person_id, order_by=by_size).label("first")
    return select(members, first).subquery()


async def by_place(connection: AsyncConnection, asked: Asked) -> list[tuple[str, str, int, int]]:
    """(wilayah, role, how many, how many of them unreachable)."""
    ranked = _ranked(asked)
    query = (
        select(ranked.c.scope, ranked.c.role, func.count(), func.count(people.c.unreachable_since))
        .join_from(people, ranked, ranked.c.person_id == people.c.id)
        .where(ranked.c.first == 1, *_meant(asked))
        .group_by(ranked.c.scope, ranked.c.role)
        .order_by(ranked.c.scope, ranked.c.role)
    )
    return [(row[0], row[1], row[2], row[3]) for row in await connection.execute(query)]


async def blocked_names(connection: AsyncConnection, asked: Asked, most: int) -> list[str]:
    """Who will not get it since they blocked the bot."""
    members = _members(asked)
    inside = people.c.id.in_(select(members.c.person_id))
    query = select(people.c.name).where(inside, people.c.unreachable_since.is_not(None), *_meant(asked))
    return list((await connection.execute(query.order_by(people.c.name).limit(most))).scalars())


async def list_slice(connection: AsyncConnection, one: Broadcast, asked: Asked, most: int) -> int | None:
    """So many more into the ledger, in the order of their ids; whoever blocked us stands there, and gets nothing.
    Returns up to which id everybody is listed, or None when all are."""
    after = one.listed_up_to or 0
    members = _members(asked, lambda person: person > after)
    ids = select(members.c.person_id).distinct().order_by(members.c.person_id).limit(most).subquery()
    last, many = (await connection.execute(select(func.max(ids.c.person_id), func.count()))).one()
    if many:
        await connection.execute(_into_ledger(asked, one.id, after, last))
    if many == most:
        return int(last)
    await _list_groups(connection, asked, one.id)
    return None


_LISTED = ("broadcast_id", "target", "chat", "role", "place", "todo", "due_at", "outcome", "uncertain", "reminded")


def _into_ledger(asked: Asked, broadcast_id: int, after: int, last: int) -> Any:
    ranked = _ranked(asked, lambda person: person.between(after + 1, last))
    is_gone = people.c.unreachable_since.is_not(None)
    rows = (
        select(
            literal(broadcast_id, deliveries.c.broadcast_id.type),
            people.c.id,
            people.c.address,
            ranked.c.role,
            ranked.c.scope,
            case((is_gone, null()), else_=literal("send")),
            literal(asked.now, deliveries.c.due_at.type),
            case((is_gone, literal("blocked")), else_=null()),
            literal(False),
            literal(0),
        )
        .join_from(people, ranked, ranked.c.person_id == people.c.id)
        .where(ranked.c.first == 1, *_meant(asked))
    )
    return insert(deliveries).from_select(_LISTED, rows)


async def _list_groups(connection: AsyncConnection, asked: Asked, broadcast_id: int) -> None:
    rows = [
        {"broadcast_id": broadcast_id, "target": chat, "chat": chat, "role": GROUP, "place": wilayah, "todo": "send"}
        | {"due_at": asked.now, "uncertain": False, "reminded": 0}
        for chat, _, wilayah in await groups_of(connection, asked)
    ]
    if rows:
        await connection.execute(deliveries.insert(), rows)


async def still_meant(connection: AsyncConnection, asked: Asked, ids: Sequence[int]) -> set[int]:
    """Those of these people whom it is for, as things are now."""
    members = _members(asked, lambda person: person.in_(ids))
    query = select(people.c.id).where(people.c.id.in_(select(members.c.person_id)), *_meant(asked))
    return set((await connection.execute(query)).scalars())
