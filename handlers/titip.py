"""/titip: an usulan for somebody without a telephone."""

from typing import Any

from telegram import Update
from telegram.ext import BaseHandler

from bot.work.access import allowed, command
from bot.work.answering.answers import answer
from bot.work.roles.territory import home
from bot.work.usulan import titip, which_voice
from bot.work.visit import Visit
from handlers.context import Context
from handlers.guard import on_command


async def _begin(update: Update, context: Context) -> None:
    titip.begin(context.visit, _known(context.visit))


async def begin_anew(visit: Visit) -> None:
    """*Mulai yang baru*, in the place of one that was left half filled."""
    if allowed(command("titip"), visit.grants):
        await which_voice.begin_anew(visit, _known(visit), answer)
    else:
        visit.stale()


def _known(visit: Visit) -> dict[str, Any]:
    return home(visit.office, visit.grants, command("titip").roles)


def handlers() -> list[BaseHandler[Any, Any, Any]]:
    return [on_command("titip", _begin)]
