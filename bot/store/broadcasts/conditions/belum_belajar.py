"""Whoever has not finished a single lesson."""

from datetime import date
from typing import Any

from sqlalchemy import exists

from bot.store.tables import lesson_progress


def where(person: Any, _today: date) -> Any:
    finished = lesson_progress.c.person_id == person, lesson_progress.c.finished_at.is_not(None)
    return ~exists().where(*finished)
