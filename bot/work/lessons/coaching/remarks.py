"""What somebody finds wrong or too long in a lesson is kept beside it, in the list that trainers read and answer."""

import re

from bot.core.forms.heard import Heard, Typed
from bot.core.lessons.finding import names_title
from bot.work.access import allowed, button
from bot.work.lessons import own_words
from bot.work.lessons.coaching.trainers import keep
from bot.work.lessons.reading import readable, standing
from bot.work.saying.keyboard import keyboard
from bot.work.visit import Visit

_FEWEST, _NAMED = 3, 0.5  # words that say what is wrong; how much of its title names a lesson
_PAGES = ("x:baca:", "x:kuis:")


async def take(visit: Visit, heard: Heard) -> bool:
    """Whether it is about a lesson, and finds fault with it. Who wants a rest, or asks, says so by other words."""
    if not isinstance(heard, Typed) or not allowed(button("x"), visit.grants):
        return False
    finds_fault = _finds_fault(visit, heard.text)
    if not finds_fault and not _names_part(visit, heard.text):
        return False
    stands = await _open_lesson(visit)
    if not stands and not (finds_fault and _names_lesson(visit, heard.text)):
        return False
    key = await _lesson(visit, heard.text, stands.split(":")[2] if stands else "")
    lesson = readable(visit, key) if key is not None else None
    if lesson is None or (not stands and len(heard.text.split()) < _FEWEST):
        visit.say("catatan_cara", keyboard([(visit.text("tombol_belajar"), "x:awal")]))
        return True
    trainers = await keep(visit, lesson.key, heard.text, None)
    onwards = [(visit.text("tombol_belajar_sambung"), stands)] if stands else []
    visit.say("catatan_pelajaran", keyboard(onwards) if onwards else None, judul=lesson.title, ada=bool(trainers))
    return True


def _finds_fault(visit: Visit, text: str) -> bool:
    """It says what is wrong with a lesson; a question or a wish is something else."""
    learning, words = visit.office.catalog.world.learning, re.findall(r"\w+", text.lower())
    spoken, told = {*words}, f" {' '.join(words)} "
    finds = any(f" {fault} " in told for fault in learning["keliru"])
    return finds and "?" not in text and spoken.isdisjoint(learning["bukan_keliru"])


def _names_part(visit: Visit, text: str) -> bool:
    """ "Di halaman tiga, lima detik …": of an open lesson, whatever is wrong there."""
    learning, spoken = visit.office.catalog.world.learning, {*re.findall(r"\w+", text.lower())}
    names = not spoken.isdisjoint(learning["bagian"]) and len(spoken) >= _FEWEST
    return names and "?" not in text and spoken.isdisjoint(learning["bukan_keliru"])


def _names_lesson(visit: Visit, text: str) -> bool:
    spoken = {*re.findall(r"\w+", text.lower())}
    names = visit.office.catalog.world.learning["nama"]
    return not spoken.isdisjoint(names) or bool(_keys_in(visit, text))


async def _open_lesson(visit: Visit) -> str:
    """The button that leads on in the lesson of which a page is the last that was said, but for news; empty where none
    is."""
    last = await visit.stands(_PAGES)
    found = (data for _, data in (last.keys if last is not None else ()) if data.startswith(_PAGES))
    return next(found, "")


def _keys_in(visit: Visit, text: str) -> list[str]:
    lessons = visit.office.catalog.curriculum.lessons
    return [key for word in re.findall(r"\w+", text) if (key := word.upper()) in lessons]


async def _lesson(visit: Visit, text: str, open_now: str) -> str | None:
    """The one that is named by its number or its title, else the one that stands open or was opened last."""
    lessons = visit.office.catalog.curriculum.lessons.values()
    titled = max(lessons, key=lambda one: names_title(one.title, text), default=None)
    named = _keys_in(visit, text)
    if titled is not None and names_title(titled.title, text) >= _NAMED:
        named.append(titled.key)
    if named or open_now:
        return next(iter(named), open_now)
    stands = await standing(visit)
    return own_words.opened_last(stands) if stands is not None else None
