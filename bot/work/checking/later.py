"""Whoever was sent to look cannot go yet: that is no word about the usulan. It is asked whether it waits longer or is
given back."""

import re
from datetime import datetime, timedelta
from typing import Any

from bot.core.checking.items import FULL
from bot.core.forms.heard import Heard, Typed
from bot.core.forms.writing import key_of
from bot.store.checking import checks
from bot.store.people import people
from bot.work.access import allowed, button
from bot.work.checking import reported, sheet, which
from bot.work.checking.giving import END_OF_DAY
from bot.work.checking.permitted import FAMILY, waiting
from bot.work.checking.sent_in_words import last_day
from bot.work.saying.keyboard import keyboard, press
from bot.work.visit import Visit

_LONGEST, _DAYS, _AT_MOST = 14, (1, 3, 7), 60  # words; how much longer; days from now


def tells(visit: Visit, text: str) -> bool:
    """ "Belum bisa saya lihat", "blm sempat ka kesana"; nothing of what was found."""
    words, spoken = visit.office.catalog.world.in_the_field, {*re.findall(r"\w+", text.lower())}
    if words["belum_pergi"].isdisjoint(spoken) or words["pergi"].isdisjoint(spoken) or len(spoken) > _LONGEST:
        return False
    return words["bukan_pergi"].isdisjoint(spoken) and reported.report_in(visit, Typed(text, 0), FULL) is None


def says(visit: Visit, text: str) -> bool:
    """ "Besok saja saya lanjutkan": that it is for another time, and nothing besides."""
    world, spoken = visit.office.catalog.world, {*re.findall(r"[^\W\d_]+", text.lower())}
    known, when = world.in_the_field, world.put_off["kapan"]
    if "?" in text or key_of(text) in known["nanti"]:
        return "?" not in text
    beside = when | world.put_off["kerja"] | world.put_off["iringan"] | known["lanjutkan"]
    return not spoken.isdisjoint(when - world.put_off["iringan"]) and spoken <= beside


async def take(visit: Visit, heard: Heard, shown: int | None) -> bool:
    """Of the check that is named, else the one that is shown, else the only one that waits."""
    if not isinstance(heard, Typed) or "?" in heard.text or not tells(visit, heard.text):
        return False
    if not allowed(button(FAMILY), visit.grants):
        return False
    check, is_elsewhere = await which.told(visit, heard, shown)
    theirs = [one.id for one, _ in await waiting(visit)]
    if check is None and len(theirs) == 1 and not is_elsewhere:
        check = theirs[0]
    if check is None or check not in theirs:
        return False
    await ask(visit, check, last_day(visit, heard.text))
    return True


async def leave(visit: Visit, check_id: int, heard: Heard) -> bool:
    """Whether it was said that the rest is for later: it waits as it is, until its day."""
    one = await visit.ask_once(checks.by_id, check_id) if isinstance(heard, Typed) and says(visit, heard.text) else None
    if one is not None:
        open_it = keyboard([(visit.text("uji_tombol_buka"), press(FAMILY, "buka", one.id))])
        number = await sheet.number_of(visit, one)
        visit.say("uji_nanti_saja", open_it, nomor=number, batas=visit.office.day(one.due_at))
    return one is not None


async def ask(visit: Visit, check_id: int, until: int = 0) -> None:
    """`until`: the ordinal of the day that was said; 0 for none."""
    one = await visit.ask_once(checks.by_id, check_id)
    if one is None:
        return
    last = visit.office.local(max(one.due_at, visit.now)).date()
    days = [until] if until > last.toordinal() else [last.toordinal() + more for more in _DAYS]
    named = [(day, visit.text("uji_tombol_undur", hari=visit.office.day(_end_of(visit, day)))) for day in days]
    keys = [[(label, press(FAMILY, "undur", one.id, day))] for day, label in named]
    away = [(visit.text("uji_tombol_tidak_bisa"), press(FAMILY, "tidak", one.id))]
    told = {"nomor": await sheet.number_of(visit, one), "batas": visit.office.day(one.due_at)}
    visit.say("uji_belum_pergi", keyboard(*keys, away), telat=one.due_at < visit.now, **told)


def _end_of(visit: Visit, day: int) -> datetime:
    return datetime.combine(datetime.fromordinal(day), END_OF_DAY, visit.office.zone)


async def put_off(visit: Visit, check_id: int, day: int) -> None:
    """By whom it was given to; whoever gave it hears of it, once."""
    one = await visit.ask_once(checks.to_change, check_id)
    until = _end_of(visit, min(day, visit.today.toordinal() + _AT_MOST))
    if one is None or not one.is_open or one.given_to != visit.me.id or until <= max(one.due_at, visit.now):
        visit.stale()
        return
    await visit.ask_once(checks.put_off, one.id, until, until - timedelta(days=1))
    told: dict[str, Any] = {"nomor": await sheet.number_of(visit, one), "batas": visit.office.day(until)}
    giver = await visit.ask_once(people.named, one.given_by)
    if giver is not None and giver.id != visit.me.id:
        text = visit.text("uji_diundur_kabar", nama=giver.name, siapa=visit.me.name, **told)
        visit.tell(giver.address, giver.id, text)
        told["siapa"] = giver.name
    visit.say("uji_diundur", None, **{"siapa": "", **told})
