"""/bantuan: what the bot can do for this person, from the access table."""

from typing import Any

from telegram import Update
from telegram.ext import BaseHandler

from bot.work.access import menu_of
from bot.work.visit import Visit
from handlers.context import Context
from handlers.guard import on_command


async def _help(update: Update, context: Context) -> None:
    tell_help(context.visit)


def tell_help(visit: Visit) -> None:
    office = visit.office
    commands = [
        {"perintah": entry.name, "arti": office.catalog.text(f"menu_{entry.name}")} for entry in menu_of(visit.grants)
    ]
    visit.say("bantuan", perintah=commands, bappeda=office.bappeda)


def handlers() -> list[BaseHandler[Any, Any, Any]]:
    return [on_command("bantuan", _help)]
