"""Whoever has read in no lesson; its questions may wait."""

from datetime import date
from typing import Any

from sqlalchemy import exists, or_

from bot.store.tables import lesson_progress


def where(person: Any, _today: date) -> Any:
    told = or_(lesson_progress.c.read_at.is_not(None), lesson_progress.c.finished_at.is_not(None))
    return ~exists().where(lesson_progress.c.person_id == person, told)
