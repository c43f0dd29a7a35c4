"""What happened to an announcement, by whom and when; and the words that a ralat replaced."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from bot.catalog.markup import visible
from bot.catalog.texts import as_html
from bot.core.forms.say import Words
from bot.core.forms.writing import in_short
from bot.store.broadcasts import broadcasts
from bot.store.broadcasts.broadcasts import Broadcast, Event
from bot.store.people import people
from bot.work.broadcasts.outcome.results import LOOKED_AT, head_of
from bot.work.broadcasts.under_way import steering
from bot.work.saying.keyboard import Key, in_rows, keyboard
from bot.work.saying.paging import page_of, turning
from bot.work.visit import Visit

_LINES, _WORDINGS = 12, 6
_SHORT = 160  # characters of old words beside what happened


async def _seen(visit: Visit, broadcast_id: int) -> tuple[Broadcast, list[Event]] | None:
    """For its author, and for an officer of the wilayah; else a word why not. Officers who were asked by name."""
    async with visit.ask() as connection:
        one = await steering.to_see(visit, connection, broadcast_id)
        if one is None:
            return None
        events = await broadcasts.history(connection, broadcast_id)
        asked = {officer for event in events for officer in event.detail.get("petugas", ())}
        called = await people.names(connection, asked)
    return one, [_with_names(event, called) for event in events]


def _with_names(event: Event, called: Mapping[int, str]) -> Event:
    names = [called[one] for one in event.detail.get("petugas", ()) if one in called]
    return replace(event, detail={**event.detail, "kepada": names}) if names else event


async def show(visit: Visit, broadcast_id: int, page: int) -> None:
    """*Riwayat*, from the beginning."""
    seen = await _seen(visit, broadcast_id)
    if seen is None:
        return
    one, events = seen
    on = page_of(events, page, _LINES)
    turn = turning(visit.office, on, lambda other: f"a:riwayat:{one.id}:{other}")
    rows = [turn, *in_rows(_old_words(visit, one, events)), _back(visit, one)]
    lines = [_told(visit, event) for event in on.shown]
    visit.say("siaran_riwayat", keyboard(*rows), **head_of(visit, one), kejadian=lines)


def _old_words(visit: Visit, one: Broadcast, events: Sequence[Event]) -> list[Key]:
    """To each of the last wordings, by the place of the event that replaced it."""
    replaced = [at for at, event in enumerate(events) if "before" in event.detail]
    keys = [
        (visit.text("tombol_siaran_lama", ke=number), f"a:lama:{one.id}:{at}") for number, at in enumerate(replaced, 1)
    ]
    return keys[-_WORDINGS:]


def _back(visit: Visit, one: Broadcast) -> list[Key]:
    return [(visit.text("tombol_siaran_hasil"), f"a:hasil:{one.id}")] if one.state in LOOKED_AT else []


def _told(visit: Visit, event: Event) -> dict[str, Any]:
    local = visit.office.local(event.at)
    name = f"siaran_riwayat_{event.kind}"
    known = name if name in visit.office.catalog.texts else "siaran_riwayat_lain"
    detail = {key: event.detail.get(key, "") for key in ("jumlah", "kepada", "catatan")}
    before = " ".join(visible(event.detail.get("before", "")).split())
    what = Words(known, detail | {"dulu": in_short(before, _SHORT)})
    return {"pada": f"{visit.office.day(event.at)}, {local:%H.%M}", "oleh": event.by, "apa": what}


async def show_old_words(visit: Visit, broadcast_id: int, at: int) -> None:
    """The whole wording before that change."""
    seen = await _seen(visit, broadcast_id)
    if seen is None:
        return
    one, events = seen
    if at >= len(events) or "before" not in events[at].detail:
        visit.stale()
        return
    keys = [(visit.text("tombol_siaran_riwayat"), f"a:riwayat:{one.id}:0")]
    day = visit.office.day(events[at].at)
    visit.say("siaran_lama", keyboard(keys), hari=day, isi=as_html(events[at].detail["before"]))
