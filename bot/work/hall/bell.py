"""The clock of a turn: when its time is over, whoever began it is told, at any hour, since they asked for it."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import partial
from typing import Any

from bot.core.hall.turns import is_to_ring
from bot.core.records import Grant
from bot.store.calendar import occasions
from bot.store.calendar.occasions import Occasion
from bot.store.database.ids import new_id, time_of
from bot.store.grants import grants_of
from bot.store.hall import hall as stored
from bot.store.hall.hall import Bell, Invitee
from bot.store.queues import outbox
from bot.work.access import button, may_act
from bot.work.hall.meeting import FAMILY, key_of
from bot.work.hall.turns import keys, queue_of
from bot.work.office import Office
from bot.work.round import Round
from bot.work.saying.keyboard import keyboard
from bot.work.saying.letters import text_row


async def ring_due(tour: Round, limit: int) -> int:
    """Tell whoever began a turn that its time is over, and who comes next. Returns how many turns were looked at.

    A bell is taken away in the transaction that promises its message: so it rings once.
    """
    due = await stored.due_bells(tour.connection, tour.now, limit)
    leaders = sorted({one.rings_to for one in due if one.rings_to is not None})
    grants = await grants_of(tour.connection, leaders, tour.now) if leaders else {}
    rows = []
    for one in due:
        occasion = await occasions.one(tour.connection, one.occasion_id)
        if occasion is not None and _is_wanted(one, occasion, grants, tour.now):
            rows.append(_letter(tour.office, one, await stored.guests(tour.connection, occasion.id)))
    await outbox.promise(tour.connection, rows)
    await stored.silence(tour.connection, [one.id for one in due])
    return len(due)


def _is_wanted(one: Bell, occasion: Occasion, grants: Mapping[int, Sequence[Grant]], now: datetime) -> bool:
    """Whoever began the turn can be told, and still leads a meeting that takes place."""
    if one.address is None or one.rings_to is None or one.spoke_at is None or not one.name:
        return False
    leads = occasion.cancelled_at is None and may_act(button(FAMILY), grants.get(one.rings_to, ()), occasion.wilayah)
    return leads and is_to_ring(one.spoke_at, now)


def _letter(office: Office, one: Bell, guests: Sequence[Invitee]) -> dict[str, Any]:
    """The row for the outbox, with the buttons of the screen of turns: an answer, as if they had just looked."""
    queue, speaker = queue_of(guests), next((guest for guest in guests if guest.id == one.id), None)
    follows = {"nama": queue[0].name, "mewakili": queue[0].speaks_for} if queue else None
    text = office.catalog.text("rapat_waktu_habis", nama=one.name, berikut=follows, sisa=max(len(queue) - 1, 0))
    markup = keyboard(*keys(partial(key_of, office, one.occasion_id), queue, speaker))
    real = time_of(new_id())  # a tick brings no seconds of the machine's clock
    return text_row(text, markup, chat=one.address or 0, real=real, person_id=one.rings_to)
