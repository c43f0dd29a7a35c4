"""/dataku: one's own data, and whose voice a story is."""

from typing import Any

from telegram import Update
from telegram.ext import BaseHandler

from bot.work import conversation
from bot.work.people import own_copy, rights
from bot.work.usulan import speakers
from handlers.context import Context
from handlers.guard import on_button, on_command


async def _show(update: Update, context: Context) -> None:
    await rights.show(context.visit)


async def _press(update: Update, context: Context) -> None:
    """What may be done with one's own data."""
    visit = context.visit
    choice = _choice(update)
    if choice == "nama":
        conversation.start(visit, rights.NAME)
    elif choice == "unduh":
        await own_copy.send(visit)
    elif choice == "tarik":
        rights.ask_withdrawal(visit)
    elif choice in ("tarik.usulan", "tarik.jalan"):
        await rights.withdraw(visit, with_usulan=choice == "tarik.usulan")
    elif choice == "hapus":
        await rights.ask_erasure(visit)
    elif choice in ("hapus.tetap", "hapus.semua"):
        rights.erase(visit, with_words=choice == "hapus.semua")
    else:
        visit.say("dataku_tidak_jadi")


async def _whose(update: Update, context: Context) -> None:
    """Whose voice it is."""
    choice = _choice(update)
    if choice == "siapa":
        await speakers.ask_whose(context.visit)
    elif not await speakers.choose(context.visit, choice):
        context.visit.stale()


def _choice(update: Update) -> str:
    data = update.callback_query.data if update.callback_query is not None else None
    return (data or "").partition(":")[2]


def handlers() -> list[BaseHandler[Any, Any, Any]]:
    return [on_command("dataku", _show), on_button("o", _press), on_button("v", _whose)]
