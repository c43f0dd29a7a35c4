"""/usulanku: one's own usulan and how far each has come."""

from typing import Any

from telegram import Update
from telegram.ext import BaseHandler

from bot.work.saying.keyboard import keyboard
from bot.work.usulan import usulan
from handlers.context import Context
from handlers.guard import on_command


async def _list(update: Update, context: Context) -> None:
    visit = context.visit
    found = await usulan.mine(visit)
    if not found:
        button = (visit.text("tombol_usulan_baru"), "m:baru")
        visit.say("usulanku_kosong", keyboard([button]))
        return
    lines = [
        {
            "nomor": usulan.spoken_name(visit.office, one.kecamatan, one.serial),
            "ringkas": usulan.summary(one.answers),
            "tempat": usulan.place(one.answers),
            "dibaca": one.read_at is not None,
            "hari": visit.office.day(one.spoken_at),
        }
        for one in found
    ]
    visit.say("usulanku_daftar", usulan=lines)


def handlers() -> list[BaseHandler[Any, Any, Any]]:
    return [on_command("usulanku", _list)]
