"""The table of contents of what many are told because of one act: a date set, moved, cancelled. Broadcasts stand on the
same: one row with the act, fanned out by the clock, behind every reply."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

import structlog

from bot.store.database.database import DATABASE_AWAY
from bot.store.people.people import Addressee
from bot.store.queues import news as stored
from bot.store.queues.news import News
from bot.work.broadcasts.under_way import knowing
from bot.work.calendar import announcing, venues
from bot.work.deciding import moved, telling
from bot.work.lessons import stories
from bot.work.monitoring import showing
from bot.work.round import Round
from bot.work.training import closing

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Edition:
    """`whom`: so many of those concerned behind `told_up_to`, in the order of their ids. `tell`: promises each what
    they are told, or nothing where it is no longer true."""

    whom: Callable[[Round, News, int], Awaitable[Sequence[Addressee]]]
    tell: Callable[[Round, News, Sequence[Addressee]], Awaitable[None]]


EDITIONS: dict[str, Edition] = {
    announcing.SET: Edition(announcing.whom, announcing.tell_set),
    announcing.MOVED: Edition(announcing.whom, announcing.tell_moved),
    announcing.ELSEWHERE: Edition(announcing.whom, venues.tell),
    announcing.CANCELLED: Edition(announcing.whom, announcing.tell_cancelled),
    stories.PASSED_ON: Edition(stories.whom, stories.tell),
    telling.DECIDED: Edition(telling.whom, telling.tell),
    moved.MOVED: Edition(moved.whom, moved.tell),
    showing.AFTER: Edition(showing.whom, showing.tell),
    closing.OPENED: Edition(closing.whom, closing.tell),
}


async def tell_next(tour: Round, most: int) -> int:
    """A slice of the news that waits longest, in the transaction that says how far it has come; news for few share a
    slice. Returns how many were told, and counts news that concerns nobody as one."""
    most = min(most, tour.office.news_at_once)
    room = most
    while room > 0 and (one := await stored.next_due(tour.connection, tour.now)) is not None:
        room -= max(await _tell_slice(tour, one, room), 1)
    return most - room


async def _tell_slice(tour: Round, one: News, most: int) -> int:
    edition = EDITIONS.get(one.kind)
    if await knowing.waits(tour, one):
        return 0
    people = await edition.whom(tour, one, most) if edition is not None else ()
    know = await knowing.those(tour, one, [person.id for person in people])
    others = [person for person in people if person.id != one.by and person.id not in know]
    if edition is not None and others:
        await _tell(tour, edition, one, others)
    if len(people) < most:
        await stored.finish(tour.connection, one.id)
    else:
        await stored.go_on(tour.connection, one.id, people[-1].id, tour.now)
    return len(people)


async def _tell(tour: Round, edition: Edition, one: News, people: Sequence[Addressee]) -> None:
    """All together. When that makes trouble, each alone: whoever makes it is left out and stands in the log, the others
    are told. When it is with everybody, it is the news that makes it, and the news is put aside (`due`)."""
    trouble = await _trouble_with(tour, edition, one, people)
    if trouble is None:
        return
    left_out = [person.id for person in people if await _trouble_with(tour, edition, one, [person]) is not None]
    if len(left_out) == len(people):
        raise trouble
    log.error("these are not told", news=one.id, kind=one.kind, people=left_out, exc_info=trouble)


async def _trouble_with(tour: Round, edition: Edition, one: News, people: Sequence[Addressee]) -> Exception | None:
    try:
        async with tour.connection.begin_nested():
            await edition.tell(tour, one, people)
    except DATABASE_AWAY:
        raise
    except Exception as error:  # noqa: BLE001  # whatever it is, others are told
        return error
    return None
