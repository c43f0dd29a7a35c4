"""/kemajuan: who is where and who has stopped, by kecamatan."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from math import floor
from typing import Any

from bot.core.forms.writing import key_of
from bot.core.wilayah import KECAMATAN, is_narrower, is_wider, kecamatan_of, lies_in_any
from bot.store.lessons import overview as stored
from bot.store.lessons.overview import Standing
from bot.work.access import (
    DELEGASI,
    FASILITATOR_DESA,
    FASILITATOR_KECAMATAN,
    OPERATOR,
    PENDAMPING,
    allowed,
    button,
)
from bot.work.saying import files
from bot.work.saying.keyboard import in_rows, keyboard
from bot.work.saying.naming import place_name
from bot.work.saying.paging import page_of, turning
from bot.work.visit import Visit

#: Who is taught; those who look after them may learn, too, and are not counted.
_TAUGHT = (DELEGASI, FASILITATOR_DESA, FASILITATOR_KECAMATAN, PENDAMPING, OPERATOR)
#: Whoever began, and opened nothing for so long, has stopped.
STOPPED = timedelta(days=21)
_ON_A_PAGE, _HARDEST = 8, 5
#: Of fewer people's answers nothing is told: it would be somebody's own mistake.
_FEWEST = 3
#: As many bars as fit a picture.
_BARS = 24


def _scopes(visit: Visit) -> list[str]:
    """The wilayah that somebody looks after."""
    return sorted({grant.scope for grant in visit.grants if grant.role in button("z").roles})


def _has_stopped(visit: Visit, one: Standing) -> bool:
    return one.opened_at is not None and visit.now - one.opened_at > STOPPED


async def show(visit: Visit) -> None:
    """By kecamatan; whoever looks after one sees its people at once."""
    scopes = _scopes(visit)
    if not any(is_wider(scope, KECAMATAN) for scope in scopes):
        await show_people(visit, scopes[0], 0)
        return
    found = await _learners(visit, scopes)
    lines = [_summary(visit, code, theirs) for code, theirs in _by_kecamatan(found).items()]
    keys = [(place_name(visit.office, code), f"z:kec:{code}:0") for code in _by_kecamatan(found) if _is_one(code)]
    more = [(visit.text(f"tombol_kemajuan_{act}"), f"z:{act}") for act in ("soal", "tabel", "gambar")]
    given = [(visit.text("tombol_kemajuan_sertifikat"), "ser:daftar:0")] if allowed(button("ser"), visit.grants) else []
    idle = [(visit.text("tombol_kemajuan_sapa_semua"), "z:sapa_semua")] if any(map(_is_idle, lines)) else []
    visit.say("kemajuan", keyboard(*in_rows(keys), more, idle, given), jumlah=len(found), wilayah=lines)


def _is_idle(line: dict[str, Any]) -> bool:
    return bool(line["berhenti"] or line["belum"])


def _is_one(code: str) -> bool:
    return not is_wider(code, KECAMATAN)


async def _learners(visit: Visit, scopes: Sequence[str]) -> list[Standing]:
    return await visit.ask_once(stored.learners_in, scopes, _TAUGHT, visit.now)


def _by_kecamatan(found: Sequence[Standing]) -> dict[str, list[Standing]]:
    """Those who look after all of it stand by themselves."""
    return _by(lambda one: kecamatan_of(one.scope), found)


def _by(place: Callable[[Standing], str], found: Sequence[Standing]) -> dict[str, list[Standing]]:
    groups: dict[str, list[Standing]] = {}
    for one in sorted(found, key=place):
        groups.setdefault(place(one), []).append(one)
    return groups


def _summary(visit: Visit, code: str, found: Sequence[Standing]) -> dict[str, Any]:
    finished = sum(one.finished for one in found)
    stopped, unopened = sum(_has_stopped(visit, one) for one in found), sum(one.opened_at is None for one in found)
    told = {
        "nama": place_name(visit.office, code),
        "orang": len(found),
        "rata": str(floor(finished / len(found) + 0.5)),
    }
    return told | {"selesai": finished, "berhenti": stopped, "belum": unopened}


async def show_people(visit: Visit, kecamatan: str, number: int) -> None:
    """Those who stopped first, then those who have not begun; each can be greeted."""
    if not lies_in_any(kecamatan, _scopes(visit)) or is_narrower(kecamatan, KECAMATAN):
        visit.stale()
        return
    found = sorted(await _learners(visit, [kecamatan]), key=lambda one: _place(visit, one))
    on = page_of(found, number, _ON_A_PAGE)
    numbered = list(enumerate(on.shown, on.start + 1))
    keys = [(visit.text("tombol_kemajuan_sapa", nama=one.name), f"z:sapa:{one.person_id}") for one in on.shown]
    rows = [*in_rows(keys, 2), turning(visit.office, on, lambda other: f"z:kec:{kecamatan}:{other}")]
    lines = [_line(visit, one) | {"ke": at} for at, one in numbered]
    visit.say("kemajuan_orang", keyboard(*rows), wilayah=place_name(visit.office, kecamatan), orang=lines)


def _place(visit: Visit, one: Standing) -> tuple[int, datetime]:
    if one.opened_at is None:
        return 1, visit.now
    return 0 if _has_stopped(visit, one) else 2, one.opened_at


def _line(visit: Visit, one: Standing) -> dict[str, Any]:
    where, day = place_name(visit.office, one.scope), visit.office.day(one.opened_at) if one.opened_at else ""
    stopped = _has_stopped(visit, one)
    return {"nama": one.name, "tempat": where, "selesai": one.finished, "hari": day, "berhenti": stopped}


async def show_hardest(visit: Visit) -> None:
    """The questions most often answered wrong."""
    found = await visit.ask_once(stored.wrong_most, _scopes(visit), visit.now, _HARDEST, _FEWEST)
    curriculum = visit.office.catalog.curriculum
    lines = [
        {"tanya": question.text, "judul": curriculum.lessons[key].title, "salah": wrong, "dari": answers}
        for key, number, wrong, answers in found
        if (question := curriculum.question(key, number)) is not None
    ]
    visit.say("kemajuan_soal", soal=lines, orang=_FEWEST)


async def send_table(visit: Visit) -> None:
    """One row per learner, to filter."""
    found = await _learners(visit, _scopes(visit))
    head = [
        visit.text(f"kemajuan_kolom_{name}")
        for name in ("kecamatan", "tempat", "nama", "selesai", "terakhir", "berhenti")
    ]
    rows = [_row(visit, one) for one in found]
    title = visit.text("kemajuan_berkas")
    files.make(visit, "sheet", {"filename": title, "sheets": [{"title": title, "head": head, "rows": rows}]})


def _row(visit: Visit, one: Standing) -> list[Any]:
    where = place_name(visit.office, one.scope)
    day = files.day_cell(visit.office.local(one.opened_at).date() if one.opened_at is not None else None)
    stopped = visit.text("kemajuan_ya") if _has_stopped(visit, one) else ""
    return [place_name(visit.office, kecamatan_of(one.scope)), where, one.name, one.finished, day, stopped]


async def send_picture(visit: Visit) -> None:
    """A bar for each kecamatan; of one kecamatan alone, for each desa and kelurahan."""
    found = await _learners(visit, _scopes(visit))
    places = _by_kecamatan(found)
    if len(places) == 1:
        places = _by(lambda one: one.scope, found)
    if not places:
        visit.say("kemajuan", jumlah=0, wilayah=[])
        return
    largest = sorted(places.items(), key=lambda item: -len(item[1]))[:_BARS]
    args = {
        "title": visit.text("kemajuan_gambar_judul"),
        "note": visit.text("kemajuan_gambar_ket", hari=visit.office.day(visit.now), lain=len(places) - len(largest)),
        "rows": [_bar(visit, code, theirs) for code, theirs in sorted(largest)],
        "legend": [visit.text(f"kemajuan_gambar_{part}") for part in ("jalan", "berhenti", "belum")],
        "filename": visit.text("kemajuan_berkas"),
    }
    files.make(visit, "shares_picture", args, kind="photo")


def _bar(visit: Visit, code: str, found: Sequence[Standing]) -> dict[str, Any]:
    told = _summary(visit, code, found)
    goes_on = told["orang"] - told["berhenti"] - told["belum"]
    figures = visit.text("kemajuan_gambar_angka", jalan=goes_on, semua=told["orang"], rata=told["rata"])
    return {"name": told["nama"], "text": figures, "shares": (goes_on, told["berhenti"], told["belum"])}


async def theirs(visit: Visit, person_id: int) -> Standing | None:
    """Somebody who learns in a wilayah of whoever looks."""
    return next((one for one in await _learners(visit, _scopes(visit)) if one.person_id == person_id), None)


async def named(visit: Visit, spoken: Sequence[str]) -> list[Standing]:
    """Those of whoever looks whose name is the first of these words, or behind a "pak"."""
    polite = visit.office.catalog.world.learning["menyapa"]
    first = next((word for word in spoken if word not in polite), "")
    found = await _learners(visit, _scopes(visit)) if first else []
    return [one for one in found if first in key_of(one.name).split() and one.person_id != visit.me.id]


async def stopped(visit: Visit) -> list[Standing]:
    """Those who can be reached and have stopped, or never began."""
    found = await _learners(visit, _scopes(visit))
    idle = [one for one in found if one.opened_at is None or _has_stopped(visit, one)]
    return [one for one in idle if one.reachable and one.person_id != visit.me.id]
