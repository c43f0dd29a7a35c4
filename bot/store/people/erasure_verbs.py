"""What a rule of forgetting is made of."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import delete, null, update

from bot.store.people.own_usulan import OWN_USULAN, PERSON


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
