"""/tugas: what is to be done, by when, and everything that one can do with a task."""

from collections.abc import Awaitable, Callable
from typing import Any

from telegram import Update
from telegram.ext import BaseHandler

from bot.core.calendar.rules import LISTS
from bot.work.hall import sheets
from bot.work.tasks import cards, doing, duties, handing, own_hour, proofs, switches
from bot.work.visit import Visit
from handlers.context import Context
from handlers.guard import on_button, on_command, pressed_parts

#: What can be done with one task: `t:<act>:<task>`.
_ACTS: dict[str, Callable[[Visit, int], Awaitable[None]]] = {
    "lihat": cards.show,
    "cara": cards.tell_how,
    "riwayat": cards.tell_history,
    "lembar": sheets.send_for_task,
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
    await duties.show(context.visit)


async def _press(update: Update, context: Context) -> None:
    """`t:daftar:<list>:<page>`, `t:jam:<hour>`, `t:serah:<task>:<page>`, `t:ke:<task>:<person>`, `t:<act>:<task>`."""
    visit = context.visit
    what, one, other, *_ = (*pressed_parts(update), "", "")
    if what == "daftar" and one in duties.LISTS and _is_page(other):
        await duties.show(visit, one, int(other))
    elif what == "jam":
        await (own_hour.choose(visit, one) if one else own_hour.ask(visit))
    elif what == "serah" and _is_id(one):
        await handing.choose(visit, int(one), int(other) if _is_page(other) else 0)
    elif what == "ke" and _is_id(one) and _is_id(other):
        await handing.offer(visit, int(one), int(other))
    elif what in _ACTS and _is_id(one):
        await _ACTS[what](visit, int(one))
    else:
        visit.stale()


async def _switch(update: Update, context: Context) -> None:
    """`y:pakai`, `y:daftar:<list>:<page>`, `y:ubah:<rule>:<page>:<pakai or lepas>`."""
    visit = context.visit
    what, one, page, wanted, *_ = (*pressed_parts(update), "", "", "")
    if what == "pakai":
        await switches.show(visit)
    elif what == "daftar" and one in LISTS and _is_page(page):
        await switches.show(visit, one, int(page))
    elif what == "ubah" and _is_page(page) and wanted in (switches.ON, switches.OFF):
        await switches.switch(visit, one, int(page), on=wanted == switches.ON)
    else:
        visit.stale()


def _is_id(part: str) -> bool:
    return part.isascii() and part.isdigit() and len(part) <= 19 and int(part) < 2**63


def _is_page(part: str) -> bool:
    return part.isascii() and part.isdigit() and len(part) < 5


def handlers() -> list[BaseHandler[Any, Any, Any]]:
    return [on_command("tugas", _list), on_button("t", _press), on_button("y", _switch)]
