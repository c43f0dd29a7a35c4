"""/kabar Maiwa 42: how far an usulan is, for anybody who holds its number."""

from typing import Any

from telegram import Update
from telegram.ext import BaseHandler

from bot.work.usulan import kabar
from handlers.context import Context
from handlers.guard import on_button, on_command


async def _tell(update: Update, context: Context) -> None:
    visit = context.visit
    typed = " ".join(context.args or ())
    number = kabar.number_in(visit.office, typed)
    if number is not None:
        await kabar.tell(visit, *number)
    else:
        await kabar.ask_number(visit)


async def _press(update: Update, context: Context) -> None:
    """`k:n:<kecamatan>:<number>:<year>` another year of the same number, `k:d:<usulan>` the list of its dusun."""
    data = update.callback_query.data if update.callback_query is not None else None
    what, *rest = (data or "").split(":")[1:]
    visit = context.visit
    if what == "n" and len(rest) == 3 and rest[1].isdigit() and rest[2].isdigit():
        await kabar.tell(visit, rest[0], int(rest[1]), int(rest[2]))
    elif what == "d" and len(rest) == 1 and rest[0].isdigit() and len(rest[0]) < 19:
        await kabar.list_of_dusun(visit, int(rest[0]))
    else:
        visit.stale()


def handlers() -> list[BaseHandler[Any, Any, Any]]:
    return [on_command("kabar", _tell), on_button("k", _press)]
