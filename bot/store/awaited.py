"""Which questions about an usulan still listen to what their proposer says by themselves."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, and_, bindparam, or_

from bot.store.tables import clarifications, usulan
from bot.store.tables.columns import Civil

OPEN, UNANSWERED, ANSWERED = "open", "unanswered", "answered"
#: After its last day a question is still asked about so long: people answer late. Later only a button or a reply does.
LISTENS = timedelta(days=30)
#: People go on telling after they have answered.
GOES_ON = timedelta(minutes=30)
_c = clarifications.c


def listens() -> ColumnElement[bool]:
    """Open ones, those whose last day was not long ago, and those that they answered just now; beside the usulan, with
    `moments`."""
    late = and_(_c.state == UNANSWERED, _c.due_at > bindparam("late", type_=Civil()))
    lately = and_(
        _c.state == ANSWERED,
        _c.answered_by == usulan.c.person_id,
        _c.answered_at > bindparam("lately", type_=Civil()),
    )
    return or_(_c.state == OPEN, late, lately)


def moments(now: datetime) -> dict[str, Any]:
    return {"late": now - LISTENS, "lately": now - GOES_ON}
