"""/periksa: what a facilitator has not read yet, each usulan with its media, and *Sudah saya baca*; what was read, and
who has to be told in person."""

from functools import partial
from typing import Any

from telegram import Update
from telegram.ext import BaseHandler

from bot.work.deciding import clarified, clarifying
from bot.work.reading import finding, lists, orders, pictures, screen, sieve, slips, voices
from bot.work.roles import deeds
from bot.work.usulan import completing
from handlers.buttons import Act, on_family
from handlers.context import Context
from handlers.guard import on_command


async def _list(update: Update, context: Context) -> None:
    await lists.first_screen(context.visit)


_ACTS: dict[str, Act] = {
    **{f"daftar:{name}:<page>": partial(lists.show, which=name) for name in lists.LISTS},
    **{f"hal:{name}:<page>": partial(lists.show, which=name, in_place=True) for name in lists.LISTS},
    "saring": sieve.choose,
    "tabel": orders.offer,
    **{f"pesan:{kind}:<year>": partial(orders.order, kind=kind) for kind in orders.MOST},
    "dusun:<id>:<page>": sieve.show_dusun,
    "cari": finding.ask,
    "temu:<page>:<word>": finding.turn,
    "lihat:<id>": screen.show,
    "bersama:<id>": completing.begin_together,
    "baca:<id>": screen.mark_read,
    "kabari:<id>": screen.mark_told,
    "belum:<id>": deeds.unread,
    "ktp:<id>": pictures.choose,
    "buang:<id>:<id>": pictures.remove,
    "kode:<id>": slips.hand_out,
    "tulis:<id>:<word>": voices.begin,
    "tanya:<id>:<word>": clarifying.ask,
    "tanyalain:<id>": clarifying.choose,
    "tanyahal:<id>:<word>": clarifying.begin_own,
    "tariktanya:<id>": clarifying.withdraw,
    "isi:<id>": partial(clarified.begin, together=True),  # an answer that was brought by mouth
}
#: What the speaker says to what was typed.
_ANSWERS: dict[str, Act] = {
    "ya:<id>": partial(voices.answer, right=True),
    "bukan:<id>": partial(voices.answer, right=False),
}


def handlers() -> list[BaseHandler[Any, Any, Any]]:
    return [on_command("periksa", _list), on_family("u", _ACTS), on_family("w", _ANSWERS)]
