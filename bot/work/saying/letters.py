"""Letters that the clock writes: behind every reply, and without a sound in quiet hours."""

from collections.abc import Sequence
from typing import Any

from bot.core.hours import quiet_until
from bot.store.people.people import Addressee
from bot.store.queues import outbox
from bot.store.turn import SCHEDULED, outbox_row
from bot.work.round import Round


async def promise(tour: Round, texts: Sequence[tuple[Addressee, str]]) -> None:
    """One text to each, as long as it may be."""
    rows = [row for person, text in texts for row in _rows(tour, person, text)]
    await outbox.promise(tour.connection, rows)


def _rows(tour: Round, person: Addressee, text: str) -> list[dict[str, Any]]:
    quiet = {"disable_notification": True} if quiet_until(tour.office.local(tour.now)) is not None else {}
    params: dict[str, Any] = {"chat_id": person.address, "parse_mode": "HTML"} | quiet
    return [
        outbox_row(
            "sendMessage",
            params | {"text": part},
            chat=person.address,
            real=tour.real,
            priority=SCHEDULED,
            person_id=person.id,
        )
        for part in tour.office.catalog.split(text)
    ]
