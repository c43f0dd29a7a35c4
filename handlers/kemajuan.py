"""/kemajuan: how far learners are, for those who look after a wilayah."""

from typing import Any

from telegram import Update
from telegram.ext import BaseHandler

from bot.work.lessons import greetings, overview
from handlers.buttons import Act, on_family
from handlers.context import Context
from handlers.guard import on_command


async def _show(update: Update, context: Context) -> None:
    await overview.show(context.visit)


_ACTS: dict[str, Act] = {
    "awal": overview.show,
    "kec:<word>:<page>": overview.show_people,
    "soal": overview.show_hardest,
    "tabel": overview.send_table,
    "gambar": overview.send_picture,
    "sapa:<id>": greetings.greet,
    "sapa_semua": greetings.greet_all,
}


def handlers() -> list[BaseHandler[Any, Any, Any]]:
    return [on_command("kemajuan", _show), on_family("z", _ACTS)]
