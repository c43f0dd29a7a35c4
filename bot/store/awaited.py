"""Which questions about an usulan still listen to what their proposer says by themselves."""

from datetime import timedelta
from typing import Any

from sqlalchemy import ColumnElement, and_, or_

from bot.store.tables import clarifications

OPEN, UNANSWERED = "open", "unanswered"
#: After its last day a question is still asked about so long: people answer late. Later only a button or a reply does.
LISTENS = timedelta(days=30)
_c = clarifications.c


def listens(late_since: Any) -> ColumnElement[bool]:
    """Open ones, and those whose last day was after `late_since` (a moment, or what stands for one)."""
    return or_(_c.state == OPEN, and_(_c.state == UNANSWERED, _c.due_at > late_since))
