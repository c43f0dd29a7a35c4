"""The evening before a meeting and the morning of it: one message each to its facilitators, with all that they need.

The evening after it is told by its hall."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from bot.core.calendar.rules import PREPARATION, TRAINING
from bot.core.tasks.ladder import at
from bot.core.tasks.owners import FACILITATORS
from bot.store.calendar import occasions
from bot.store.calendar.occasions import Occasion
from bot.store.grants import grants_of
from bot.store.people import people
from bot.store.queues import notices
from bot.store.queues.notices import EVE, EVENING, MORNING, Notice
from bot.store.tasks import ladder, tasks
from bot.store.tasks.tasks import Task
from bot.work.office import Office
from bot.work.round import Round
from bot.work.saying.keyboard import keyboard
from bot.work.saying.naming import date_of, occasion_name, place_name, task_title
from bot.work.saying.told import Told

#: When it is looked, on the day before, who they are: before anything else of that day is told.
_LOOKED = time(6, 0)
#: A meeting may last so long: one that began later is spoken of on the next morning.
_LASTS = timedelta(hours=4)
_NAMED = 5


def seen_at(office: Office, one: Occasion, now: datetime) -> datetime | None:
    """When the clock looks at a meeting that is near; a stage has no hour, and nobody to prepare it, nor has a meeting
    that is over."""
    kind = office.catalog.calendar.kinds.get(one.kind)
    if kind is None or kind.stage or one.starts_at <= now:
        return None
    eve = datetime.combine(office.local(one.starts_at).date() - timedelta(days=1), _LOOKED, office.zone)
    return max(eve, now)


def asked_after(office: Office, one: Occasion, now: datetime) -> datetime | None:
    """When the clock looks at a meeting that is over: on the day after it, before that day's list; only where a task is
    fulfilled by such a meeting."""
    if not any(one.kind in rule.met_by for rule in office.catalog.calendar.rules.values()):
        return None
    day = office.local(one.starts_at).date() + timedelta(days=1)
    return max(datetime.combine(day, _LOOKED, office.zone), now)


async def raise_due(tour: Round, limit: int) -> int:
    """Let all be told at their hours, as far as these lie ahead. Returns how many meetings it was about."""
    found = await occasions.to_tell_before(tour.connection, tour.now, limit)
    standing = [one for one in found if one.cancelled_at is None and one.kind != TRAINING]
    scopes = sorted({one.wilayah for one in standing})
    holders = await people.ids_by_place(tour.connection, FACILITATORS, scopes, tour.now) if scopes else {}
    theirs = [
        (one, person)
        for one in standing
        for person in sorted({each for role in FACILITATORS for each in holders.get((role, one.wilayah), ())})
    ]
    for kind in (EVE, EVENING):
        led = [one for one in found if one.kind == TRAINING and one.cancelled_at is None]
        wanted = [
            (one.made_by, subject_of(tour.office, one), _hour(tour.office, one, kind)) for one in led if one.made_by
        ]
        await notices.raise_all(tour.connection, kind, [each for each in wanted if each[2] > tour.now])
    for kind in (EVE, MORNING, EVENING):
        wanted = [(person, subject_of(tour.office, one), _hour(tour.office, one, kind)) for one, person in theirs]
        await notices.raise_all(tour.connection, kind, [each for each in wanted if each[2] > tour.now])
    return len(found)


def subject_of(office: Office, one: Occasion) -> str:
    """A meeting on its day: one that moves meanwhile leaves the notice behind."""
    return f"{one.id}:{office.local(one.starts_at):%y%m%d}"


def _hour(office: Office, one: Occasion, kind: str) -> datetime:
    policy, day = office.catalog.calendar.policy, office.local(one.starts_at).date()
    if kind == EVE:
        return at(day - timedelta(days=1), policy.eve, office.zone)
    return at(day, policy.morning, office.zone) if kind == MORNING else _afterwards(office, one, day)


def _afterwards(office: Office, one: Occasion, day: date) -> datetime:
    """The evening of its day; where it may not be over by then, the next morning."""
    policy = office.catalog.calendar.policy
    evening = at(day, policy.eve, office.zone)
    is_over = one.starts_at + _LASTS <= evening
    return evening if is_over else at(day + timedelta(days=1), policy.hours[0], office.zone)


async def compose(tour: Round, notice: Notice) -> Told | None:
    """While it stands on that day and has not begun, to whoever still looks after it; an evening that is over is left
    to the morning."""
    one = await occasions.one(tour.connection, int(notice.subject.partition(":")[0]))
    if one is None or one.cancelled_at is not None or one.kind not in tour.office.catalog.calendar.kinds:
        return None
    days = (tour.office.local(one.starts_at).date() - tour.today).days
    is_now = days == (1 if notice.kind == EVE else 0) and one.starts_at > tour.now
    if not is_now or notice.subject != subject_of(tour.office, one) or not await looks_after(tour, notice, one):
        return None
    prepares = _preparing(tour.office, one)
    was_planned = any(task.rule in prepares for task in await tasks.of_occasion(tour.connection, one.id))
    left = await _left(tour, notice, one, prepares)
    return _told(tour.office, notice, one, left, was_planned=was_planned)


async def looks_after(tour: Round, notice: Notice, one: Occasion) -> bool:
    """Whether they are a facilitator of that wilayah by now."""
    grants = (await grants_of(tour.connection, [notice.person_id], tour.now)).get(notice.person_id, ())
    return any(grant.role in FACILITATORS and grant.scope == one.wilayah for grant in grants)


def _preparing(office: Office, one: Occasion) -> list[str]:
    """The rules of what prepares a meeting of this kind."""
    rules = office.catalog.calendar.rules
    return sorted(key for key, rule in rules.items() if rule.phase == PREPARATION and one.kind in rule.anchors)


async def _left(tour: Round, notice: Notice, one: Occasion, prepares: Sequence[str]) -> list[Task]:
    """What prepares it and is not done, theirs or nobody's, the first due first."""
    found = await ladder.open_beside(tour.connection, [one.id], prepares)
    theirs = [task for task in found if task.owner_id in (None, notice.person_id) and task.state == tasks.OPEN]
    return sorted(theirs, key=lambda task: (task.due_on, task.id))


