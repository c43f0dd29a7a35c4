"""/panduan: one page for each of one's roles, to print and to forward."""

from typing import Any

from telegram import Update
from telegram.ext import BaseHandler

from bot.work import guide
from handlers.context import Context
from handlers.guard import on_command


async def _send(update: Update, context: Context) -> None:
    await guide.send(context.visit)


def handlers() -> list[BaseHandler[Any, Any, Any]]:
    return [on_command("panduan", _send)]
