"""What a person brought, and where it stood, as questions about tables: `person` is theirs to fill in."""

from typing import Any

from sqlalchemy import bindparam, func, select

from bot.store import tables as t

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
