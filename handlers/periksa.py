"""/periksa: what a facilitator has not read yet, each usulan with its media, and *Sudah saya baca*."""

from typing import Any

from telegram import Update
from telegram.ext import BaseHandler

from bot.work import reading, replies
from bot.work.access import button, command
from handlers.context import Context
from handlers.guard import on_button, on_command


async def _list(update: Update, context: Context) -> None:
    await reading.list_unread(context.turn, context.office, command("periksa"))


async def _press(update: Update, context: Context) -> None:
    data = update.callback_query.data if update.callback_query is not None else None
    _, _, rest = (data or "").partition(":")
    what, _, number = rest.partition(":")
    act = {"lihat": reading.show, "baca": reading.mark_read}.get(what)
    if act is None or not number.isdigit() or len(number) > 18:
        replies.toast(context.turn, context.office.catalog.text("tombol_lewat"))
        return
    await act(context.turn, context.office, button("u"), int(number))


def handlers() -> list[BaseHandler[Any, Any, Any]]:
    return [on_command("periksa", _list), on_button("u", _press)]
