"""Who the bot is. Asked of Telegram once and remembered, so that a start without network can still answer what is
stored."""

import asyncio
import json
from collections.abc import Callable
from typing import Any

import structlog
from telegram import User
from telegram.ext import ExtBot

from bot.edges.stopping import pause, unless
from bot.edges.wire import Wire
from bot.edges.wire_request import WireRequest
from bot.store.database import facts
from bot.store.database.database import Database

log = structlog.get_logger()


class OfficeBot(ExtBot[None]):
    """PTB's bot on our wire, told who it is instead of asking."""

    def __init__(self, wire: Wire, me: dict[str, Any]) -> None:
        super().__init__(
            wire.token,
            base_url=f"{wire.api_url}/bot",
            base_file_url=f"{wire.api_url}/file/bot",
            request=WireRequest(wire),
            get_updates_request=WireRequest(wire),
        )
        self._me = me

    async def get_me(self, *args: Any, **kwargs: Any) -> User:
        self._bot_user = User(
            id=self._me["id"], first_name=self._me["first_name"], is_bot=True, username=self._me.get("username")
        )
        return self._bot_user


async def identify(
    database: Database, wire: Wire, alarm: Callable[[str, str | None], None], stopping: asyncio.Event
) -> dict[str, Any] | None:
    """The bot's own user as Telegram gives it: remembered, else asked until there is an answer. None: time to stop."""
    name = f"me:{wire.token.partition(':')[0]}"
    async with database.read() as connection:
        known = await facts.read(connection, name)
    if known is not None:
        me: dict[str, Any] = json.loads(known)
        return me
    wait = 1.0
    while not stopping.is_set():
        answer = await unless(stopping, wire.call("getMe", {}, seconds=10))
        if answer is None:
            break
        if answer.ok and isinstance(answer.result, dict):
            async with database.write() as connection:
                await facts.write(connection, name, json.dumps(answer.result))
            told: dict[str, Any] = answer.result
            return told
        alarm("telegram", answer.description)
        log.warning("Telegram does not say who we are; asking again", error=answer.description, seconds=wait)
        await pause(stopping, wait)
        wait = min(wait * 2, 60.0)
    return None
