"""A facilitator's first screen: what waits for them, what was read, who has to be told in person; and for the office,
where nobody reads yet."""

from typing import Any

from bot.catalog.texts import as_html
from bot.core.forms.say import Words
from bot.core.records import Usulan
from bot.core.usulan import quality
from bot.store.answering import questions
from bot.store.reading import readings
from bot.store.reading.readings import Sight
from bot.work.access import BAPPEDA, FASILITATOR_DESA, FASILITATOR_KECAMATAN, Entry, command
from bot.work.office import Office
from bot.work.saying.keyboard import keyboard
from bot.work.saying.paging import Page, turning
from bot.work.usulan import outcomes
from bot.work.usulan.usulan import place, spoken_name, summary
from bot.work.visit import Visit

_LISTED = 8
#: Up to so many desa of a kecamatan are named; beyond that their number says enough.
_NAMED = 3
MINE, ALL, READ, UNTOLD = "saya", "semua", "sudah", "kabari"
LISTS = (MINE, ALL, READ, UNTOLD)


def sight_of(visit: Visit, entry: Entry) -> Sight:
    """What the person who speaks may see by this row of the access table."""
    return readings.sight(visit.me.id, visit.grants, entry.roles, visit.now)


async def first_screen(visit: Visit) -> None:
    """The office learns first where nobody reads; then, as everybody, what waits for it."""
    if any(grant.role == BAPPEDA for grant in visit.grants):
        await _name_uncovered(visit)
    await show(visit, 0, which=MINE)


async def show(visit: Visit, page: int, *, which: str) -> None:
    """A page of one of the lists, each usulan with how well it is told and what is missing."""
    who = sight_of(visit, command("periksa"))
    async with visit.ask() as connection:
        counts = {name: await readings.count(connection, name, who) for name in LISTS}
        asked = await questions.count(connection, who)
        found = await readings.listed(connection, which, who, _LISTED, page * _LISTED)
    rows = [
        [(_label(visit.office, "tombol_baca", nomor=_number(visit.office, one)), f"u:lihat:{one.id}")] for one in found
    ]
    on = Page(found, page, _LISTED, counts[which])
    rows.append(turning(visit.office, on, lambda other: f"u:daftar:{which}:{other}"))
    rows += _others(visit.office, which, counts)
    if asked:
        rows.append([(visit.text("tombol_pertanyaan", jumlah=asked), "q:daftar:0")])
    name = visit.me.name
    markup = keyboard(*rows, [(visit.text("tombol_layar"), "rumah:layar:periksa")])
    if not found:
        visit.say(f"periksa_kosong_{which}", markup, nama=name, lain=counts[ALL])
        return
    lines = [await _line(visit, one, which) for one in found]
    visit.say(f"periksa_daftar_{which}", markup, usulan=lines, jumlah=counts[which], mulai=on.start + 1)


async def _line(visit: Visit, one: Usulan, which: str) -> dict[str, Any]:
    lacks = quality.lacks(one.answers)
    told: dict[str, Any] = {
        "nomor": _number(visit.office, one),
        "tempat": place(one.answers),
        "ringkas": summary(one.answers),
    }
    told |= {
        "hari": visit.office.day(one.spoken_at),
        "mutu": quality.MOST - len(lacks),
        "kurang": marks(visit.office, lacks),
    }
    if which == UNTOLD:
        told["siapa"] = await speaker_name(visit, one)
        told["hasil"] = as_html((await outcomes.of_usulan(visit, [one.id])).get(one.id, ""))
    return told


async def speaker_name(visit: Visit, one: Usulan) -> str:
    """Who spoke through somebody else; empty for nobody we know by name, and for who does not want to be named."""
    if one.speaker_id is None or is_unnamed(visit, one):
        return ""
    async with visit.ask() as connection:
        found = await readings.voice_of(connection, one.speaker_id)
    return found[0] if found else ""


def is_unnamed(visit: Visit, one: Usulan) -> bool:
    """Whether this reader is to see no name; whoever wrote it down knows it, and brings them the news."""
    return one.unnamed and one.typed_by != visit.me.id


def called(visit: Visit, one: Usulan, name: str) -> str:
    """How somebody who brought an usulan is called before its readers."""
    return visit.text("tanpa_nama") if is_unnamed(visit, one) else name


def marks(office: Office, lacks: list[str]) -> str:
    """What is missing, in plain words."""
    return ", ".join(_label(office, f"mutu_{mark}") for mark in lacks)


def _others(office: Office, which: str, counts: dict[str, int]) -> list[list[tuple[str, str]]]:
    """To the other lists that have something in them; *all* only where there is more than one's own."""
    shown = [name for name in LISTS if name != which and counts[name]]
    if counts[ALL] == counts[MINE] and ALL in shown and which == MINE:
        shown.remove(ALL)
    return [[(_label(office, f"tombol_daftar_{name}", jumlah=counts[name]), f"u:daftar:{name}:0")] for name in shown]


def _number(office: Office, one: Usulan) -> str:
    return spoken_name(office, one.kecamatan, one.serial)


def _label(office: Office, name: str, **values: Any) -> str:
    return office.catalog.label(Words(name, values))


async def _name_uncovered(visit: Visit) -> None:
    """Per kecamatan, how many desa have neither their own facilitator nor one of the kecamatan."""
    async with visit.ask() as connection:
        held = await readings.scopes_with(connection, (FASILITATOR_DESA, FASILITATOR_KECAMATAN), visit.now)
    places = visit.office.catalog.places
    lines: list[dict[str, Any]] = []
    for kecamatan in places.children(places.kabupaten.code):
        desa = places.children(kecamatan.code)
        without = [one.name for one in desa if one.code not in held]
        if kecamatan.code not in held and without:
            few = without if len(without) <= _NAMED else []
            lines.append({"nama": kecamatan.name, "jumlah": len(without), "dari": len(desa), "sebut": ", ".join(few)})
    if lines:
        total = sum(line["jumlah"] for line in lines)
        visit.say("periksa_tanpa_pembaca", kecamatan=lines, jumlah=total)
