"""/kesiapan: how ready the desa and kelurahan are, and by buttons down to one task and its proof."""

from typing import Any

from telegram import Update
from telegram.ext import BaseHandler

from bot.work.readiness import reminding, screens, tasks
from handlers.buttons import Act, on_family
from handlers.context import Context
from handlers.guard import on_command


async def _show(update: Update, context: Context) -> None:
    await screens.first_screen(context.visit)


_ACTS: dict[str, Act] = {
    "awal": screens.first_screen,
    "semua": screens.send_all,
    "tabel": screens.send_table,
    "kec:<word>:<page>": screens.show_kecamatan,
    "desa:<word>:<page>": screens.show_village,
    "tugas:<id>": tasks.show_task,
    "ingatkan:<word>": reminding.remind,
}


def handlers() -> list[BaseHandler[Any, Any, Any]]:
    return [on_command("kesiapan", _show), on_family("r", _ACTS)]
