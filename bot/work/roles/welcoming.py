"""What a newcomer is told of learning: that lessons come, when, and where that is changed."""

from collections.abc import Iterable
from typing import Any

from bot.core.lessons.schedule import DAYS, HOUR
from bot.core.understanding.times.days import DAYS as NAMES
from bot.work.visit import Visit


def lessons_of(visit: Visit, roles: Iterable[str]) -> dict[str, Any]:
    """The usual days and hour; nothing for whoever had a role before, and may have chosen others by now. To be asked
    before the role is given."""
    learns = not visit.grants and bool(visit.office.catalog.curriculum.roles() & set(roles))
    return {"hari": [NAMES[int(day) - 1] for day in DAYS] if learns else [], "jam": f"{HOUR:%H.%M}"}
