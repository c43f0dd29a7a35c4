"""/tempat: the dusun and lingkungan of a desa, confirmed, renamed and added by those who know them."""

from typing import Any

from telegram import Update
from telegram.ext import BaseHandler

from bot.work import conversation
from bot.work.access import button, command, may_act
from bot.work.places import hamlets
from bot.work.roles.territory import home
from bot.work.saying import replies
from handlers.context import Context
from handlers.guard import on_button, on_command, pressed_parts


async def _begin(update: Update, context: Context) -> None:
    turn, office = context.turn, context.office
    known = home(office, turn.grants, command("tempat").roles)
    await conversation.start_or_finish(turn, office, hamlets.FORM, known)


async def _press(update: Update, context: Context) -> None:
    turn, office = context.turn, context.office
    what, desa, key, *_ = (*pressed_parts(update), "", "", "")
    if what == "lihat":
        await hamlets.show(turn, office, desa, int(key) if key.isdigit() and len(key) < 3 else 0)
    elif what == "satu":
        await hamlets.show_one(turn, office, desa, key)
    elif what in ("benar", "semua"):
        await hamlets.confirm(turn, office, desa, key)
    elif what == "sebut":
        await hamlets.add_mentioned(turn, office, desa, key)
    elif what in ("tambah", "ganti") and may_act(button("d"), turn.grants, desa):
        await _ask_name(context, desa, key)
    else:
        replies.toast(turn, office.catalog.text("tombol_lewat"))


async def _ask_name(context: Context, desa: str, key: str) -> None:
    """The form asks only for the name: the place is known."""
    turn, office = context.turn, context.office
    places = office.catalog.places
    known: dict[str, Any] = {}
    for level, code in (("kecamatan", desa.rpartition(".")[0]), ("desa", desa)):
        place = places.find(code)
        if place is None:
            replies.toast(turn, office.catalog.text("tombol_lewat"))
            return
        known[level] = {"code": place.code, "name": place.name}
    if not key:
        conversation.start(turn, office, hamlets.NEW_FORM, known)
        return
    name = await hamlets.find(turn, office, desa, key)
    if name is not None:
        known["dusun"] = {"name": name.name, "listed": True}
        conversation.start(turn, office, hamlets.RENAME_FORM, known)


def handlers() -> list[BaseHandler[Any, Any, Any]]:
    return [on_command("tempat", _begin), on_button("d", _press)]
