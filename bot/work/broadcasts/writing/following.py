"""An announcement that tells another place or hour of a meeting in the calendar: when it was agreed to, its author is
asked whether the calendar shall follow. Whoever gets the announcement is not told of it once more."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.catalog.markup import visible
from bot.core.forms.writing import key_of
from bot.core.records import Grant
from bot.core.understanding.results import Understood
from bot.core.understanding.times.moments import speaks_of_time
from bot.core.understanding.tongue import tongue_of
from bot.store.broadcasts import broadcasts
from bot.store.broadcasts.broadcasts import Broadcast
from bot.store.calendar import occasions
from bot.store.calendar.occasions import Occasion
from bot.store.grants import grants_of
from bot.store.people.people import Addressee
from bot.work.broadcasts.under_way.authors import beginning_of
from bot.work.calendar import changeable, elsewhere, moved_by_words, moving, pages, reasons, stated, venues
from bot.work.calendar.permitted import may_set, meetings
from bot.work.calendar.typed import kinds_in
from bot.work.saying.keyboard import Key, keyboard
from bot.work.saying.naming import date_of, occasion_name, place_name, whole_date
from bot.work.visit import Visit

_AHEAD = timedelta(days=200)
_SENTENCE = re.compile(r"(?<=[.!;])\s+|\n+")
_LONGEST = 30  # words of a sentence


@dataclass(frozen=True, slots=True)
class Change:
    """`venue`: where it is held now, empty where that stays; `to`: when, None where that stays."""

    occasion: Occasion
    venue: str = ""
    to: datetime | None = None


async def offer(visit: Visit, one: Broadcast, author: Addressee) -> None:
    """Nothing is said where the calendar knows it already, or where it is not clear which meeting it is. It is asked of
    its author, also when somebody else agreed."""
    found = await _told_by(visit, one, await _grants(visit, author))
    if found is None:
        return
    meeting, keys = found.occasion, _keys(visit, one, found.occasion)
    told = {"nama": occasion_name(visit.office, meeting), "wilayah": place_name(visit.office, meeting.wilayah)}
    was, now = date_of(visit.office, meeting), meeting.place
    if found.to is not None:
        was, now = whole_date(visit.office, meeting.kind, meeting.starts_at), ""
    new = found.venue if found.to is None else whole_date(visit.office, meeting.kind, found.to)
    text = visit.text("siaran_jadwal_ikutkah", **told, hari=was, dari=now, ke=new, tempat=found.to is None)
    visit.tell(author.address, author.id, text, more={"reply_markup": keyboard(keys)})


async def _grants(visit: Visit, author: Addressee) -> Sequence[Grant]:
    if author.id == visit.me.id:
        return visit.grants
    return (await visit.look_up(grants_of, [author.id], visit.now)).get(author.id, ())


def _keys(visit: Visit, one: Broadcast, meeting: Occasion) -> list[Key]:
    verbs = ("ikut", "biar")
    return [(visit.text(f"tombol_siaran_jadwal_{verb}"), f"a:{verb}:{one.id}:{meeting.id}") for verb in verbs]


async def follow(visit: Visit, broadcast_id: int, occasion_id: int) -> None:
    """*Ya, jadwal ikut*: by what the calendar does itself."""
    one = await _own(visit, broadcast_id)
    found = await _told_by(visit, one, visit.grants) if one is not None else None
    if one is None or found is None or found.occasion.id != occasion_id:
        visit.stale()
        return
    await visit.settle("a:ikut:")
    meeting = await changeable.to_change(visit, occasion_id)
    if meeting is not None and found.to is not None:
        await moving.put(visit, meeting, found.to, beginning_of(one), announced=one.id)
    elif meeting is not None:
        await venues.put(visit, meeting, found.venue, announced=one.id)


async def leave(visit: Visit, broadcast_id: int, occasion_id: int) -> None:
    """*Tidak*."""
    meeting = await visit.look_up(occasions.one, occasion_id)
    if meeting is None or await _own(visit, broadcast_id) is None:
        visit.stale()
        return
    await visit.settle("a:ikut:")
    visit.say("siaran_jadwal_tetap", nama=occasion_name(visit.office, meeting), hari=date_of(visit.office, meeting))


async def _own(visit: Visit, broadcast_id: int) -> Broadcast | None:
    one = await visit.look_up(broadcasts.one, broadcast_id)
    return one if one is not None and one.author_id == visit.me.id else None


# --- what it tells ---------------------------------------------------------------------------------------------------


async def _told_by(visit: Visit, one: Broadcast, grants: Sequence[Grant]) -> Change | None:
    """The only change that it tells of the only meeting that it may be."""
    sentences = [part for part in _SENTENCE.split(visible(one.message.html)) if 0 < len(part.split()) <= _LONGEST]
    for sentence in sentences:
        told = elsewhere.told_in(visit, sentence)
        before = told.before if told is not None else _head(visit, sentence)
        meeting = await _meant(visit, one, grants, before)
        if meeting is None:
            continue
        if told is not None and told.venue.lower() != meeting.place.lower() and not told.timed:
            return Change(meeting, venue=told.venue)
        to = _moved_to(visit, meeting, sentence) if told is None else None
        if to is not None and to != meeting.starts_at:
            return Change(meeting, to=to)
    return None


async def _meant(visit: Visit, one: Broadcast, grants: Sequence[Grant], before: str) -> Occasion | None:
    """By its kind, the place and the day that are named before the change; without a place it is of whom it is for."""
    possible = meetings(visit.office, grants)
    kinds = kinds_in(possible, before) if before else ()
    if not kinds:
        return None
    begins, named = pages.day_begins(visit.office, visit.now), stated.places_in(visit, before)
    scopes = named or list(one.audience.wilayah)
    found = await visit.look_up(occasions.between, scopes, begins, begins + _AHEAD, list(kinds))
    day = moved_by_words.day_named(visit, before)
    found = [each for each in found if day is None or visit.office.local(each.starts_at).date() == day]
    found = [each for each in found if each.wilayah in scopes] or found
    found = [each for each in found if may_set(visit.office, grants, each.kind, each.wilayah)]
    return found[0] if len(found) == 1 else None


def _turn(visit: Visit, words: Sequence[str]) -> int:
    """Where the change begins: the first word that says so."""
    world = visit.office.catalog.world
    changing = world.moving_venue["ganti"] | world.reasons["memindahkan"] | reasons.moves_in(visit)
    return next((at for at, word in enumerate(words) if key_of(word) in changing), len(words))


def _head(visit: Visit, sentence: str) -> str:
    words = sentence.split()
    at = _turn(visit, words)
    return " ".join(words[:at]) if at < len(words) else ""


def _moved_to(visit: Visit, meeting: Occasion, sentence: str) -> datetime | None:
    """ "… diundur ke jam 10", "jamnya jadi jam 10": what stands behind the last word that leads there; the day or the
    hour that is not told stays."""
    spellings, leading = visit.office.catalog.world.spellings, visit.office.catalog.world.moving_venue["arah"]
    words = sentence.split()
    turn = _turn(visit, words)
    at = max((at for at, word in enumerate(words) if at >= turn and key_of(word) in leading), default=turn)
    behind = [word for word in words[at + 1 :] if speaks_of_time(spellings, key_of(word))]
    local = visit.office.local(meeting.starts_at)
    found = tongue_of(spellings).read_when(" ".join(behind), visit.today, old=local.date()) if behind else None
    when = found.value if isinstance(found, Understood) else None
    if when is None or (when.day is None and when.at is None):
        return None
    return datetime.combine(when.day or local.date(), when.at or local.time(), visit.office.zone)
