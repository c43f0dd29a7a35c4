"""Posters: whoever scans one speaks about the place it hangs in, without choosing it from lists."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from bot.core.flow.interpreter import Flow, record
from bot.core.forms.state import State
from bot.core.places.spelling import fold
from bot.core.wilayah import above
from bot.store.database.database import Connection
from bot.store.places import hamlets as stored
from bot.work.access import command, may_act
from bot.work.office import Office
from bot.work.places.hamlets import names_in
from bot.work.saying import files
from bot.work.visit import Journey, Visit

_FRONT = "t-"
#: Of 64 characters that a link may carry, 13 name the desa.
_LONGEST = 50
_FROM, _POSTER = "dari", "poster"


def payload(desa: str, dusun: str) -> str:
    """What the link of a poster carries: `t-7316012002-salubarani`. It needs no table, so paper outlives backups."""
    return f"{_FRONT}{desa.replace('.', '')}-{fold(dusun)[:_LONGEST]}"


def is_payload(text: str) -> bool:
    return text.startswith(_FRONT)


async def finish(visit: Visit, flow: Flow, state: State) -> None:
    """The answers to the form become a poster, as a page to print."""
    answers = record(flow, state)
    desa, dusun = answers["desa"]["code"], answers["dusun"]["name"]
    if not may_act(command("poster"), visit.grants, desa):
        visit.say("tempat_luar_wilayah")
        return
    told = _place_name(visit.office, desa, dusun)
    posyandu = (answers.get("posyandu") or {}).get("text", "")
    contact = (answers.get("kontak") or {}).get("text") or (visit.me.name)
    args = _page(visit.office, desa, dusun, posyandu or told, f"{told}, " if posyandu else "") | {
        "contact": visit.office.plain("poster_kontak", kontak=contact)
    }
    files.make(visit, "poster", args, visit.text("poster_kirim", tempat=posyandu or told))


def _place_name(office: Office, desa: str, dusun: str) -> str:
    kind = "lingkungan" if office.catalog.places.is_kelurahan(desa) else "dusun"
    return office.plain(f"poster_{kind}", nama=dusun)


def _page(office: Office, desa: str, dusun: str, title: str, within: str) -> dict[str, Any]:
    places = office.catalog.places

    return {
        "agency": office.bappeda,
        "headline": office.plain("poster_judul"),
        "place": title,
        "above": f"{within}{places.scope_name(desa)}, {places.scope_name(desa.rpartition('.')[0])}",
        "steps": [office.plain(f"poster_langkah_{number}") for number in (1, 2, 3)],
        "note": office.plain("poster_suara"),
        "url": f"https://t.me/{office.username}?start={payload(desa, dusun)}",
        "footer": office.plain("poster_kaki"),
        "filename": office.plain("poster_berkas", nama=fold(title)[:30] or "dusun"),
    }


async def arrive(visit: Visit, told: str) -> None:
    """Somebody scanned a poster: their next usulan is about that place. A place that is no more is asked for."""
    place = await visit.ask_once(_read, visit.office, told)
    if place is None:
        return
    visit.turn.remember(replace(visit.me, place=place | {_FROM: _POSTER}))
    names = [place[key]["name"] for key in ("dusun", "desa") if key in place]
    visit.say("poster_dibaca", tempat=", ".join(names))


async def _read(connection: Connection, office: Office, told: str) -> dict[str, Any] | None:
    digits, _, key = told.removeprefix(_FRONT).partition("-")
    code = ".".join((digits[:2], digits[2:4], digits[4:6], digits[6:]))
    desa = office.catalog.places.find(code) if len(digits) == 10 else None
    kecamatan = office.catalog.places.find(above(code))
    if desa is None or kecamatan is None:
        return None
    place: dict[str, Any] = {level: {"code": p.code, "name": p.name} for level, p in _levels(kecamatan, desa)}
    for name in await names_in(connection, office, code):
        if key in (fold(name.name)[:_LONGEST], fold(name.was or "")[:_LONGEST]):
            return place | {"dusun": {"name": name.name, "listed": True}}
    heard = await stored.mentioned(connection, code)
    unlisted = next((name for name in heard if fold(name)[:_LONGEST] == key), None)
    return place if unlisted is None else place | {"dusun": {"name": unlisted, "listed": False}}


def _levels(kecamatan: Any, desa: Any) -> tuple[tuple[str, Any], ...]:
    return (("kecamatan", kecamatan), ("desa", desa))


def is_from_poster(place: Mapping[str, Any] | None) -> bool:
    return place is not None and place.get(_FROM) == _POSTER


JOURNEY = Journey("poster", finish)
