"""/sipd: the sheet for SIPD, and what SIPD answers."""

from typing import Any

from telegram import Update
from telegram.ext import BaseHandler

from bot.work.sipd import incoming, out
from handlers.buttons import Act, on_family
from handlers.context import Context
from handlers.guard import on_command

_ACTS: dict[str, Act] = {
    "masuk": incoming.begin,
    "jalankan:<id>": incoming.agree,
    "batal:<id>": incoming.drop,
    "<word>:<year>": out.send,
}


async def _choose(update: Update, context: Context) -> None:
    await out.choose(context.visit)


def handlers() -> list[BaseHandler[Any, Any, Any]]:
    return [on_command("sipd", _choose), on_family("si", _ACTS)]
