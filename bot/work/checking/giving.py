"""*Uji silang*: a reader gives an usulan to somebody who looks at it on the spot, and may take it back."""

from datetime import date, datetime, time, timedelta

from bot.core.checking.items import FULL, SHORT
from bot.core.checking.rules import depth_of
from bot.core.records import WITHDRAWN, Usulan
from bot.store.checking import checks
from bot.store.checking.checks import Check
from bot.store.deciding import decisions
from bot.store.deciding.decisions import RESERVE
from bot.store.people import people
from bot.store.people.people import Holder
from bot.store.usulan import events
from bot.store.usulan import usulan as stored
from bot.work.checking import sheet
from bot.work.checking.permitted import FAMILY, candidates
from bot.work.codes.handing_out import role_name
from bot.work.deciding.clarifying import readable
from bot.work.saying.keyboard import keyboard, press
from bot.work.saying.paging import going_round, page_of
from bot.work.usulan.usulan import place
from bot.work.visit import Visit

#: How long it may take; reminders come before, see `reminding`.
WITHIN = timedelta(days=7)
END_OF_DAY = time(23, 59)
_LISTED = 8
_GIVEN, _TAKEN_BACK, _CANNOT = "uji_diberikan", "uji_ditarik", "uji_dikembalikan"


async def choose(
    visit: Visit, usulan_id: int, depth: str = "", page: int = 0, *, unknown: bool = False, until: int = 0
) -> None:
    """Who goes. `depth`: chosen by hand; empty = as the usulan needs it. `unknown`: who was named cannot go. `until`:
    as in `give`."""
    found = await _free(visit, usulan_id)
    if found is None:
        return
    is_near = await _is_near_the_line(visit, found)
    whole = depth_of(near_the_line=is_near, by_hand=depth == FULL) == FULL
    on = page_of(await candidates(visit, found), page, _LISTED)
    kind = FULL if whole else SHORT
    keys = [[_key(visit, found, one, kind, until)] for one in on.shown]
    more = going_round(visit.office, on, lambda at: press("u", "uji", usulan_id, kind, at), "tombol_daftar_maju")
    other = SHORT if whole else FULL
    switch = [] if is_near else [(visit.text(f"uji_tombol_{other}"), press("u", "uji", usulan_id, other, 0))]
    told = {
        "nomor": visit.office.spoken_number(found),
        "penuh": whole,
        "batas_dana": is_near,
        "ada": bool(keys),
        "lain": unknown,
    }
    visit.say("uji_siapa", keyboard(*keys, more, switch), **told)


def _key(visit: Visit, found: Usulan, one: Holder, kind: str, until: int) -> tuple[str, str]:
    who = (
        visit.text("uji_saya_sendiri") if one.id == visit.me.id else f"{one.name} · {role_name(visit.office, one.role)}"
    )
    return who[:60], press("u", "ujike", found.id, kind, one.id, *([until] if until else []))


async def _free(visit: Visit, usulan_id: int) -> Usulan | None:
    """The usulan, held, while nobody is to look at it."""
    found = await readable(visit, usulan_id)
    if found is None:
        visit.toast("bukan_wilayah")
        return None
    async with visit.ask() as connection:
        known = await checks.of_usulan(connection, usulan_id)
        who = await people.name_of(connection, known[-1].given_to) if known else ""
    if found.status == WITHDRAWN:
        visit.stale()
        return None
    if known and known[-1].is_open:
        visit.say(
            "uji_sudah_diberikan",
            nomor=visit.office.spoken_number(found),
            siapa=who,
            batas=visit.office.day(known[-1].due_at),
        )
        return None
    return found


async def _is_near_the_line(visit: Visit, found: Usulan) -> bool:
    """Where a meeting put it on the reserve list, a little more or less decides."""
    newest = (await visit.ask_once(decisions.newest_of, [found.id])).get(found.id)
    return newest is not None and newest.decision.outcome == RESERVE


