"""/mulai (also /usulan, and Telegram's own /start): to consent, to a draft left open, or straight to a new usulan; a
code after it is an invitation."""

from typing import Any

from telegram import Update
from telegram.ext import BaseHandler

from bot.core.forms.heard import Sent, Typed
from bot.work import conversation
from bot.work.people import consent, first_words, people, rights
from bot.work.places import posters
from bot.work.roles import invitations
from bot.work.saying import groups, replies
from bot.work.usulan.usulan import begin
from handlers.context import Context
from handlers.guard import on_button, on_command
from handlers.translate import heard_in


async def _mulai(update: Update, context: Context) -> None:
    code = " ".join(context.args or ())
    if posters.is_payload(code):
        await posters.arrive(context.visit, code)
    elif groups.is_payload(code):
        if name := groups.wanted(code):
            context.visit.say("dari_grup", perintah=name)
            return
    elif code:
        await invitations.redeem(context.visit, code)
        return
    welcome(context)


def welcome(context: Context) -> None:
    """The first thing on offer, by how far the person has come."""
    visit = context.visit
    if not people.has_consented(visit):
        consent.ask(visit)
    elif conversation.open_conversation(visit) is not None:
        buttons = replies.buttons(
            [(visit.text("tombol_lanjutkan"), "m:lanjut")],
            [(visit.text("tombol_mulai_baru"), "m:baru")],
        )
        visit.say("ada_draf", buttons, nama=visit.me.name)
    else:
        begin(visit)


async def _consent(update: Update, context: Context) -> None:
    """The answers to the consent screen."""
    visit = context.visit
    choice = _choice(update)
    if choice == "setuju":
        await _agree(context)
    elif choice == "tidak":
        await rights.refuse(visit)
    elif choice == "dengar":
        consent.play(visit)
    elif choice == "lengkap":
        consent.explain(visit)


async def _agree(context: Context) -> None:
    """*Setuju*: the form begins, with what was said before as its first answers."""
    visit = context.visit
    if people.has_consented(visit):
        welcome(context)
        return
    consent.agree(visit)
    visit.toast("izin_terima_kasih")
    spoken = [heard for raw in await first_words.take(visit) if (heard := _heard(context, raw)) is not None]
    if spoken and conversation.open_conversation(visit) is None:
        begin(visit, spoken)
    else:
        welcome(context)


def _heard(context: Context, raw: Any) -> Typed | Sent | None:
    """A message that waited unread, read now."""
    update = Update.de_json(raw, context.bot)
    return heard_in(update.message) if update.message is not None else None


def _choice(update: Update) -> str:
    data = update.callback_query.data if update.callback_query is not None else None
    return (data or "").partition(":")[2]


async def _next(update: Update, context: Context) -> None:
    """What to do with a draft left open, or after a receipt."""
    visit = context.visit
    choice = _choice(update)
    if choice == "lanjut" and await conversation.resume(visit):
        return
    if choice == "baru" and people.has_consented(visit):
        conversation.cancel(visit)
        begin(visit)
        return
    welcome(context)


def handlers() -> list[BaseHandler[Any, Any, Any]]:
    return [
        *(on_command(name, _mulai) for name in ("mulai", "usulan", "start")),
        on_button("c", _consent),
        on_button("m", _next),
    ]
