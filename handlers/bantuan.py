"""/bantuan: what the bot can do for this person, from the access table."""

from typing import Any

from telegram import Update
from telegram.ext import BaseHandler

from bot.work.guide import tell_help
from handlers.context import Context
from handlers.guard import on_command


async def _help(update: Update, context: Context) -> None:
    tell_help(context.visit)


def handlers() -> list[BaseHandler[Any, Any, Any]]:
    return [on_command("bantuan", _help)]
