"""*Bacakan*: news of those without a telephone, as a text for the mosque, the posyandu, the majelis taklim. When it has
been read, they have been told. Nobody is named, and nothing is read that is for one's own ears, or
was told to one reader alone."""

from collections.abc import Sequence
from typing import Any

from bot.catalog.texts import as_html
from bot.core.forms.heard import Heard, Typed
from bot.core.forms.writing import begun_with
from bot.core.records import Usulan
from bot.store.reading import readings
from bot.store.usulan import events
from bot.work.access import allowed, button, command
from bot.work.deciding import told_directly
from bot.work.office import Office
from bot.work.reading import delicate, named
from bot.work.reading.lists import UNTOLD, sight_of
from bot.work.saying.keyboard import keyboard
from bot.work.saying.naming import place_name
from bot.work.usulan import outcomes
from bot.work.usulan.usulan import public_place
from bot.work.visit import Visit

#: More is no longer listened to.
_MOST = 15


async def show(visit: Visit) -> None:
    who = sight_of(visit, command("periksa"))
    await _read_out(visit, await visit.ask_once(readings.listed, UNTOLD, who, _MOST))


async def take(visit: Visit, heard: Heard) -> bool:
    """ "Cetak kabar untuk hawa": the same of one person."""
    words = visit.office.catalog.world.told_in_person
    lead = begun_with(heard.text, words["cetak"]) if isinstance(heard, Typed) else ""
    if not isinstance(heard, Typed) or not lead or not allowed(button("u"), visit.grants):
        return False
    called = heard.text[len(lead) :].strip(" :")
    called = called[len(begun_with(called, words["untuk"])) :]
    found = await named.in_words(visit, called) or (await named.of_person(visit, called) or ([], ""))[0]
    if found:
        await _read_out(visit, found)
    return bool(found)


async def _read_out(visit: Visit, found: Sequence[Usulan]) -> None:
    """The text, and the button that says that it was read; what was in it is remembered with it."""
    kept = await visit.look_up(delicate.among, visit.office, found)
    fit = [one for one in found if one.id not in kept and one.reader_id is None]
    if not fit:
        visit.say("bacakan_kosong")
        return
    results = await outcomes.of_usulan(visit, [one.id for one in fit])
    lines = [_line(visit.office, one, results.get(one.id, "")) for one in fit]
    sheet = visit.turn.update_id
    for one in fit:
        events.note(visit.turn, one.id, events.SHEET, lembar=sheet)
    markup = keyboard([(visit.text("tombol_sudah_dibacakan"), f"u:dibacakan:{sheet}")])
    visit.say("bacakan_teks", markup, tempat=_where(visit.office, fit), usulan=lines)


def _line(office: Office, one: Usulan, result: str) -> dict[str, Any]:
    """Nobody agreed to be named before everybody: they know their number."""
    told = {"nomor": office.spoken_number(one), "tempat": public_place(office, one.answers)}
    return told | {"kabar": as_html(result) or office.catalog.text("bacakan_dibaca")}


def _where(office: Office, found: Sequence[Usulan]) -> str:
    desa = {one.desa for one in found}
    return place_name(office, next(iter(desa)) if len(desa) == 1 else found[0].kecamatan)


async def mark_read(visit: Visit, sheet: int) -> None:
    """*Sudah dibacakan*: those whose news is still what stood in that text."""
    async with visit.ask() as connection:
        listed = await events.of_sheet(connection, sheet, visit.me.id)
        who = sight_of(visit, command("periksa"))
        mine = [await readings.one(connection, who, usulan_id) for usulan_id in listed]
    found = [one for one in mine if one is not None]
    done = await told_directly.mark(visit, found, events.READ_ALOUD, since=listed)
    if done:
        visit.say("bacakan_dicatat", jumlah=len(done))
    else:
        visit.toast("bacakan_sudah")
