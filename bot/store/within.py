"""`core.wilayah.lies_in`, asked of a column."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, String, bindparam, false, or_

from bot.core.wilayah import DESA, is_wider


def within(scopes: Sequence[str], column: Any) -> ColumnElement[bool]:
    """In one of these wilayah: a whole code, or codes that continue it. As ranges, so that an index serves."""
    return or_(false(), *(or_(column == scope, column.between(f"{scope}.", f"{scope}.~")) for scope in scopes))


def desa_within(scopes: Sequence[str], desa: Any) -> ColumnElement[bool]:
    """The same of a column in which only codes of desa stand, for lists of very many rows, of which a desa has few and
    the kabupaten all. One range each, so that the order of an index stays; and the codes stand in the statement itself:
    PostgreSQL makes one plan for every value of a parameter, and that of a desa takes seconds for a kecamatan."""
    return or_(false(), *(_range(scope, desa) for scope in scopes))


def _range(scope: str, desa: Any) -> ColumnElement[bool]:
    if is_wider(scope, DESA):
        within: ColumnElement[bool] = desa.between(_told(f"{scope}."), _told(f"{scope}.~"))
        return within
    here: ColumnElement[bool] = desa == _told(scope)
    return here


def _told(code: str) -> Any:
    return bindparam(None, code, type_=String, literal_execute=True)
