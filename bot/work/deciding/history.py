"""What has happened to an usulan, step by step; for those who read it and for whoever brought it."""

from collections.abc import Iterator
from datetime import datetime

from bot.catalog.texts import as_html
from bot.core.records import Usulan
from bot.store.calendar import occasions
from bot.store.deciding import moves
from bot.store.deciding.moves import Move
from bot.store.people import people
from bot.store.usulan import events
from bot.store.usulan import usulan as stored
from bot.work.reading.lists import readable
from bot.work.saying.naming import occasion_name, place_name
from bot.work.usulan import outcomes, standing
from bot.work.visit import Visit

#: Of the events, those that say where it stands; the words themselves stand elsewhere.
_TOLD = {
    events.MADE: "riwayat_dicatat",
    "dibaca": "riwayat_dibaca",
    events.ASKED: "riwayat_ditanya",
    events.UNANSWERED: "riwayat_tak_dijawab",
    events.TOLD: "riwayat_dijawab",
    events.CORRECTED: "riwayat_diralat",
    events.WITNESS: "riwayat_saksi",
    events.COMPLETED: "riwayat_dilengkapi",
    "dikabari": "riwayat_dikabari",
    events.READ_ALOUD: "riwayat_dibacakan",
    events.PHOTOGRAPHED: "riwayat_foto_sesudah",
    events.FITS: "riwayat_sesuai",
    events.DIFFERS: "riwayat_beda",
    events.NUMBERED: "riwayat_nomor_sipd",
}


async def show(visit: Visit, usulan_id: int) -> None:
    """For a reader: with who wrote each step down."""
    found = await readable(visit, usulan_id)
    if found is None:
        visit.toast("bukan_wilayah")
    else:
        await _say(visit, found, names=True)


async def show_own(visit: Visit, usulan_id: int) -> None:
    """For whoever brought it."""
    async with visit.ask() as connection:
        is_mine = await stored.is_of(connection, visit.me.id, usulan_id)
        found = await stored.by_id(connection, usulan_id) if is_mine else None
    if found is None:
        visit.stale()
    else:
        await _say(visit, found, names=False)


async def _say(visit: Visit, one: Usulan, *, names: bool) -> None:
    async with visit.ask() as connection:
        happened = await events.of_usulan(connection, one.id, tuple(_TOLD))
        words = await events.words_in(connection, one.id, events.WORD)
        same = await events.words_in(connection, one.id, events.SAME)
        moved = await moves.of_usulan(connection, one.id)
    steps = list(_without_repeats(visit, happened))
    steps += [(at, visit.text("riwayat_sama", lain=other, siapa=name)) for at, other, _, name in same]
    for at, said, by, name in words:
        is_hidden = one.unnamed and by == one.person_id
        steps.append((at, visit.text("riwayat_pesan", isi=said, siapa="" if is_hidden else name)))
    steps += [(move.at, await _step(visit, one, move, names=names)) for move in moved]
    lines = [
        {"hari": visit.office.day(at), "apa": as_html(what)} for at, what in sorted(steps, key=lambda step: step[0])
    ]
    visit.say("keadaan_riwayat", nomor=visit.office.spoken_number(one), kejadian=lines)


def _without_repeats(visit: Visit, happened: list[tuple[datetime, str]]) -> Iterator[tuple[datetime, str]]:
    """Several answers of one day are one line."""
    seen = set()
    for at, kind in happened:
        if (key := (visit.office.local(at).date(), kind)) not in seen:
            seen.add(key)
            yield at, visit.text(_TOLD[kind])


async def _step(visit: Visit, one: Usulan, move: Move, *, names: bool) -> str:
    """Who decided, and why; for readers also in own words, and who wrote it down."""
    office, track = visit.office, standing.track_of(visit.office, one.desa)
    async with visit.ask() as connection:
        by = await people.name_of(connection, move.by) if names else ""
        met = await occasions.one(connection, move.occasion_id) if move.occasion_id is not None else None
    decided: str = standing.decided_by(office, move.decider)
    if met is not None:
        decided = f"{occasion_name(office, met)}, {place_name(office, met.wilayah)}"
    why = move.note or as_html(outcomes.words(office, move.reason, "teks", track).rstrip("."))
    told = {"nama": standing.name(office, move.state, track), "oleh": decided, "sebab": why}
    return visit.text("riwayat_keadaan", pencatat=by, **told)
