"""/kesiapan: the villages to ring, a picture, and by buttons down to one village, its tasks and their proof."""

from collections.abc import Mapping, Sequence
from typing import Any

from bot.core.understanding.days import show_day
from bot.store.turn import Turn
from bot.work.office import Office
from bot.work.readiness import files
from bot.work.readiness.readiness import Village, gather, scopes_of
from bot.work.readiness.tasks import task_rows
from bot.work.readiness.words import answers_of, summary_values, whom
from bot.work.saying import replies

_ACROSS, _DOWN = 3, 7
_ON_A_PAGE = _ACROSS * _DOWN


async def first_screen(turn: Turn, office: Office) -> None:
    """As wide as one's own wilayah: the kabupaten, a kecamatan, or one village."""
    villages = await _seen(turn, office)
    if not villages:
        replies.say(turn, office, "kesiapan_tidak_ada_wilayah")
    elif len(villages) == 1:
        await show_village(turn, office, villages[0].code)
    else:
        values = summary_values(office, villages)
        replies.say(turn, office, "kesiapan_ringkas", **values)
        above = list(files.by_kecamatan(villages))
        if len(above) == 1:
            _picture_of_kecamatan(turn, office, above[0], villages, 0)
        else:
            _picture_of_kabupaten(turn, office, villages)


async def show_kecamatan(turn: Turn, office: Office, code: str, page: int) -> None:
    """One kecamatan out of several; only what is one's own of it."""
    villages = [one for one in await _seen(turn, office) if one.code.startswith(f"{code}.")]
    if not villages:
        replies.say(turn, office, "kesiapan_luar_wilayah")
    elif page:
        _picture_of_kecamatan(turn, office, code, villages, page)
    else:
        values = summary_values(office, villages)
        replies.say(turn, office, "kesiapan_ringkas", **values)
        _picture_of_kecamatan(turn, office, code, villages, page)


async def show_village(turn: Turn, office: Office, code: str, page: int = 0) -> None:
    """The four answers of one village, whom to ring, and its tasks to open."""
    one = next((one for one in await _seen(turn, office) if one.code == code), None)
    if one is None:
        replies.say(turn, office, "kesiapan_luar_wilayah")
        return
    rows, others = await task_rows(turn, office, code, page), scopes_of(turn.grants) != (code,)
    back = [[(_label(office, "desa_lain"), f"r:kec:{code.rpartition('.')[0]}:0")]] if others else []
    markup = replies.buttons(*rows, *back) if rows or back else None
    replies.say(
        turn,
        office,
        "kesiapan_desa",
        markup,
        wilayah=office.catalog.places.scope_name(code),
        kecamatan=office.catalog.places.scope_name(code.rpartition(".")[0]),
        jawaban=answers_of(office, one),
        siapa=whom(office, one),
        tugas=bool(rows),
    )


async def send_all(turn: Turn, office: Office) -> None:
    """Every village in one picture, as a file: a photo would lose its small letters."""
    villages = await _seen(turn, office)
    day = _today(turn, office)
    made = files.picture_of_all(office, villages, day)
    _send(turn, "sendDocument", document=made, caption=office.catalog.text("kesiapan_berkas_semua", hari=day))


async def send_table(turn: Turn, office: Office) -> None:
    villages = await _seen(turn, office)
    day, scopes = _today(turn, office), scopes_of(turn.grants)
    name = office.catalog.places.scope_name(scopes[0]) if len(scopes) == 1 else office.catalog.places.kabupaten.name
    made = files.table(office, villages, name)
    _send(turn, "sendDocument", document=made, caption=office.catalog.text("kesiapan_berkas_tabel", hari=day))


async def _seen(turn: Turn, office: Office) -> list[Village]:
    """What this person may look at, as it stands now."""
    scopes = scopes_of(turn.grants)
    if not scopes:
        return []
    async with turn.ask() as connection:
        facts = await gather(connection, office, scopes, turn.now)
    return facts.villages(turn.now)


def _label(office: Office, name: str, **values: Any) -> str:
    """A sentence `tombol_kesiapan_NAME`."""
    return office.catalog.text(f"tombol_kesiapan_{name}", **values)


def _today(turn: Turn, office: Office) -> str:
    return show_day(office.local(turn.now).date())


def _picture_of_kabupaten(turn: Turn, office: Office, villages: Sequence[Village]) -> None:
    day, places = _today(turn, office), office.catalog.places
    found = [
        (place.name, f"r:kec:{place.code}:0") for code in files.by_kecamatan(villages) if (place := places.find(code))
    ]
    rows = _in_rows(found[:_ON_A_PAGE])
    rows.append([(_label(office, "semua"), "r:semua"), (_label(office, "tabel"), "r:tabel")])
    caption = office.catalog.text("kesiapan_gambar_kabupaten", wilayah=places.kabupaten.name, hari=day)
    made = files.picture_of_kabupaten(office, villages, day)
    _send(turn, "sendPhoto", photo=made, caption=caption, reply_markup=replies.buttons(*rows))


def _picture_of_kecamatan(turn: Turn, office: Office, code: str, villages: Sequence[Village], page: int) -> None:
    day = _today(turn, office)
    shown = villages[page * _ON_A_PAGE : (page + 1) * _ON_A_PAGE] or villages[:_ON_A_PAGE]
    rows = _in_rows([(one.name, f"r:desa:{one.code}:0") for one in shown])
    last = [(_label(office, "tabel"), "r:tabel")]
    if len(villages) > _ON_A_PAGE:
        following = page + 1 if (page + 1) * _ON_A_PAGE < len(villages) else 0
        last.insert(0, (_label(office, "lanjut"), f"r:kec:{code}:{following}"))
    if len(scopes_of(turn.grants)) > 1 or scopes_of(turn.grants)[0].count(".") == 1:
        last.insert(0, (_label(office, "kembali"), "r:awal"))
    caption = office.catalog.text("kesiapan_gambar_kecamatan", wilayah=office.catalog.places.scope_name(code), hari=day)
    made = files.picture_of_kecamatan(office, code, villages, day)
    _send(turn, "sendPhoto", photo=made, caption=caption, reply_markup=replies.buttons(*rows, last))


def _in_rows(found: Sequence[tuple[str, str]]) -> list[Sequence[tuple[str, str]]]:
    return [found[at : at + _ACROSS] for at in range(0, len(found), _ACROSS)]


def _send(turn: Turn, method: str, **params: Any) -> None:
    """A file for the chat that spoke."""
    told: Mapping[str, Any] = {"chat_id": turn.lane, "parse_mode": "HTML"} | params
    turn.send(method, told, chat=turn.lane, person_id=turn.person.id if turn.person is not None else None)
