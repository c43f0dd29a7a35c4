"""/mulai (and Telegram's own /start): to consent, to a draft left open, or straight to a new usulan; a code after it
is an invitation."""

from typing import Any

from telegram import Update
from telegram.ext import BaseHandler

from bot.work import conversation, invitations, people, posters, replies
from bot.work.usulan import FORM
from handlers.context import Context
from handlers.guard import on_button, on_command


async def _mulai(update: Update, context: Context) -> None:
    code = " ".join(context.args or ())
    if posters.is_payload(code):
        await posters.arrive(context.turn, context.office, code)
    elif code:
        await invitations.redeem(context.turn, context.office, code)
        return
    welcome(context)


def welcome(context: Context) -> None:
    """The first thing on offer, by how far the person has come."""
    turn, office = context.turn, context.office
    if not people.has_consented(turn):
        ask_consent(context)
    elif conversation.open_conversation(turn) is not None:
        buttons = replies.buttons(
            [(office.catalog.text("tombol_lanjutkan"), "m:lanjut")],
            [(office.catalog.text("tombol_mulai_baru"), "m:baru")],
        )
        replies.say(turn, office, "ada_draf", buttons, nama=_name(context))
    else:
        conversation.start(turn, office, FORM)


def ask_consent(context: Context) -> None:
    turn, office = context.turn, context.office
    rows = (
        [(office.catalog.text("tombol_setuju"), "c:setuju"), (office.catalog.text("tombol_tidak"), "c:tidak")],
        [(office.catalog.text("tombol_selengkapnya"), "c:lengkap")],
    )
    until = f"{office.local(turn.now).year + 2}"
    replies.say(turn, office, "izin", replies.buttons(*rows), bappeda=office.bappeda, nama=_name(context), sampai=until)


def _name(context: Context) -> str:
    return context.turn.person.name if context.turn.person is not None else ""


async def _consent(update: Update, context: Context) -> None:
    """The three answers to the consent screen."""
    turn, office = context.turn, context.office
    choice = _choice(update)
    if choice == "setuju":
        if not people.has_consented(turn):
            people.consent(turn)
            replies.toast(turn, office.catalog.text("izin_terima_kasih"))
        welcome(context)
    elif choice == "tidak":
        conversation.cancel(turn)
        replies.say(turn, office, "izin_ditolak", bappeda=office.bappeda)
    elif choice == "lengkap":
        replies.say(turn, office, "izin_lengkap", bappeda=office.bappeda, sampai=f"{office.local(turn.now).year + 2}")


def _choice(update: Update) -> str:
    data = update.callback_query.data if update.callback_query is not None else None
    return (data or "").partition(":")[2]


async def _next(update: Update, context: Context) -> None:
    """What to do with a draft left open, or after a receipt."""
    turn, office = context.turn, context.office
    choice = _choice(update)
    if choice == "lanjut" and conversation.resume(turn, office):
        return
    if choice == "baru" and people.has_consented(turn):
        conversation.cancel(turn)
        conversation.start(turn, office, FORM)
        return
    welcome(context)


def handlers() -> list[BaseHandler[Any, Any, Any]]:
    return [on_command("mulai", _mulai), on_command("start", _mulai), on_button("c", _consent), on_button("m", _next)]
