"""`core.wilayah.lies_in`, asked of a column."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, String, bindparam, false, or_


def within(scopes: Sequence[str], column: Any) -> ColumnElement[bool]:
    """In one of these wilayah: a whole code, or codes that continue it. As ranges, so that an index serves."""
    return or_(false(), *(or_(column == scope, column.between(f"{scope}.", f"{scope}.~")) for scope in scopes))


def within_these(scopes: Sequence[str], column: Any) -> ColumnElement[bool]:
    """The same, with the codes in the statement itself: for lists of very many rows, of which a desa has few and the
    kabupaten all. PostgreSQL makes one plan for every value of a parameter, and that of a desa takes seconds there."""
    ranges = [or_(column == _told(scope), column.between(_told(f"{scope}."), _told(f"{scope}.~"))) for scope in scopes]
    return or_(false(), *ranges)


def _told(code: str) -> Any:
    return bindparam(None, code, type_=String, literal_execute=True)
