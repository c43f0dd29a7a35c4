"""An announcement that lay overnight: "besok" is told against the day of its words, or of the hour it was planned for;
where it leaves on another day, that day stands there in its place."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bot.core.broadcasts.shapes import Message
from bot.store.broadcasts import broadcasts
from bot.store.broadcasts.broadcasts import Broadcast, Event
from bot.store.database.database import Connection
from bot.work.office import Office
from bot.work.round import Round
from bot.work.saying import days_written
from bot.work.visit import Visit


async def as_meant(tour: Round, one: Broadcast) -> Broadcast:
    """As it is to be read if it begins now, or at its hour; what is out as it is read today."""
    if one.began_at is not None:
        return since_it_began(tour.office, one, tour.today)
    begins = tour.office.local(max(one.starts_at or tour.now, tour.now)).date()
    if begins == tour.office.local(one.made_at).date() or dated(tour.office, one, begins) == one:
        return one
    said = await _said_on(tour, one)
    return one if said == begins else dated(tour.office, one, said)


def since_it_began(office: Office, one: Broadcast, today: date) -> Broadcast:
    began = office.local(one.began_at).date() if one.began_at is not None else today
    return one if began == today else dated(office, one, began)


async def put_down(tour: Round, one: Broadcast, by: int | None) -> Broadcast:
    """The same, and it stays so."""
    found = await as_meant(tour, one)
    if found != one:
        await broadcasts.change(tour.connection, one.id, message=found.message)
        await note(tour, one, found.message, by)
    return found


async def say_dated(visit: Visit, connection: Connection, one: Broadcast) -> Broadcast:
    """The same, where somebody takes it up again."""
    found = await put_down(visit.round(connection), one, visit.me.id)
    if found != one:
        visit.say("siaran_tanggal_ditulis")
    return found


async def note(tour: Round, one: Broadcast, message: Message, by: int | None) -> None:
    """That it reads otherwise than `one` since now: its near days are those of today."""
    asked = {"diminta": one.message.asked} if message.asked != one.message.asked else {}
    await broadcasts.note(tour.connection, one.id, "changed", by, tour.now, before=one.message.html, **asked)


def dated(office: Office, one: Broadcast, day: date) -> Broadcast:
    """With the dates that were meant on that `day`."""
    html, asked = (days_written.dated(office, text, day) for text in (one.message.html, one.message.asked))
    return replace(one, message=replace(one.message, html=html, asked=asked))


async def _said_on(tour: Round, one: Broadcast) -> date:
    """Its card told the days as of the hour it was planned for, if any."""
    written = _written(await broadcasts.history(tour.connection, one.id), one)
    return tour.office.local(max(written.at, one.starts_at or written.at) if written else tour.now).date()


def _written(events: Sequence[Event], one: Broadcast) -> Event | None:
    """When its words became what they are; whoever else gets it, or whatever else was changed of it since."""
    made = next((event for event in events if event.kind == "made"), None)
    changes = (event for event in reversed(events) if event.kind == "changed")
    return next((event for event in changes if _is_of_words(event, one)), made)


def _is_of_words(event: Event, one: Broadcast) -> bool:
    return event.detail.get("before") != one.message.html or "diminta" in event.detail
