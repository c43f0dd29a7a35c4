"""Whoever brought an usulan that may still be corrected, and lacks something."""

from datetime import date
from typing import Any

from sqlalchemy import exists

from bot.store.tables import usulan
from bot.store.usulan.usulan import may_hear


def where(person: Any, _today: date) -> Any:
    return exists().where(usulan.c.person_id == person, usulan.c.lacks > 0, usulan.c.locked_at.is_(None), may_hear())
