"""/poster: a page to print for a dusun or a posyandu."""

from typing import Any

from telegram import Update
from telegram.ext import BaseHandler

from bot.work import conversation
from bot.work.access import command
from bot.work.places import posters
from bot.work.roles.territory import home
from handlers.context import Context
from handlers.guard import on_command


async def _begin(update: Update, context: Context) -> None:
    visit = context.visit
    conversation.start(visit, posters.JOURNEY, home(visit.office, visit.grants, command("poster").roles))


def handlers() -> list[BaseHandler[Any, Any, Any]]:
    return [on_command("poster", _begin)]
