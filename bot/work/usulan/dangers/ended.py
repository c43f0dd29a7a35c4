"""A reader tells some time later that what was called for has passed: whoever called and the other readers hear it."""

from collections.abc import Sequence
from datetime import timedelta

from bot.core.forms.heard import Heard, words_of
from bot.core.forms.writing import in_short
from bot.store.queues import dangers_told, notices
from bot.work import conversation
from bot.work.saying.keyboard import keyboard, press
from bot.work.usulan.dangers import alarms, danger_told, reader_words, whose
from bot.work.usulan.dangers.alarms import Alarm
from bot.work.usulan.dangers.placed import LONGEST
from bot.work.visit import Visit

_STANDS, _QUOTED = timedelta(days=1), 300  # characters


async def take(visit: Visit, text: str, under: str) -> bool:
    """`under`: a button of the letter that is replied to. Of several it is asked which."""
    if "?" in text or len(text.split()) > LONGEST or not visit.office.catalog.danger.is_over(text):
        return False
    if not under and (reader_words.reports(visit.office, text) or reader_words.is_other_work(visit.office, text)):
        return False  # "Maiwa 3 sudah ditangani"
    standing = await alarms.lasting(visit, _STANDS, notices.DANGER)
    under_it = [one for one in standing if under.endswith(one[0])]
    meant = under_it or await whose.meant_by(visit, text, standing)
    if not under and await whose.is_other(visit, text, meant):
        return await _ask_which(visit, meant)
    if len(meant) == 1:
        await end(visit, meant[0], text)
    elif meant:
        await _ask_which(visit, meant)
    return bool(meant)


async def _ask_which(visit: Visit, standing: Sequence[Alarm]) -> bool:
    update = visit.turn.update_id
    keys = [[(await whose.label(visit, one[0], ends=True), press("g", "reda", one[0], update))] for one in standing]
    nothing = (visit.text("bahaya.tombol_bukan_mereka"), press("g", "bukan", update))
    visit.say("bahaya.reda_yang_mana", keyboard(*keys, [nothing]))
    return True


async def choose(visit: Visit, subject: str, wilayah: str, case: str, heard: Heard) -> bool:
    """Which of several has passed: they read the reader's own words."""
    alarm = (f"{subject}:{wilayah}:{case}", wilayah, case)
    is_open = alarm in await alarms.lasting(visit, _STANDS, notices.DANGER)
    if is_open:
        await end(visit, alarm, words_of(heard))
    return is_open


async def end(visit: Visit, alarm: Alarm, text: str) -> None:
    about, wilayah, _ = alarm
    async with visit.look() as connection:
        callers = await dangers_told.told_of(connection, about, notices.DANGER_SAID)
        readers = await dangers_told.told_of(connection, about)
    place = visit.office.catalog.places.scope_name(wilayah)
    told = visit.text("bahaya.kabar_lewat", nama=visit.me.name, tempat=place, kutipan=in_short(text, _QUOTED))
    keys = {"reply_markup": danger_told.keys_to_readers(visit, about, "aman")}  # what they answer is heard
    await alarms.send(visit, [one for one in callers if one != visit.me.id], told, more=keys)
    await alarms.send(visit, [one for one in readers if one != visit.me.id], told)
    for one in callers:
        dangers_told.end(visit.turn, one, about, reports=await whose.reports(visit, one, wilayah))
    visit.say("bahaya.lewat", tempat=place)
    await conversation.resume(visit)
