"""*Pilih yang bicara*: a reader chooses which delegate speaks for an usulan, and may choose another."""

from bot.core.records import WITHDRAWN, Usulan
from bot.store.delegating import errands
from bot.store.people import people
from bot.store.people.people import Holder
from bot.store.usulan import events
from bot.work.access import DELEGASI
from bot.work.checking.permitted import is_apart
from bot.work.deciding.clarifying import readable
from bot.work.saying.keyboard import keyboard, press
from bot.work.saying.paging import going_round, page_of
from bot.work.usulan.usulan import place
from bot.work.visit import Visit

FAMILY = "wakil"
_LISTED = 8
_GIVEN, _TAKEN_BACK = "diutus", "utusan_ditarik"


async def choose(visit: Visit, usulan_id: int, page: int = 0) -> None:
    found = await _free(visit, usulan_id)
    if found is None:
        return
    delegates = await _delegates(visit, found)
    on = page_of(delegates, page, _LISTED)
    keys = [[(one.name[:60], press("u", "utuske", usulan_id, one.id))] for one in on.shown]
    more = going_round(visit.office, on, lambda at: press("u", "utus", usulan_id, at), "tombol_daftar_maju")
    visit.say(
        "utus_siapa", keyboard(*keys, more) if keys else None, nomor=visit.office.spoken_number(found), ada=bool(keys)
    )


async def _delegates(visit: Visit, found: Usulan) -> list[Holder]:
    """Of its own desa; none for what is for one reader only."""
    async with visit.ask() as connection:
        if await is_apart(visit.office, connection, found):
            return []
        near = await people.holders(connection, (DELEGASI,), (found.desa,), visit.now)
    return list({one.id: one for one in near}.values())


async def _free(visit: Visit, usulan_id: int) -> Usulan | None:
    """The usulan, held, while nobody speaks for it."""
    found = await readable(visit, usulan_id)
    if found is None:
        visit.toast("bukan_wilayah")
        return None
    async with visit.ask() as connection:
        known = await errands.newest(connection, usulan_id)
        who = await people.name_of(connection, known.person_id) if known is not None else ""
    if found.status == WITHDRAWN:
        visit.stale()
        return None
    if known is not None and known.is_open:
        visit.say("utus_sudah", nomor=visit.office.spoken_number(found), siapa=who)
        return None
    return found


async def give(visit: Visit, usulan_id: int, to: int) -> None:
    """Once, however many press: whoever is second is told who speaks."""
    found = await _free(visit, usulan_id)
    if found is None:
        return
    if to not in {one.id for one in await _delegates(visit, found)}:
        visit.stale()
        return
    async with visit.ask() as connection:
        made = await errands.add(connection, found.id, to, visit.me.id, visit.now)
        delegate = await people.named(connection, to)
    events.note(visit.turn, found.id, _GIVEN, utusan=made)
    number = visit.office.spoken_number(found)
    if delegate is not None:
        told = {"nomor": number, "tempat": place(found.answers)}
        text = visit.text("utus_diminta", nama=delegate.name, dari=visit.me.name, **told)
        keys = keyboard([(visit.text("utus_tombol_buka"), press(FAMILY, "buka", made))])
        visit.tell(delegate.address, to, text, more={"reply_markup": keys})
    undo = keyboard([(visit.text("utus_tombol_tarik"), press("u", "utustarik", made))])
    visit.say("utus_dicatat", undo, nomor=number, siapa=delegate.name if delegate is not None else "")


async def take_back(visit: Visit, errand_id: int) -> None:
    one = await visit.ask_once(errands.by_id, errand_id)
    found = await readable(visit, one.usulan_id) if one is not None else None
    async with visit.ask() as connection:
        done = found is not None and await errands.close(connection, errand_id, errands.WITHDRAWN, visit.now)
        delegate = await people.named(connection, one.person_id) if one is not None else None
    if found is None or not done:
        visit.stale()
        return
    events.note(visit.turn, found.id, _TAKEN_BACK, utusan=errand_id)
    number = visit.office.spoken_number(found)
    if delegate is not None:
        visit.tell(delegate.address, delegate.id, visit.text("utus_ditarik_kabar", nama=delegate.name, nomor=number))
    again = keyboard([(visit.text("utus_tombol"), press("u", "utus", found.id))])
    visit.say("utus_ditarik", again, nomor=number)
