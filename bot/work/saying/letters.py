"""Letters that the clock writes: behind every reply, and without a sound in quiet hours."""

from collections.abc import Mapping, Sequence
from typing import Any

from bot.core.hours import quiet_until
from bot.core.names import spoken_to
from bot.store.people.people import Addressee
from bot.store.queues import outbox
from bot.store.turn import SCHEDULED, outbox_row
from bot.work.round import Round


async def promise(tour: Round, texts: Sequence[tuple[Addressee, str]]) -> None:
    """One text to each, as long as it may be."""
    await promise_with_buttons(tour, [(person, text, None) for person, text in texts])


async def promise_with_buttons(tour: Round, texts: Sequence[tuple[Addressee, str, Mapping[str, Any] | None]]) -> None:
    """The same, with buttons under its last part."""
    rows = []
    for person, text, markup in texts:
        parts = list(tour.office.catalog.split(text))
        rows += [_row(tour, person, part, None) for part in parts[:-1]]
        rows.append(_row(tour, person, parts[-1], markup))
    await outbox.promise(tour.connection, rows)


async def promise_pictures(
    tour: Round, wanted: Sequence[tuple[Addressee, Mapping[str, Any], str, Mapping[str, Any] | None]]
) -> None:
    """A picture to each, made just before it leaves (`bot.reports`), with the words and the buttons under it."""
    rows = []
    for person, picture, caption, markup in wanted:
        what = {"photo": picture, "caption": caption, "parse_mode": "HTML"}
        rows.append(_letter(tour, person, "sendPhoto", what, markup))
    await outbox.promise(tour.connection, rows)


def text_row(text: str, markup: Mapping[str, Any] | None = None, *, chat: int, **how: Any) -> dict[str, Any]:
    """A text to a chat, with its buttons, as a row for the outbox; `how` as for any row."""
    params = {"chat_id": chat, "text": text, "parse_mode": "HTML"} | ({"reply_markup": markup} if markup else {})
    return outbox_row("sendMessage", params, chat=chat, **how)


def _row(tour: Round, person: Addressee, text: str, markup: Mapping[str, Any] | None) -> dict[str, Any]:
    what = {"text": spoken_to(person.name, text), "parse_mode": "HTML"}
    return _letter(tour, person, "sendMessage", what, markup)


def _letter(
    tour: Round, person: Addressee, method: str, what: Mapping[str, Any], markup: Mapping[str, Any] | None
) -> dict[str, Any]:
    quiet = {"disable_notification": True} if quiet_until(tour.office.local(tour.now)) is not None else {}
    params: dict[str, Any] = {"chat_id": person.address} | dict(what) | quiet
    if markup is not None:
        params["reply_markup"] = markup
    whom = {"chat": person.address, "person_id": person.id}
    return outbox_row(method, params, real=tour.real, priority=SCHEDULED, **whom)
