"""/menu: the few buttons of somebody with a role, in the order of their use."""

from typing import Any

from telegram import Update
from telegram.ext import BaseHandler

from bot.work import guide, home
from handlers.buttons import Act, on_family
from handlers.context import Context
from handlers.guard import on_command


async def _show(update: Update, context: Context) -> None:
    await home.show(context.visit)


_ACTS: dict[str, Act] = {
    "menu": home.show,
    "rapat": home.open_hall,
    "undang": home.invite,
    "bantuan": guide.tell_help,
    "panduan": guide.send,
    "layar:<word>": guide.explain,
    "tarik": home.take_back,
}


def handlers() -> list[BaseHandler[Any, Any, Any]]:
    return [on_command("menu", _show), on_family("rumah", _ACTS)]
