"""Of which meetings that are over nobody wrote down who came: asked in plain words, told with who sees to them."""

from bot.core.forms.heard import Typed
from bot.store.calendar import occasions
from bot.store.hall import attendance
from bot.store.people import people
from bot.work.access import FASILITATOR_DESA, FASILITATOR_KECAMATAN, button, may_act
from bot.work.calendar.pages import plan_begins
from bot.work.hall import past
from bot.work.hall.meeting import FAMILY
from bot.work.places.asked import inside, named
from bot.work.readiness.readiness import scopes_of
from bot.work.saying.keyboard import keyboard
from bot.work.saying.naming import date_of, occasion_name, place_name
from bot.work.visit import Visit

_MOST, _SHOWN, _KEYS = 500, 15, 5


async def tell(visit: Visit, heard: Typed) -> None:
    """In this planning year, the last one first; where a place is named, there."""
    office, where = visit.office, inside(visit, heard.text, scopes_of(visit.grants))
    async with visit.look() as connection:
        since, kinds = plan_begins(office, visit.now), past.kinds_of(office)
        held = await occasions.held(connection, where, since, visit.now, 0, _MOST, kinds)
        counted = await attendance.attended_of(connection, [one.id for one in held])
        found = [one for one in held if one.id not in counted]
        places = sorted({one.wilayah for one in found[:_SHOWN]})
        those = await people.holders(connection, (FASILITATOR_DESA, FASILITATOR_KECAMATAN), places, visit.now)
    told = [
        {
            "acara": occasion_name(office, one),
            "tempat": place_name(office, one.wilayah),
            "hari": date_of(office, one),
            "siapa": ", ".join(each.name for each in those if each.scope == one.wilayah),
        }
        for one in found[:_SHOWN]
    ]
    keys = [past.row(visit, one) for one in found[:_KEYS] if may_act(button(FAMILY), visit.grants, one.wilayah)]
    counts = {"semua": len(held), "jumlah": len(found), "lain": len(found) - len(told)}
    visit.say("tanya_kerja_belum_daftar_hadir", keyboard(*keys), wilayah=named(visit, where), pertemuan=told, **counts)