async def give(visit: Visit, usulan_id: int, depth: str, to: int, until: int = 0, *, opens: bool = True) -> None:
    """Once, however many press: whoever is second is told who goes. `until`: the ordinal of the day that was said to be
    the last; 0 for none. `opens`: whoever goes themselves has the sheet before them."""
    found = await _free(visit, usulan_id)
    if found is None:
        return
    who = next((one for one in await candidates(visit, found) if one.id == to), None)
    if who is None or depth not in (SHORT, FULL):
        visit.stale()
        return
    kind = depth_of(near_the_line=await _is_near_the_line(visit, found), by_hand=depth == FULL)
    due_at = visit.now + WITHIN
    if until and date.fromordinal(until) >= visit.today:
        due_at = datetime.combine(date.fromordinal(until), END_OF_DAY, visit.office.zone)
    row = {"depth": kind, "given_by": visit.me.id, "given_to": to, "given_at": visit.now, "due_at": due_at}
    async with visit.ask() as connection:
        made = await checks.add(connection, found, **row, next_at=min(visit.now + sheet.REMINDED_AFTER[0], due_at))
        checker = await people.named(connection, to)
    events.note(visit.turn, found.id, _GIVEN, uji=made)
    told = {
        "nomor": visit.office.spoken_number(found),
        "tempat": place(found.answers),
        "batas": visit.office.day(due_at),
    }
    if checker is not None and to != visit.me.id:
        text = visit.text("uji_diminta", nama=checker.name, dari=visit.me.name, penuh=kind == FULL, **told)
        open_it = keyboard([(visit.text("uji_tombol_buka"), press(FAMILY, "buka", made))])
        visit.tell(checker.address, to, text, more={"reply_markup": open_it})
    undo = keyboard([(visit.text("uji_tombol_tarik"), press("u", "ujitarik", made))])
    visit.say("uji_diberikan", undo, siapa="" if to == visit.me.id else who.name, **told)
    if to == visit.me.id and opens:
        await sheet.show(visit, made)


async def take_back(visit: Visit, check_id: int) -> None:
    """By whoever reads the usulan: then it can be given to somebody else."""
    one = await visit.ask_once(checks.by_id, check_id)
    found = await readable(visit, one.usulan_id) if one is not None else None
    if one is None or found is None or not await _close(visit, one, checks.WITHDRAWN, _TAKEN_BACK):
        visit.stale()
        return
    number = visit.office.spoken_number(found)
    checker = await visit.ask_once(people.named, one.given_to)
    if checker is not None and checker.id != visit.me.id:
        visit.tell(checker.address, checker.id, visit.text("uji_ditarik_kabar", nama=checker.name, nomor=number))
    again = keyboard([(visit.text("uji_tombol_beri"), press("u", "uji", found.id))])
    visit.say("uji_ditarik", again, nomor=number)


async def cannot(visit: Visit, check_id: int) -> None:
    """*Tidak bisa*, by whom it was given to: whoever gave it is told, and gives it to somebody else."""
    async with visit.ask() as connection:
        one = await checks.by_id(connection, check_id)
        is_mine = one is not None and one.given_to == visit.me.id
        if one is not None and is_mine:
            await stored.to_change(connection, one.usulan_id)
    if one is None or not is_mine or not await _close(visit, one, checks.RETURNED, _CANNOT):
        visit.stale()
        return
    number = await sheet.number_of(visit, one)
    giver = await visit.ask_once(people.named, one.given_by)
    if giver is not None and giver.id != visit.me.id:
        text = visit.text("uji_dikembalikan_kabar", nama=giver.name, siapa=visit.me.name, nomor=number)
        again = keyboard([(visit.text("uji_tombol_beri"), press("u", "uji", one.usulan_id))])
        visit.tell(giver.address, giver.id, text, more={"reply_markup": again})
    visit.say("uji_dikembalikan", nomor=number)


async def _close(visit: Visit, one: Check, state: str, kind: str) -> bool:
    done = await visit.ask_once(checks.close, one, state, visit.now, visit.me.id)
    if done:
        events.note(visit.turn, one.usulan_id, kind, uji=one.id)
    return done
