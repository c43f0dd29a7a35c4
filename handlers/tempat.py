"""/tempat: the dusun and lingkungan of a desa, confirmed, renamed and added by those who know them."""

from typing import Any

from telegram import Update
from telegram.ext import BaseHandler

from bot.core.wilayah import above
from bot.work import conversation
from bot.work.access import button, command, may_act
from bot.work.places import hamlets
from bot.work.roles.territory import home
from handlers.context import Context
from handlers.guard import on_button, on_command, pressed_parts


async def _begin(update: Update, context: Context) -> None:
    visit = context.visit
    known = home(visit.office, visit.grants, command("tempat").roles)
    await conversation.start_or_finish(visit, hamlets.CHOICE, known)


async def _press(update: Update, context: Context) -> None:
    visit = context.visit
    what, desa, key, *_ = (*pressed_parts(update), "", "", "")
    if what == "lihat":
        await hamlets.show(visit, desa, int(key) if key.isdigit() and len(key) < 3 else 0)
    elif what == "satu":
        await hamlets.show_one(visit, desa, key)
    elif what in ("benar", "semua"):
        await hamlets.confirm(visit, desa, key)
    elif what == "sebut":
        await hamlets.add_mentioned(visit, desa, key)
    elif what in ("tambah", "ganti") and may_act(button("d"), visit.grants, desa):
        await _ask_name(context, desa, key)
    else:
        visit.stale()


async def _ask_name(context: Context, desa: str, key: str) -> None:
    """The form asks only for the name: the place is known."""
    visit = context.visit
    places = visit.office.catalog.places
    known: dict[str, Any] = {}
    for level, code in (("kecamatan", above(desa)), ("desa", desa)):
        place = places.find(code)
        if place is None:
            visit.stale()
            return
        known[level] = {"code": place.code, "name": place.name}
    if not key:
        conversation.start(visit, hamlets.NEW, known)
        return
    name = await hamlets.find(visit, desa, key)
    if name is not None:
        known["dusun"] = {"name": name.name, "listed": True}
        conversation.start(visit, hamlets.RENAMING, known)


def handlers() -> list[BaseHandler[Any, Any, Any]]:
    return [on_command("tempat", _begin), on_button("d", _press)]
