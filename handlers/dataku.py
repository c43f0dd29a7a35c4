"""/dataku: one's own data, and whose voice a story is."""

from typing import Any

from telegram import Update
from telegram.ext import BaseHandler

from bot.work import conversation
from bot.work.people import own_copy, rights
from bot.work.saying import replies
from bot.work.usulan import speakers
from handlers.context import Context
from handlers.guard import on_button, on_command


async def _show(update: Update, context: Context) -> None:
    await rights.show(context.turn, context.office)


async def _press(update: Update, context: Context) -> None:
    """What may be done with one's own data."""
    turn, office = context.turn, context.office
    choice = _choice(update)
    if choice == "nama":
        conversation.start(turn, office, rights.NAME_FORM, {})
    elif choice == "unduh":
        await own_copy.send(turn, office)
    elif choice == "tarik":
        rights.ask_withdrawal(turn, office)
    elif choice in ("tarik.usulan", "tarik.jalan"):
        await rights.withdraw(turn, office, with_usulan=choice == "tarik.usulan")
    elif choice == "hapus":
        await rights.ask_erasure(turn, office)
    elif choice in ("hapus.tetap", "hapus.semua"):
        rights.erase(turn, office, with_words=choice == "hapus.semua")
    else:
        replies.say(turn, office, "dataku_tidak_jadi")


async def _whose(update: Update, context: Context) -> None:
    """Whose voice it is."""
    choice = _choice(update)
    if choice == "siapa":
        await speakers.ask_whose(context.turn, context.office)
    elif not await speakers.choose(context.turn, context.office, choice):
        replies.toast(context.turn, context.office.catalog.text("tombol_lewat"))


def _choice(update: Update) -> str:
    data = update.callback_query.data if update.callback_query is not None else None
    return (data or "").partition(":")[2]


def handlers() -> list[BaseHandler[Any, Any, Any]]:
    return [on_command("dataku", _show), on_button("o", _press), on_button("v", _whose)]
