"""/kabar Maiwa 42: how far an usulan is, for anybody who holds its number."""

from typing import Any

from telegram import Update
from telegram.ext import BaseHandler

from bot.work.saying import replies
from bot.work.usulan import kabar
from handlers.context import Context
from handlers.guard import on_button, on_command


async def _tell(update: Update, context: Context) -> None:
    turn, office = context.turn, context.office
    typed = " ".join(context.args or ())
    number = kabar.number_in(office, typed)
    if number is not None:
        await kabar.tell(turn, office, *number)
    else:
        await kabar.ask_number(turn, office)


async def _press(update: Update, context: Context) -> None:
    """`k:n:<kecamatan>:<number>:<year>` another year of the same number, `k:d:<usulan>` the list of its dusun."""
    data = update.callback_query.data if update.callback_query is not None else None
    what, *rest = (data or "").split(":")[1:]
    turn, office = context.turn, context.office
    if what == "n" and len(rest) == 3 and rest[1].isdigit() and rest[2].isdigit():
        await kabar.tell(turn, office, rest[0], int(rest[1]), int(rest[2]))
    elif what == "d" and len(rest) == 1 and rest[0].isdigit() and len(rest[0]) < 19:
        await kabar.list_of_dusun(turn, office, int(rest[0]))
    else:
        replies.toast(turn, office.catalog.text("tombol_lewat"))


def handlers() -> list[BaseHandler[Any, Any, Any]]:
    return [on_command("kabar", _tell), on_button("k", _press)]
