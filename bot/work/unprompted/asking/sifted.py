"""By what an officer wants usulan sifted ("excel usulan jalan di maiwa", "berapa usulan air yg prioritas"): the words
that an answer does not hold to are said, by name, and lead to a search."""

import re
from collections.abc import Sequence

from bot.core.calendar.places_named import place_named
from bot.core.understanding.times.moments import speaks_of_time
from bot.core.usulan.finding import words_in
from bot.store.reading import searches
from bot.work.access import command
from bot.work.reading.lists import sight_of
from bot.work.saying.keyboard import LABEL, keyboard
from bot.work.visit import Visit

_WORD, _SHORTEST = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*"), 3
_SIFTED = 4  # words of a topic
_KEPT = 40  # bytes of what is looked for, in a button


def words_left(visit: Visit, text: str) -> list[str]:
    """What is neither the question itself nor a place, in the order in which it stands there."""
    catalog = visit.office.catalog
    world, scopes, rest = catalog.world, sight_of(visit, command("periksa")).scopes, text
    while (found := place_named(rest, catalog.places, scopes, world.spellings.places)).places:
        rest = found.rest
    spoken = dict.fromkeys(word for word in _WORD.findall(rest.lower()) if len(word) >= _SHORTEST)
    known = world.sifting["iringan"] | world.pointing["soal"]
    return [word for word in spoken if word not in known and not speaks_of_time(world.spellings, word)]


async def that_are_told(visit: Visit, words: Sequence[str], most: int) -> list[str]:
    """The first of those that any usulan has that they see."""
    who, found = sight_of(visit, command("periksa")), list[str]()
    async with visit.look() as connection:
        for word in words:
            stems = words_in(word) if len(found) < most else []
            found += [word] if stems and await searches.count_with_words(connection, who, stems) else []
    return found


async def held_to(visit: Visit, words: Sequence[str]) -> list[str]:
    """Those by which a table can be sifted: that some usulan tells, and all of them together."""
    found = await that_are_told(visit, words, _SIFTED)
    who, stems = sight_of(visit, command("periksa")), words_in(" ".join(found))
    number = await visit.look_up(searches.count_with_words, who, stems) if stems else 0
    return found if number else []


def say_not_held(visit: Visit, words: Sequence[str]) -> None:
    if not words:
        return
    told = " ".join(words)
    wanted = " ".join(words_in(told))
    can_look = 0 < len(wanted.encode()) <= _KEPT
    look = (visit.office.plain("tombol_cari_kata", kata=told)[:LABEL], f"u:temu:0:{wanted}")
    visit.say("saringan_tidak_dipakai", keyboard([look]) if can_look else None, kata=list(words), tombol=can_look)
