"""Mondays at half past seven: one page for the office, the camat and the facilitators of the kecamatan, to forward as
it is. On a holiday it comes on the next working day."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import datetime, timedelta

from bot.core.hours import DIGEST_AT
from bot.core.records import Grant
from bot.core.tasks.ladder import at
from bot.core.wilayah import lies_in
from bot.store.database import facts
from bot.store.grants import grants_of
from bot.store.people import people
from bot.store.queues import notices
from bot.store.queues.notices import MONDAY, Notice
from bot.store.tasks import ladder
from bot.store.usulan import promises
from bot.work.access import BAPPEDA, CAMAT, FASILITATOR_KECAMATAN
from bot.work.office import Office
from bot.work.readiness.monday_page import Owing, Page, message, page_to_print
from bot.work.readiness.readiness import gather
from bot.work.round import Round
from bot.work.saying.keyboard import keyboard
from bot.work.saying.told import Told
from bot.work.saying.whatsapp import forward_button
from bot.work.tasks import owed, words
from bot.work.visit import Visit

_READERS = (BAPPEDA, CAMAT, FASILITATOR_KECAMATAN)
_WEEK = timedelta(days=7)
#: After a longer downtime, or when the bot is new, the page of this week is not sent any more.
_STALE = timedelta(days=3)


async def raise_due(tour: Round) -> int:
    """Let everybody who reads it have this week's page, once. Returns for how many; costs one look when it was done."""
    monday, due = _this_week(tour.office, tour.now)
    if tour.now < due or (await facts.read(tour.connection, MONDAY) or "") >= monday:
        return 0
    if not await facts.advance(tour.connection, MONDAY, monday) or tour.now - due > _STALE:
        return 0
    readers = await people.ids_with_role(tour.connection, _READERS, tour.now)
    await notices.raise_for(tour.connection, MONDAY, monday, dict.fromkeys(readers, tour.now))
    return len(readers)


def _this_week(office: Office, now: datetime) -> tuple[str, datetime]:
    """The Monday by its date, and when its page is due. In a week without a working day it is due in the next: by then
    there is a newer one."""
    today = office.local(now).date()
    monday = today - timedelta(days=today.weekday())
    return monday.isoformat(), at(office.catalog.calendar.workdays.on_or_after(monday), DIGEST_AT, office.zone)


async def compose(tour: Round, due: Sequence[Notice]) -> Mapping[int, Told]:
    """The page of each reader's own wilayah, with the figures as they are now; nothing while nobody has a date."""
    this_week, grants = (
        _this_week(tour.office, tour.now)[0],
        await grants_of(tour.connection, [one.person_id for one in due], tour.now),
    )
    scopes = {one.id: _scope(grants.get(one.person_id, ())) for one in due if one.subject == this_week}
    pages = await _pages(tour, {*scopes.values()} - {""})
    return {which: pages[scope] for which, scope in scopes.items() if scope in pages}


async def send(visit: Visit) -> None:
    """To whoever asks for it, as it would be now."""
    scope = _scope(visit.grants)
    async with visit.look() as connection:
        pages = await _pages(visit.round(connection), {scope} - {""})
    if scope in pages:
        for method, params in pages[scope].more:
            visit.call(method, **params)
    else:
        visit.say("senin_belum_ada", keyboard([(visit.text("tombol_senin_buka"), "r:awal")]))


async def _pages(tour: Round, scopes: AbstractSet[str]) -> Mapping[str, Told]:
    known = await gather(tour, [tour.office.catalog.places.kabupaten.code])
    villages, before = known.villages(tour.now), known.villages(tour.now - _WEEK)
    if all(one.standing.held_on is None for one in villages):
        return {}
    pages: dict[str, Told] = {}
    for scope in scopes:
        within = [[one for one in each if lies_in(one.code, scope)] for each in (villages, before)]
        owing = await _owing(tour, scope)
        late = sum((await promises.late(tour.connection, [scope], tour.now, 1)).values())
        lapsed = await ladder.lapsed_since(tour.connection, [scope], tour.now - _WEEK)
        pages[scope] = _told(tour.office, Page(scope, tour.today, within[0], within[1], owing, late, lapsed))
    return pages


async def _owing(tour: Round, scope: str) -> list[Owing]:
    """What villages in this wilayah wait for from the office, and what it should have published by now."""
    today = tour.today
    found = await owed.of_office(tour.connection, tour.office, scope, today)
    return [Owing(words.part(tour.office, one.rule, ".judul"), one.waiting) for one in found]


def _scope(grants: Sequence[Grant]) -> str:
    """The widest wilayah in which somebody reads it; empty where they do in none."""
    return min((grant.scope for grant in grants if grant.role in _READERS), key=len, default="")


def _told(office: Office, page: Page) -> Told:
    """The page stands in a message of its own, whatever else is told at the same hour: so it can be forwarded."""
    text = message(office, page)
    see = {"text": office.catalog.text("tombol_senin_buka"), "callback_data": "r:awal"}
    markup = {"inline_keyboard": [[forward_button(office, text.plain)], [see]]}
    sheet = {"document": page_to_print(office, page), "caption": text.html, "parse_mode": "HTML"}
    lead = office.catalog.text("senin_pengantar")
    return Told(lead, more=[("sendDocument", sheet | {"reply_markup": markup})])
