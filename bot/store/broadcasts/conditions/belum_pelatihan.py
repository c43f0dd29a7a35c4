"""Whoever never came to a day of training."""

from datetime import date
from typing import Any

from sqlalchemy import exists

from bot.store.tables import training_seats


def where(person: Any, _today: date) -> Any:
    came = training_seats.c.person_id == person, training_seats.c.came_at.is_not(None)
    return ~exists().where(*came)
