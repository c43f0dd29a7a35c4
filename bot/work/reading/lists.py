"""A facilitator's first screen: what waits for them, what was read, who has to be told in person; and for the office,
where nobody reads yet. A page is one screen of a telephone, and turns in its place."""

from collections.abc import Sequence
from typing import Any

from bot.core.records import Usulan
from bot.store.answering import questions
from bot.store.reading import readings
from bot.store.reading.readings import MOST_COUNTED, Sight
from bot.work.access import BAPPEDA, FASILITATOR_DESA, FASILITATOR_KECAMATAN, Entry, button, command
from bot.work.reading import lines
from bot.work.saying.keyboard import Key, in_rows, keyboard, press
from bot.work.saying.paging import Page, turning
from bot.work.visit import Visit

#: Usulan on a page: with the buttons below it fills the screen of a cheap telephone, and no more.
SIZE = 5
_SORTED, _FIRST = 60, ("now", "feared", "")  # so many are put by what endangers most; of more the oldest come first
_SHORT = 6  # letters on a button, five of which stand side by side
#: Up to so many desa of a kecamatan are named; beyond that their number says enough.
_NAMED = 3
MINE, ALL, READ, UNTOLD, LACKING, SPOKEN = "saya", "semua", "sudah", "kabari", "kurang", "suara"
LISTS = (MINE, ALL, LACKING, SPOKEN, READ, UNTOLD)
#: What else can be done with all of a list: change many at once, read it aloud.
_BESIDE = {READ: ("tombol_centang", "u:banyak:0"), UNTOLD: ("tombol_bacakan", "u:bacakan")}


def sight_of(visit: Visit, entry: Entry) -> Sight:
    """What the person who speaks may see by this row of the access table."""
    return readings.sight(visit.me.id, visit.grants, entry.roles, visit.now)


async def readable(visit: Visit, usulan_id: int) -> Usulan | None:
    """The usulan, if this person may see it."""
    return await visit.look_up(readings.one, sight_of(visit, button("u")), usulan_id)


async def first_screen(visit: Visit) -> None:
    """The office learns first where nobody reads; then, as everybody, what waits for it."""
    if any(grant.role == BAPPEDA for grant in visit.grants):
        await _name_uncovered(visit)
    await show(visit, 0, which=MINE)


async def show(visit: Visit, page: int, *, which: str, in_place: bool = False) -> None:
    """A page of one of the lists. `in_place`: instead of the page whose button was pressed."""
    who = sight_of(visit, command("periksa"))
    async with visit.ask() as connection:
        total = await readings.count(connection, which, who)
        is_sorted = which in (MINE, ALL) and total <= _SORTED
        span = (total, 0) if is_sorted else (SIZE + 1, page * SIZE)
        found = await readings.listed(connection, which, who, *span)
    if is_sorted:  # who may fall with a bridge waits behind nobody
        found.sort(key=lambda one: _FIRST.index(lines.danger_in(visit.office, one.answers)))
        found = found[page * SIZE :]
    on = page_of(found, page, total)
    if not found:
        await _show_nothing(visit, who, which, in_place=in_place)
        return
    tools = [(visit.text("tombol_saring"), "u:saring"), _search(visit), _table(visit), _help(visit)]
    beside = _BESIDE.get(which)
    more = [(visit.text(beside[0], jumlah=in_figures(total)), beside[1])] if beside else []
    rows = [*pages(visit, on, ("u", "hal", which)), tools, more, *await _waiting(visit, who, which)]
    values = {"usulan": await lines.of(visit, who, on.shown, which), **figures(on)}
    put(visit, f"periksa_daftar_{which}", keyboard(*rows), in_place=in_place, **values)


async def waiting(visit: Visit, most: int) -> list[Usulan]:
    """What waits for whoever speaks, the longest first."""
    return await visit.ask_once(readings.listed, MINE, sight_of(visit, command("periksa")), most)


