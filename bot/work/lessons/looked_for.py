"""Somebody says what they want to learn: "ajari saya cara cek lapangan". The lessons about that, one tap away, and the
hard questions that it may be."""

import re

from bot.core.forms.heard import Heard, Typed
from bot.core.lessons.finding import find_hard
from bot.core.lessons.lessons import Lesson
from bot.core.lessons.searching import PLAINLY, find_lessons
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
    if not wants or len(spoken) > _LONGEST or _is_of_others(visit, spoken):
        return False
    keys = _keys(visit, heard.text)
    if not keys and learning["mencari_tentang"].isdisjoint(spoken):
        return False
    rest = (visit.text("tombol_belajar_daftar"), "x:daftar")
    visit.say("belajar_dicari", keyboard(*in_rows(keys, 1), [rest]), ada=bool(keys))
    return True


def _is_of_others(visit: Visit, spoken: list[str]) -> bool:
    """ "Warga minta diajari cara bikin kompos" is an usulan, or news of one."""
    learning = visit.office.catalog.world.learning
    at = next(at for at, word in enumerate(spoken) if word in learning["mencari"])
    return not learning["orang_lain"].isdisjoint(spoken[:at])


def rows_about(visit: Visit, text: str) -> list[list[Key]]:
    """Buttons of the lessons that a question names plainly, a row each; for learners."""
    learning, spoken = visit.office.catalog.world.learning, re.findall(r"\w+", text.lower())
    if not allowed(button("x"), visit.grants) or learning["bertanya_hal"].isdisjoint(spoken) or len(spoken) > _LONGEST:
        return []
    found = find_lessons(_mine(visit), text, _beside(visit), PLAINLY)
    return [[(visit.text("tombol_menu_pelajaran", judul=one.title), f"x:baca:{one.key}:1")] for one in found[:2]]


def _keys(visit: Visit, text: str) -> list[Key]:
    beside = _beside(visit)
    if found := find_lessons(_mine(visit), text, beside):
        return [(one.title, f"x:baca:{one.key}:1") for one in found]
    wanted = " ".join(word for word in re.findall(r"\w+", text.lower()) if word not in beside)
    hard = find_hard(visit.office.catalog.curriculum.hard.values(), wanted) if wanted else []
    return [(one.text, f"x:tanya:{one.key}") for one in hard[:2]]


def _mine(visit: Visit) -> list[Lesson]:
    lessons = visit.office.catalog.curriculum.lessons
    return [one for key, one in lessons.items() if readable(visit, key) is not None]


def _beside(visit: Visit) -> frozenset[str]:
    learning = visit.office.catalog.world.learning
    return learning["mencari"] | learning["iringan_mencari"] | learning["bertanya_hal"]
