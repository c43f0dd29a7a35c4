"""Whoever brought an usulan about which it was decided, whatever came of it since."""

from datetime import date
from typing import Any

from sqlalchemy import exists

from bot.core.deciding.states import DECIDED
from bot.store.tables import usulan
from bot.store.usulan.usulan import may_hear


def where(person: Any, _today: date) -> Any:
    return exists().where(usulan.c.person_id == person, usulan.c.status.in_(DECIDED), may_hear())
