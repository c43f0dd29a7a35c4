"""/undang: invitations, one by one or from the office's list; who has not joined; taking an invitation back."""

from telegram import Update

from bot.work import conversation
from bot.work.answering.answers import answer
from bot.work.hall import guest_lists
from bot.work.roles import invitations, invited, inviting, lists
from bot.work.sipd import incoming, kamus
from bot.work.unprompted import sent_in_lesson
from bot.work.visit import Visit
from handlers.buttons import on_family
from handlers.context import Context
from handlers.guard import Act, on_command, on_spreadsheet
from handlers.translate import data_replied_to, heard_in


async def _invite(visit: Visit, typed: str) -> None:
    if typed.lower().startswith("belum"):
        await invitations.list_waiting(visit)
    else:
        invitations.offer(visit)


_ACTS: dict[str, Act] = {
    "baru": inviting.begin,
    "belum": invitations.list_waiting,
    "saya": invitations.list_mine,
    "cabut:<id>": invitations.revoke,
    "ganti:<id>:<word>:<word>": invited.make_anew,
    "semua:<id>": lists.agree,
    "jangan:<id>": lists.drop,
}


async def _take_list(update: Update, context: Context) -> None:
    """The office's list: it is fetched and answered after this, row by row."""
    message = update.effective_message
    assert message is not None
    heard = heard_in(message)
    if await sent_in_lesson.take_spreadsheet(context.visit, heard, data_replied_to(message)):
        return
    is_asked = any(conversation.is_asked(context.visit, one.JOURNEY) for one in (guest_lists, incoming, kamus))
    if is_asked and await conversation.hear(context.visit, heard, answer):
        return
    lists.take(context.visit, getattr(heard, "file", None))


HANDLERS = [on_command("undang", _invite, with_words=True), on_family("i", _ACTS), on_spreadsheet("daftar", _take_list)]
