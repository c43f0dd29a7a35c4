"""What came of the usulan of a year: how many were taken on and how many were not, beside those of another year or by
kecamatan, as an officer's chief asks. What nobody counts is said to be so."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import astuple
from datetime import datetime, timedelta

from bot.core.deciding.states import DESA
from bot.core.forms.heard import Typed
from bot.store.calendar import occasions
from bot.store.reading import tallies
from bot.store.reading.readings import Sight
from bot.store.reading.tallies import Outcomes
from bot.work.access import command
from bot.work.places.asked import by_kecamatan, inside, named
from bot.work.readiness.readiness import villages_in
from bot.work.reading.lists import sight_of
from bot.work.saying.keyboard import keyboard
from bot.work.saying.naming import place_name
from bot.work.usulan import standing
from bot.work.usulan.usulan import planning_year
from bot.work.visit import Visit

_YEAR = re.compile(r"\b20[0-9]{2}\b")
_KINDS = ("musrenbang_desa", "musrenbang_kelurahan")
_MEETINGS = 1_000  # of a kabupaten, and more
_NOTHING = Outcomes(0, 0, 0, 0, 0)
#: What an office asks of a year's end, the farthest last.
_PLANNED = ("diakomodir", "masuk_rkpd", "masuk_apbd", "dikerjakan", "selesai")


async def tell_all(visit: Visit, heard: Typed) -> None:
    """By kecamatan where there are several, and where each of them stands."""
    await tell(visit, heard, of_each=True)


async def tell(visit: Visit, heard: Typed, *, of_each: bool = False) -> None:
    who = sight_of(visit, command("periksa"))
    where, apart, now = (
        inside(visit, heard.text, who.scopes),
        by_kecamatan(visit, heard.text),
        planning_year(visit.office, visit.now),
    )
    told = []
    for year in _years(visit, heard.text, now) or await _of_late(visit, who, where, now):
        found = await visit.look_up(tallies.outcomes, who, where, year)
        each = [{"wilayah": place_name(visit.office, code), **_values(one)} for code, one in sorted(found.items())]
        told.append(
            {
                "tahun": year,
                "kecamatan": each if apart or (of_each and len(each) > 1) else [],
                **_values(_sum(found.values())),
            }
        )
    visit.say(
        "tanya_kerja_angka",
        keyboard([(visit.text("tombol_tabel_usulan"), "u:tabel")]) if of_each else None,
        tabel=of_each,
        wilayah=named(visit, where),
        tahun=told,
        perempuan=_says(visit, heard.text, "wanita"),
        bidang=_says(visit, heard.text, "bidang"),
        musrenbang=await _held(visit, where) if _says(visit, heard.text, "musrenbang") else {},
    )


async def tell_planned(visit: Visit, heard: Typed) -> None:
    """How many stand in the plan of the year that is made, or was last, and in its budget."""
    who, now = sight_of(visit, command("periksa")), planning_year(visit.office, visit.now)
    where = inside(visit, heard.text, who.scopes)
    years = _years(visit, heard.text, now) or await _of_late(visit, who, where, now)
    told = []
    for year in years:
        found = await visit.look_up(tallies.by_state, who, where, year)
        each = [
            {"nama": standing.name(visit.office, key, DESA), "jumlah": found[key]} for key in _PLANNED if key in found
        ]
        told.append({"tahun": year, "jumlah": sum(found.values()), "keadaan": each})
    visit.say("tanya_kerja_masuk", wilayah=named(visit, where), tahun=told)


async def _of_late(visit: Visit, who: Sight, where: Sequence[str], now: int) -> list[int]:
    """The year that is spoken for now; with the one before while nothing is decided of it."""
    found = [_sum((await visit.look_up(tallies.outcomes, who, where, year)).values()) for year in (now - 1, now)]
    is_new = found[1].left == found[1].all
    return [now - 1, now] if is_new and found[0].all else [now]


def is_of_more(visit: Visit, text: str) -> bool:
    """Whether another year is asked for, or each kecamatan by itself."""
    return by_kecamatan(visit, text) or bool(_years(visit, text, planning_year(visit.office, visit.now)))


def is_apart(visit: Visit, text: str) -> bool:
    """Whether the figures say by themselves what is asked: another year, women, each kecamatan, each field."""
    return is_of_more(visit, text) or any(_says(visit, text, one) for one in ("wanita", "bidang", "musrenbang"))


def year_named(visit: Visit, text: str, now: int) -> int | None:
    """The earlier one, where two are."""
    return next(iter(_years(visit, text, now)), None)


def _years(visit: Visit, text: str, now: int) -> list[int]:
    """Those that are named, the earlier first: "tahun lalu" is the one before that which is spoken for now; beside it
    is compared with this one. None where none is named."""
    years = {int(year) for year in _YEAR.findall(text)}
    if _says(visit, text, "tahun_lalu"):
        years.add(now - 1)
    if years and (_says(visit, text, "banding") or _says(visit, text, "tahun_ini")):
        years.add(now) if len(years) == 1 else None
    return sorted(years)


def _says(visit: Visit, text: str, what: str) -> bool:
    """One of these words, or of these pairs of words."""
    said = f" {' '.join(re.findall(r'[0-9a-z-]+', text.lower()))} "
    return any(f" {word} " in said for word in visit.office.catalog.world.asked_of_work[what])


def _sum(found: Iterable[Outcomes]) -> Outcomes:
    each = [*found, _NOTHING]
    return Outcomes(*map(sum, zip(*map(astuple, each), strict=True)))


def _values(one: Outcomes) -> Mapping[str, int]:
    return {
        "jumlah": one.all,
        "lanjut": one.taken,
        "desa": one.by_village,
        "cadangan": one.reserve,
        "belum": one.refused,
        "sisa": one.left,
    }


async def _held(visit: Visit, where: Sequence[str]) -> Mapping[str, int]:
    """In how many villages the musrenbang of this year's plan was held."""
    begins: datetime = visit.office.span_of(visit.office.cycle_of(visit.now))[0]
    held = await visit.look_up(
        occasions.held, where, begins, visit.now - timedelta(seconds=1), 0, _MEETINGS, list(_KINDS)
    )
    return {"sudah": len({one.wilayah for one in held}), "semua": len(villages_in(visit.office, where))}
