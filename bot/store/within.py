"""`core.wilayah.lies_in`, asked of a column."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, false, or_


def within(scopes: Sequence[str], column: Any) -> ColumnElement[bool]:
    """In one of these wilayah: a whole code, or codes that continue it. As ranges, so that an index serves."""
    return or_(false(), *(or_(column == scope, column.between(f"{scope}.", f"{scope}.~")) for scope in scopes))
