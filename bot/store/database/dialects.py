"""The one statement that the two databases spell in two dialects: INSERT … ON CONFLICT."""

from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Any

from sqlalchemy import Table


class ByDialect(dict[str, Any]):
    """A statement by the name of its dialect, made when it is first asked for.

    The other database's dialect, which takes time and memory to load, is not loaded at all.
    """

    def __init__(self, make: Callable[[Any], Any]) -> None:
        """`make` gets the dialect's own `insert`."""
        super().__init__()
        self._make = make

    def __missing__(self, dialect: str) -> Any:
        self[dialect] = self._make(import_module(f"sqlalchemy.dialects.{dialect}").insert)
        return self[dialect]


def insert_or_ignore(table: Table) -> ByDialect:
    """Insert rows; those that are there already stay as they are."""
    return ByDialect(lambda insert: insert(table).on_conflict_do_nothing())


def upsert(table: Table, keys: Sequence[str], columns: Sequence[str], where: Any = None) -> ByDialect:
    """Insert rows; where `keys` are there already, set `columns` to the new values (only `where` that holds)."""

    def make(insert: Any) -> Any:
        statement = insert(table)
        changed = {name: statement.excluded[name] for name in columns}
        return statement.on_conflict_do_update(index_elements=list(keys), set_=changed, where=where)

    return ByDialect(make)
