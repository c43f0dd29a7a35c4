"""On the day of a meeting whoever leads it hears of nothing else that can wait, and from its eve on of no lesson."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta

from bot.core.hours import DIGEST_AT
from bot.core.tasks.owners import FACILITATORS
from bot.store.calendar import concerned
from bot.store.queues.notices import LEARNING, PATIENT, Notice
from bot.work.round import Round

_DAY = timedelta(days=1)


async def held_until(tour: Round, due: Sequence[Notice]) -> dict[int, datetime]:
    """By notice: the morning after the meeting. What they put off to this very hour themselves comes."""
    patient = [notice for notice in due if notice.kind in PATIENT and not notice.is_asked_for]
    lead = await _meetings(tour, sorted({notice.person_id for notice in patient})) if patient else {}
    held: dict[int, datetime] = {}
    for notice in patient:
        near = tour.today + _DAY if notice.kind in LEARNING else tour.today
        days = [day for day in lead.get(notice.person_id, ()) if day <= near]
        if days:
            held[notice.id] = datetime.combine(max(days) + _DAY, DIGEST_AT, tour.office.zone).astimezone(UTC)
    return held


async def _meetings(tour: Round, people: Sequence[int]) -> dict[int, list[date]]:
    """The days, today or tomorrow, on which each of these leads one; a stage is no meeting."""
    office = tour.office
    kinds = [kind.key for kind in office.catalog.calendar.kinds.values() if not kind.stage]
    first = datetime.combine(tour.today, time(), office.zone)
    spell = {"first": first, "last": first + 2 * _DAY, "now": tour.now}
    led = await concerned.led(tour.connection, people, FACILITATORS, kinds, **spell)
    return {person: [office.local(at).date() for at in found] for person, found in led.items()}
