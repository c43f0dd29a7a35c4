"""Where a meeting is held, and nothing of when or whose it is, in what somebody typed."""

from collections.abc import Sequence

from bot.core.calendar.places_named import place_named
from bot.core.calendar.venue import venue_in
from bot.core.forms.writing import key_of
from bot.core.understanding.results import Understood, Unsure
from bot.core.understanding.tongue import tongue_of
from bot.work.calendar import as_it_was
from bot.work.visit import Visit


def venue_told(visit: Visit, text: str, scopes: Sequence[str]) -> tuple[str, str]:
    """Where the meeting is held, as far as the text tells it, and the text without it: "di kantor desa masing2" is
    "kantor desa"."""
    spellings, places = visit.office.catalog.world.spellings, visit.office.catalog.places
    tongue = tongue_of(spellings)

    def is_time(words: str) -> bool:
        when = tongue.read_when(words, visit.today)
        return isinstance(when, Understood) or (isinstance(when, Unsure) and bool(when.options))

    def is_wilayah(words: str) -> bool:
        named = place_named(words, places, scopes, spellings.places)
        return bool(named.places) and not named.rest

    venue, left = venue_in(as_it_was.without(visit, text), spellings.places, is_time, is_wilayah)
    return bare_venue(visit, venue), left


def bare_venue(visit: Visit, venue: str) -> str:
    """Without what only ends the sentence: "gedung PKK saja"."""
    world, words = visit.office.catalog.world, venue.split()
    while len(words) > 1 and key_of(words[-1]) in world.setting["semua"] | world.pointing["di_belakang"]:
        words = words[:-1]
    return " ".join(words)
