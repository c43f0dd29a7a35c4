"""What is said when a date is set, moved or cancelled: one answer to who did it, one message to everybody else it
concerns."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from bot.core.understanding.times.days import show_day
from bot.core.wilayah import KECAMATAN, is_wider
from bot.store.calendar import concerned, occasions
from bot.store.calendar.concerned import Act, Circle, Touched
from bot.store.calendar.occasions import Occasion
from bot.store.database.database import Connection
from bot.store.people import people
from bot.store.people.people import Addressee
from bot.store.queues import news, notices
from bot.store.queues.news import News
from bot.store.queues.notices import DATES, Notice
from bot.store.tasks import tasks
from bot.store.tasks.tasks import Task
from bot.work.access import DELEGASI, FASILITATOR_DESA, FASILITATOR_KECAMATAN
from bot.work.office import Office
from bot.work.round import Round
from bot.work.saying import letters
from bot.work.saying.keyboard import keyboard
from bot.work.saying.naming import date_of, occasion_name, place_name, task_title, whole_date
from bot.work.saying.told import Told
from bot.work.tasks.planning import Planned
from bot.work.tasks.words import day
from bot.work.visit import Visit

_LINES = 8
#: Who looks after a wilayah, and who speaks for one: they are told about its dates.
_FACILITATORS = (FASILITATOR_DESA, FASILITATOR_KECAMATAN)
_WITH_DELEGATES = (*_FACILITATORS, DELEGASI)
#: What happened to a date, by the name of the news; and to its tasks then.
SET, MOVED, CANCELLED, ELSEWHERE = "jadwal_baru", "jadwal_pindah", "jadwal_batal", "jadwal_tempat"
#: In the news: the announcement whose recipients know it.
ANNOUNCED = "siaran"
_DONE_TO_TASKS = {SET: "made", MOVED: "moved", CANCELLED: "cancelled", ELSEWHERE: "moved"}


async def say_set(visit: Visit, connection: Connection, planned: Planned) -> None:
    """The answer to *Simpan*; everybody else concerned learns of it by the clock."""
    one, added = planned.occasion, sorted(planned.added, key=lambda task: (task.due_on, task.rule))
    first = added[0] if added else None
    visit.say(
        "jadwal_ditetapkan",
        keyboard([(visit.text("tombol_jadwal_lihat"), f"j:lihat:{one.id}")]),
        **_told(visit.office, one),
        jumlah=len(added),
        tempat=len({task.wilayah for task in added}),
        di=one.place,
        pertama=task_title(visit.office, first.rule) if first is not None else "",
        kapan=day(first.due_on) if first is not None else "",
        untuk=await _whose(visit, connection, first) if first is not None else "",
        menunggu=sum(task.state == tasks.WAITING for task in added),
    )
    await news.put_out(connection, SET, one.id, visit.now, visit.me.id)


def _told(office: Office, one: Occasion) -> dict[str, Any]:
    name, where = occasion_name(office, one), place_name(office, one.wilayah)
    return {"nama": name, "wilayah": where, "hari": date_of(office, one)}


async def _whose(visit: Visit, connection: Connection, task: Task) -> str:
    """The name of whose the task is; empty for nobody's yet, and for one's own a word that needs no name."""
    if task.owner_id == visit.me.id:
        return visit.me.name
    found = await people.reachable(connection, [task.owner_id]) if task.owner_id is not None else []
    return found[0].name if found else ""


@dataclass(frozen=True, slots=True)
class Was:
    """When it was to be, and why it moved; `announced`: the announcement that told it already."""

    at: datetime
    why: str
    announced: int | None = None


async def say_moved(visit: Visit, connection: Connection, planned: Planned, was: Was) -> None:
    """The answer to who moved it; exactly one message to each of the others comes by the clock."""
    one, moved = planned.occasion, [change for change in planned.moved if change.task.due_on != change.was]
    own = [change for change in moved if change.task.owner_id == visit.me.id] or moved
    markup = keyboard([(visit.text("tombol_jadwal_lihat"), f"j:lihat:{one.id}")])
    listed = changes(visit.office, [(change.task.rule, change.was, change.task.due_on) for change in own])
    told = _from_to(visit.office, one, was.at, one.starts_at) | {"siaran": was.announced is not None}
    others = await _others(visit, connection, one, MOVED)
    visit.say("jadwal_dipindah", markup, jumlah=len(moved), perubahan=listed, alasan=was.why, orang=others, **told)
    days = {"dari": was.at.isoformat(), "ke": one.starts_at.isoformat(), ANNOUNCED: was.announced}
    await news.put_out(connection, MOVED, one.id, visit.now, visit.me.id, **days)


async def _others(visit: Visit, connection: Connection, one: Occasion, what: str) -> int:
    """How many the clock is about to tell."""
    act, circle = Act(_DONE_TO_TASKS[what], visit.now, visit.me.id), _circle(visit.office, one)
    return await concerned.how_many(connection, one, act, circle, visit.now)


def _from_to(office: Office, one: Occasion, was: datetime, to: datetime) -> dict[str, Any]:
    days = {"dari": whole_date(office, one.kind, was), "ke": whole_date(office, one.kind, to)}
    before, after = office.local(was), office.local(to)
    days["sehari"] = show_day(after.date()) if before.date() == after.date() else ""  # which is told once
    days |= {"jam_dari": f"{before:%H.%M %Z}", "jam_ke": f"{after:%H.%M %Z}"}
    return {"nama": occasion_name(office, one), "wilayah": place_name(office, one.wilayah), "tempat": one.place, **days}


def changes(office: Office, moved: Sequence[tuple[str, date, date]]) -> Mapping[str, Any]:
    """The tasks that moved as (rule, day before, day now), the next one first: as many as can be read, and how many
    more there are."""
    ordered = sorted(moved, key=lambda change: (change[2], change[0]))
    shown = [
        {"judul": task_title(office, rule), "dari": day(was), "ke": day(now)} for rule, was, now in ordered[:_LINES]
    ]
    return {"tugas": shown, "lagi": max(len(ordered) - _LINES, 0)}


async def say_cancelled(visit: Visit, connection: Connection, planned: Planned, why: str) -> None:
    """The answer to who cancelled it; exactly one message to each of the others comes by the clock."""
    one = planned.occasion
    others = await _others(visit, connection, one, CANCELLED)
    told = _told(visit.office, one)
    visit.say("jadwal_dibatalkan", jumlah=len(planned.closed), alasan=why, orang=others, **told)
    await news.put_out(connection, CANCELLED, one.id, visit.now, visit.me.id)


async def say_elsewhere(
    visit: Visit, connection: Connection, one: Occasion, places: Mapping[str, str], announced: int | None
) -> None:
    """The same for another place: no task changes by it."""
    others = await _others(visit, connection, one, ELSEWHERE)
    markup = keyboard([(visit.text("tombol_jadwal_lihat"), f"j:lihat:{one.id}")])
    told = {"orang": others, "siaran": announced is not None}
    visit.say("jadwal_di_tempat_lain", markup, **told, **_told(visit.office, one), **places)
    by = {**places, ANNOUNCED: announced}
    await news.put_out(connection, ELSEWHERE, one.id, visit.now, visit.me.id, **by)


# --- told by the clock -----------------------------------------------------------------------------------------------


async def whom(tour: Round, one: News, most: int) -> Sequence[Addressee]:
    """Those whose tasks these are, the facilitators and delegates of the wilayah, and whose usulan are discussed there;
    nobody for a date that is known no more."""
    occasion = await occasions.one(tour.connection, one.subject)
    if occasion is None or occasion.kind not in tour.office.catalog.calendar.kinds:
        return ()
    behind = {"after": one.told_up_to, "most": most}
    circle = _circle(tour.office, occasion)
    return await concerned.concerned(tour.connection, occasion, _act(one), circle, tour.now, **behind)


def _circle(office: Office, one: Occasion) -> Circle:
    """A kabupaten's date is no affair of every delegate. Whoever brought an usulan hears of a meeting of their desa
    where it is discussed, also when it is set: they asked for nothing else."""
    roles = _WITH_DELEGATES if not is_wider(one.wilayah, KECAMATAN) else _FACILITATORS
    spoken = _spoken(office, one)
    return Circle(roles, spoken, (FASILITATOR_KECAMATAN,) if spoken is not None else ())


def _spoken(office: Office, one: Occasion) -> tuple[datetime, datetime] | None:
    """Within which time the usulan were told that are discussed there; None where none are."""
    return office.span_of(one.cycle) if office.catalog.calendar.kinds[one.kind].discusses else None


def _act(one: News) -> Act:
    return Act(_DONE_TO_TASKS[one.kind], one.at, one.by)


async def _theirs(tour: Round, one: News, told: Sequence[Addressee]) -> dict[int, list[Touched]]:
    """What the act did to the tasks of each."""
    found: dict[int, list[Touched]] = {person.id: [] for person in told}
    for task in await concerned.touched(tour.connection, one.subject, _act(one), list(found)):
        found[task.owner_id].append(task)
    return found


async def _bringing(tour: Round, one: Occasion, told: Sequence[Addressee]) -> set[int]:
    """Whose usulan are discussed there, among these."""
    spoken = _spoken(tour.office, one)
    return await concerned.bringing(tour.connection, one, spoken, [each.id for each in told]) if spoken else set()


async def tell_set(tour: Round, one: News, told: Sequence[Addressee]) -> None:
    """With what else there is to tell them, in their own hours: nothing changes for them today."""
    await notices.raise_for(tour.connection, DATES, str(one.subject), {person.id: tour.now for person in told})


async def about_new_date(tour: Round, notice: Notice) -> Told | None:
    """A date that was set, while it stands and lies ahead; moved since, it is told as it is now."""
    one = await occasions.one(tour.connection, int(notice.subject))
    if one is None or one.cancelled_at is not None or one.kind not in tour.office.catalog.calendar.kinds:
        return None
    if is_over(tour, one):
        return None
    return Told(tour.text("jadwal_kabar_baru", **_told(tour.office, one), tempat=one.place))


def is_over(tour: Round, one: Occasion) -> bool:
    """A meeting has begun, or the day of a stage is past: its date is no news any more."""
    if tour.office.catalog.calendar.kinds[one.kind].stage:
        return tour.office.local(one.starts_at).date() < tour.today
    return one.starts_at <= tour.now


async def tell_moved(tour: Round, one: News, told: Sequence[Addressee]) -> None:
    """From which day to which, and which of their tasks moved along. Nothing, when it was cancelled or moved on in the
    meantime: there is other news of that, and this would be wrong; nor when it is over."""
    occasion = await occasions.one(tour.connection, one.subject)
    was, to = (datetime.fromisoformat(one.detail[key]) for key in ("dari", "ke"))
    if occasion is None or occasion.cancelled_at is not None or occasion.starts_at != to:
        return
    if is_over(tour, occasion):
        return
    days = _from_to(tour.office, occasion, was, to)
    days["alasan"] = await occasions.why_moved(tour.connection, occasion.id, to, one.by)
    theirs = await _theirs(tour, one, told)
    moved = {
        person: changes(tour.office, [(task.rule, task.was, task.due_on) for task in found if task.was is not None])
        for person, found in theirs.items()
    }
    theirs_there = await _bringing(tour, occasion, told)
    texts = []
    for person in told:
        about = {"perubahan": moved[person.id], "usulan": person.id in theirs_there}
        texts.append((person, tour.text("jadwal_kabar_pindah", **about, **days)))
    await letters.promise(tour, texts)


async def tell_cancelled(tour: Round, one: News, told: Sequence[Addressee]) -> None:
    occasion = await occasions.one(tour.connection, one.subject)
    if occasion is None:
        return
    theirs = await _theirs(tour, one, told)
    why = {"alasan": occasion.cancelled_why or "", **_told(tour.office, occasion)}
    theirs_there = await _bringing(tour, occasion, told)
    texts = []
    for person in told:
        about = {"jumlah": len(theirs[person.id]), "usulan": person.id in theirs_there}
        texts.append((person, tour.text("jadwal_kabar_batal", **about, **why)))
    await letters.promise(tour, texts)
