"""Where a meeting is held now, told in words: "ganti tempat musrenbang maiwa jadi gedung PKK, jamnya tetap". Asked once
more with the old and the new place; told with another day it is asked about when the day has moved."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.core.forms.writing import key_of
from bot.core.understanding.times.moments import speaks_of_time
from bot.store.calendar import occasions
from bot.store.calendar.occasions import Occasion
from bot.work.calendar import changeable, stated
from bot.work.calendar.agreed import VENUE
from bot.work.calendar.permitted import meetings
from bot.work.calendar.typed import kinds_in
from bot.work.calendar.venue_words import bare_venue
from bot.work.saying.keyboard import keyboard
from bot.work.saying.naming import date_of, occasion_name, place_name
from bot.work.visit import Visit

_WORDS, _LETTERS = 30, (3, 100)  # of the sentence; of a place, as in the form
_LONGEST = 5  # words of a place behind a day


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """`before`: what stands before the change, where the meeting is named. `timed`: another day or hour stands beside
    it, which does not change with the place."""

    before: str
    venue: str
    timed: bool = False


def told_in(visit: Visit, text: str) -> Elsewhere | None:
    """The new place, up to where something else is said of it; None where no place is told. A day is none."""
    told, words = visit.office.catalog.world.moving_venue, text.split()
    spoken = [key_of(word) for word in words]
    if len(words) > _WORDS or told["ganti"].isdisjoint(spoken) or stated.asks(visit, text):
        return None
    first = next(at for at, word in enumerate(spoken) if word in told["ganti"])
    turns = (at for at in range(first, len(words)) if spoken[at] in told["ganti"] | told["arah"])
    return next((found for at in turns if (found := _behind(visit, words, spoken, at)) is not None), None)


def _behind(visit: Visit, words: Sequence[str], spoken: Sequence[str], at: int) -> Elsewhere | None:
    """Of "dari … ke …" it is what stands behind "ke"."""
    told, spellings = visit.office.catalog.world.moving_venue, visit.office.catalog.world.spellings
    begin = next((n for n in range(at + 1, len(words)) if spoken[n] not in told["ke"]), len(words))
    end = next((n for n in range(begin + 1, len(words)) if _ends(words, spoken, n, told["sesudah"])), len(words))
    before, venue = " ".join(words[:at]), bare_venue(visit, " ".join(words[begin:end]).strip(" .,;!"))
    is_of_place = not told["tempat"].isdisjoint(spoken[:at])
    is_named = begin > at + 1 and bool(kinds_in(meetings(visit.office, visit.grants), before))
    told_words = (word for n, word in enumerate(spoken[begin:end]) if not n or not word.isdecimal())  # "aula SD 5"
    is_timed = any(speaks_of_time(spellings, word) for word in told_words)
    is_place = begin < len(words) and spoken[begin] not in told["dari"] and not is_timed
    if not (is_of_place or is_named) or not is_place or not _LETTERS[0] <= len(venue) <= _LETTERS[1]:
        return None
    behind = spoken[end:]
    is_other_time = any(speaks_of_time(spellings, word) and word not in told["ke"] for word in behind)
    return Elsewhere(before, venue, is_other_time and told["tetap"].isdisjoint(behind))


def _ends(words: Sequence[str], spoken: Sequence[str], at: int, behind: frozenset[str]) -> bool:
    return words[at - 1][-1] in ",;" or spoken[at] in behind


async def offer(visit: Visit, one: Occasion, venue: str, *, timed: bool = False) -> None:
    """Where to is kept until they agree."""
    if venue == one.place:
        visit.say("jadwal_tempat_tetap", tempat=venue)
        return
    await visit.ask_once(occasions.log, one.id, occasions.WISHED, visit.now, visit.me.id, {"venue": venue})
    yes = [(visit.text("tombol_jadwal_tempat"), f"{VENUE}{one.id}")]
    no = [(visit.text("tombol_jadwal_biarkan"), f"j:biar:{one.id}")]
    names = {"nama": occasion_name(visit.office, one), "wilayah": place_name(visit.office, one.wilayah)}
    places = {"dari": one.place, "ke": venue}
    visit.say("jadwal_tempatkah", keyboard(yes, no), **names, hari=date_of(visit.office, one), waktu=timed, **places)


def apart(visit: Visit, text: str) -> tuple[str, str]:
    """ "… jumat jam 2 siang di masjid raya", "…, tempatnya di masjid raya": the hall at the end, behind the hour or the
    word for a place, and the sentence without it; a day without a hall stays as it is."""
    words = text.rstrip(" .!").split()
    spoken = [key_of(word).strip(",.;:") for word in words]
    spellings, known = visit.office.catalog.world.spellings, visit.office.catalog.world.moving_venue
    halls = {*spellings.places.halls}
    at = next((n for n in range(len(words) - 1, 1, -1) if spoken[n] in halls), 0)
    if not at or len(words) - at > _LONGEST or any(speaks_of_time(spellings, word) for word in spoken[at:]):
        return "", text
    begin = at - 1 if spoken[at - 1] in known["ke"] - known["tempat"] else at
    while begin > 1 and spoken[begin - 1] in known["tempat"]:
        begin -= 1
    is_behind_time = speaks_of_time(spellings, spoken[begin - 1]) or spoken[begin] in known["tempat"]
    is_end = not any(word.endswith((",", ";")) for word in words[at:])
    if not is_behind_time or not is_end:
        return "", text
    return bare_venue(visit, " ".join(words[at:])), " ".join(words[:begin]).rstrip(" ,;")


async def offer_then(visit: Visit, occasion_id: int, venue: str) -> None:
    """The day has moved: now the place."""
    one = await changeable.to_change(visit, occasion_id) if venue else None
    if one is not None and one.place != venue:
        await offer(visit, one, venue)
