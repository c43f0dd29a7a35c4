"""What came of a day of training, by kecamatan: who came, what they knew before and after, and the six weeks behind it.
Of fewer than three tests no figure is told: it would be somebody's own."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from bot.core.lessons.exams import AFTER, BEFORE
from bot.core.wilayah import kecamatan_of
from bot.store.people import people
from bot.store.training import seats
from bot.store.training.seats import YES, Result, Seat
from bot.work.saying import files
from bot.work.saying.keyboard import keyboard
from bot.work.saying.naming import place_name
from bot.work.training import days
from bot.work.training.days import Day
from bot.work.visit import Visit

#: How long the lessons behind a training are counted.
FOLLOWED = timedelta(weeks=6)
_FEWEST = 3
#: Tests are told as so many of twelve, however many questions were left of them.
_OF = 12


@dataclass(slots=True)
class Sum:
    """Of one kecamatan, or of all."""

    name: str
    invited: int = 0
    yes: int = 0
    came: int = 0
    lessons: int = 0
    tests: dict[str, list[float]] = field(default_factory=lambda: {BEFORE: [], AFTER: []})

    def mean(self, kind: str) -> str:
        """Such as "8,5"; a line where too few took it."""
        found = self.tests[kind]
        return f"{sum(found) / len(found):.1f}".replace(".", ",") if len(found) >= _FEWEST else "–"


async def show(visit: Visit, occasion_id: int) -> None:
    day = await days.find_to_hold(visit, occasion_id)
    if day is None:
        return
    sums, total, _ = await _gather(visit, day)
    table = keyboard([(visit.text("tombol_pelatihan_tabel"), f"latih:tabel:{occasion_id}")])
    lines = [_line(one) for one in sums]
    visit.say("pelatihan_hasil", table, **days.told(visit.office, day.occasion), semua=_line(total), kecamatan=lines)


def _line(one: Sum) -> dict[str, Any]:
    told = {"nama": one.name, "undangan": one.invited, "ya": one.yes, "hadir": one.came, "pelajaran": one.lessons}
    return told | {"awal": one.mean(BEFORE), "akhir": one.mean(AFTER)}


async def _gather(visit: Visit, day: Day) -> tuple[list[Sum], Sum, list[Seat]]:
    """(by kecamatan, all together, everybody who answered or came)."""
    one = day.occasion
    async with visit.ask() as connection:
        invited = await people.holders(connection, days.INVITED, [], visit.now, inside=[one.wilayah])
        found = await seats.listed(connection, one.id)
        tests = await seats.results(connection, one.id)
        lessons = await seats.lessons_since(connection, one.id, one.starts_at, FOLLOWED)
    places = {holder.id: kecamatan_of(holder.scope) for holder in invited}
    places |= {seat.person_id: kecamatan_of(seat.scope) for seat in found}
    by_place = {code: Sum(place_name(visit.office, code)) for code in sorted(set(places.values()))}
    total = Sum(visit.text("pelatihan_semua"))
    for person, code in places.items():
        for sums in (by_place[code], total):
            sums.invited += any(holder.id == person for holder in invited)
            sums.lessons += lessons.get(person, 0)
    _add_seats(by_place, total, places, found)
    _add_tests(by_place, total, places, tests)
    return list(by_place.values()), total, found


def _add_seats(by_place: Mapping[str, Sum], total: Sum, places: Mapping[int, str], found: Sequence[Seat]) -> None:
    for seat in found:
        for sums in (by_place[places[seat.person_id]], total):
            sums.yes += seat.answer == YES
            sums.came += seat.came_at is not None


def _add_tests(by_place: Mapping[str, Sum], total: Sum, places: Mapping[int, str], tests: Sequence[Result]) -> None:
    for test in tests:
        if test.person_id in places:
            for sums in (by_place[places[test.person_id]], total):
                sums.tests[test.kind].append(test.right * _OF / test.asked)


async def send_table(visit: Visit, occasion_id: int) -> None:
    """A sheet by kecamatan, and one of who came; nobody's test stands in it."""
    day = await days.find_to_hold(visit, occasion_id)
    if day is None:
        return
    sums, total, found = await _gather(visit, day)
    title = visit.text("pelatihan_berkas")
    rows = [list(_line(one).values()) for one in (*sums, total)]
    sheets = [
        {"title": visit.text("pelatihan_lembar_kecamatan"), "head": _head(visit, tuple(_line(total))), "rows": rows},
        {
            "title": visit.text("pelatihan_lembar_orang"),
            "head": _head(visit, ("nama", "kecamatan", "tempat", "jawaban", "jam")),
            "rows": [_seat_row(visit, seat) for seat in found],
        },
    ]
    files.make(visit, "sheet", {"filename": title, "sheets": sheets})


def _head(visit: Visit, names: Sequence[str]) -> list[str]:
    return [visit.text(f"pelatihan_kolom.{name}") for name in names]


def _seat_row(visit: Visit, seat: Seat) -> list[str]:
    office = visit.office
    answer = visit.text(f"pelatihan_dijawab.{seat.answer}") if seat.answer is not None else ""
    hour = office.local(seat.came_at).strftime("%H.%M") if seat.came_at is not None else ""
    kecamatan, place = place_name(office, kecamatan_of(seat.scope)), place_name(office, seat.scope)
    return [seat.name, kecamatan, place, answer, hour]
