"""The one statement that the two databases spell in two dialects: INSERT … ON CONFLICT."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Table
from sqlalchemy.dialects import postgresql, sqlite

#: A statement by the name of its dialect.
ByDialect = dict[str, Any]


def insert_or_ignore(table: Table) -> ByDialect:
    """Insert rows; those that are there already stay as they are."""
    return {
        "sqlite": sqlite.insert(table).on_conflict_do_nothing(),
        "postgresql": postgresql.insert(table).on_conflict_do_nothing(),
    }


def upsert(table: Table, keys: Sequence[str], columns: Sequence[str], where: Any = None) -> ByDialect:
    """Insert rows; where `keys` are there already, set `columns` to the new values (only `where` that holds)."""
    statements: ByDialect = {}
    for dialect, insert in (("sqlite", sqlite.insert), ("postgresql", postgresql.insert)):
        statement: Any = insert(table)
        statements[dialect] = statement.on_conflict_do_update(
            index_elements=list(keys), set_={name: statement.excluded[name] for name in columns}, where=where
        )
    return statements
