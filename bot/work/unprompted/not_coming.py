"""Somebody with work here says that they cannot come: what stands next in the calendar, and that nobody knows it."""

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from datetime import timedelta
from typing import Any

from bot.core.forms.heard import Heard, Typed
from bot.store.calendar.occasions import Occasion
from bot.work import home
from bot.work.access import allowed, button
from bot.work.calendar import pages
from bot.work.calendar.permitted import may_set
from bot.work.saying.keyboard import keyboard
from bot.work.saying.naming import date_of, occasion_name
from bot.work.visit import Visit

_LONGEST, _AHEAD = 9, timedelta(days=14)  # words
_NEAR = 2  # words between a no and what it denies


async def take(visit: Visit, heard: Heard) -> bool:
    """ "Tidak bisa saya hadir besok"; of whom is invited it is written down elsewhere."""
    if not isinstance(heard, Typed) or "?" in heard.text or not allowed(button("j"), visit.grants):
        return False
    world, spoken = visit.office.catalog.world, re.findall(r"\w+", heard.text.lower())
    said = world.guests_said
    is_short = len(spoken) <= _LONGEST and not world.ending["diri"].isdisjoint(spoken)
    if not is_short or not _denies(spoken, said["tidak"], said["datang"]):
        return False
    begins = pages.day_begins(visit.office, visit.now)
    found = await home.meetings(visit, begins, begins + _AHEAD)
    told = _told(visit, found[0]) if found else {"nama": ""}
    names = ("tombol_menu_jadwal", "j:daftar:0"), ("tombol_menu_tugas", "t:daftar:saya:0")
    keys = [[(visit.text(label, jumlah=0, judul=""), data)] for label, data in names]
    visit.say("tidak_bisa_hadir", keyboard(*keys), **told)
    return True


def _told(visit: Visit, one: Occasion) -> dict[str, Any]:
    """`pindah`: its day is theirs to move."""
    is_theirs = may_set(visit.office, visit.grants, one.kind, one.wilayah)
    return {"nama": occasion_name(visit.office, one), "hari": date_of(visit.office, one), "pindah": is_theirs}


def _denies(spoken: Sequence[str], no: AbstractSet[str], coming: AbstractSet[str]) -> bool:
    """A no, and right behind it that they come; "tidak apa2 saya hadir" is none."""
    at = next((number for number, word in enumerate(spoken) if word in no), None)
    behind = spoken[at : at + _NEAR + 2] if at is not None else ()
    end = next((number for number, word in enumerate(behind) if word in coming), None)
    return end is not None and all(map(str.isalpha, behind[:end]))
