"""Somebody may be in danger, and nobody can be sure: it is asked at once, with whom to call. Their words are meanwhile
what they are: a story, an answer."""

from bot.core.forms.heard import Heard, Sent, Typed, words_of
from bot.core.usulan.danger import Found
from bot.work import conversation
from bot.work.saying.keyboard import keyboard, press
from bot.work.usulan.dangers import alarms, cries, danger, danger_asked
from bot.work.usulan.dangers.placed import said_in
from bot.work.visit import Visit


async def take(visit: Visit, heard: Typed | Sent) -> bool:
    """Whether somebody calls for help; where they only may, that is asked beside what their words are."""
    if await cries.take(visit, heard):
        return True
    await ask(visit, heard)
    return False


async def ask(visit: Visit, heard: Heard) -> None:
    """Nobody who reads of others is asked, and nobody who called just before: what they tell on is of that."""
    found = visit.office.catalog.danger.doubted(words_of(heard)) if isinstance(heard, Typed) else ()
    if not found or visit.grants or await alarms.lasting(visit, alarms.HOUR):
        return
    yes = (visit.text("bahaya.tombol_kini"), press("g", "kini", visit.heard_in))
    keys = keyboard([yes, (visit.text("bahaya.tombol_bukan_kini"), "g:tenang")])
    call = [{"nama": one.name, "nomor": one.number} for one in found[0].case.contacts]
    visit.say("bahaya.tanya_kini", keys, hubungi=call)


async def ring(visit: Visit, heard: Typed) -> bool:
    """*Ya, sekarang*: as if they had cried it. False where nothing of it can be found any more."""
    found = visit.office.catalog.danger.doubted(heard.text)
    if found and found[0].case.is_told:
        await cries.call(visit, heard.text, said_in(visit, heard.text), found)
    elif found:
        await _offer(visit, found)
    return bool(found)


async def _offer(visit: Visit, found: tuple[Found, ...]) -> None:
    """Of violence and despair somebody is told only after a yes to that."""
    danger.say_whom_to_call(visit, found, {})
    subject = conversation.draft_id(visit.turn.update_id)
    await danger_asked.ask(visit, found[0].case.key, visit.me.place or {}, subject, apart=True)


def calm(visit: Visit) -> None:
    visit.say("bahaya.tenang")
