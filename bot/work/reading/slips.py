"""A code for whoever has to be told in person: the reader who visits them hands it out, and it is kept nowhere."""

from bot.store.reading import readings
from bot.store.usulan import claims, events
from bot.work.access import button
from bot.work.reading.lists import sight_of
from bot.work.saying.keyboard import Key
from bot.work.usulan.voices.titip import hand_slip
from bot.work.visit import Visit


def offer(visit: Visit, usulan_id: int) -> Key:
    return visit.text("tombol_beri_kode"), f"u:kode:{usulan_id}"


async def hand_out(visit: Visit, usulan_id: int) -> None:
    """A new slip; what was written on an earlier one that nobody used is worth nothing from now on."""
    async with visit.ask() as connection:
        found = await readings.one(connection, sight_of(visit, button("u")), usulan_id)
        if found is not None and found.person_id is None and found.agreed is not None:
            await claims.void(connection, usulan_id)
    if found is None:
        visit.toast("bukan_wilayah")
    elif found.person_id is not None or found.agreed is None:
        visit.stale()
    else:
        events.note(visit.turn, usulan_id, "kode")
        hand_slip(visit, usulan_id, visit.office.spoken_number(found), found.year, found.answers)
