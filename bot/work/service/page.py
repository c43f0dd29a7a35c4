"""The page of a facilitator's year, and the message that brings it."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from bot.core.forms.say import Words
from bot.store.service.year import Met, Tenure
from bot.work.office import Office
from bot.work.saying import files
from bot.work.saying.keyboard import keyboard
from bot.work.saying.naming import occasion_name, place_name
from bot.work.service import year as service
from bot.work.service.year import HEARD, Heard, Year
from bot.work.visit import Visit

TEMPLATE = "pengabdian"
#: A year stays on one page: so many characters of the names and places of meetings, which may take two lines.
_NAME, _PLACE = 56, 42
#: What fits into one line, and how much room there is: for ten meetings of one line, or for six of two.
_ONE_LINE, _ROOM, _LOW, _TALL = (33, 25), 250, 25, 41
_OTHER_YEARS = 3


async def send(visit: Visit, wanted: int | None = None) -> None:
    """The page of a year. `wanted`: None = this year, or the last one while this one is still empty."""
    person = visit.me
    async with visit.ask() as connection:
        found = await service.tenures(connection, person.id)
        known = service.years(visit.office, found, visit.now)
        tried = known[:2] if wanted is None else [year for year in known if year == wanted]
        told = [await service.gather(visit.round(connection), person.id, found, year) for year in tried]
    if not found:
        visit.say("pengabdian_belum_pernah")
        return
    if not told:
        visit.stale()
        return
    shown = next((one for one in told if not one.is_empty), told[0])
    markup = _other_years(visit.office, [year for year in known if year != shown.year])
    if shown.is_empty:
        visit.say("pengabdian_kosong", markup, tahun=shown.year, nama=person.name)
    else:
        _send_page(visit, shown, markup)


def _other_years(office: Office, years: Sequence[int]) -> dict[str, Any] | None:
    row = [(office.plain("tombol_pengabdian_tahun", tahun=year), f"p:{year}") for year in years[:_OTHER_YEARS]]
    return keyboard(row) if row else None


def _send_page(visit: Visit, told: Year, markup: dict[str, Any] | None) -> None:
    women, men = told.came
    caption = visit.text(
        "pengabdian_kirim",
        tahun=told.year,
        pertemuan=len(told.meetings) + len(told.beside),
        hadir=women + men,
        perempuan=women,
        titip=told.brought,
        tugas=told.done,
        nama=visit.me.name,
    )
    filename = visit.office.plain("pengabdian_berkas", tahun=told.year)
    args = {"template": TEMPLATE, "data": page(visit.office, told, visit.me.name, visit.now), "filename": filename}
    files.make(visit, "document", args, caption, markup)


def page(office: Office, told: Year, name: str, now: datetime) -> dict[str, Any]:
    """All that stands on it, in words."""
    return {
        "agency": office.bappeda,
        "title": office.plain("pengabdian_judul"),
        "subtitle": _subtitle(office, told, now),
        "day": office.day(now),
        "footer": office.plain("pengabdian_kaki"),
        "name": name,
        "roles": _roles(office, told.tenures),
        "figures": _figures(office, told),
        "meetings": _meetings(office, told),
        "voices": _voices(office, told),
        "results": _results(office, told),
        "thanks": office.plain("pengabdian_terima_kasih", bappeda=office.bappeda),
        "signing": _signing(office, now),
    }


def _subtitle(office: Office, told: Year, now: datetime) -> str:
    first, after = office.span_of(told.year)
    years = {"tahun": told.year, "awal": first.year, "akhir": after.year}
    if now >= after:
        return office.plain("pengabdian_tahun", **years)
    return office.plain("pengabdian_tahun_berjalan", **years | {"hari": office.day(now)})


def _roles(office: Office, found: Sequence[Tenure]) -> list[str]:
    scopes = dict.fromkeys(one.scope for one in found)
    return [office.plain("pengabdian_peran", wilayah=place_name(office, scope)) for scope in scopes]


def _figures(office: Office, told: Year) -> list[dict[str, str]]:
    label, (women, men) = office.catalog.label, told.came
    late = told.done - told.on_time
    notes = {
        "pertemuan": _meetings_note(office, told),
        "hadir": label(Words("pengabdian_angka_hadir_rinci", {"perempuan": women, "laki": men, "dari": told.counted})),
        "titip": label(Words("pengabdian_angka_titip_rinci", {"dikabari": told.told})) if told.told else "",
        "tugas": label(Words("pengabdian_angka_tugas_rinci", {"tepat": told.on_time, "menyusul": late})),
    }
    values = {
        "pertemuan": len(told.meetings) + len(told.beside),
        "hadir": women + men,
        "titip": told.brought,
        "tugas": told.done,
    }
    return [
        {"value": str(value), "label": office.plain(f"pengabdian_angka_{key}"), "note": notes[key] if value else ""}
        for key, value in values.items()
    ]


def _meetings_note(office: Office, told: Year) -> str:
    """How many of them stand in the table below; nothing where it is all."""
    if not told.beside:
        return ""
    told_ = {"sendiri": len(told.meetings), "dampingan": len(told.beside)}
    return office.plain("pengabdian_angka_pertemuan_rinci", **told_)


def _meetings(office: Office, told: Year) -> dict[str, Any]:
    columns = ("hari", "pertemuan", "tempat", "perempuan", "laki")
    shown = _fitting([_meeting(office, one) for one in told.meetings])
    return {
        "title": office.plain("pengabdian_bagian_pertemuan"),
        "head": [office.plain(f"pengabdian_kolom_{column}") for column in columns],
        "rows": shown,
        "notes": _meeting_notes(office, told, len(told.meetings) - len(shown)),
    }


def _meeting(office: Office, one: Met) -> list[str]:
    held = one.occasion
    place = held.place or place_name(office, held.wilayah)
    came = ["–" if number is None else str(number) for number in (one.women, one.men)]
    return [office.day(held.starts_at), _cut(occasion_name(office, held), _NAME), _cut(place, _PLACE), *came]


def _fitting(rows: Sequence[list[str]]) -> list[list[str]]:
    """As many as there is room for."""
    left, found = _ROOM, []
    for row in rows:
        left -= _TALL if len(row[1]) > _ONE_LINE[0] or len(row[2]) > _ONE_LINE[1] else _LOW
        if left < 0:
            break
        found.append(row)
    return found


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def _meeting_notes(office: Office, told: Year, hidden: int) -> list[str]:
    label, notes = office.catalog.label, []
    if not told.meetings and not told.beside:
        notes.append(office.plain("pengabdian_tanpa_pertemuan"))
    if hidden:
        notes.append(label(Words("pengabdian_pertemuan_lain", {"jumlah": hidden})))
    if told.beside:
        where = len({one.occasion.wilayah for one in told.beside})
        notes.append(label(Words("pengabdian_pertemuan_desa", {"jumlah": len(told.beside), "desa": where})))
    return notes


def _voices(office: Office, told: Year) -> dict[str, Any]:
    heard = told.heard or {}
    columns = ("siapa", "diundang", "datang", "titip")
    return {
        "title": office.plain("pengabdian_bagian_suara"),
        "head": [office.plain(f"pengabdian_kolom_{column}") for column in columns],
        "rows": [_voice(office, group, heard.get(group, Heard())) for group in HEARD],
    }


def _voice(office: Office, group: str, heard: Heard) -> list[str]:
    numbers = (heard.invited, heard.came, heard.usulan)
    return [office.plain(f"pengabdian_unsur_{group}"), *(str(number) if number else "–" for number in numbers)]


def _results(office: Office, told: Year) -> dict[str, Any]:
    label, lines = office.catalog.label, []
    if told.recorded:
        values = {"tercatat": told.recorded, "dibaca": told.read, "titip": told.brought}
        lines.append(label(Words("pengabdian_hasil_tercatat", values)))
    else:
        lines.append(office.plain("pengabdian_hasil_kosong"))
    if told.read_back:
        lines.append(label(Words("pengabdian_hasil_dibacakan", {"jumlah": told.read_back})))
    if told.fed_back:
        lines.append(label(Words("pengabdian_hasil_umpan_balik", {"jumlah": told.fed_back})))
    return {"title": office.plain("pengabdian_bagian_hasil"), "lines": lines}


def _signing(office: Office, now: datetime) -> dict[str, str]:
    """Where and when it is signed, and by whom: the office."""
    place = office.plain("pengabdian_tempat_hari", tahun=office.local(now).year)
    return {"place": place, "role": office.bappeda}
