"""A meeting is held elsewhere: said in words, asked once more with the old and the new place, then told to everybody
whom the date concerns."""

from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime, timedelta

from bot.core.forms.heard import Heard, Typed
from bot.core.forms.writing import key_of
from bot.core.understanding.moments import speaks_of_time
from bot.store.calendar import occasions
from bot.store.calendar.occasions import Occasion
from bot.store.people.people import Addressee
from bot.store.queues.news import News
from bot.work.access import allowed, button
from bot.work.calendar import announcing, moving, pages, stated
from bot.work.calendar.permitted import may_set, meetings
from bot.work.calendar.typed import kinds_in
from bot.work.round import Round
from bot.work.saying import letters
from bot.work.saying.keyboard import keyboard
from bot.work.saying.naming import date_of, occasion_name, place_name
from bot.work.visit import Visit

Between = Callable[[Visit, datetime, datetime, Sequence[str]], Awaitable[Sequence[Occasion]]]

_AHEAD = timedelta(days=200)
_WORDS, _LETTERS = 20, (3, 100)  # of the sentence; of a place, as in the form


async def take(visit: Visit, heard: Heard, between: Between) -> bool:
    """ "Tempat musrenbang maiwa ganti ke gedung PKK": which meeting and where to, asked once. `between`: finds those of
    a time, in one's own wilayah or in others."""
    if not isinstance(heard, Typed) or not allowed(button("j"), visit.grants):
        return False
    before, venue = _told(visit, heard.text)
    if not venue:
        return False
    found = await _meant(visit, before, between)
    if len(found) == 1:
        await _offer(visit, found[0], venue)
    elif found:
        visit.say("jadwal_tempat_yang_mana")
        await pages.show(visit)
    return bool(found)


def _told(visit: Visit, text: str) -> tuple[str, str]:
    """What stands before the change, and the new place; empty where no place is told. A day is none."""
    told, words = visit.office.catalog.world.moving_venue, text.split()
    spoken = [key_of(word) for word in words]
    at = next((at for at, word in enumerate(spoken) if word in told["ganti"]), 0)
    if not at or len(words) > _WORDS or stated.asks(visit, text):
        return "", ""
    begin = next((n for n in range(at + 1, len(words)) if spoken[n] not in told["ke"]), len(words))
    before, venue = " ".join(words[:at]), " ".join(words[begin:]).strip(" .,!")
    is_of_place = not told["tempat"].isdisjoint(spoken[:at])
    is_named = bool(kinds_in(meetings(visit.office, visit.grants), before)) and begin > at + 1
    is_timed = any(speaks_of_time(visit.office.catalog.world.spellings, word) for word in spoken[begin:])
    fits = _LETTERS[0] <= len(venue) <= _LETTERS[1] and not is_timed
    return (before, venue) if fits and (is_of_place or is_named) else ("", "")


async def _meant(visit: Visit, text: str, between: Between) -> Sequence[Occasion]:
    """Those ahead whose day this person sets, by the place and the kind that are named."""
    begins = pages.day_begins(visit.office, visit.now)
    there = await between(visit, begins, begins + _AHEAD, stated.places_in(visit, text))
    theirs = [one for one in there if may_set(visit.office, visit.grants, one.kind, one.wilayah)]
    kinds = kinds_in(meetings(visit.office, visit.grants), text)
    theirs = [one for one in theirs if not kinds or one.kind in kinds]
    named = [one for one in theirs if one.about and one.about.lower() in text.lower()]
    return named or theirs


async def _offer(visit: Visit, one: Occasion, venue: str) -> None:
    """Where to is kept until they agree."""
    async with visit.ask() as connection:
        await occasions.log(connection, one.id, occasions.WISHED, visit.now, visit.me.id, {"venue": venue})
    yes = [(visit.text("tombol_jadwal_tempat"), f"j:tempat:{one.id}")]
    no = [(visit.text("tombol_jadwal_biarkan"), f"j:lihat:{one.id}")]
    names = {"nama": occasion_name(visit.office, one), "wilayah": place_name(visit.office, one.wilayah)}
    visit.say("jadwal_tempatkah", keyboard(yes, no), **names, hari=date_of(visit.office, one), dari=one.place, ke=venue)


async def carry_out(visit: Visit, occasion_id: int) -> None:
    """*Ganti tempatnya*: everybody else concerned learns of it by the clock."""
    one = await moving.to_change(visit, occasion_id)
    if one is None:
        return
    async with visit.ask() as connection:
        venue = await occasions.venue_wished(connection, one.id, visit.me.id)
        if not venue or venue == one.place:
            visit.stale()
            return
        places = {"dari": one.place, "ke": venue}
        await occasions.put_elsewhere(connection, one.id, venue)
        await occasions.log(connection, one.id, "venue", visit.now, visit.me.id, places)
        await announcing.say_elsewhere(visit, connection, one, places)


async def tell(tour: Round, one: News, told: Sequence[Addressee]) -> None:
    """Nothing, when it was cancelled or put elsewhere again in the meantime."""
    occasion = await occasions.one(tour.connection, one.subject)
    if occasion is None or occasion.cancelled_at is not None or occasion.place != one.detail["ke"]:
        return
    text = tour.text(
        "jadwal_kabar_tempat",
        nama=occasion_name(tour.office, occasion),
        wilayah=place_name(tour.office, occasion.wilayah),
        hari=date_of(tour.office, occasion),
        **one.detail,
    )
    await letters.promise(tour, [(person, text) for person in told])
