"""/sipd: the usulan of a kecamatan as a table to type from; what is missing stands first, village by village."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from bot.core.forms.say import Words
from bot.core.records import Usulan
from bot.core.sipd.kamus import Kamus
from bot.store.database.database import Connection
from bot.store.deciding import moves
from bot.store.people import people
from bot.store.reading import sifted
from bot.store.sipd import du_rkp as whose
from bot.store.sipd import sheets as stored
from bot.work.access import allowed, button, command
from bot.work.reading.delicate import is_delicate
from bot.work.reading.lists import sight_of
from bot.work.saying import du_rkp, files
from bot.work.saying.keyboard import Key, keyboard, press
from bot.work.saying.naming import place_name
from bot.work.sipd import kamus as kamus_of
from bot.work.sipd import photos as bundles
from bot.work.sipd.rows import COLUMNS, COMPULSORY, FAMILY, Source, lacking, row_of, told_by
from bot.work.usulan import found_out as known_since
from bot.work.visit import Visit

Row = Mapping[str, Any]
#: Rows of one sheet: more than any kecamatan brings in a year.
_MOST = 3_000
_LISTED = 40


async def choose(visit: Visit) -> None:
    """Which kecamatan and year; nothing to choose where there is one."""
    found = await visit.ask_once(stored.parts, sight_of(visit, command("sipd")))
    if not found:
        visit.say("sipd_kosong", keyboard(*_onward(visit)[1:]))
    elif len(found) == 1:
        await send(visit, found[0].kecamatan, found[0].year)
    else:
        keys = []
        for one in found[:_LISTED]:
            told = {"kecamatan": place_name(visit.office, one.kecamatan), "tahun": one.year, "jumlah": one.count}
            keys.append([(visit.office.plain("sipd_tombol", **told)[:60], press(FAMILY, one.kecamatan, one.year))])
        visit.say("sipd_mana", keyboard(*keys, *_onward(visit)))


async def send(visit: Visit, kecamatan: str, year: int) -> None:
    """Two sheets: what is missing, and the rows. What was turned down is not typed out, and counted."""
    part, who = stored.Part(kecamatan, year), sight_of(visit, command("sipd"))
    async with visit.ask() as connection:
        found = await stored.of_part(connection, who, part, _MOST) if who.scopes else []
        turned_down = await stored.count_left_out(connection, who, part) if who.scopes else 0
        sources = await sources_of(visit, connection, found)
        kamus = await kamus_of.holding(connection, visit.office)
    told: dict[str, Any] = {"kecamatan": place_name(visit.office, kecamatan), "tahun": year, "ditolak": turned_down}
    if sources:
        _make(visit, sources, kamus, told, bundles.key(visit, sources, kecamatan, year))
    elif turned_down:
        visit.say("sipd_ditolak", **told)
    else:
        visit.say("sipd_kosong", keyboard(*_onward(visit)[1:]))


async def send_photos(visit: Visit, kecamatan: str, year: int, part: int) -> None:
    """*Foto-fotonya*, as far as they stand in the sheet of this reader."""
    who = sight_of(visit, command("sipd"))
    async with visit.ask() as connection:
        found = await stored.of_part(connection, who, stored.Part(kecamatan, year), _MOST) if who.scopes else []
        sources = await sources_of(visit, connection, found)
    bundles.send(visit, sources, kecamatan, year, part)


async def sources_of(visit: Visit, connection: Connection, found: Sequence[Usulan]) -> list[Source]:
    """With what was typed down of their voices, their photos, and who has the words of those that are not for all."""
    ids = [one.id for one in found]
    photos, typed = await stored.photos(connection, ids), await sifted.typed_down(connection, ids)
    readers = {person for one in found for person in (one.reader_id, one.read_by) if person is not None}
    names = await people.names(connection, readers)
    now = await moves.standing(connection, ids)
    own, found_out = await whose.names_in(connection, ids), await known_since.look_up(connection, visit.office, ids)
    return [
        Source(
            one,
            mine,
            photos.get(one.id, ()),
            _held_by(visit, one, mine, names),
            own.get(one.id, ()),
            now[one.id][0],
            found_out.get(one.id, known_since.NOTHING),
        )
        for one in found
        for mine in [typed.get(one.id, {})]
    ]


def _held_by(visit: Visit, one: Usulan, typed: Mapping[str, str], names: Mapping[int, str]) -> str:
    """Who has the words of what others are not to type out; empty where they may."""
    if one.reader_id is not None:
        return visit.office.plain("sipd_kata.pembaca", nama=names.get(one.reader_id, ""))
    told = Words("sipd_kata.peka", {"nama": names.get(one.read_by or 0, "")})
    return visit.label(told) if is_delicate(visit.office, one.answers, typed) else ""


def _make(visit: Visit, sources: Sequence[Source], kamus: Kamus, told: Mapping[str, Any], pictures: list[Key]) -> None:
    rows = [row_of(visit.office, source, kamus) for source in sources]
    open_ones = [row for row, source in zip(rows, sources, strict=True) if not source.held]
    name = "-".join(["SIPD", *str(told["kecamatan"]).split(), str(told["tahun"])])
    sums = {"jumlah": len(rows), "penuh": len(rows) == _MOST, "tertutup": len(rows) - len(open_ones)}
    incomplete = sum(bool(lacking(row)) for row in open_ones)
    none = visit.text("kamus_tidak_ada")
    sums |= {"kamus": bool(kamus.entries), "tanpa_kamus": sum(row["saran"] == none for row in rows)}
    text = visit.text("sipd_kirim", kurang=incomplete, **sums, **told)
    files.make(visit, "sheet", table(visit, rows, open_ones, name), text, keyboard(pictures, *_onward(visit)))


def _onward(visit: Visit) -> list[list[Key]]:
    """*Masukkan jawaban SIPD*; and *Masukkan kamus usulan*, *DU-RKP Desa* for whoever may, each in a row of its own."""
    rows = [[(visit.text("sipd_tombol_masuk"), press(FAMILY, "masuk"))]]
    if allowed(button(kamus_of.FAMILY), visit.grants):
        rows.append([(visit.text("kamus_tombol_masuk"), press(kamus_of.FAMILY, "masuk"))])
    return [*rows, du_rkp.key(visit)]


def table(visit: Visit, rows: Sequence[Row], open_ones: Sequence[Row], name: str) -> dict[str, Any]:
    """The arguments of the report `sheet`. Only of `open_ones` it can be seen what is missing."""
    heads = [visit.office.plain(f"sipd_kolom.{column}") for column in COLUMNS]
    lines = [[row[column] for column in COLUMNS] for row in rows]
    whole = {"title": visit.office.plain("sipd_lembar.isi"), "head": heads, "rows": lines}
    return {"filename": name, "sheets": [_missing(visit, open_ones), whole]}


def _missing(visit: Visit, rows: Sequence[Row]) -> dict[str, Any]:
    """How many of each village lack what: the worst first."""
    number = Counter(row["desa"] for row in rows)
    lacks = {desa: Counter(one for row in rows if row["desa"] == desa for one in lacking(row)) for desa in number}
    order = sorted(number, key=lambda desa: (-sum(lacks[desa].values()), desa))
    heads = [visit.office.plain(f"sipd_kolom.{name}") for name in ("desa", "jumlah", *map(told_by, COMPULSORY))]
    lines = [[desa, number[desa], *(lacks[desa][name] for name in COMPULSORY)] for desa in order]
    return {"title": visit.office.plain("sipd_lembar.kurang"), "head": heads, "rows": lines}
