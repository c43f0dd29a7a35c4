"""/pengabdian: a facilitator's year on one page."""

from typing import Any

from telegram import Update
from telegram.ext import BaseHandler

from bot.work.service import page
from handlers.buttons import on_family
from handlers.context import Context
from handlers.guard import on_command


async def _tell(update: Update, context: Context) -> None:
    await page.send(context.visit)


def handlers() -> list[BaseHandler[Any, Any, Any]]:
    return [on_command("pengabdian", _tell), on_family("p", {"<year>": page.send})]
