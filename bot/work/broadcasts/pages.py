"""/siaran: what was announced and what is being prepared, newest first; and one of them, with what can be done now."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from bot.core.forms.say import Words
from bot.core.forms.writing import in_short
from bot.store.broadcasts import broadcasts, ledger
from bot.store.broadcasts.broadcasts import (
    ASKED,
    DONE,
    DRAFT,
    DROPPED,
    MISSED,
    PAUSED,
    RUNNING,
    STOPPED,
    WAITING,
    WITHDRAWN,
    Broadcast,
)
from bot.store.database.database import Connection
from bot.work.broadcasts.under_way import wording
from bot.work.broadcasts.under_way.authors import beginning_of, progress_of
from bot.work.broadcasts.under_way.steering import may_steer, overseen
from bot.work.broadcasts.writing import composing, preview
from bot.work.saying.keyboard import Key, in_rows, keyboard
from bot.work.saying.paging import Page, page_of, turning
from bot.work.visit import Visit

_ON_A_PAGE, _TEMPLATES, _LOOKED_THROUGH = 5, 8, 50
_SOON, _HELD = timedelta(minutes=5), "held"
_UNSENT = frozenset({DRAFT, ASKED, WAITING})
_LABELS = ("tombol.sebelumnya", "tombol.lainnya")
#: What can be done in each state, by the verb of its button.
_VERBS: dict[str, tuple[tuple[str, ...], ...]] = {
    WAITING: (("jam", "urung"),),
    RUNNING: (("jeda", "hentikan"), ("ralat", "tarik"), ("hasil",)),
    PAUSED: (("teruskan", "hentikan"), ("ralat", "tarik"), ("hasil",)),
    STOPPED: (("hasil",), ("ralat", "tarik"), ("lagi", "tambah")),
    DONE: (("hasil",), ("ralat", "tarik"), ("lagi", "tambah")),
    MISSED: (("lagi",),),
    WITHDRAWN: (("hasil", "lagi"),),
}
#: Of one that is so long over that nobody knows who had it.
_OF_OLD = (("hasil",), ("lagi",))
#: Of one that is still looked at.
_WRITTEN = (("ubah", "contoh"), ("buang",))
_QUOTED = 120  # characters of what was said
_DATA = {"lagi": "pakai"}  # a button whose verb has another name


# --- all of them -----------------------------------------------------------------------------------------------------


async def show(visit: Visit, page: int = 0) -> None:
    """One's own; for an officer all of the wilayah."""
    async with visit.ask() as connection:
        total = await broadcasts.count(connection, visit.me.id, overseen(visit))
        number = page_of(range(total), page, _ON_A_PAGE).number
        found = await broadcasts.listed(connection, visit.me.id, overseen(visit), _ON_A_PAGE, number * _ON_A_PAGE)
        lines = [await _line(visit, connection, one) for one in found]
    on = Page(found, number, _ON_A_PAGE, total)
    begin = [(visit.text("tombol_siaran_baru"), "a:baru"), (visit.text("tombol_siaran_bahan"), "a:bahan:0")]
    on_with = [(visit.text("tombol_siaran_lanjut"), "a:lanjut")] if composing.unfinished(visit) else []
    keys = [_open_key(at, one) for at, one in enumerate(found, on.start + 1)]
    turn = turning(visit.office, on, lambda other: f"a:daftar:{other}", _LABELS)
    numbered = [line | {"ke": at} for at, line in enumerate(lines, on.start + 1)]
    visit.say("siaran_daftar", keyboard(on_with, begin, *([key] for key in keys), turn), siaran=numbered, jumlah=total)


async def show_unsent(visit: Visit) -> None:
    """Of one's own what waits for its hour, for a second officer, for tomorrow, or to be finished."""
    async with visit.ask() as connection:
        own = await broadcasts.listed(connection, visit.me.id, (), _LOOKED_THROUGH, 0)
        found = [one for one in own if one.state in _UNSENT or _is_held(visit, one)][:_ON_A_PAGE]
        lines = [await _line(visit, connection, one) | {"ke": at} for at, one in enumerate(found, 1)]
    keys = [[_open_key(at, one)] for at, one in enumerate(found, 1)]
    every = [(visit.text("tombol_siaran_daftar"), "a:daftar:0")]
    visit.say("siaran_belum_berangkat", keyboard(*keys, every), siaran=lines)


