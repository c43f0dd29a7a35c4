"""Roles that people hold today."""

from datetime import datetime
from typing import Any

from sqlalchemy import or_

from bot.store.tables import grants


def in_force(now: datetime | Any) -> tuple[Any, ...]:
    """What is asked of a role that is neither taken away nor over. `now`: a time, or a parameter for one."""
    return grants.c.revoked_at.is_(None), or_(grants.c.until.is_(None), grants.c.until > now)
