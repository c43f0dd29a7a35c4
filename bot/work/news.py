"""The table of contents of what many are told because of one act: a date set, moved, cancelled. Broadcasts stand on the
same: one row with the act, fanned out by the clock, behind every reply."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from bot.store.people.people import Addressee
from bot.store.queues import news as stored
from bot.store.queues.news import News
from bot.work.calendar import announcing
from bot.work.round import Round


@dataclass(frozen=True, slots=True)
class Edition:
    """`whom`: so many of those concerned behind `told_up_to`, in the order of their ids. `tell`: promises each what
    they are told, or nothing where it is no longer true."""

    whom: Callable[[Round, News, int], Awaitable[Sequence[Addressee]]]
    tell: Callable[[Round, News, Sequence[Addressee]], Awaitable[None]]


EDITIONS: dict[str, Edition] = {
    announcing.SET: Edition(announcing.whom, announcing.tell_set),
    announcing.MOVED: Edition(announcing.whom, announcing.tell_moved),
    announcing.CANCELLED: Edition(announcing.whom, announcing.tell_cancelled),
}


async def tell_next(tour: Round, most: int) -> int:
    """A slice of the oldest news, in the transaction that says how far it has come. Returns how many were told."""
    one = await stored.next_due(tour.connection, tour.now)
    if one is None:
        return 0
    edition = EDITIONS.get(one.kind)
    people = await edition.whom(tour, one, most) if edition is not None else ()
    others = [person for person in people if person.id != one.by]
    if edition is not None and others:
        await edition.tell(tour, one, others)
    if people:
        await stored.go_on(tour.connection, one.id, people[-1].id)
    if len(people) < most:
        await stored.finish(tour.connection, one.id)
    return len(people)
