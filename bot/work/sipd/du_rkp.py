"""*DU-RKP Desa*: what a desa asks of the kabupaten, as the sheet that its kepala desa signs; from the rows of the sheet
for SIPD, so that nothing is typed twice. A kelurahan has none."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bot.core.calendar.years import fed_by
from bot.core.forms.say import Words
from bot.core.forms.writing import key_of
from bot.core.lessons.nameless import names_of
from bot.core.wilayah import is_kelurahan
from bot.store.hall import letterheads
from bot.store.hall.letterheads import Letterhead
from bot.store.sipd import du_rkp as stored
from bot.store.sipd.du_rkp import Request
from bot.work.access import button
from bot.work.reading.lists import sight_of
from bot.work.saying import du_rkp, files
from bot.work.saying.keyboard import keyboard, press
from bot.work.saying.naming import place_name
from bot.work.sipd import du_rkp_page as page
from bot.work.sipd import kamus as kamus_of
from bot.work.sipd.du_rkp_rows import Line, line_of
from bot.work.sipd.out import sources_of
from bot.work.visit import Visit

#: Rows of one sheet: more than any desa asks for. Desa and years that are offered.
_MOST, _LISTED = 500, 40
#: More of them tell something else.
_FEW_WORDS = 6


@dataclass(frozen=True, slots=True)
class Asked:
    """`kept`: how many are for one reader alone, or tell of violence; `turned_down`: how many were sent and refused."""

    lines: Sequence[Line]
    kept: int
    turned_down: int
    known: Letterhead


async def choose(visit: Visit) -> None:
    """Which desa and year; nothing to choose where there is one."""
    async with visit.look() as connection:
        found = await stored.of_all(connection, _sight(visit), _upward(visit))
    found = [one for one in found if not is_kelurahan(one.desa)]
    if len(found) == 1:
        await send(visit, found[0].desa, found[0].year)
    elif found:
        keys = [
            [(visit.label(_named(visit, one)), press(du_rkp.FAMILY, one.desa, one.year))] for one in found[:_LISTED]
        ]
        visit.say("durkp_mana", keyboard(*keys))
    elif any(not is_kelurahan(scope) for scope in _sight(visit).scopes):
        visit.say("durkp_kosong")
    else:
        visit.stale()


def _named(visit: Visit, one: Request) -> Words:
    told = {"desa": place_name(visit.office, one.desa), "tahun": fed_by(one.year), "jumlah": one.count}
    return Words("durkp_tombol_satu", told)


async def heed(visit: Visit, text: str) -> bool:
    """ "Minta DU-RKP", typed by somebody who has a desa; who asks what that is, or tells that it is done, wants none.
    False when nothing of the kind was said."""
    world, spoken = visit.office.catalog.world, re.sub(r"\W+", " ", text.lower()).split()
    named = any(f" {words} " in f" {' '.join(spoken)} " for words in world.petitions)
    asks = named and len(spoken) <= _FEW_WORDS and not key_of(text).startswith(world.asking)
    if not asks or not world.finished.isdisjoint(spoken) or not du_rkp.key(visit):
        return False
    await choose(visit)
    return True


async def send(visit: Visit, desa: str, year: int) -> None:
    """As an .xlsx to go on with, and the way to the paper."""
    found = await _found(visit, Request(desa, year))
    if found is not None:
        told = page.caption(visit, desa, year, found.lines, tertutup=found.kept, ditolak=found.turned_down)
        more = keyboard([(visit.text("durkp_tombol_cetak"), press(du_rkp.FAMILY, "cetak", desa, year))])
        files.make(visit, "du_rkp", page.sheet(visit, desa, year, found.lines, found.known), told, more)


async def send_paper(visit: Visit, desa: str, year: int) -> None:
    """The same as a PDF, to fill in by hand and to sign."""
    found = await _found(visit, Request(desa, year))
    if found is not None:
        told = page.caption(visit, desa, year, found.lines, tertutup=found.kept, ditolak=found.turned_down)
        files.make(visit, "document", page.paper(visit, desa, year, found.lines, found.known), told)


async def _found(visit: Visit, one: Request) -> Asked | None:
    """None where it was told why there is nothing."""
    who, upward = _sight(visit), _upward(visit)
    if is_kelurahan(one.desa) or not who.scopes:
        visit.stale()
        return None
    async with visit.look() as connection:
        usulan = await stored.usulan_of(connection, who, one, upward, _MOST)
        turned_down = await stored.count_turned_down(connection, who, one, upward)
        sources = await sources_of(visit, connection, usulan)
        whose = await stored.names_in(connection, [each.id for each in usulan])
        kamus = await kamus_of.holding(connection, visit.office)
        known = await letterheads.of(connection, one.desa)
    names = names_of(visit.office.catalog.world.spellings.names)
    open_ones = [source for source in sources if not source.held]
    lines = [line_of(visit.office, each, kamus, names, whose.get(each.usulan.id, ())) for each in open_ones]
    if not lines:
        _say_why_none(visit, len(sources), turned_down)
        return None
    return Asked(page.in_order(visit.office, lines), len(sources) - len(lines), turned_down, known)


def _say_why_none(visit: Visit, kept: int, turned_down: int) -> None:
    if kept or turned_down:
        visit.say("durkp_tanpa_isi", tertutup=kept, ditolak=turned_down)
    else:
        visit.stale()


def _sight(visit: Visit) -> Any:
    return sight_of(visit, button(du_rkp.FAMILY))


def _upward(visit: Visit) -> list[str]:
    return visit.office.catalog.states.going_up()
