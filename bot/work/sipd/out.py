"""/sipd: the usulan of a kecamatan as a table to type from; what is missing stands first, village by village."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from bot.core.forms.say import Words
from bot.store.sipd import sheets as stored
from bot.work.access import command
from bot.work.reading.lists import sight_of
from bot.work.saying import files
from bot.work.saying.keyboard import Key, keyboard, press
from bot.work.saying.naming import place_name
from bot.work.sipd.rows import COLUMNS, COMPULSORY, Source, lacking, row_of
from bot.work.visit import Visit

FAMILY = "si"
#: Rows of one sheet: more than any kecamatan brings in a year.
_MOST = 3_000
_LISTED = 40


async def choose(visit: Visit) -> None:
    """Which kecamatan and year; nothing to choose where there is one."""
    async with visit.ask() as connection:
        found = await stored.parts(connection, sight_of(visit, command("sipd")))
    if not found:
        visit.say("sipd_kosong")
    elif len(found) == 1:
        await send(visit, found[0].kecamatan, found[0].year)
    else:
        keys = []
        for one in found[:_LISTED]:
            told = {"kecamatan": place_name(visit.office, one.kecamatan), "tahun": one.year, "jumlah": one.count}
            keys.append([(visit.label(Words("sipd_tombol", told))[:60], press(FAMILY, one.kecamatan, one.year))])
        visit.say("sipd_mana", keyboard(*keys, _incoming(visit)))


async def send(visit: Visit, kecamatan: str, year: int) -> None:
    """Two sheets: what is missing, and the rows."""
    async with visit.ask() as connection:
        found = await stored.of_part(connection, sight_of(visit, command("sipd")), kecamatan, year, _MOST)
        ids = [one.id for one in found]
        photos, typed = await stored.photos(connection, ids), await stored.typed(connection, ids)
    if not found:
        visit.stale()
        return
    sources = [Source(one, typed.get(one.id, {}), photos.get(one.id, ())) for one in found]
    rows = [row_of(visit.office, source) for source in sources]
    name = "-".join(["SIPD", *place_name(visit.office, kecamatan).split(), str(year)])
    told = {"kecamatan": place_name(visit.office, kecamatan), "tahun": year, "jumlah": len(rows)}
    incomplete = sum(bool(lacking(row)) for row in rows)
    files.make(
        visit,
        "sheet",
        table(visit, rows, name),
        visit.text("sipd_kirim", kurang=incomplete, penuh=len(rows) == _MOST, **told),
        keyboard(_incoming(visit)),
    )


def _incoming(visit: Visit) -> list[Key]:
    """*Masukkan jawaban SIPD*, in a row with nothing else."""
    return [(visit.text("sipd_tombol_masuk"), press(FAMILY, "masuk"))]


def table(visit: Visit, rows: Sequence[Mapping[str, Any]], name: str) -> dict[str, Any]:
    """The arguments of the report `sheet`."""
    heads = [visit.label(Words(f"sipd_kolom.{column}")) for column in COLUMNS]
    lines = [[row[column] for column in COLUMNS] for row in rows]
    whole = {"title": visit.label(Words("sipd_lembar.isi")), "head": heads, "rows": lines}
    return {"filename": name, "sheets": [_missing(visit, rows), whole]}


def _missing(visit: Visit, rows: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """How many of each village lack what: the worst first."""
    number = Counter(row["desa"] for row in rows)
    lacks = {desa: Counter(one for row in rows if row["desa"] == desa for one in lacking(row)) for desa in number}
    order = sorted(number, key=lambda desa: (-sum(lacks[desa].values()), desa))
    heads = [visit.label(Words(f"sipd_kolom.{name}")) for name in ("desa", "jumlah", *COMPULSORY)]
    lines = [[desa, number[desa], *(lacks[desa][name] for name in COMPULSORY)] for desa in order]
    return {"title": visit.label(Words("sipd_lembar.kurang")), "head": heads, "rows": lines}
