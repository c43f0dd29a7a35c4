"""/kesiapan: how ready the desa and kelurahan are, and by buttons down to one task and its proof."""

from typing import Any

from telegram import Update
from telegram.ext import BaseHandler

from bot.work.readiness import screens, tasks
from handlers.context import Context
from handlers.guard import on_button, on_command, pressed_parts


async def _show(update: Update, context: Context) -> None:
    await screens.first_screen(context.visit)


#: Buttons that need nothing but their name.
_WHOLE = {
    "awal": screens.first_screen,
    "semua": screens.send_all,
    "tabel": screens.send_table,
}
#: Buttons that name a wilayah and a page.
_PLACES = {"kec": screens.show_kecamatan, "desa": screens.show_village}


async def _press(update: Update, context: Context) -> None:
    """`r:kec:<kecamatan>:<page>`, `r:desa:<desa>:<page>`, `r:tugas:<task>`, and those without more."""
    visit = context.visit
    what, one, page, *_ = (*pressed_parts(update), "", "")
    if what in _WHOLE:
        await _WHOLE[what](visit)
    elif what in _PLACES and page.isdecimal() and len(page) < 3:
        await _PLACES[what](visit, one, int(page))
    elif what == "tugas" and one.isdecimal() and len(one) <= 18:
        await tasks.show_task(visit, int(one))
    else:
        visit.stale()


def handlers() -> list[BaseHandler[Any, Any, Any]]:
    return [on_command("kesiapan", _show), on_button("r", _press)]
