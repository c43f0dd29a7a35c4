"""/jadwal: the dates of one's wilayah; setting, moving and cancelling them; one's own calendar program."""

from typing import Any

from telegram import Update
from telegram.ext import BaseHandler

from bot.core.forms.heard import Typed
from bot.work import conversation
from bot.work.calendar import feeds, moving, pages, setting
from bot.work.calendar.permitted import FORM, at_home, levels
from bot.work.calendar.typed import read_typed
from bot.work.saying import replies
from handlers.context import Context
from handlers.guard import on_button, on_command, pressed_parts


async def _show(update: Update, context: Context) -> None:
    turn, office = context.turn, context.office
    typed = " ".join(context.args or ())
    known, rest = read_typed(turn, office, typed) if typed else ({}, "")
    if not known:
        await pages.show(turn, office)
        return
    message = update.effective_message
    heard = Typed(rest, message.message_id) if rest and message is not None else None
    world = await setting.world_for(turn, office, known)
    conversation.start(turn, office, FORM, known, world=world, heard=heard)


async def _press(update: Update, context: Context) -> None:
    turn, office = context.turn, context.office
    what, first, second, *_ = (*pressed_parts(update), "", "")
    if what == "daftar" and first.isdigit() and len(first) < 4:
        await pages.show(turn, office, int(first))
    elif what == "baru" and levels(office, turn.grants):
        known = at_home(office, turn.grants)
        conversation.start(turn, office, FORM, known, world=await setting.world_for(turn, office, known))
    elif what == "kalender":
        await feeds.send(turn, office)
    elif what == "alamat":
        await feeds.make_address(turn, office)
    elif what == "cabut":
        await feeds.revoke_address(turn, office)
    elif first.isdigit() and len(first) < 20:
        await _press_one(context, what, int(first), second)
    else:
        replies.toast(turn, office.catalog.text("tombol_lewat"))


async def _press_one(context: Context, what: str, occasion: int, code: str) -> None:
    """The buttons of one date."""
    turn, office = context.turn, context.office
    if what == "lihat":
        await pages.show_one(turn, office, occasion)
    elif what == "pindah":
        await moving.move(turn, office, occasion, code)
    elif what in ("ubah", "batal"):
        one = await moving.to_change(turn, office, occasion)
        if one is not None:
            form = moving.CANCEL_FORM if what == "batal" else moving.form_for(office, one)
            conversation.start(turn, office, form, {moving.OCCASION: {"id": str(one.id)}})
    else:
        replies.toast(turn, office.catalog.text("tombol_lewat"))


def handlers() -> list[BaseHandler[Any, Any, Any]]:
    return [on_command("jadwal", _show), on_button("j", _press)]
