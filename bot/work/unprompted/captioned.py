"""A picture below which something is named goes to that: an old form that is about something else does not take it."""

from bot.core.forms.heard import Heard, Sent, Typed
from bot.core.records import Conversation, Usulan
from bot.work.access import allowed, button
from bot.work.answering import naming
from bot.work.checking import filling, which
from bot.work.checking.permitted import FAMILY
from bot.work.hall import attendance, sent_papers
from bot.work.reading import named
from bot.work.saying.keyboard import Key, keyboard, press
from bot.work.tasks import proofs
from bot.work.unprompted import state_told
from bot.work.unprompted.after import after_check
from bot.work.visit import Visit

_OF_CHECKS = frozenset({filling.JOURNEY.form, after_check.FORM})
_OF_PAPERS = frozenset({attendance.MINUTES.form, attendance.SHEET.form, proofs.THINGS.form})


async def is_of_another(visit: Visit, draft: Conversation, heard: Heard) -> bool:
    """Whether it is not for this form: a paper of a meeting is none of a check, and another usulan neither of a check
    nor of a paper."""
    if not isinstance(heard, Sent) or not heard.caption:
        return False
    if draft.flow in _OF_CHECKS:
        return bool(sent_papers.named_in(visit, heard)[1]) or await _is_unchecked(visit, heard)
    return draft.flow in _OF_PAPERS and await _named(visit, heard) is not None


async def _is_unchecked(visit: Visit, heard: Sent) -> bool:
    """Whether an usulan is named of which they have no check."""
    told, check = Typed(heard.caption or "", 0), await after_check.check_shown(visit)
    return await _named(visit, heard) is not None and (await which.told(visit, told, check))[1]


async def _named(visit: Visit, heard: Sent) -> Usulan | None:
    text = heard.caption or ""
    if not allowed(button("u"), visit.grants) or not naming.may_name(visit.office, text):
        return None
    found = await named.in_words(visit, text)
    return found[0] if len(found) == 1 else None


async def take(visit: Visit, heard: Heard) -> bool:
    """Of an usulan that is named: a photo of what was made where that is awaited; else it is asked."""
    if not isinstance(heard, Sent) or heard.file is None or not heard.caption or not await _is_unchecked(visit, heard):
        return False
    one = await _named(visit, heard)
    if one is None or await state_told.takes_photo(visit, one, heard):
        return one is not None
    number = visit.office.spoken_number(one)
    keys: list[Key] = [(visit.text("tombol_baca", nomor=number), press("u", "lihat", one.id))]
    if allowed(button(FAMILY), visit.grants):
        keys.append((visit.text("uji_tombol_buka_nomor", nomor=number), press("u", "uji", one.id)))
    keys.append((visit.text("tombol_tidak_jadi"), "o:batal"))
    visit.say("foto_untuk_apa", keyboard(*([key] for key in keys)), nomor=number)
    return True
