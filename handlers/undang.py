"""/undang: invitations, one by one or from the office's list; who has not joined; taking an invitation back."""

from bot.core.forms.heard import Sent, Typed
from bot.work import conversation
from bot.work.answering.answers import answer
from bot.work.hall.invited import guest_lists
from bot.work.roles import invitations, invited, inviting, lists
from bot.work.sipd import incoming, kamus
from bot.work.unprompted.after import sent_guests
from bot.work.visit import Visit
from handlers.buttons import on_family
from handlers.guard import Act, on_command, on_spreadsheet


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


async def _take_list(visit: Visit, heard: Typed | Sent) -> None:
    """The office's list: it is fetched and answered after this, row by row."""
    is_asked = any(conversation.is_asked(visit, one.JOURNEY) for one in (guest_lists, incoming, kamus))
    if is_asked and await conversation.hear(visit, heard, answer):
        return
    if not isinstance(heard, Sent):
        return
    if heard.file is not None and await incoming.is_meant(visit, heard):
        incoming.take(visit, heard.file.file_id)
    elif not await sent_guests.offer(visit, heard):
        lists.take(visit, heard.file)


HANDLERS = [on_command("undang", _invite, with_words=True), on_family("i", _ACTS), on_spreadsheet("daftar", _take_list)]
