"""The book of promises: until when who is told what. The next word about an usulan comes by a day that is said, whether
anything was decided or not."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.core.records import Usulan
from bot.core.tasks.ladder import at
from bot.store.usulan import promises
from bot.store.usulan.promises import ANSWER, NEWS, READ, Term
from bot.work.office import Office
from bot.work.round import Round
from bot.work.visit import Visit

#: How much earlier the clock begins: hours in which nobody is rung, and a day's budget, lie between.
AHEAD = timedelta(days=4)


def news_term(office: Office, now: datetime) -> Term:
    """Days of the calendar: people count them so."""
    policy = office.catalog.calendar.policy
    day = office.local(now).date() + timedelta(days=policy.news_days)
    due_at = at(day, policy.hours[0], office.zone)
    return Term(due_at, due_at - AHEAD)


def term(office: Office, kind: str, now: datetime) -> Term:
    """Working days: somebody has to do something."""
    policy, workdays = office.catalog.calendar.policy, office.catalog.calendar.workdays
    days = {READ: policy.read_days, ANSWER: policy.answer_days}[kind]
    due_at = at(workdays.add(office.local(now).date(), days), policy.hours[0], office.zone)
    return Term(due_at, due_at)


def begin(visit: Visit, usulan_id: int, desa: str, person_id: int | None) -> datetime:
    """What the receipt promises: a word when it is read, and one by a day. Returns that day."""
    news = news_term(visit.office, visit.now)
    promises.make(visit.turn, NEWS, usulan_id, desa, person_id, news)
    if person_id is not None:
        promises.make(visit.turn, READ, usulan_id, desa, person_id, term(visit.office, READ, visit.now))
    return news.due_at


async def word_given(tour: Round, found: Sequence[tuple[Usulan, bool]]) -> datetime:
    """These were told where they stand (True: and nothing is waited for any more). Returns by when the others have
    their next word."""
    news = news_term(tour.office, tour.now)
    goes_on = [(one.id, one.desa, one.person_id) for one, ends in found if not ends]
    await promises.renew(tour.connection, goes_on, tour.now, news)
    await promises.end(tour.connection, NEWS, [one.id for one, ends in found if ends], tour.now)
    await promises.end(tour.connection, READ, [one.id for one, ends in found if ends], tour.now, promises.MOOT)
    return news.due_at
