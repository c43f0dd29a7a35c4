"""/pengabdian: a facilitator's year on one page."""

from typing import Any

from telegram import Update
from telegram.ext import BaseHandler

from bot.work.service import page
from handlers.context import Context
from handlers.guard import on_button, on_command, pressed_parts


async def _tell(update: Update, context: Context) -> None:
    await page.send(context.visit)


async def _press(update: Update, context: Context) -> None:
    """`p:<year>`: another year of one's own."""
    parts = pressed_parts(update)
    if len(parts) == 1 and parts[0].isdecimal() and len(parts[0]) == 4:
        await page.send(context.visit, int(parts[0]))
    else:
        context.visit.stale()


def handlers() -> list[BaseHandler[Any, Any, Any]]:
    return [on_command("pengabdian", _tell), on_button("p", _press)]
