"""/titip: an usulan for somebody without a telephone."""

from typing import Any

from telegram import Update
from telegram.ext import BaseHandler

from bot.work import conversation
from bot.work.access import command
from bot.work.roles.territory import home
from bot.work.usulan import titip
from handlers.context import Context
from handlers.guard import on_command


async def _begin(update: Update, context: Context) -> None:
    visit = context.visit
    conversation.start(visit, titip.JOURNEY, home(visit.office, visit.grants, command("titip").roles))


def handlers() -> list[BaseHandler[Any, Any, Any]]:
    return [on_command("titip", _begin)]
