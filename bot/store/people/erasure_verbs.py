"""What a rule of forgetting is made of: what is done, and what a person brought, where `person` is theirs to fill
in."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import bindparam, delete, func, null, select, update

from bot.store import tables as t


@dataclass(frozen=True, slots=True)
class Rule:
    """What happens to the rows of one table that tell of the person; nothing, when there are no statements."""

    reason: str
    statements: tuple[Any, ...] = ()


def blank(table: Any, column: str, *others: str) -> Any:
    """Where this column names the person, it and what belongs to it become NULL."""
    return update(table).where(table.c[column] == PERSON).values({name: null() for name in (column, *others)})


def drop(table: Any, column: str = "person_id") -> Any:
    return delete(table).where(table.c[column] == PERSON)


def drop_own(table: Any) -> Any:
    """What there is of their usulan goes."""
    return delete(table).where(table.c.usulan_id.in_(OWN_USULAN))


PERSON: Any = bindparam("person")
OWN_USULAN = select(t.usulan.c.id).where(t.usulan.c.person_id == PERSON)

OWN_CHECKS = select(t.field_checks.c.id).where(t.field_checks.c.usulan_id.in_(OWN_USULAN))

#: Where an usulan stood before something was asked of it.
STOOD = (
    select(func.min(t.clarifications.c.stage)).where(t.clarifications.c.usulan_id == t.usulan.c.id).scalar_subquery()
)

#: Where it stood before somebody was to look at it.
STOOD_UNCHECKED = (
    select(func.min(t.field_checks.c.stage))
    .where(t.field_checks.c.usulan_id == t.usulan.c.id, t.field_checks.c.state == "given")
    .scalar_subquery()
)