def _told(office: Office, notice: Notice, one: Occasion, left: Sequence[Task], *, was_planned: bool) -> Told:
    named = list(dict.fromkeys(task_title(office, task.rule) for task in left))
    text = office.catalog.text(
        "rapat_besok" if notice.kind == EVE else "rapat_hari_ini",
        nama=notice.name,
        acara=f"{occasion_name(office, one)}, {place_name(office, one.wilayah)}",
        jadwal=date_of(office, one),
        tempat=one.place,
        tugas=named[:_NAMED],
        disiapkan=was_planned,
        lain=max(len(named) - _NAMED, 0),
        bawa=_brings(office, one),
    )
    return Told(text, keyboard(*_keys(office, one, has_tasks=bool(left))))


def _brings(office: Office, one: Occasion) -> str:
    name = f"pertemuan.{one.kind}.bawa"
    return office.plain(name if name in office.catalog.texts else "rapat_bawa")


def _keys(office: Office, one: Occasion, *, has_tasks: bool) -> list[list[tuple[str, str]]]:
    rows: list[list[tuple[str, str]]] = [
        [(office.catalog.text("tombol_rapat_buka"), f"h:masuk:{one.id}:buka")],
        [(office.catalog.text("tombol_rapat_cetak"), f"h:masuk:{one.id}:cetak")],
    ]
    tasks_key: tuple[str, str] = (office.catalog.text("tombol_tugas_daftar"), "t:daftar:saya:0")
    return [*rows, [tasks_key]] if has_tasks else rows
