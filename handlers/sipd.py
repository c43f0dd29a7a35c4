"""/sipd: the sheet for SIPD."""

from typing import Any

from telegram import Update
from telegram.ext import BaseHandler

from bot.work.sipd import out
from handlers.buttons import on_family
from handlers.context import Context
from handlers.guard import on_command


async def _choose(update: Update, context: Context) -> None:
    await out.choose(context.visit)


def handlers() -> list[BaseHandler[Any, Any, Any]]:
    return [on_command("sipd", _choose), on_family("si", {"<word>:<year>": out.send})]
