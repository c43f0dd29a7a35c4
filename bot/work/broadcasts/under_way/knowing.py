"""Who knows news of a date already, since an announcement told it to them."""

from collections.abc import Collection, Sequence
from datetime import timedelta

from bot.store.broadcasts import audience, broadcasts
from bot.store.broadcasts.broadcasts import DONE, PAUSED, RUNNING, WAITING
from bot.store.queues import news
from bot.store.queues.news import News
from bot.work.calendar.announcing import ANNOUNCED
from bot.work.round import Round

_SOON, _AFTER = timedelta(minutes=5), timedelta(seconds=5)
_TELLS = (WAITING, RUNNING, PAUSED, DONE)


async def waits(tour: Round, one: News) -> bool:
    """Until an announcement that leaves within minutes has left, or was held: then it is told to everybody."""
    number = one.detail.get(ANNOUNCED)
    found = await broadcasts.one(tour.connection, number) if number is not None else None
    if found is None or found.state != WAITING or found.next_at is None or found.next_at > one.at + _SOON:
        return False
    await news.go_on(tour.connection, one.id, one.told_up_to, max(found.next_at, tour.now) + _AFTER)
    return True


async def those(tour: Round, one: News, people: Sequence[int]) -> Collection[int]:
    """Of these people whoever is meant by it, while it is not stopped or taken back."""
    number = one.detail.get(ANNOUNCED)
    found = await broadcasts.one(tour.connection, number) if number is not None and people else None
    if found is None or found.state not in _TELLS:
        return ()
    return await audience.still_meant(tour.connection, audience.asked_by(found, tour.now, tour.today), people)