async def _show_nothing(visit: Visit, who: Sight, which: str, *, in_place: bool) -> None:
    """Every other list is one tap away."""
    counts = await count_all(visit, who)
    search = [_search(visit), _table(visit), _help(visit)] if any(counts.values()) else [_help(visit)]
    rows = [*in_rows(keys_to(visit, counts, which)), search, *await _waiting(visit, who, "")]
    others = in_figures(counts[ALL]) if counts[ALL] else ""
    put(visit, f"periksa_kosong_{which}", keyboard(*rows), in_place=in_place, nama=visit.me.name, lain=others)


def _help(visit: Visit) -> Key:
    """*Ini apa?*, in a row with others."""
    return visit.text("tombol_layar_singkat"), "rumah:layar:periksa"


def _search(visit: Visit) -> Key:
    return visit.text("tombol_cari"), "u:cari"


def _table(visit: Visit) -> Key:
    return visit.text("tombol_tabel_usulan"), "u:tabel"


def page_of(found: Sequence[Usulan], number: int, total: int) -> Page[Usulan]:
    """`found`: what was asked for, one more than a page holds; `total` as far as it was counted."""
    return Page(found[:SIZE], number, SIZE, max(total, number * SIZE + len(found)))


def figures(on: Page[Usulan]) -> dict[str, Any]:
    """What the title of a list says of it."""
    told = {"jumlah": in_figures(on.total), "sisa": on.total > len(on.shown)}
    return told | {"mulai": on.start + 1, "akhir": on.start + len(on.shown)}


def pages(visit: Visit, on: Page[Usulan], verb: Sequence[object], *behind: object) -> list[Sequence[Key]]:
    """A button for each usulan, and to the pages before and after; `behind`: what follows the page in their data."""
    return [*in_keys(visit, on), turning(visit.office, on, lambda other: press(*verb, other, *behind))]


def in_keys(visit: Visit, on: Page[Usulan]) -> list[Sequence[Key]]:
    keys = lines.keys(visit, on.shown)
    is_short = all(len(label) <= _SHORT for label, _ in keys)
    return in_rows(keys, SIZE if is_short else 2)


def put(visit: Visit, sentence: str, markup: dict[str, Any], *, in_place: bool, **values: Any) -> None:
    on = visit.turn.message if in_place else None
    visit.show(visit.text(sentence, **values), markup if on or markup["inline_keyboard"] else None, on=on)


async def count_all(visit: Visit, who: Sight) -> dict[str, int]:
    async with visit.ask() as connection:
        return {name: await readings.count(connection, name, who) for name in LISTS}


def keys_to(visit: Visit, counts: dict[str, int], which: str = "") -> list[Key]:
    """To the other lists that have something in them; *all* only where there is more than one's own."""
    shown = [name for name in LISTS if name != which and counts[name]]
    if counts[ALL] == counts[MINE] and ALL in shown and which in (MINE, ""):
        shown.remove(ALL)
    return [(_counted(visit, f"tombol_daftar_{name}", counts[name]), press("u", "hal", name, 0)) for name in shown]


def _counted(visit: Visit, label: str, number: int) -> str:
    return visit.office.plain(label, jumlah=in_figures(number))


def in_figures(number: int) -> str:
    """More than that was not counted."""
    return f"{MOST_COUNTED}+" if number > MOST_COUNTED else str(number)


async def _waiting(visit: Visit, who: Sight, which: str) -> list[Sequence[Key]]:
    """What somebody waits for."""
    async with visit.ask() as connection:
        untold = await readings.count(connection, UNTOLD, who) if which == MINE else 0
        asked = await questions.count(connection, who)
    waits = [(_counted(visit, f"tombol_daftar_{UNTOLD}", untold), press("u", "hal", UNTOLD, 0))] if untold else []
    if asked:
        waits.append((visit.text("tombol_pertanyaan", jumlah=asked), "q:daftar:0"))
    return [[one] for one in waits]


async def _name_uncovered(visit: Visit) -> None:
    """Per kecamatan, how many desa have neither their own facilitator nor one of the kecamatan."""
    held = await visit.ask_once(readings.scopes_with, (FASILITATOR_DESA, FASILITATOR_KECAMATAN), visit.now)
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
