"""Which villages have brought nothing yet, and who has not read what came: asked by whoever looks after several."""

from bot.core.forms.heard import Typed
from bot.core.wilayah import DESA, is_wider
from bot.store.people import people
from bot.store.reading import tallies
from bot.work.access import FASILITATOR_DESA, command
from bot.work.places.asked import inside, named
from bot.work.readiness.readiness import scopes_of, villages_in
from bot.work.reading.lists import sight_of
from bot.work.saying.keyboard import keyboard
from bot.work.saying.naming import place_name
from bot.work.usulan.usulan import planning_year
from bot.work.visit import Visit

_NAMED = 30


async def tell(visit: Visit, heard: Typed) -> None:
    """Of this planning year; where a place is named, there."""
    who, where = sight_of(visit, command("periksa")), inside(visit, heard.text, scopes_of(visit.grants))
    year = planning_year(visit.office, visit.now)
    found = await visit.look_up(tallies.by_desa, who, where, year)
    villages = villages_in(visit.office, where)
    without = [code for code in villages if code not in found]
    some = [{"nama": place_name(visit.office, code), "jumlah": found[code][0]} for code in villages if code in found]
    visit.say(
        "tanya_kerja_desa",
        wilayah=named(visit, where),
        tahun=year,
        semua=len(villages),
        jumlah=len(without),
        belum=[place_name(visit.office, code) for code in without[:_NAMED]],
        lain=max(len(without) - _NAMED, 0),
        ada=some[:_NAMED],
        ada_lain=max(len(some) - _NAMED, 0),
    )


def looks_after_several(visit: Visit) -> bool:
    return any(is_wider(scope, DESA) for scope in scopes_of(visit.grants))


async def tell_unread(visit: Visit, heard: Typed) -> None:
    """Who reads there by name, with how many wait for them."""
    who, where = sight_of(visit, command("periksa")), inside(visit, heard.text, scopes_of(visit.grants))
    async with visit.look() as connection:
        found = await tallies.by_desa(connection, who, where, planning_year(visit.office, visit.now))
        held = await people.holders(connection, (FASILITATOR_DESA,), [], visit.now, inside=where)
    waiting = sorted(((unread, code) for code, (_, unread) in found.items() if unread), reverse=True)
    each = [
        {
            "wilayah": place_name(visit.office, code),
            "jumlah": unread,
            "nama": ", ".join(one.name for one in held if one.scope == code),
        }
        for unread, code in waiting[:_NAMED]
    ]
    keys = keyboard([(visit.text("tombol_belum_usulan"), "u:hal:semua:0")]) if each else None
    visit.say("tanya_kerja_siapa_baca", keys, wilayah=named(visit, where), desa=each, lain=len(waiting) - len(each))
