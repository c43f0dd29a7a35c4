"""Whoever has an open task whose day is over."""

from datetime import date
from typing import Any

from sqlalchemy import exists

from bot.store.tables import tasks


def where(person: Any, today: date) -> Any:
    late = tasks.c.owner_id == person, tasks.c.state == "open", tasks.c.due_on < today
    return exists().where(*late)
