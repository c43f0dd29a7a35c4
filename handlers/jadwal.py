"""/jadwal: the dates of one's wilayah; setting, moving and cancelling them; one's own calendar program."""

from typing import Any

from telegram import Update
from telegram.ext import BaseHandler

from bot.core.forms.heard import Typed
from bot.work import conversation
from bot.work.calendar import feeds, moving, pages, setting
from bot.work.calendar.permitted import at_home, levels
from bot.work.calendar.typed import read_typed
from handlers.context import Context
from handlers.guard import on_button, on_command, pressed_parts


async def _show(update: Update, context: Context) -> None:
    visit = context.visit
    typed = " ".join(context.args or ())
    known, rest = read_typed(visit, typed) if typed else ({}, "")
    if not known:
        await pages.show(visit)
        return
    message = update.effective_message
    heard = Typed(rest, message.message_id) if rest and message is not None else None
    world = await setting.world_for(visit, known)
    conversation.start(visit, setting.JOURNEY, known, world=world, heard=heard)


async def _press(update: Update, context: Context) -> None:
    visit = context.visit
    what, first, second, *_ = (*pressed_parts(update), "", "")
    if what == "daftar" and first.isdigit() and len(first) < 4:
        await pages.show(visit, int(first))
    elif what == "baru" and levels(visit.office, visit.grants):
        known = at_home(visit.office, visit.grants)
        conversation.start(visit, setting.JOURNEY, known, world=await setting.world_for(visit, known))
    elif what == "kalender":
        await feeds.send(visit)
    elif what == "alamat":
        await feeds.make_address(visit)
    elif what == "cabut":
        await feeds.revoke_address(visit)
    elif first.isdigit() and len(first) < 20:
        await _press_one(context, what, int(first), second)
    else:
        visit.stale()


async def _press_one(context: Context, what: str, occasion: int, code: str) -> None:
    """The buttons of one date."""
    visit = context.visit
    if what == "lihat":
        await pages.show_one(visit, occasion)
    elif what == "pindah":
        await moving.move(visit, occasion, code)
    elif what in ("ubah", "batal"):
        await moving.ask(visit, occasion, to_cancel=what == "batal")
    else:
        visit.stale()


def handlers() -> list[BaseHandler[Any, Any, Any]]:
    return [on_command("jadwal", _show), on_button("j", _press)]
