"""The DU-RKP Desa as a page: what stands above its lines, its sums, who signs, and what is left to fill in."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from bot.core.calendar.years import fed_by
from bot.core.records import Usulan
from bot.core.understanding.days import show_date
from bot.core.wilayah import kecamatan_of
from bot.store.hall.letterheads import Letterhead
from bot.store.sipd.du_rkp import Request
from bot.work.office import Office
from bot.work.saying import letterhead
from bot.work.saying.naming import place_name
from bot.work.sipd.du_rkp_rows import Line, cells, for_opensid
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
