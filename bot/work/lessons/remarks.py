"""What somebody finds wrong or too long in a lesson is kept beside it, in the list that trainers read and answer."""

import re

from bot.core.forms.heard import Heard, Typed
from bot.store.lessons import asked
from bot.store.people import people
from bot.store.queues import notices
from bot.store.queues.notices import ASKED_TRAINER
from bot.work.access import PELATIH, allowed, button
from bot.work.lessons import own_words
from bot.work.lessons.reading import readable, standing
from bot.work.lessons.stories import home
from bot.work.saying.keyboard import keyboard
from bot.work.visit import Visit

_FEWEST = 3  # words that say what is wrong


async def take(visit: Visit, heard: Heard) -> bool:
    """Whether it is about a lesson, and finds fault with it. Who wants a rest, or asks, says so by other words."""
    if not isinstance(heard, Typed) or not allowed(button("x"), visit.grants) or not _finds_fault(visit, heard.text):
        return False
    key = await _lesson(visit, heard.text)
    lesson = readable(visit, key) if key is not None else None
    if lesson is None or len(heard.text.split()) < _FEWEST:
        visit.say("catatan_cara", keyboard([(visit.text("tombol_belajar"), "x:awal")]))
        return True
    row = {"person_id": visit.me.id, "lesson": lesson.key, "scope": home(visit), "asked_at": visit.now}
    kabupaten = visit.office.catalog.places.kabupaten.code
    async with visit.ask() as connection:
        await asked.add(connection, row | {"words": heard.text, "file_id": None})
        trainers = await people.ids_with_role(connection, [PELATIH], visit.now, [kabupaten])
    for trainer in {*trainers} - {visit.me.id}:
        notices.tell(visit.turn, trainer, ASKED_TRAINER)
    visit.say("catatan_pelajaran", judul=lesson.title, ada=bool(trainers))
    return True


def _finds_fault(visit: Visit, text: str) -> bool:
    """It names a lesson, and what is wrong with one; a question or a wish is something else."""
    learning, words = visit.office.catalog.world.learning, re.findall(r"\w+", text.lower())
    spoken, told = {*words}, f" {' '.join(words)} "
    names = not spoken.isdisjoint(learning.get("nama", ())) or bool(_keys_in(visit, text))
    finds = any(f" {fault} " in told for fault in learning.get("keliru", ()))
    return names and finds and "?" not in text and spoken.isdisjoint(learning.get("bukan_keliru", ()))


def _keys_in(visit: Visit, text: str) -> list[str]:
    lessons = visit.office.catalog.curriculum.lessons
    return [key for word in re.findall(r"\w+", text) if (key := word.upper()) in lessons]


async def _lesson(visit: Visit, text: str) -> str | None:
    """The one that is named, else the one that was opened last."""
    named = _keys_in(visit, text)
    if named:
        return named[0]
    stands = await standing(visit)
    return own_words.opened_last(stands) if stands is not None else None
