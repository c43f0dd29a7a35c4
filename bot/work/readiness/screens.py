"""/kesiapan: the villages to ring, a picture, and by buttons down to one village, its tasks and their proof."""

from collections.abc import Sequence
from typing import Any

from bot.core.kinds.telepon import spelt
from bot.core.readiness.trouble import RUNG_UP
from bot.core.understanding.times.days import show_day
from bot.core.wilayah import KABUPATEN, above, level_of
from bot.work.office import Office
from bot.work.readiness import files, reminding
from bot.work.readiness.readiness import Village, scopes_of, seen, troubled
from bot.work.readiness.tasks import task_rows
from bot.work.readiness.words import answers_of, summary_values, unread_words, whom
from bot.work.saying.keyboard import Key, in_rows, keyboard
from bot.work.saying.paging import going_round, page_of
from bot.work.saying.whatsapp import chat_button
from bot.work.visit import Visit

_ACROSS, _DOWN = 3, 7
_ON_A_PAGE = _ACROSS * _DOWN


async def first_screen(visit: Visit) -> None:
    """As wide as one's own wilayah: the kabupaten, a kecamatan, or one village."""
    villages = await seen(visit)
    if not villages:
        visit.say("kesiapan_tidak_ada_wilayah")
    elif len(villages) == 1:
        await show_village(visit, villages[0].code)
    else:
        _summary(visit, villages)
        kecamatan = list(files.by_kecamatan(villages))
        if len(kecamatan) == 1:
            _picture_of_kecamatan(visit, kecamatan[0], villages, 0)
        else:
            _picture_of_kabupaten(visit, villages)


async def show_kecamatan(visit: Visit, code: str, page: int) -> None:
    """One kecamatan out of several; only what is one's own of it."""
    villages = await seen(visit, code)
    if not villages:
        visit.say("kesiapan_luar_wilayah")
    elif page:
        _picture_of_kecamatan(visit, code, villages, page)
    else:
        _summary(visit, villages)
        _picture_of_kecamatan(visit, code, villages, page)


def _summary(visit: Visit, villages: Sequence[Village]) -> None:
    """Numbers, whom to ring, and each of these villages by a button."""
    found = troubled(villages)[:RUNG_UP]
    keys = [(f"{rank}. {one.name}"[:60], f"r:desa:{one.code}:0") for rank, one in enumerate(found, 1)]
    markup = keyboard(*in_rows(keys), [(visit.text("tombol_layar"), "rumah:layar:kesiapan")])
    visit.say("kesiapan_ringkas", markup, **summary_values(visit.office, villages))


async def show_village(visit: Visit, code: str, page: int = 0) -> None:
    """The four answers of one village, whom to ring, and its tasks to open."""
    one = next((one for one in await seen(visit, code) if one.code == code), None)
    if one is None:
        visit.say("kesiapan_luar_wilayah")
        return
    rows, others = await task_rows(visit, code, page), scopes_of(visit.grants) != (code,)
    back = [[(_label(visit.office, "desa_lain"), f"r:kec:{above(code)}:0")]] if others else []
    visit.say(
        "kesiapan_desa",
        _with_call(visit, one, [*rows, *back]),
        wilayah=visit.office.catalog.places.scope_name(code),
        kecamatan=visit.office.catalog.places.scope_name(above(code)),
        jawaban=answers_of(visit.office, one),
        siapa=whom(visit.office, one),
        alamat=one.contact.address,
        telepon=spelt(one.contact.phone),
        kantor=spelt(one.contact.office),
        belum_dibaca=unread_words(visit.office, [one]),
        tugas=any(rows),
    )


def _with_call(visit: Visit, one: Village, rows: Sequence[Sequence[Key]]) -> dict[str, Any]:
    """Above the tasks: how to reach whoever works there."""
    first: list[Key] = []
    if reminding.may_be_reminded(visit, one):
        first.append((visit.office.plain("tombol_ingatkan", nama=one.contact.name)[:60], f"r:ingatkan:{one.code}"))
    markup = keyboard(first, *rows, [(visit.text("tombol_layar"), "rumah:layar:kesiapan")])
    if one.contact.phone:
        markup["inline_keyboard"].insert(bool(first), [chat_button(visit.office, one.contact.phone)])
    return markup


async def send_all(visit: Visit) -> None:
    """Every village in one picture, as a file: a photo would lose its small letters."""
    villages = await seen(visit)
    day = _today(visit)
    made = files.picture_of_all(visit.office, villages, day)
    visit.call("sendDocument", document=made, caption=visit.text("kesiapan_berkas_semua", hari=day), parse_mode="HTML")


async def send_table(visit: Visit) -> None:
    scopes = scopes_of(visit.grants)
    name = (
        visit.office.catalog.places.scope_name(scopes[0])
        if len(scopes) == 1
        else visit.office.catalog.places.kabupaten.name
    )
    send_list(visit, await seen(visit), name)


def send_list(visit: Visit, villages: Sequence[Village], place: str) -> None:
    """These alone, as a table."""
    made = files.table(visit.office, villages, place)
    caption = visit.text("kesiapan_berkas_tabel", hari=_today(visit))
    visit.call("sendDocument", document=made, caption=caption, parse_mode="HTML")


def _label(office: Office, name: str, **values: Any) -> str:
    """A sentence `tombol_kesiapan_NAME`."""
    return office.catalog.text(f"tombol_kesiapan_{name}", **values)


def _today(visit: Visit) -> str:
    return show_day(visit.today)


def _picture_of_kabupaten(visit: Visit, villages: Sequence[Village]) -> None:
    day, places = _today(visit), visit.office.catalog.places
    found = [
        (place.name, f"r:kec:{place.code}:0") for code in files.by_kecamatan(villages) if (place := places.find(code))
    ]
    rows = in_rows(found[:_ON_A_PAGE], _ACROSS)
    rows.append([(_label(visit.office, "semua"), "r:semua"), (_label(visit.office, "tabel"), "r:tabel")])
    caption = visit.text("kesiapan_gambar_kabupaten", wilayah=places.kabupaten.name, hari=day)
    made = files.picture_of_kabupaten(visit.office, villages, day)
    visit.call("sendPhoto", photo=made, caption=caption, parse_mode="HTML", reply_markup=keyboard(*rows))


def _picture_of_kecamatan(visit: Visit, code: str, villages: Sequence[Village], page: int) -> None:
    day = _today(visit)
    on = page_of(villages, page, _ON_A_PAGE)
    rows = in_rows([(one.name, f"r:desa:{one.code}:0") for one in on.shown], _ACROSS)
    last = going_round(visit.office, on, lambda other: f"r:kec:{code}:{other}", "tombol_kesiapan_lanjut")
    last.append((_label(visit.office, "tabel"), "r:tabel"))
    if len(scopes_of(visit.grants)) > 1 or level_of(scopes_of(visit.grants)[0]) == KABUPATEN:
        last.insert(0, (_label(visit.office, "kembali"), "r:awal"))
    caption = visit.text("kesiapan_gambar_kecamatan", wilayah=visit.office.catalog.places.scope_name(code), hari=day)
    made = files.picture_of_kecamatan(visit.office, code, villages, day)
    visit.call("sendPhoto", photo=made, caption=caption, parse_mode="HTML", reply_markup=keyboard(*rows, last))
