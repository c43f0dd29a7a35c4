"""*DU-RKP Desa*: what a desa asks of the kabupaten, as the sheet that its kepala desa signs; from the rows of the sheet
for SIPD, so that nothing is typed twice. A kelurahan has none."""

import re
from collections import Counter

from bot.core.calendar.years import fed_by
from bot.core.forms.writing import key_of
from bot.core.wilayah import is_kelurahan, kecamatan_of
from bot.store.deciding.decisions import ONWARD
from bot.store.hall import letterheads
from bot.store.reading.readings import Sight
from bot.store.sipd import du_rkp as stored
from bot.store.sipd.du_rkp import Request
from bot.work.access import button
from bot.work.reading.lists import sight_of
from bot.work.saying import du_rkp, files
from bot.work.saying.du_rkp import REQUESTING
from bot.work.saying.keyboard import Key, in_rows, keyboard, press
from bot.work.saying.naming import place_name
from bot.work.sipd import du_rkp_page as page
from bot.work.sipd import kamus as kamus_of
from bot.work.sipd.du_rkp_rows import line_of
from bot.work.sipd.out import sources_of
from bot.work.visit import Visit

#: Rows of one sheet: more than any desa asks for. Desa and years that are offered.
_MOST, _LISTED = 3_000, 40
#: More of them tell something else.
_FEW_WORDS = 6


async def choose(visit: Visit) -> None:
    """Which desa and year, of several kecamatan which of these first; nothing to choose where there is one."""
    found = await _found(visit)
    around = Counter(kecamatan_of(one.desa) for one in found)
    if len(found) == 1:
        await send(visit, found[0].desa, found[0].year)
    elif len(around) > 1:
        rows = in_rows([_kecamatan_key(visit, code, count) for code, count in sorted(around.items())])
        visit.say("durkp_kecamatan", keyboard(*rows))
    elif found:
        visit.say("durkp_mana", keyboard(*([_key(visit, one)] for one in found[:_LISTED])))
    elif any(not is_kelurahan(scope) for scope in _sight(visit).scopes):
        visit.say("durkp_kosong", keadaan=visit.text("keadaan.masuk_du.nama"))
    else:
        visit.stale()


async def choose_in(visit: Visit, kecamatan: str) -> None:
    """Of one kecamatan, by one who sees several."""
    found = [one for one in await _found(visit) if kecamatan_of(one.desa) == kecamatan]
    if found:
        visit.say("durkp_mana", keyboard(*([_key(visit, one)] for one in found[:_LISTED])))
    else:
        visit.stale()


async def _found(visit: Visit) -> list[Request]:
    found = await visit.look_up(stored.of_all, _sight(visit), _upward(visit))
    return [one for one in found if not is_kelurahan(one.desa)]


def _kecamatan_key(visit: Visit, code: str, count: int) -> Key:
    told = {"kecamatan": place_name(visit.office, code), "jumlah": count}
    return visit.office.plain("durkp_tombol_kecamatan", **told)[:60], press(du_rkp.FAMILY, "di", code)


def _key(visit: Visit, one: Request) -> Key:
    told = {"desa": place_name(visit.office, one.desa), "tahun": fed_by(one.year), "jumlah": one.count}
    return visit.office.plain("durkp_tombol_satu", **told)[:60], press(du_rkp.FAMILY, one.desa, one.year)


def is_asked(visit: Visit, text: str) -> bool:
    """ "Minta DU-RKP", typed by somebody who has a desa. Who asks what it is, or tells that it is done, wants none."""
    world, spoken = visit.office.catalog.world, re.sub(r"\W+", " ", text.lower()).split()
    named = any(f" {words} " in f" {' '.join(spoken)} " for words in world.petitions)
    asks = named and len(spoken) <= _FEW_WORDS and not key_of(text).startswith(world.asking)
    return asks and world.finished.isdisjoint(spoken) and bool(du_rkp.key(visit))


async def send(visit: Visit, desa: str, year: int) -> None:
    """As an .xlsx to go on with, and the way to the paper."""
    asked = await _asked(visit, Request(desa, year))
    if asked is not None:
        more = keyboard([(visit.text("durkp_tombol_cetak"), press(du_rkp.FAMILY, "cetak", desa, year))])
        files.make(visit, "du_rkp", page.sheet(visit, asked), page.caption(visit, asked, on_paper=False), more)


async def send_paper(visit: Visit, desa: str, year: int) -> None:
    """The same as a PDF, to fill in by hand and to sign."""
    asked = await _asked(visit, Request(desa, year))
    if asked is not None:
        files.make(visit, "document", page.paper(visit, asked), page.caption(visit, asked, on_paper=True))


async def _asked(visit: Visit, one: Request) -> page.Asked | None:
    """None where it was told why there is nothing."""
    who, upward = _sight(visit), _upward(visit)
    if is_kelurahan(one.desa) or not who.scopes:
        visit.stale()
        return None
    async with visit.look() as connection:
        usulan = await stored.usulan_of(connection, who, one, upward, _MOST)
        turned_down = await stored.count_turned_down(connection, who, one, upward)
        waiting = await stored.not_sent(connection, who, one, upward, _agreed(visit))
        sources = await sources_of(visit, connection, usulan)
        whose = await stored.names_in(connection, [each.id for each in usulan])
        kamus = await kamus_of.holding(connection, visit.office)
        known = await letterheads.of(connection, one.desa)
    open_ones = [source for source in sources if not source.held]
    lines = [line_of(visit.office, each, kamus, whose.get(each.usulan.id, ())) for each in open_ones]
    kept = len(sources) - len(lines)
    if lines:
        return page.Asked(one, page.in_order(visit.office, lines), kept, turned_down, known, waiting)
    if kept or turned_down:
        visit.say("durkp_tanpa_isi", tertutup=kept, ditolak=turned_down)
    else:
        visit.stale()
    return None


def _sight(visit: Visit) -> Sight:
    return sight_of(visit, button(du_rkp.FAMILY))


def _agreed(visit: Visit) -> list[str]:
    """Where an usulan stands that a meeting of the desa carries on."""
    found = (visit.office.catalog.states.forum(kind, ONWARD) for kind in REQUESTING)
    return [state.key for state in found if state is not None]


def _upward(visit: Visit) -> list[str]:
    return visit.office.catalog.states.going_up()
