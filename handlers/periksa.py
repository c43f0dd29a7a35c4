"""/periksa: what a facilitator has not read yet, each usulan with its media, and *Sudah saya baca*; what was read, and
who has to be told in person."""

from typing import Any

from telegram import Update
from telegram.ext import BaseHandler

from bot.work.access import button
from bot.work.reading import lists, screen, voices
from handlers.context import Context
from handlers.guard import on_button, on_command, pressed_parts


async def _list(update: Update, context: Context) -> None:
    await lists.first_screen(context.visit)


#: What can be done with one usulan.
_ACTS = {"lihat": screen.show, "baca": screen.mark_read, "kabari": screen.mark_told}


async def _press(update: Update, context: Context) -> None:
    """`u:daftar:<list>:<page>`, `u:tulis:<usulan>:<question>`, and `u:<act>:<usulan>`."""
    visit = context.visit
    what, one, page, *_ = (*pressed_parts(update), "", "")
    if what == "daftar" and one in lists.LISTS and page.isdigit() and len(page) < 5:
        await lists.show(visit, one, int(page))
    elif what == "tulis" and one.isdigit() and len(one) <= 18:
        await voices.begin(visit, button("u"), int(one), page)
    elif what in _ACTS and one.isdigit() and len(one) <= 18:
        await _ACTS[what](visit, button("u"), int(one))
    else:
        visit.stale()


async def _answer(update: Update, context: Context) -> None:
    """`w:ya:<wording>` and `w:bukan:<wording>`: what the speaker says to what was typed."""
    visit = context.visit
    what, one, *_ = (*pressed_parts(update), "")
    if what in ("ya", "bukan") and one.isdigit() and len(one) <= 18:
        await voices.answer(visit, int(one), right=what == "ya")
    else:
        visit.stale()


def handlers() -> list[BaseHandler[Any, Any, Any]]:
    return [on_command("periksa", _list), on_button("u", _press), on_button("w", _answer)]
