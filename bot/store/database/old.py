"""Rows that are too old go, or lose a part, some hundred at a time."""

from typing import Any

from sqlalchemy import ColumnElement, Table, delete, select, tuple_, update
from sqlalchemy.ext.asyncio import AsyncConnection


def _some(table: Table, old: tuple[Any, ...], limit: int) -> ColumnElement[bool]:
    key = list(table.primary_key)
    return (tuple_(*key) if len(key) > 1 else key[0]).in_(select(*key).where(*old).limit(limit))


async def drop(connection: AsyncConnection, table: Table, limit: int, *old: Any) -> int:
    """How many went; `old`: what all hold of a row that goes."""
    return (await connection.execute(delete(table).where(_some(table, old, limit)))).rowcount


async def blank(connection: AsyncConnection, table: Table, limit: int, *old: Any, **values: Any) -> int:
    """The rows stay, with these values in them."""
    return (await connection.execute(update(table).where(_some(table, old, limit)).values(values))).rowcount
