"""A meeting is held elsewhere: said in words or asked for on its card, then told to everybody whom the date
concerns."""

import re
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime, timedelta

from bot.core.flow.interpreter import Flow, record
from bot.core.forms.heard import Heard, Typed
from bot.core.forms.state import State
from bot.core.forms.writing import key_of
from bot.store.calendar import occasions
from bot.store.calendar.occasions import Occasion
from bot.store.people.people import Addressee
from bot.store.queues.news import News
from bot.work import conversation
from bot.work.access import allowed, button
from bot.work.calendar import announcing, changeable, elsewhere, pages, stated
from bot.work.calendar.permitted import may_set, meetings
from bot.work.calendar.typed import kinds_in
from bot.work.calendar.venue_words import bare_venue, venue_told
from bot.work.round import Round
from bot.work.saying import letters
from bot.work.saying.naming import date_of, occasion_name, place_name
from bot.work.visit import Journey, Visit

Between = Callable[[Visit, datetime, datetime, Sequence[str]], Awaitable[Sequence[Occasion]]]

_AHEAD = timedelta(days=200)
_OF_ONE = re.compile(r"j:(?:lihat|ubah|tempat|ganti):([0-9]+)")


async def take(visit: Visit, heard: Heard, between: Between) -> bool:
    """ "Tempat musrenbang maiwa ganti ke gedung PKK": which meeting and where to, asked once. `between`: finds those of
    a time, in one's own wilayah or in others."""
    if not isinstance(heard, Typed) or not allowed(button("j"), visit.grants):
        return False
    told = elsewhere.told_in(visit, heard.text)
    if told is None:
        return await _take_alone(visit, heard.text)
    found = await _meant(visit, told.before, between)
    if len(found) == 1:
        await elsewhere.offer(visit, found[0], told.venue, timed=told.timed)
    elif found:
        visit.say("jadwal_tempat_yang_mana")
        await pages.show(visit)
    return bool(found)


async def _take_alone(visit: Visit, text: str) -> bool:
    """ "Di aula kantor desa saja", below a date: where that one is held."""
    world, scopes = visit.office.catalog.world, sorted({grant.scope for grant in visit.grants})
    venue, rest = venue_told(visit, text, scopes) if "?" not in text else ("", "")
    light = world.moving_venue["tempat"] | world.moving_venue["ke"] | world.setting["iringan"] | world.oneself
    if not venue or not light.issuperset(map(key_of, rest.split())):
        return False
    found = await shown_to_set(visit)
    if found:
        await elsewhere.offer(visit, found[0], venue)
    return bool(found)


async def is_known(visit: Visit, text: str, between: Between) -> bool:
    """Whether a meeting stands in the calendar that these words may be about."""
    return bool(await _meant(visit, text, between))


async def _meant(visit: Visit, text: str, between: Between) -> Sequence[Occasion]:
    """Those ahead whose day this person sets, by the place and the kind that are named; of what is not named, the one
    that is shown."""
    begins, kinds = pages.day_begins(visit.office, visit.now), kinds_in(meetings(visit.office, visit.grants), text)
    named = stated.places_in(visit, text)
    looked_at = await shown(visit) if not named and not kinds else []
    theirs = looked_at or await between(visit, begins, begins + _AHEAD, named)
    theirs = [one for one in theirs if may_set(visit.office, visit.grants, one.kind, one.wilayah)]
    theirs = [one for one in theirs if not kinds or one.kind in kinds]
    called = [one for one in theirs if one.about and one.about.lower() in text.lower()]
    return called or theirs


async def shown(visit: Visit) -> list[Occasion]:
    """The one on whose card they look."""
    keys = [_OF_ONE.fullmatch(data) for said in await visit.letters() for _, data in said.keys]
    ids = {int(key[1]) for key in keys if key is not None}
    if len(ids) != 1:
        return []
    one = await visit.ask_once(occasions.one, ids.pop())
    is_ahead = one is not None and one.cancelled_at is None and one.kind in visit.office.catalog.calendar.kinds
    return [one] if one is not None and is_ahead else []


async def shown_to_set(visit: Visit) -> list[Occasion]:
    """That one, where it is theirs to set."""
    return [one for one in await shown(visit) if may_set(visit.office, visit.grants, one.kind, one.wilayah)]


async def ask(visit: Visit, occasion_id: int) -> None:
    """*Ganti tempat*: where to."""
    one = await changeable.to_change(visit, occasion_id)
    if one is not None:
        conversation.start(visit, JOURNEY, about={"occasion": str(one.id)})


async def finish(visit: Visit, flow: Flow, state: State) -> None:
    one = await changeable.to_change(visit, int(state.about["occasion"]))
    if one is not None:
        told = " ".join(record(flow, state)["tempat"]["text"].split())
        again = elsewhere.told_in(visit, told)  # "tempatnya pindah ke gedung PKK"
        await elsewhere.offer(visit, one, again.venue if again is not None else bare_venue(visit, told))


async def carry_out(visit: Visit, occasion_id: int) -> None:
    """*Ganti tempatnya*: everybody else concerned learns of it by the clock."""
    found = await changeable.with_wish(visit, occasion_id)
    if found is None:
        return
    one, wish = found
    if wish.venue and wish.venue != one.place:
        await put(visit, one, wish.venue)
    else:
        visit.stale()


async def put(visit: Visit, one: Occasion, venue: str, *, announced: int | None = None) -> None:
    """`announced`: whoever gets that announcement knows it."""
    places = {"dari": one.place, "ke": venue}
    async with visit.ask() as connection:
        await occasions.put_elsewhere(connection, one.id, venue)
        await occasions.log(connection, one.id, "venue", visit.now, visit.me.id, places)
        await announcing.say_elsewhere(visit, connection, one, places, announced)


async def tell(tour: Round, one: News, told: Sequence[Addressee]) -> None:
    """Nothing, when it was cancelled or put elsewhere again in the meantime, or is over."""
    occasion = await occasions.one(tour.connection, one.subject)
    if occasion is None or occasion.cancelled_at is not None or occasion.place != one.detail["ke"]:
        return
    if announcing.is_over(tour, occasion):
        return
    places = {name: one.detail[name] for name in ("dari", "ke")}
    text = tour.text(
        "jadwal_kabar_tempat",
        nama=occasion_name(tour.office, occasion),
        wilayah=place_name(tour.office, occasion.wilayah),
        hari=date_of(tour.office, occasion),
        **places,
    )
    await letters.promise(tour, [(person, text) for person in told])


JOURNEY = Journey("jadwal_tempat", finish, nudged=True)
