"""A reader tells some time later that what was called for has passed: whoever called and the other readers hear it."""

import re
from collections.abc import Sequence
from datetime import timedelta

from bot.core.forms.writing import in_short
from bot.store.queues import dangers_told, notices
from bot.work import conversation
from bot.work.saying.keyboard import keyboard, press
from bot.work.usulan.dangers import alarms, reader_words, whose
from bot.work.usulan.dangers.alarms import Alarm
from bot.work.usulan.dangers.placed import LONGEST
from bot.work.visit import Visit

_STANDS, _QUOTED = timedelta(days=1), 300  # characters


async def take(visit: Visit, text: str, under: str) -> bool:
    """`under`: a button of the letter that is replied to. Of several it is asked which."""
    if "?" in text or len(text.split()) > LONGEST or not visit.office.catalog.danger.is_over(text):
        return False
    if not under and reader_words.reports(visit.office, text):
        return False
    places = visit.office.catalog.places
    names = "|".join(one.name for one in places.children(places.kabupaten.code))
    if not under and re.search(rf"\b(?:{names})\W?\d", text, re.IGNORECASE):
        return False  # "Maiwa 3 sudah ditangani"
    standing = await alarms.lasting(visit, _STANDS, notices.DANGER)
    meant = [one for one in standing if under.endswith(one[0])] or _named(visit, text, standing)
    if not under and await whose.is_other(visit, text, meant):
        return await _ask_which(visit, meant)
    if len(meant) == 1:
        await end(visit, meant[0], text)
    elif meant:
        await _ask_which(visit, meant)
    return bool(meant)


async def _ask_which(visit: Visit, standing: Sequence[Alarm]) -> bool:
    keys = [[(await whose.label(visit, one[0]), press("g", "reda", one[0]))] for one in standing]
    nothing = (visit.text("bahaya.tombol_bukan_mereka"), press("g", "bukan", visit.turn.update_id))
    visit.say("bahaya.reda_yang_mana", keyboard(*keys, [nothing]))
    return True


async def choose(visit: Visit, subject: str, wilayah: str, case: str) -> None:
    """Which of several has passed."""
    alarm = (f"{subject}:{wilayah}:{case}", wilayah, case)
    if alarm in await alarms.lasting(visit, _STANDS, notices.DANGER):
        await end(visit, alarm, visit.text("bahaya.tombol_aman"))
    else:
        visit.stale()


def _named(visit: Visit, text: str, standing: Sequence[Alarm]) -> list[Alarm]:
    """ "Yg kebakaran tadi sdh padam": those of what is named and not denied, or all of them."""
    named = whose.named_in(visit.office, text)
    return [one for one in standing if one[2] in named] or list(standing)


async def end(visit: Visit, alarm: Alarm, text: str) -> None:
    about, wilayah, _ = alarm
    async with visit.look() as connection:
        callers = await dangers_told.told_of(connection, about, notices.DANGER_SAID)
        readers = await dangers_told.told_of(connection, about)
    place = visit.office.catalog.places.scope_name(wilayah)
    told = visit.text("bahaya.kabar_lewat", nama=visit.me.name, tempat=place, kutipan=in_short(text, _QUOTED))
    await alarms.send(visit, [one for one in (*callers, *readers) if one != visit.me.id], told)
    for one in callers:
        dangers_told.end(visit.turn, one, about, reports=await whose.reports(visit, one, wilayah))
    visit.say("bahaya.lewat", tempat=place)
    await conversation.resume(visit)
