"""Announcements that are on their way, made as the composing makes them."""

from datetime import datetime, timedelta
from typing import Any

from bot.core.broadcasts.shapes import Audience, Check, Message
from bot.store.broadcasts import broadcasts
from bot.store.broadcasts.broadcasts import WAITING
from bot.store.database.database import Database
from tests.support.villages import KABUPATEN

FACILITATORS = Audience((KABUPATEN,), ("fasilitator_desa", "fasilitator_kecamatan"))
TEXT = "<b>Musrenbang kecamatan</b> dimulai pukul 09.00."


async def announce(
    database: Database,
    author: int,
    now: datetime,
    audience: Audience = FACILITATORS,
    text: str = TEXT,
    *,
    check: Check | None = None,
    asked: str = "",
    media: tuple[str, str] | None = None,
    starts_in: timedelta = timedelta(),
    **more: Any,
) -> int:
    """Agreed to, and due after `starts_in`. `more`: what `broadcasts.add` takes besides. Returns its id."""
    async with database.write() as connection:
        message = Message(text, media, asked, check)
        number = await broadcasts.add(connection, author, audience, message, now, **more)
        await broadcasts.change(connection, number, state=WAITING, next_at=now + starts_in)
    return number
