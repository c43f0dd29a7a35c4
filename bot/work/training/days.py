"""A day of training on its card: for whoever is invited, and with its figures for whoever holds it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from bot.core.calendar.rules import TRAINING
from bot.core.lessons.exams import AFTER, BEFORE
from bot.core.understanding.times.days import show_short
from bot.core.wilayah import lies_in
from bot.store.calendar import occasions
from bot.store.calendar.occasions import Occasion
from bot.store.database.database import Connection
from bot.store.people import people
from bot.store.training import days as stored
from bot.store.training import seats
from bot.store.training.days import Training
from bot.store.training.seats import NO, YES, Seat, Tested
from bot.work.access import EXAMINED, FASILITATOR_DESA, FASILITATOR_KECAMATAN
from bot.work.calendar.pages import day_begins, sees
from bot.work.calendar.permitted import may_set
from bot.work.codes.secret_codes import new_code
from bot.work.office import Office
from bot.work.saying.keyboard import Key, in_rows, keyboard
from bot.work.saying.naming import date_of, occasion_name, place_name
from bot.work.visit import Visit

#: The kind of occasion that a day of training is.
KIND = TRAINING
#: Who is invited, within its wilayah: those whom the calendar tells of a date.
INVITED = (FASILITATOR_DESA, FASILITATOR_KECAMATAN)
#: So long the last test can be taken, for those without a signal on the day itself.
TESTED_UNTIL = timedelta(days=2)
_LOOKS_BACK, _LOOKS_AHEAD = timedelta(days=60), timedelta(days=300)
_LISTED = 8


@dataclass(frozen=True, slots=True)
class Day:
    """As somebody sees it. `training` None: nobody prepared it yet; `seat` None: they neither answered nor came;
    `finished`: the tests of that day that they have behind them."""

    occasion: Occasion
    training: Training | None
    seat: Seat | None
    holds: bool
    finished: frozenset[str]

    @property
    def has_come(self) -> bool:
        return self.seat is not None and self.seat.came_at is not None


async def find(visit: Visit, occasion_id: int) -> Day | None:
    """None for what is no day of training, or none of theirs."""
    async with visit.ask() as connection:
        one = await occasions.one(connection, occasion_id)
        if one is None or one.kind != KIND or not sees(visit.grants, one.wilayah):
            return None
        training = await stored.one(connection, one.id)
        seat = await seats.one(connection, one.id, visit.me.id)
        finished = await seats.finished(connection, one.id, visit.me.id)
    return Day(one, training, seat, may_set(visit.office, visit.grants, KIND, one.wilayah), finished)


async def find_to_hold(visit: Visit, occasion_id: int) -> Day | None:
    """The same, for whoever holds it and while it stands; None is said."""
    day = await find(visit, occasion_id)
    if day is None or not day.holds or day.occasion.cancelled_at is not None:
        visit.stale()
        return None
    return day


async def prepared(visit: Visit, connection: Connection, one: Occasion) -> Training:
    """With the code for the wall."""
    await stored.prepare(connection, one.id, new_code(), visit.now)
    found = await stored.one(connection, one.id)
    assert found is not None
    return found


def is_today(visit: Visit, one: Occasion) -> bool:
    return visit.office.local(one.starts_at).date() == visit.today


def told(office: Office, one: Occasion) -> dict[str, Any]:
    """Its name, where and when."""
    where = place_name(office, one.wilayah)
    return {"nama": occasion_name(office, one), "wilayah": where, "hari": date_of(office, one), "tempat": one.place}


async def show_list(visit: Visit) -> None:
    """What lies ahead, and what is not long ago."""
    mine = (await known(visit))[-_LISTED:]
    keys = [(_label(visit.office, one), f"latih:lihat:{one.id}") for one in mine]
    may = may_set_any(visit)
    rest = [(visit.text("tombol_belajar"), "x:awal")]
    visit.say("pelatihan_daftar", keyboard(*in_rows(keys, 1), rest), ada=bool(mine), boleh=may)


async def known(visit: Visit) -> list[Occasion]:
    """Those that they see, also what is not long ago."""
    return await _between(visit, visit.now - _LOOKS_BACK)


async def ahead(visit: Visit) -> list[Occasion]:
    """Those that they see, from today on."""
    return await _between(visit, day_begins(visit.office, visit.now))


async def _between(visit: Visit, first: datetime) -> list[Occasion]:
    kabupaten = visit.office.catalog.places.kabupaten.code
    found = await visit.look_up(occasions.between, [kabupaten], first, visit.now + _LOOKS_AHEAD, (KIND,))
    return [one for one in found if sees(visit.grants, one.wilayah)]


def may_set_any(visit: Visit) -> bool:
    """Whether they may hold one anywhere."""
    roles = visit.office.catalog.calendar.kinds[KIND].set_by
    return any(grant.role in roles for grant in visit.grants)


def _label(office: Office, one: Occasion) -> str:
    return f"{show_short(office.local(one.starts_at).date())} · {one.about or occasion_name(office, one)}"[:60]


async def show(visit: Visit, occasion_id: int) -> None:
    day = await find(visit, occasion_id)
    if day is None:
        visit.stale()
        return
    async with visit.ask() as connection:
        things = await stored.count_materials(connection, day.occasion.id)
        counted = await count(visit, connection, day.occasion) if day.holds else {}
        found = await seats.listed(connection, day.occasion.id) if day.holds else []
    stands = day.occasion.cancelled_at is None
    rows = [*_guest_rows(visit, day, things), *(_holder_rows(visit, day, things) if day.holds else [])]
    seat = day.seat
    came = visit.office.local(seat.came_at).strftime("%H.%M") if seat is not None and seat.came_at is not None else ""
    visit.say(
        "pelatihan_hari",
        keyboard(*(rows if stands else [])),
        **told(visit.office, day.occasion),
        batal=not stands,
        jawaban=seat.answer if seat is not None else None,
        jam=came,
        angka=counted,
        nama_ya=names_of([one for one in found if one.answer == YES and one.came_at is None]),
        nama_tidak=names_of([one for one in found if one.answer == NO and one.came_at is None]),
        nama_hadir=names_of([one for one in found if one.came_at is not None]),
    )


async def count(visit: Visit, connection: Connection, one: Occasion) -> dict[str, int]:
    """How many are invited, how they answered, how many came."""
    invited = {holder.id for holder in await people.holders(connection, INVITED, [], visit.now, inside=[one.wilayah])}
    found = await seats.listed(connection, one.id)
    answered = [seat for seat in found if seat.answer is not None]
    return {
        "undangan": len(invited),
        "ya": sum(seat.answer == YES for seat in answered),
        "tidak": sum(seat.answer == NO for seat in answered),
        "belum": len(invited - {seat.person_id for seat in answered}),
        "hadir": sum(seat.came_at is not None for seat in found),
    }


def _guest_rows(visit: Visit, day: Day, things: int) -> list[Sequence[Key]]:
    """Whoever is invited answers until it begins; whoever came is tested."""
    one, text = day.occasion, visit.text
    is_invited = any(grant.role in INVITED and lies_in(grant.scope, one.wilayah) for grant in visit.grants)
    is_ahead = visit.office.local(one.starts_at).date() >= visit.today
    papers = [(text("tombol_pelatihan_bahan", jumlah=things), f"latih:bahan:{one.id}")] if things else []
    asks = is_invited and is_ahead and not day.has_come
    return [answer_keys(visit.office, one) if asks else [], papers, test_keys(visit, day)]


def answer_keys(office: Office, one: Occasion) -> list[Key]:
    text = office.catalog.text
    yes, no = text("tombol_pelatihan_ya"), text("tombol_pelatihan_tidak")
    return [(yes, f"latih:ya:{one.id}"), (no, f"latih:tidak:{one.id}")]


def test_keys(visit: Visit, day: Day) -> list[Key]:
    """The first test in the morning, the last one from when it is opened; none that they have behind them."""
    kind = left_of(visit, day)
    return [(visit.text(f"tombol_tes_{kind}"), f"latih:tes:{kind}:{day.occasion.id}")] if kind else []


def left_of(visit: Visit, day: Day) -> str:
    """Which test somebody can take now and has not; empty for none."""
    kind = test_of(visit, day)
    return kind if kind is not None and kind not in day.finished else ""


def tested(one: Occasion, now: datetime) -> Tested:
    return Tested(one.id, one.wilayah, EXAMINED, now)


def test_of(visit: Visit, day: Day) -> str | None:
    """Which test whoever came may take now."""
    may = any(grant.role in EXAMINED and sees([grant], day.occasion.wilayah) for grant in visit.grants)
    if not day.has_come or not may:
        return None
    closing = day.training.closing_at if day.training is not None else None
    if closing is None:
        return BEFORE if is_today(visit, day.occasion) else None
    return AFTER if visit.now < closing + TESTED_UNTIL else None


def _holder_rows(visit: Visit, day: Day, things: int) -> list[Sequence[Key]]:
    one, text = day.occasion, visit.text
    empty = [(text("tombol_pelatihan_kosongkan"), f"latih:kosong:{one.id}")] if things else []
    is_open = day.training is None or day.training.closing_at is None
    closes = is_open and is_today(visit, one)
    return [
        [(text("tombol_pelatihan_poster"), f"latih:poster:{one.id}")],
        [(text("tombol_pelatihan_kirim"), f"latih:kirim:{one.id}"), *empty],
        [(text("tombol_pelatihan_tutup"), f"latih:tutup:{one.id}")] if closes else [],
        [(text("tombol_pelatihan_hasil"), f"latih:hasil:{one.id}")],
    ]


_NAMED = 12


def names_of(found: Sequence[Seat]) -> str:
    more = len(found) - _NAMED
    told = ", ".join(seat.name for seat in found[:_NAMED])
    return f"{told} (+{more})" if more > 0 else told
