"""What people see before the first word: the menu and the description, told to Telegram when they have changed."""

import hashlib
import json

from bot.store.database import facts
from bot.store.database.database import Connection
from bot.store.queues import outbox
from bot.store.turn import SCHEDULED, outbox_row
from bot.work.access import menu_of
from bot.work.office import Office

_TOLD = "introduction"


async def introduce(connection: Connection, office: Office, real: float) -> None:
    """Promise the default menu and the descriptions, once for each wording."""
    text = office.catalog.text
    commands = [{"command": entry.name, "description": text(f"menu_{entry.name}")} for entry in menu_of(())]
    calls = (
        ("setMyCommands", {"commands": commands}),
        ("setMyDescription", {"description": text("perkenalan")}),
        ("setMyShortDescription", {"short_description": text("perkenalan_singkat")}),
    )
    wording = hashlib.sha256(json.dumps(calls).encode()).hexdigest()
    if await facts.read(connection, _TOLD) == wording:
        return
    await outbox.promise(
        connection, [outbox_row(method, params, chat=0, real=real, priority=SCHEDULED) for method, params in calls]
    )
    await facts.write(connection, _TOLD, wording)
