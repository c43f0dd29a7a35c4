"""/jadwal: the dates of one's wilayah; setting, moving and cancelling them; one's own calendar program."""

from functools import partial
from typing import Any

from telegram import Update
from telegram.ext import BaseHandler

from bot.core.forms.heard import Typed
from bot.work import conversation
from bot.work.calendar import feeds, moving, pages, setting
from bot.work.calendar.permitted import at_home, levels
from bot.work.calendar.typed import read_typed
from bot.work.visit import Visit
from handlers.buttons import Act, on_family
from handlers.context import Context
from handlers.guard import on_command


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


async def _set(visit: Visit) -> None:
    """*Tetapkan hari*."""
    if not levels(visit.office, visit.grants):
        visit.stale()
        return
    known = at_home(visit.office, visit.grants)
    conversation.start(visit, setting.JOURNEY, known, world=await setting.world_for(visit, known))


_ACTS: dict[str, Act] = {
    "daftar:<page>": pages.show,
    "baru": _set,
    "kalender": feeds.send,
    "alamat": feeds.make_address,
    "cabut": feeds.revoke_address,
    "lihat:<id>": pages.show_one,
    "pindah:<id>:<word>": moving.move,
    "ubah:<id>": moving.ask,
    "batal:<id>": partial(moving.ask, to_cancel=True),
}


def handlers() -> list[BaseHandler[Any, Any, Any]]:
    return [on_command("jadwal", _show), on_family("j", _ACTS)]
