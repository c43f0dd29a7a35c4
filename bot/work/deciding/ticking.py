"""Many usulan at once: those of the same fate are ticked, page by page, and changed together."""

from typing import Any

from bot.core.records import Usulan
from bot.store.deciding import moves, ticks
from bot.store.reading import readings
from bot.work.access import button
from bot.work.deciding.chosen import TICKED
from bot.work.reading.lists import READ, sight_of
from bot.work.saying.keyboard import Key, in_rows, keyboard
from bot.work.saying.paging import Page, turning
from bot.work.usulan import standing
from bot.work.usulan.usulan import place, summary
from bot.work.visit import Visit

_LISTED = 8


async def show(visit: Visit, page: int) -> None:
    """Everything that was read in one's wilayah, by number; in the place of the message when a page is turned."""
    async with visit.ask() as connection:
        who = sight_of(visit, button("u"))
        total = await readings.count(connection, READ, who)
        found = await readings.listed(connection, READ, who, _LISTED, page * _LISTED)
        ticked = await ticks.of(connection, visit.me.id)
        now = await moves.standing(connection, [one.id for one in found])
    if not found:
        visit.say("keadaan_centang_kosong")
        return
    lines = [_line(visit, one, now[one.id][0]) | {"centang": one.id in ticked} for one in found]
    markup = _keys(visit, Page(found, page, _LISTED, total), ticked)
    visit.show(visit.text("keadaan_centang", usulan=lines), markup, on=visit.turn.message)


def _line(visit: Visit, one: Usulan, state: str | None) -> dict[str, Any]:
    track = standing.track_of(visit.office, one.desa)
    told = {"nomor": visit.office.spoken_number(one), "tempat": place(one.answers)}
    return told | {"ringkas": summary(visit.office, one.answers), "keadaan": standing.name(visit.office, state, track)}


def _keys(visit: Visit, on: Page[Usulan], ticked: dict[int, int]) -> dict[str, Any]:
    keys: list[Key] = []
    for one in on.shown:
        label = "tombol_tercentang" if one.id in ticked else "tombol_belum_tercentang"
        number = visit.office.spoken_number(one)
        keys.append((visit.office.catalog.text(label, nomor=number), f"u:centang:{one.id}:{on.number}"))
    turn = turning(visit.office, on, lambda other: f"u:banyak:{other}")
    change = [(visit.text("tombol_centang_ubah", jumlah=len(ticked)), f"u:ubah:{TICKED}")] if ticked else []
    clear = [(visit.text("tombol_centang_kosong"), f"u:takcentang:{on.number}")] if ticked else []
    return keyboard(*in_rows(keys), turn, change, clear)


async def tick(visit: Visit, usulan_id: int, page: int) -> None:
    """On, or off again; it is kept how it stood when it was ticked."""
    async with visit.ask() as connection:
        found = await readings.one(connection, sight_of(visit, button("u")), usulan_id)
        seen = (await moves.standing(connection, [usulan_id])).get(usulan_id, (None, 0))[1]
        if found is not None:
            await ticks.turn(connection, visit.me.id, usulan_id, seen)
    if found is None:
        visit.toast("bukan_wilayah")
    else:
        await show(visit, page)


async def clear(visit: Visit, page: int) -> None:
    await visit.ask_once(ticks.clear, visit.me.id)
    await show(visit, page)
