"""Somebody without a telephone has been told: in person, or from a text that was read aloud. It counts as every word
does, and the next one is promised."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from bot.core.records import Usulan
from bot.store.database.database import Connection
from bot.store.deciding import decisions, moves
from bot.store.reading import readings
from bot.store.usulan import events
from bot.work.deciding import feedback
from bot.work.reading import screen
from bot.work.reading.lists import readable
from bot.work.usulan import promised
from bot.work.visit import Visit

_ROUNDED = 2


async def say_told(visit: Visit, usulan_id: int) -> None:
    """*Sudah saya kabari*: what stood above the button when it was shown; of later news they are shown what it is."""
    found = await readable(visit, usulan_id)
    shown = _shown_at(visit)
    if found is None:
        visit.toast("bukan_wilayah")
    elif await mark(visit, [found], events.DIRECTLY, {found.id: shown} if shown else None):
        await screen.say_told(visit, found)
    else:
        visit.stale()
        if found.told_at is None:
            await screen.show(visit, found.id)


def _shown_at(visit: Visit) -> datetime | None:
    """When the message with the button was sent; None where it was said in words. Telegram tells whole seconds."""
    raw = visit.turn.raw if isinstance(visit.turn.raw, dict) else {}
    message = (raw.get("callback_query") or {}).get("message") or {}
    seconds = message.get("date") or 0
    return datetime.fromtimestamp(seconds + _ROUNDED, UTC) if seconds else None


async def mark(
    visit: Visit, found: Sequence[Usulan], event: str, since: Mapping[int, datetime] | None = None
) -> list[Usulan]:
    """Those who have been told by this, the first to say so. `since`: when the text was made that they heard; of whom
    there is later news, they do not know it yet."""
    states = visit.office.catalog.states
    async with visit.ask() as connection:
        newest = await _newest(connection, found)
        fresh = [one for one in found if one.id not in newest or since is None or newest[one.id] <= since[one.id]]
        done = [one for one in fresh if await readings.mark_told(connection, one.id, visit.now)]
        now = await moves.standing(connection, [one.id for one in done])
        await moves.told_in_person(connection, list(now), visit.now)
        ended = [(one, states.of(now[one.id][0]).ends) for one in done]
        await promised.word_given(visit.round(connection), ended)
        for occasion_id in await decisions.deciding(connection, [one.id for one in done]):
            await feedback.settle(visit, connection, occasion_id)
    for one in done:
        events.note(visit.turn, one.id, event)
    return done


async def _newest(connection: Connection, found: Sequence[Usulan]) -> dict[int, datetime]:
    """When each, or the one with which it is one, was moved last."""
    which = [one.id for one in found]
    mains = await moves.mains_of(connection, which)
    newest = await moves.newest_of(connection, [*which, *mains.values()])
    moved = {one: [newest[each].at for each in (one, mains.get(one, one)) if each in newest] for one in which}
    return {one: max(days) for one, days in moved.items() if days}
