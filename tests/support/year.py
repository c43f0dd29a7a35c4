"""A planning cycle, 2026-2027: who lives in the kabupaten, which meetings they hold by which of the two calendars, and
what they do with what the bot tells them. Everything follows from one seed."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from bot.core.records import Person
from bot.store import turn as turns
from bot.store.turn import Turn
from bot.work.calendar import announcing
from bot.work.round import Round
from bot.work.tasks import planning
from bot.work.visit import Visit
from tests.support.kabupaten import KABUPATEN, Kabupaten, local
from tests.support.phones import Someone
from tests.support.town import catalog_of

#: How people are with reminders, and how many of a hundred facilitators are so.
WAYS = {
    "rajin": 34,  # does everything
    "menunda": 20,  # puts off once or twice, then does it
    "menyerahkan": 10,  # hands over what can be handed over
    "minta_bantuan": 8,
    "tidak_perlu": 6,  # says so, with a reason
    "diam": 17,  # reads, and never answers
    "memblokir": 5,  # blocked the bot
}
#: One facilitator, two, or none in a village.
_FACILITATORS = (1,) * 7 + (2, 0, 0)
#: Minutes after midnight at which the daily list comes; most never chose.
_HOURS = (None,) * 6 + (390, 720, 960, 1200)
#: In every sixth village the facilitator's role ends, and days later a successor has it.
_LEAVES, _COMES = local(2027, 1, 12, 9), local(2027, 1, 18, 10)
#: Tasks that the office takes into use, or out of it, while dates stand.
_SWITCHED = (
    (local(2026, 8, 3, 10), ("D09", "D10"), "pakai"),
    (local(2027, 1, 4, 10), ("D18", "L18", "L09", "D24", "L24"), "pakai"),
    (local(2027, 1, 25, 14), ("D08", "L08", "L20"), "lepas"),
    (local(2027, 6, 14, 9), ("D28", "L28"), "pakai"),
)


@dataclass(frozen=True, slots=True)
class Meeting:
    """Something that is held, when its date is told, and by how many days it is moved after that."""

    kind: str
    wilayah: str
    starts_at: datetime
    told_at: datetime
    moves: tuple[int, ...] = ()
    cancelled: bool = False
    about: str = ""


def villages() -> list[str]:
    places = catalog_of().places
    return [village.code for kecamatan in places.children(KABUPATEN) for village in places.children(kecamatan.code)]


def stages(sipd: datetime) -> Iterator[Meeting]:
    """What the kabupaten tells once for everybody. `sipd`: when it opens, which not every year is in time."""
    for kind, when in (
        ("tahun_perencanaan", local(2026, 4, 15)),
        ("sipd_buka", sipd),
        ("tahun_perencanaan", local(2027, 4, 12)),
        ("rkpd", local(2027, 7, 2)),
        ("kua_ppas", local(2027, 8, 12)),
        ("apbd", local(2027, 11, 25)),
    ):
        yield Meeting(kind, KABUPATEN, when, when - timedelta(days=20))
    for number, hour in enumerate((8, 10, 14, 16), start=1):  # more news in a day than anybody may be told
        held, told = local(2027, 2, 2 + number, 9), local(2027, 1, 13, hour)
        yield Meeting("pelatihan", KABUPATEN, held, told, about=f"Hari {number}")
    yield Meeting("forum_opd", KABUPATEN, local(2027, 3, 4, 9), local(2027, 1, 20, 10))
    yield Meeting("musrenbang_kabupaten", KABUPATEN, local(2027, 3, 24, 9), local(2027, 1, 20, 10))


def meetings(chosen: Sequence[str], chance: random.Random) -> Iterator[Meeting]:
    """By rule: musdes in June, musrenbang desa in September or October. In practice: November to January. Kelurahan
    follow in January, kecamatan in February."""
    for number, village in enumerate(chosen):
        if catalog_of().places.is_kelurahan(village):
            yield _meeting("musrenbang_kelurahan", village, local(2027, 1, 5, 9), 25, chance)
        elif number % 2:
            yield _meeting("musdes", village, local(2026, 6, 8, 9), 20, chance)
            yield _meeting("musrenbang_desa", village, local(2026, 9, 14, 9), 45, chance)
        else:
            yield _meeting("musrenbang_desa", village, local(2026, 11, 9, 9), 80, chance)
    for kecamatan in sorted({village.rpartition(".")[0] for village in chosen}):
        yield _meeting("musrenbang_kecamatan", kecamatan, local(2027, 2, 8, 9), 18, chance)


def _meeting(kind: str, wilayah: str, first: datetime, within: int, chance: random.Random) -> Meeting:
    starts_at = first + timedelta(days=chance.randrange(within), minutes=30 * chance.randrange(9))
    told_at = starts_at - timedelta(days=chance.choice((60, 55, 50, 50, 30, 12)), minutes=chance.randrange(480))
    moves = chance.choice(((), (), (), (), (9,), (9, 9, -18), (-3,)))
    return Meeting(kind, wilayah, starts_at, told_at, moves, cancelled=chance.random() < 0.04)


async def inhabit(place: Kabupaten, chosen: Sequence[str], chance: random.Random) -> None:
    """Facilitators, operators, camat, and the office."""
    ways = [way for way, share in WAYS.items() for _ in range(share)]
    for number, village in enumerate(chosen):
        for one in range(chance.choice(_FACILITATORS)):
            name = f"Fasilitator {number}{'ab'[one]}"
            leaves = _LEAVES if number % 6 == 1 else None
            await place.settle(name, "fasilitator_desa", village, chance.choice(ways), chance.choice(_HOURS), leaves)
        if number % 6 == 1:
            place.at(_COMES, partial(place.settle, f"Pengganti {number}", "fasilitator_desa", village, "rajin"))
        if chance.random() < 0.5:
            await place.settle(f"Operator {number}", "operator", village, chance.choice(ways))
    for number, kecamatan in enumerate(sorted({village.rpartition(".")[0] for village in chosen})):
        if number != 5:  # one kecamatan has nobody yet
            await place.settle(f"Pendamping {number}", "fasilitator_kecamatan", kecamatan, chance.choice(ways))
        if number % 4:
            await place.settle(f"Camat {number}", "camat", kecamatan, chance.choice(ways))
    await place.settle("Hasnah", "bappeda", KABUPATEN, "rajin")
    later = partial(place.settle, "Ramli", "bappeda", KABUPATEN, "menunda", 390)
    place.at(local(2027, 2, 1, 9), later)  # until then what the office owes has one owner, from then on it is offered


def schedule(place: Kabupaten, plan: Sequence[Meeting], switched: Sequence[Any] = _SWITCHED) -> None:
    """Every date is set, moved and cancelled when its time comes: by the office, which may do so everywhere."""
    officer = next(one for one in place.people.values() if one.role == "bappeda")
    for meeting in plan:
        place.at(meeting.told_at, partial(_hold, place, officer, meeting))
    for when, rules, how in switched:
        for number, rule in enumerate(rules):
            place.at(when + timedelta(minutes=number), partial(place.pushes, officer, f"y:ubah:{rule}:0:{how}"))


async def _hold(place: Kabupaten, officer: Someone, meeting: Meeting) -> None:
    """What *Simpan* does at the end of the form."""
    now = place.clock.now()
    one = planning.new_occasion(
        place.office, meeting.kind, meeting.wilayah, meeting.starts_at, now, officer.id, meeting.about
    )
    async with place.database.write() as connection:
        speaker = Person(officer.id, "telegram", officer.address, officer.name)
        turn = Turn(connection, now, place.clock.real(), officer.address, 0, speaker)
        planned = await planning.hold(Round(connection, place.office, now), one)
        await announcing.say_set(Visit(turn, place.office), connection, planned)
        await turns.write(connection, [turn])
    room, to = (meeting.starts_at - now) / (len(meeting.moves) + 2), meeting.starts_at
    for number, days in enumerate(meeting.moves, start=1):
        to += timedelta(days=days)
        place.at(now + room * number, partial(place.pushes, officer, f"j:pindah:{one.id}:{to:%Y%m%d%H%M}"))
    if meeting.cancelled:
        place.at(meeting.starts_at - room / 2, partial(_cancel, place, officer, one.id))


async def _cancel(place: Kabupaten, officer: Someone, occasion_id: int) -> None:
    await place.pushes(officer, f"j:batal:{occasion_id}")
    await place.says(officer, "Jalan ke desa tertutup longsor.")
    await place.pushes(officer, f"j:sudahi:{occasion_id}")
