"""Somebody says what they want to learn: "ajari saya cara cek lapangan". The lessons about that, one tap away, and the
hard questions that it may be."""

import re

from bot.core.forms.heard import Heard, Typed
from bot.core.lessons.finding import find_hard
from bot.core.lessons.searching import find_lessons
from bot.work.access import allowed, button
from bot.work.lessons.reading import readable
from bot.work.saying.keyboard import Key, in_rows, keyboard
from bot.work.visit import Visit

_LONGEST = 20  # words


async def take(visit: Visit, heard: Heard) -> bool:
    """Where nothing is about it this is said only to whoever plainly asked for a lesson."""
    if not isinstance(heard, Typed) or not allowed(button("x"), visit.grants):
        return False
    learning, spoken = visit.office.catalog.world.learning, re.findall(r"\w+", heard.text.lower())
    wants = not learning["mencari"].isdisjoint(spoken) and learning["bukan_mencari"].isdisjoint(spoken)
    if not wants or len(spoken) > _LONGEST:
        return False
    keys = _keys(visit, heard.text)
    if not keys and learning["mencari_tentang"].isdisjoint(spoken):
        return False
    rest = (visit.text("tombol_belajar_daftar"), "x:daftar")
    visit.say("belajar_dicari", keyboard(*in_rows(keys, 1), [rest]), ada=bool(keys))
    return True


def _keys(visit: Visit, text: str) -> list[Key]:
    catalog = visit.office.catalog
    beside = catalog.world.learning["mencari"] | catalog.world.learning["iringan_mencari"]
    mine = [one for key, one in catalog.curriculum.lessons.items() if readable(visit, key) is not None]
    found = find_lessons(mine, text, beside)
    if found:
        return [(one.title, f"x:baca:{one.key}:1") for one in found]
    wanted = " ".join(word for word in re.findall(r"\w+", text.lower()) if word not in beside)
    hard = find_hard(catalog.curriculum.hard.values(), wanted) if wanted else []
    return [(one.text, f"x:tanya:{one.key}") for one in hard[:2]]
