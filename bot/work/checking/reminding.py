"""A check that is not done: whoever is to go is reminded on the third and the sixth day, whoever gave it learns on the
seventh that it is late, the kecamatan three days later. The usulan waits for nobody: it goes on as it is."""

from datetime import timedelta

from bot.core.records import WITHDRAWN, Usulan
from bot.core.wilayah import kecamatan_of
from bot.store.checking import checks
from bot.store.checking.checks import Check
from bot.store.people import people
from bot.store.queues import notices
from bot.store.queues.notices import CHECK, CHECK_LATE, Notice
from bot.store.reading import readings
from bot.store.usulan import usulan as stored
from bot.work.access import FASILITATOR_KECAMATAN, button
from bot.work.checking import differing
from bot.work.checking.permitted import FAMILY
from bot.work.checking.sheet import REMINDED_AFTER
from bot.work.round import Round
from bot.work.saying.keyboard import keyboard, press
from bot.work.saying.told import Told
from bot.work.usulan.usulan import number_of, place

#: After whoever gave it was told, the kecamatan hears of it so much later.
_THEN_KECAMATAN = timedelta(days=3)


async def look_after(tour: Round, most: int) -> int:
    found = await checks.due(tour.connection, tour.now, most)
    for one, usulan in found:
        if one.state == checks.DONE:
            await differing.ask_next(tour, one.id)
        elif not one.is_open or usulan.status == WITHDRAWN:
            await checks.close(tour.connection, one, checks.WITHDRAWN, tour.now, None)
            await checks.wait_on(tour.connection, one.id, None)
        else:
            await _remind(tour, one, usulan)
    return len(found)


async def _remind(tour: Round, one: Check, usulan: Usulan) -> None:
    """However late the clock comes, once for all days that have passed."""
    later = one.due_at + _THEN_KECAMATAN
    reminded = (one.given_at + after for after in REMINDED_AFTER)
    times = [*(at for at in reminded if at < one.due_at), one.due_at, later]
    passed = sum(at <= tour.now for at in times)
    if tour.now < one.due_at:
        whom = {one.given_to: tour.now} if one.given_to is not None else {}
        await notices.raise_for(tour.connection, CHECK, str(one.id), whom)
    else:
        await _tell_late(tour, one, usulan, kecamatan=tour.now >= later)
    await checks.wait_on(tour.connection, one.id, times[passed] if passed < len(times) else None)


async def _tell_late(tour: Round, one: Check, usulan: Usulan, *, kecamatan: bool) -> None:
    whom = [one.given_by]
    if kecamatan:
        above = (kecamatan_of(usulan.desa),)
        holders = await people.holders(tour.connection, (FASILITATOR_KECAMATAN,), above, tour.now)
        whom = [holder.id for holder in holders if holder.id != one.given_by]
    late = {person: tour.now for person in whom if person not in (None, one.given_to)}
    await notices.raise_for(tour.connection, CHECK_LATE, str(one.id), late)


# --- told ------------------------------------------------------------------------------------------------------------


async def _of(tour: Round, notice: Notice) -> tuple[Check, Usulan] | None:
    """A check that still waits."""
    one = await checks.by_id(tour.connection, int(notice.subject))
    usulan = await stored.by_id(tour.connection, one.usulan_id) if one is not None and one.is_open else None
    return None if one is None or usulan is None or usulan.status == WITHDRAWN else (one, usulan)


async def remind(tour: Round, notice: Notice) -> Told | None:
    """For whom it was given to."""
    pair = await _of(tour, notice)
    if pair is None or pair[0].given_to != notice.person_id:
        return None
    one, usulan = pair
    number = number_of(tour.office, usulan, tour.now)
    told = {"nomor": number, "tempat": place(usulan.answers), "batas": tour.office.day(one.due_at)}
    open_it = keyboard([(tour.text("uji_tombol_buka"), press(FAMILY, "buka", one.id))])
    return Told(tour.text("uji_ingat", nama=notice.name, **told), open_it)


async def tell_late(tour: Round, notice: Notice) -> Told | None:
    """For who gave it, and for the kecamatan, while they read there."""
    pair = await _of(tour, notice)
    who = await readings.sight_now(tour.connection, notice.person_id, button("u").roles, tour.now)
    if pair is None or await readings.one(tour.connection, who, pair[1].id) is None:
        return None
    one, usulan = pair
    number = number_of(tour.office, usulan, tour.now)
    checker = await people.name_of(tour.connection, one.given_to)
    told = {"nomor": number, "siapa": checker, "batas": tour.office.day(one.due_at)}
    keys = keyboard([(tour.text("tombol_baca", nomor=number), press("u", "lihat", usulan.id))])
    return Told(tour.text("uji_telat", nama=notice.name, **told), keys)


KINDS = {CHECK: remind, CHECK_LATE: tell_late}
