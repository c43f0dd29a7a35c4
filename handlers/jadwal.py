"""/jadwal: the dates of one's wilayah; setting, moving and cancelling them; one's own calendar program."""

from functools import partial

from telegram import Update

from bot.core.forms.heard import Typed
from bot.work.calendar import agreed, cancelling, feeds, moving, pages, setting, venues
from bot.work.calendar.permitted import levels
from bot.work.unprompted import inviting_guests
from bot.work.unprompted.absent import not_coming
from bot.work.visit import Visit
from handlers.buttons import on_family
from handlers.context import Context
from handlers.guard import Act, on_raw_command
from handlers.translate import with_words


async def _show(update: Update, context: Context) -> None:
    visit = context.visit
    typed = " ".join(context.args or ())
    message = update.effective_message
    if not typed or message is None or not await setting.begin(visit, Typed(typed, message.message_id)):
        await pages.show(visit)


async def _set(visit: Visit) -> None:
    """*Tetapkan hari*."""
    if not levels(visit.office, visit.grants):
        visit.stale()
        return
    await setting.ask(visit)


_ACTS: dict[str, Act] = {
    "daftar:<page>": pages.show,
    "lewat:<page>": pages.show_past,
    "baru": _set,
    "kalender": feeds.send,
    "alamat": feeds.make_address,
    "cabut": feeds.revoke_address,
    "lihat:<id>": pages.show_one,
    "pindah:<id>:<word>": moving.move,
    "ubah:<id>": moving.ask,
    "ganti:<id>": venues.ask,
    "tempat:<id>": venues.carry_out,
    "sudahi:<id>": cancelling.carry_out,
    "biar:<id>": agreed.let_be,
    "batal:<id>": partial(moving.ask, to_cancel=True),
    "tamu:<id>:<id>": with_words(inviting_guests.invite_to),
    "absen:<id>:<id>": with_words(not_coming.tell_chosen),
    "cerita:<word>:<id>": with_words(not_coming.go_on_telling),
    "itu_tempatnya": setting.is_place,
    "itu_pertemuan": setting.is_meeting,
}

HANDLERS = [on_raw_command("jadwal", _show), on_family("j", _ACTS)]
