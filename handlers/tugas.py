"""/tugas: what is to be done, by when, and everything that one can do with a task."""

from collections.abc import Awaitable, Callable
from typing import Any

from telegram import Update
from telegram.ext import BaseHandler

from bot.core.calendar.rules import LISTS
from bot.store.turn import Turn
from bot.work.office import Office
from bot.work.saying import replies
from bot.work.tasks import cards, doing, duties, handing, own_hour, proofs, switches
from handlers.context import Context
from handlers.guard import on_button, on_command, pressed_parts

#: What can be done with one task: `t:<act>:<task>`.
_ACTS: dict[str, Callable[[Turn, Office, int], Awaitable[None]]] = {
    "lihat": cards.show,
    "cara": cards.tell_how,
    "riwayat": cards.tell_history,
    "lembar": doing.send_sheet,
    "bukti": proofs.show,
    "sudah": doing.done,
    "tanpa": doing.done_unproved,
    "buka_lagi": doing.open_again,
    "sore": doing.later_today,
    "besok": doing.tomorrow,
    "tanggal": doing.choose_day,
    "tak": doing.not_needed,
    "bantu": doing.help_wanted,
    "ambil": doing.take,
    "terima": handing.accept,
    "tolak": handing.refuse,
}


async def _list(update: Update, context: Context) -> None:
    await duties.show(context.turn, context.office)


async def _press(update: Update, context: Context) -> None:
    """`t:daftar:<list>:<page>`, `t:jam:<hour>`, `t:serah:<task>:<page>`, `t:ke:<task>:<person>`, `t:<act>:<task>`."""
    turn, office = context.turn, context.office
    what, one, other, *_ = (*pressed_parts(update), "", "")
    if what == "daftar" and one in duties.LISTS and _is_page(other):
        await duties.show(turn, office, one, int(other))
    elif what == "jam":
        await (own_hour.choose(turn, office, one) if one else own_hour.ask(turn, office))
    elif what == "serah" and _is_id(one):
        await handing.choose(turn, office, int(one), int(other) if _is_page(other) else 0)
    elif what == "ke" and _is_id(one) and _is_id(other):
        await handing.offer(turn, office, int(one), int(other))
    elif what in _ACTS and _is_id(one):
        await _ACTS[what](turn, office, int(one))
    else:
        replies.toast(turn, office.catalog.text("tombol_lewat"))


async def _switch(update: Update, context: Context) -> None:
    """`y:pakai`, `y:daftar:<list>:<page>`, `y:ubah:<rule>:<page>:<pakai or lepas>`."""
    turn, office = context.turn, context.office
    what, one, page, wanted, *_ = (*pressed_parts(update), "", "", "")
    if what == "pakai":
        await switches.show(turn, office)
    elif what == "daftar" and one in LISTS and _is_page(page):
        await switches.show(turn, office, one, int(page))
    elif what == "ubah" and _is_page(page) and wanted in (switches.ON, switches.OFF):
        await switches.switch(turn, office, one, int(page), on=wanted == switches.ON)
    else:
        replies.toast(turn, office.catalog.text("tombol_lewat"))


def _is_id(part: str) -> bool:
    return part.isascii() and part.isdigit() and len(part) <= 19 and int(part) < 2**63


def _is_page(part: str) -> bool:
    return part.isascii() and part.isdigit() and len(part) < 5


def handlers() -> list[BaseHandler[Any, Any, Any]]:
    return [on_command("tugas", _list), on_button("t", _press), on_button("y", _switch)]
