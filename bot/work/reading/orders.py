"""*Tabel*: all usulan of one's wilayah as a file. The clock reads some hundred at a time, so that nobody who writes
meanwhile waits for ten thousand; the file itself is made in the child process, as every other."""

import json
import zlib
from base64 import b64encode
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from bot.core.forms.say import Words
from bot.core.places.spelling import fold
from bot.core.understanding.times.days import show_date
from bot.store.people import people
from bot.store.people.people import Addressee
from bot.store.queues import outbox
from bot.store.reading import orders as stored
from bot.store.reading import readings
from bot.store.reading.orders import ALL, Only, Order, Told
from bot.store.turn import SCHEDULED, outbox_row
from bot.work.access import command
from bot.work.reading import lists, rows
from bot.work.reading.rows import COLUMNS, WALL, Rows
from bot.work.round import Round
from bot.work.saying import du_rkp
from bot.work.saying.keyboard import Key, keyboard, press
from bot.work.saying.naming import place_name
from bot.work.usulan.usulan import planning_year
from bot.work.visit import Visit

TABLE, PAPER = "tabel", "dinding"
#: Usulan that are read in one look of the clock; years that are offered.
SLICE, _YEARS = 250, 3
#: What an office opens at once, and what is still read on a wall.
MOST = {TABLE: 20_000, PAPER: 500}


async def offer(visit: Visit) -> None:
    """A table to work with and a paper to pin up, for the years in which there is anything."""
    years = await _years_told(visit)
    if years:
        request = du_rkp.key(visit)
        visit.say("tabel_pilih", keyboard(*(_keys(visit, year) for year in years), request), durkp=bool(request))


async def order_newest(visit: Visit, only: Only = ALL) -> None:
    """The table of the newest year at once, as it was asked for in words; what else there is stands below."""
    years = await _years_told(visit, only)
    if years:
        await _order(visit, years[0], TABLE, only)
        (_, paper), *others = [_keys(visit, year) for year in years]
        keys = keyboard([paper], *others, du_rkp.key(visit))
        visit.say("tabel_disiapkan", keys, tahun=years[0], wilayah=_place(visit, only), **_sifted(only))


def _place(visit: Visit, only: Only) -> str:
    return place_name(visit.office, only.inside) if only.inside else ""


def _sifted(only: Only) -> dict[str, Any]:
    """By what it is sifted, as it is told with the file."""
    return {"kata": only.words, "belum": only.unread}


async def _years_told(visit: Visit, only: Only = ALL) -> list[int]:
    """Those in which there is anything; that there is nothing is said."""
    newest = planning_year(visit.office, visit.now)
    years = await visit.ask_once(stored.years, lists.sight_of(visit, command("periksa")), newest, _YEARS, only)
    if not years:
        visit.say("tabel_kosong", wilayah=_place(visit, only), **_sifted(only))
    return years


def _keys(visit: Visit, year: int) -> list[Key]:
    return [
        (visit.office.plain(f"tombol_{kind}", tahun=year), press("u", "pesan", kind, year)) for kind in (TABLE, PAPER)
    ]


async def order(visit: Visit, year: int, *, kind: str) -> None:
    visit.toast("tabel_dipesan" if await _order(visit, year, kind) else "tabel_ditunggu")


async def _order(visit: Visit, year: int, kind: str, only: Only = ALL) -> bool:
    """False when it is being made already."""
    return await visit.ask_once(stored.add, visit.me.id, kind, year, visit.now, only)


async def make_due(tour: Round, limit: int) -> int:
    """Each file goes on by a slice, or leaves. Returns how many were looked at."""
    due = await stored.due(tour.connection, tour.now, limit)
    for one in due:
        await _go_on(tour, one)
    if due:
        tour.left.add("files")
    return len(due)


async def _go_on(tour: Round, order: Order) -> None:
    """Whoever reads no longer gets nothing more to see."""
    who = await readings.sight_now(tour.connection, order.person_id, command("periksa").roles, tour.now)
    room = min(SLICE, MOST[order.kind] - order.number)
    found = await stored.next_of(tour.connection, who, order, room) if who.scopes and room else []
    if not found:
        await _send(tour, order, who.scopes)
        return
    last = found[-1].usulan
    reached = replace(order, kecamatan=last.kecamatan, serial=last.serial, number=order.number + len(found))
    await stored.go_on(tour.connection, reached, await _packed(tour, order, found), tour.now)


async def _packed(tour: Round, order: Order, found: Sequence[Told]) -> str:
    """The rows as a line of text: compressed, so that neither the database nor a letter grows with the words."""
    made = Rows(tour, order.person_id)
    await made.look_up([one.usulan.id for one in found], own=order.kind == TABLE)
    lines = [made.row(one) if order.kind == TABLE else made.on_the_wall(one) for one in found]
    return b64encode(zlib.compress(json.dumps(lines).encode())).decode() + "\n"


async def _send(tour: Round, order: Order, scopes: Sequence[str]) -> None:
    packed = await stored.take(tour.connection, order)
    whom = await people.named(tour.connection, order.person_id)
    if whom is None or not scopes:
        return
    if not order.number:
        await _promise(
            tour, whom, "sendMessage", {"text": tour.text("tabel_kosong", wilayah="", **_sifted(order.only))}
        )
        return
    place = ", ".join(
        tour.office.catalog.places.scope_name(scope) for scope in ([order.only.inside] if order.only.inside else scopes)
    )
    told = {"wilayah": place, "tahun": order.year, "jumlah": order.number, "batas": order.number >= MOST[order.kind]}
    caption = tour.text(f"{order.kind}_judul_kirim", **told, **_sifted(order.only))
    params = {"document": _report(tour, order, place, packed), "caption": caption}
    await _promise(tour, whom, "sendDocument", params)


async def _promise(tour: Round, whom: Addressee, method: str, params: dict[str, Any]) -> None:
    whole = {"chat_id": whom.address, "parse_mode": "HTML"} | params
    row = outbox_row(method, whole, chat=whom.address, person_id=whom.id, real=tour.real, priority=SCHEDULED)
    await outbox.promise(tour.connection, [row])


def _report(tour: Round, order: Order, place: str, packed: str) -> dict[str, Any]:
    label = tour.office.catalog.label
    day = show_date(tour.today)
    title = label(Words(f"{order.kind}_judul", {"tahun": order.year} | _sifted(order.only)))
    apart = _sifted(order.only) | {"kata": order.only.words.replace(" ", "-")}
    name = label(Words("tabel_berkas", {"tempat": fold(place)[:30], "tahun": order.year} | apart))
    args: dict[str, Any] = {"filename": name, "title": title, "packed": packed.split()}
    if order.kind == TABLE:
        kinds = list(COLUMNS.values())
        heads = rows.heads(tour.office, list(COLUMNS))
        columns = [[head, kind, width] for head, (kind, width) in zip(heads, kinds, strict=True)]
        return {"report": "usulan_table", "args": args | {"columns": columns, "note": f"{place}, {day}"}}
    paper: dict[str, Any] = {"agency": tour.office.bappeda, "title": title, "subtitle": place, "day": day}
    paper |= {"footer": label(Words("dinding_kaki")), "head": rows.heads(tour.office, WALL)}
    paper |= {"note": label(Words("dinding_catatan"))}
    return {"report": "usulan_wall", "args": args | {"data": paper}}
