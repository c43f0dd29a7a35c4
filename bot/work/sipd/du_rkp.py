"""*DU-RKP Desa*: what a desa asks of the kabupaten, as the sheet that its kepala desa signs; from the rows of the sheet
for SIPD, so that nothing is typed twice. What stands above its lines, its sums, who signs, and what is left to fill in.
A kelurahan has none."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from bot.core.calendar.years import fed_by
from bot.core.forms.writing import key_of
from bot.core.records import Usulan
from bot.core.understanding.times.days import show_date
from bot.core.wilayah import is_kelurahan, kecamatan_of
from bot.store.deciding.decisions import ONWARD
from bot.store.hall import letterheads
from bot.store.hall.letterheads import Letterhead
from bot.store.reading.readings import Sight
from bot.store.sipd import du_rkp as stored
from bot.store.sipd.du_rkp import Request
from bot.work.access import button
from bot.work.office import Office
from bot.work.reading.lists import sight_of
from bot.work.saying import du_rkp, files, letterhead
from bot.work.saying.du_rkp import REQUESTING
from bot.work.saying.keyboard import Key, in_rows, keyboard, press
from bot.work.saying.naming import place_name
from bot.work.sipd import kamus as kamus_of
from bot.work.sipd.du_rkp_rows import Line, cells, for_opensid, line_of
from bot.work.sipd.out import sources_of
from bot.work.visit import Visit

_OPENSID = ("nama", "volume", "anggaran", "lokasi", "manfaat", "keterangan", "nomor")
_NAMED = 20  # numbers that a caption holds
_COLUMNS = ("no", "bidang", "kegiatan", "lokasi", "volume", "waktu", "biaya", "sumber")
#: Columns that are empty only where a villager told nothing, and what fills them.
_PARTLY = {"bidang": "bidang", "kegiatan": "activity", "lokasi": "place", "volume": "size"}


@dataclass(frozen=True, slots=True)
class Asked:
    """`kept`: how many are for one reader alone, or tell of violence; `turned_down`: how many were sent and refused;
    `waiting`: what the desa agreed on and nobody has sent yet."""

    of: Request
    lines: Sequence[Line]
    kept: int
    turned_down: int
    known: Letterhead
    waiting: Sequence[Usulan] = ()

    @property
    def plan(self) -> int:
        """The year for which it is asked."""
        return fed_by(self.of.year)


def in_order(office: Office, lines: Sequence[Line]) -> list[Line]:
    """By bidang as the content names them; what has none stands at the end."""
    order = {name: at for at, name in enumerate(dict.fromkeys(office.catalog.sipd.bidang.values()))}
    return sorted(lines, key=lambda line: order.get(line.bidang, len(order)))


def caption(visit: Visit, asked: Asked, *, on_paper: bool) -> str:
    """What it is, and which columns are to be filled in by hand."""
    empty = [column for column, name in _PARTLY.items() if not all(getattr(line, name) for line in asked.lines)]
    return visit.text(
        "durkp_kirim",
        desa=place_name(visit.office, asked.of.desa),
        tahun=asked.plan,
        jumlah=len(asked.lines),
        sebagian=[_label(visit, f"kolom_{one}") for one in empty],
        tertutup=asked.kept,
        ditolak=asked.turned_down,
        kertas=on_paper,
        belum=[visit.office.spoken_number(one) for one in asked.waiting[:_NAMED]],
        belum_lagi=max(len(asked.waiting) - _NAMED, 0),
        keadaan=visit.text("keadaan.masuk_du.nama"),
    )


def sheet(visit: Visit, asked: Asked) -> dict[str, Any]:
    """The arguments of the report `du_rkp`: numbers as numbers, sums that add up by themselves."""
    return _frame(visit, asked) | {
        "filename": _filename(visit, asked),
        "groups": _groups(visit, [(line, _measured(line)) for line in asked.lines]),
        "beside": [_origins(visit, asked.lines), _opensid(visit, asked)],
    }


def _origins(visit: Visit, lines: Sequence[Line]) -> dict[str, Any]:
    """Which usulan each line is; and what comes near in the kamus, where there is one."""
    columns = ("no", "nomor", "saran") if any(line.near for line in lines) else ("no", "nomor")
    rows = [[at, line.number, line.near][: len(columns)] for at, line in enumerate(lines, 1)]
    head = [_label(visit, f"kolom_{one}") for one in columns]
    return {"title": _label(visit, "asal"), "head": head, "rows": rows}


def _opensid(visit: Visit, asked: Asked) -> dict[str, Any]:
    head = [_label(visit, f"opensid_{one}") for one in _OPENSID]
    rows = [for_opensid(one, asked.plan) for one in asked.lines]
    return {"title": _label(visit, "opensid"), "head": head, "rows": rows}


def paper(visit: Visit, asked: Asked) -> dict[str, Any]:
    """The arguments of the report `document`."""
    data = _frame(visit, asked) | {
        "agency": visit.office.bappeda,
        "kop": letterhead.above(visit.office, asked.of.desa, asked.known),
        "day": show_date(visit.today),
        "footer": _label(visit, "kaki"),
        "groups": _groups(visit, [(line, line.size) for line in asked.lines]),
    }
    return {"template": "du_rkp", "data": data, "filename": _filename(visit, asked)}


def _label(visit: Visit, name: str, **told: Any) -> str:
    return visit.office.plain(f"durkp.{name}", **told)


def _filename(visit: Visit, asked: Asked) -> str:
    return "-".join(["DU-RKP", *place_name(visit.office, asked.of.desa).split(), str(asked.plan)])


def _measured(line: Line) -> Any:
    return line.size if line.amount is None else {"amount": line.amount, "unit": line.unit}


def _frame(visit: Visit, asked: Asked) -> dict[str, Any]:
    """What stands around the lines, on both."""
    _, _, name = place_name(visit.office, asked.of.desa).partition(" ")
    signing = {"role": letterhead.official(visit.office, asked.of.desa), "name": asked.known.head}
    return {
        "title": _label(visit, "judul"),
        "subtitle": _label(visit, "tahun", tahun=asked.plan),
        "facts": _facts(visit, asked.of.desa),
        "head": [_label(visit, f"kolom_{column}") for column in _COLUMNS],
        "sum": _label(visit, "jumlah_semua"),
        "dated": _label(visit, "tempat", desa=name),
        "signing": [{"role": _label(visit, "ketua_tim"), "name": ""}, signing],
    }


def _facts(visit: Visit, desa: str) -> list[list[str]]:
    places = visit.office.catalog.places
    named = {"desa": desa, "kecamatan": kecamatan_of(desa), "kabupaten": places.kabupaten.code}
    told = [(level, place_name(visit.office, code).partition(" ")[2]) for level, code in named.items()]
    return [[_label(visit, level), name] for level, name in (*told, ("provinsi", places.province))]


def _groups(visit: Visit, lines: Sequence[tuple[Line, Any]]) -> list[dict[str, Any]]:
    """The lines of each bidang under one sum; numbered from first to last."""
    numbered = enumerate(lines, 1)
    return [
        {
            "rows": [[at, *cells(line, size)] for at, (line, size) in found],
            "sum": _label(visit, "jumlah", bidang=bidang),
        }
        for bidang, found in groupby(numbered, lambda one: one[1][0].bidang)
    ]


#: Rows of one sheet: more than any desa asks for. Desa and years that are offered.
_MOST, _LISTED = 3_000, 40
#: More of them tell something else.
_FEW_WORDS = 6


async def choose(visit: Visit) -> None:
    """Which desa and year, of several kecamatan which of these first; nothing to choose where there is one."""
    found = await _found(visit)
    around = Counter(kecamatan_of(one.desa) for one in found)
    if len(found) == 1:
        await send(visit, found[0].desa, found[0].year)
    elif len(around) > 1:
        rows = in_rows([_kecamatan_key(visit, code, count) for code, count in sorted(around.items())])
        visit.say("durkp_kecamatan", keyboard(*rows))
    elif found:
        visit.say("durkp_mana", keyboard(*([_key(visit, one)] for one in found[:_LISTED])))
    elif any(not is_kelurahan(scope) for scope in _sight(visit).scopes):
        visit.say("durkp_kosong", keadaan=visit.text("keadaan.masuk_du.nama"))
    else:
        visit.stale()


async def choose_in(visit: Visit, kecamatan: str) -> None:
    """Of one kecamatan, by one who sees several."""
    found = [one for one in await _found(visit) if kecamatan_of(one.desa) == kecamatan]
    if found:
        visit.say("durkp_mana", keyboard(*([_key(visit, one)] for one in found[:_LISTED])))
    else:
        visit.stale()


async def _found(visit: Visit) -> list[Request]:
    found = await visit.look_up(stored.of_all, _sight(visit), _upward(visit))
    return [one for one in found if not is_kelurahan(one.desa)]


def _kecamatan_key(visit: Visit, code: str, count: int) -> Key:
    told = {"kecamatan": place_name(visit.office, code), "jumlah": count}
    return visit.office.plain("durkp_tombol_kecamatan", **told)[:60], press(du_rkp.FAMILY, "di", code)


def _key(visit: Visit, one: Request) -> Key:
    told = {"desa": place_name(visit.office, one.desa), "tahun": fed_by(one.year), "jumlah": one.count}
    return visit.office.plain("durkp_tombol_satu", **told)[:60], press(du_rkp.FAMILY, one.desa, one.year)


def is_asked(visit: Visit, text: str) -> bool:
    """ "Minta DU-RKP", typed by somebody who has a desa. Who asks what it is, or tells that it is done, wants none."""
    world, spoken = visit.office.catalog.world, re.sub(r"\W+", " ", text.lower()).split()
    named = any(f" {words} " in f" {' '.join(spoken)} " for words in world.petitions)
    asks = named and len(spoken) <= _FEW_WORDS and not key_of(text).startswith(world.asking)
    return asks and world.finished.isdisjoint(spoken) and bool(du_rkp.key(visit))


async def send(visit: Visit, desa: str, year: int) -> None:
    """As an .xlsx to go on with, and the way to the paper."""
    asked = await _asked(visit, Request(desa, year))
    if asked is not None:
        more = keyboard([(visit.text("durkp_tombol_cetak"), press(du_rkp.FAMILY, "cetak", desa, year))])
        files.make(visit, "du_rkp", sheet(visit, asked), caption(visit, asked, on_paper=False), more)


async def send_paper(visit: Visit, desa: str, year: int) -> None:
    """The same as a PDF, to fill in by hand and to sign."""
    asked = await _asked(visit, Request(desa, year))
    if asked is not None:
        files.make(visit, "document", paper(visit, asked), caption(visit, asked, on_paper=True))


async def _asked(visit: Visit, one: Request) -> Asked | None:
    """None where it was told why there is nothing."""
    who, upward = _sight(visit), _upward(visit)
    if is_kelurahan(one.desa) or not who.scopes:
        visit.stale()
        return None
    async with visit.look() as connection:
        usulan = await stored.usulan_of(connection, who, one, upward, _MOST)
        turned_down = await stored.count_turned_down(connection, who, one, upward)
        waiting = await stored.not_sent(connection, who, one, upward, _agreed(visit))
        sources = await sources_of(visit, connection, usulan)
        kamus = await kamus_of.holding(connection, visit.office)
        known = await letterheads.of(connection, one.desa)
    open_ones = [source for source in sources if not source.held]
    lines = [line_of(visit.office, each, kamus) for each in open_ones]
    kept = len(sources) - len(lines)
    if lines:
        return Asked(one, in_order(visit.office, lines), kept, turned_down, known, waiting)
    if kept or turned_down:
        visit.say("durkp_tanpa_isi", tertutup=kept, ditolak=turned_down)
    else:
        visit.stale()
    return None


def _sight(visit: Visit) -> Sight:
    return sight_of(visit, button(du_rkp.FAMILY))


def _agreed(visit: Visit) -> list[str]:
    """Where an usulan stands that a meeting of the desa carries on."""
    found = (visit.office.catalog.states.forum(kind, ONWARD) for kind in REQUESTING)
    return [state.key for state in found if state is not None]


def _upward(visit: Visit) -> list[str]:
    return visit.office.catalog.states.going_up()
