"""/suara: the voice of a lesson or of a hard question, recorded, replaced, removed."""

from typing import Any

from telegram import Update
from telegram.ext import BaseHandler

from bot.work.lessons import voices
from handlers.buttons import Act, on_family
from handlers.context import Context
from handlers.guard import on_command


async def _open(update: Update, context: Context) -> None:
    await voices.open_one(context.visit, " ".join(context.args or ()))


_ACTS: dict[str, Act] = {
    "lihat:<word>": voices.show,
    "rekam:<word>": voices.begin,
    "hapus:<word>:<word>": voices.remove,
}


def handlers() -> list[BaseHandler[Any, Any, Any]]:
    return [on_command("suara", _open), on_family("su", _ACTS)]
