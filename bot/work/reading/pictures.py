"""A picture that shows somebody's KTP or KK: whoever reads takes it away, and its sender hears why."""

from bot.core.records import Usulan
from bot.store.people import speakers
from bot.store.reading import pictures as stored
from bot.store.usulan import events
from bot.work.reading.lists import readable
from bot.work.saying.keyboard import Key, in_rows, keyboard, press
from bot.work.visit import Visit


def offer(visit: Visit, usulan_id: int) -> Key:
    return visit.text("tombol_foto_ktp"), press("u", "ktp", usulan_id)


async def choose(visit: Visit, usulan_id: int) -> None:
    """Which of the pictures, as they stand above."""
    found = await _readable(visit, usulan_id)
    if found is None:
        return
    pictures = await visit.ask_once(stored.of_usulan, usulan_id)
    if not pictures:
        visit.stale()
        return
    keys = [
        (visit.text("tombol_foto_ke", angka=number), press("u", "buang", usulan_id, picture))
        for number, picture in enumerate(pictures, 1)
    ]
    visit.say("foto_ktp_yang_mana", keyboard(*in_rows(keys, 3), [(visit.text("tombol_tidak_jadi"), "o:batal")]))


async def remove(visit: Visit, usulan_id: int, picture: int) -> None:
    found = await _readable(visit, usulan_id)
    if found is None:
        return
    is_first = await visit.ask_once(stored.remove, usulan_id, picture)
    if not is_first:
        visit.stale()
        return
    events.note(visit.turn, usulan_id, "foto_dihapus")
    visit.say("foto_ktp_dihapus", nomor=visit.office.spoken_number(found))
    await _tell_sender(visit, found)


async def _tell_sender(visit: Visit, found: Usulan) -> None:
    """Not the telephone of somebody who wants nothing told there."""
    async with visit.ask() as connection:
        typist = await stored.sender_of(connection, found.id)
        owner = await speakers.whom_to_tell(connection, found.id)
    told = typist or (owner and (found.person_id, *owner))
    if not told or told[0] == visit.me.id:
        return
    number = visit.office.spoken_number(found)
    visit.tell(told[1], told[0], visit.text("foto_ktp_kabar", nama=told[2], nomor=number))


async def _readable(visit: Visit, usulan_id: int) -> Usulan | None:
    found = await readable(visit, usulan_id)
    if found is None:
        visit.toast("bukan_wilayah")
    return found