def _open_key(at: int, one: Broadcast) -> Key:
    return f"{at}. {beginning_of(one)}", f"a:lihat:{one.id}"


def _is_held(visit: Visit, one: Broadcast) -> bool:
    """Begun, and what is left of it waits for a better hour."""
    return one.state == RUNNING and one.next_at is not None and one.next_at > visit.now + _SOON


async def _line(visit: Visit, connection: Connection, one: Broadcast) -> dict[str, Any]:
    standing = await ledger.standing(connection, one.id)
    told = progress_of(visit.round(connection), one, standing)
    is_held = _is_held(visit, one)
    starts = (None if is_held else one.starts_at) or one.next_at or visit.now
    state = {
        "bilah": told["bilah"],
        "persen": told["persen"],
        "terkirim": standing.outcomes.get("sent", 0),
        "paham": standing.understood,
        "pada": wording.moment(visit.office, starts),
    }
    mine = one.author_id == visit.me.id
    return {
        "awal": beginning_of(one),
        "hari": visit.office.day(one.began_at or one.made_at),
        "oleh": "" if mine else one.author,
        "keadaan": Words(f"siaran_keadaan_{_HELD if is_held else one.state}", state),
    }


# --- one of them -----------------------------------------------------------------------------------------------------


async def show_one(visit: Visit, broadcast_id: int) -> None:
    """Its card. What is not agreed to yet is looked at as a recipient would."""
    async with visit.ask() as connection:
        one = await broadcasts.one(connection, broadcast_id)
        if one is None or one.state == DROPPED or not may_steer(visit, one):
            visit.toast("siaran_bukan_wilayah")
            return
        line = await _line(visit, connection, one)
    if one.state in {DRAFT, ASKED}:
        await preview.show(visit, one.id)
        return
    whole = wording.text_of(visit.office, one, one.began_at or visit.now)
    method, params = wording.to_send(one.message, whole, None)
    visit.call(method, **params)
    rows = [
        [_key(visit, one, verb) for verb in row] for row in (_VERBS[one.state] if one.thinned_at is None else _OF_OLD)
    ]
    back = [(visit.text("tombol_siaran_daftar"), "a:daftar:0")]
    untuk = wording.whom(visit.office, one.audience)
    visit.say("siaran_satu", keyboard(*rows, back), untuk=untuk, versi=one.version, **line)


def ask_what(visit: Visit, one: Broadcast, words: str, likely: Sequence[tuple[Key, str]] = ()) -> None:
    """What was said of it and nobody understands: what it most likely is (`likely`), and each other thing that may be
    meant."""
    known = {data for (_, data), _ in likely}
    rows = [[_key(visit, one, verb) for verb in row] for row in _VERBS.get(one.state, _WRITTEN)]
    others = [[key for key in row if key[1] not in known] for row in rows]
    told = {"tulis": in_short(words, _QUOTED), "awal": beginning_of(one)}
    visit.say(
        "siaran_maksudnya_apa",
        keyboard(*([key] for key, _ in likely), *(row for row in others if row)),
        mungkin=likely[0][1] if likely else "",
        **told,
    )


def _key(visit: Visit, one: Broadcast, verb: str) -> Key:
    return visit.text(f"tombol_siaran_{verb}"), f"a:{_DATA.get(verb, verb)}:{one.id}"


# --- what comes every year -------------------------------------------------------------------------------------------


def show_templates(visit: Visit, page: int) -> None:
    """*Pakai contoh*: each with the months in which it usually is sent."""
    text = visit.text
    on = page_of(list(visit.office.catalog.templates.values()), page, _TEMPLATES)
    if not on.shown:
        visit.say("siaran_tanpa_bahan", keyboard([(text("tombol_siaran_baru"), "a:baru")]))
        return
    lines = [{"judul": text(f"form.{one.flow}.judul"), "kapan": text(f"siaran.{one.key}.kapan")} for one in on.shown]
    keys = [(line["judul"], f"a:tulis:{one.key}") for line, one in zip(lines, on.shown, strict=True)]
    turn = turning(visit.office, on, lambda other: f"a:bahan:{other}", _LABELS)
    visit.say("siaran_bahan", keyboard(*in_rows(keys, 1), turn), bahan=lines)
