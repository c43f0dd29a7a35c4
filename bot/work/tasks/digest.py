"""The message of somebody's day: one thing to do, and how much more there is. Asked again, just before it is told,
whether it is still true."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from bot.core.records import Grant
from bot.core.wilayah import lies_in
from bot.store.answering import questions
from bot.store.grants import grants_of
from bot.store.queues.notices import BY_HAND, Notice
from bot.store.tasks import ladder, reminding
from bot.store.tasks.reminding import NAMED, Duty
from bot.store.tasks.tasks import OPEN
from bot.work.office import Office
from bot.work.round import Round
from bot.work.saying.keyboard import keyboard
from bot.work.saying.naming import task_title, told_apart, whole_date
from bot.work.saying.told import SAID_ALREADY, Told, of_what
from bot.work.tasks import choosing, duties, words
from bot.work.tasks.beginning import begun_by, can_begin
from bot.work.tasks.following import marked
from bot.work.tasks.reminders import subject_of

#: How long ago something may have begun and still be news.
_NEWS = timedelta(days=14)
_NAMED = 5
_ALSO = 3  # tasks that a reminder names besides
_LONGEST, _TITLE = 60, 80  # words of a reminder; characters of a title in it
#: How far back it is looked for what was named to somebody.
_REMEMBERED = timedelta(days=200)

Lists = dict[int, list[Duty]]


async def compose(tour: Round, due: Sequence[Notice]) -> Mapping[int, Told]:
    """One message a person, however many of their tasks are due; by notice."""
    people = sorted({notice.person_id for notice in due})
    grants = await grants_of(tour.connection, people, tour.now)
    found = await reminding.of_ids(tour.connection, sorted({_task_in(notice) for notice in due}))
    near, ahead = await _theirs(tour, people)
    known = await marked(tour.connection, tour.office, list((found | near).values()))
    found = {duty.task.id: duty for duty in known if not words.is_over(tour.office, duty, tour.today)}
    pressing = _by_owner([duty for duty in known if duty.task.id in near])
    named = await reminding.named_to(tour.connection, people, tour.now - _REMEMBERED)
    desas = await questions.where_open(tour.connection)
    true = [notice for notice in due if _is_true(tour.office, notice, found, grants)]
    told: dict[int, Told] = {}
    noted: list[tuple[int, int, dict[str, Any]]] = []
    for person, notices in _by_person(true).items():
        reminded = [found[_task_in(notice)] for notice in notices]
        asked = {_task_in(notice) for notice in notices if notice.is_asked_for}
        lists = pressing.get(person, ()), ahead.get(person, ()), named.get(person, ())
        near_them = [one for one in grants.get(person, ()) if any(lies_in(desa, one.scope) for desa in desas)]
        ask = await duties.questions_for(tour.connection, person, near_them, tour.now)
        day = Day(reminded, *lists, asked, ask)
        first, said = day_of(tour.office, notices[0], day, tour.today)
        if said is not None:
            told |= {notices[0].id: said} | {notice.id: SAID_ALREADY for notice in notices[1:]}
        noted += [(first.task.id, person, {})] if first is not None else []
    await ladder.note(tour.connection, NAMED, tour.now, noted)
    return told


async def _theirs(tour: Round, people: Sequence[int]) -> tuple[dict[int, Duty], Lists]:
    """What is due this week, by task; and what can be done already, by owner."""
    week, office = tour.today + words.WEEK, tour.office
    theirs = await reminding.pressing(tour.connection, people, week, begun_by(office, tour.today))
    begun = await can_begin(tour.connection, office, theirs, tour.today)
    ahead = [duty for duty in theirs if duty.task.id in begun and _is_asked(office, duty, tour.today)]
    return {duty.task.id: duty for duty in theirs if duty.task.due_on <= week}, _by_owner(ahead)


def _by_owner(near: Sequence[Duty]) -> Lists:
    theirs: Lists = {}
    for duty in near:
        theirs.setdefault(duty.task.owner_id or 0, []).append(duty)
    return theirs


def _task_in(notice: Notice) -> int:
    return int(notice.subject.partition(":")[0])


def _by_person(true: Sequence[Notice]) -> dict[int, list[Notice]]:
    grouped: dict[int, list[Notice]] = {}
    for notice in true:
        grouped.setdefault(notice.person_id, []).append(notice)
    return grouped


def _is_true(office: Office, notice: Notice, found: Mapping[int, Duty], grants: Mapping[int, Sequence[Grant]]) -> bool:
    """Not done, not moved, not waiting for another's (unless it was asked for), nor somebody else's by now; and the
    person still has a role."""
    duty = found.get(_task_in(notice))
    if (
        duty is None
        or (duty.held and not notice.is_asked_for)
        or not grants.get(notice.person_id)
        or not words.is_known(office, duty)
    ):
        return False
    is_theirs = duty.task.owner_id in (None, notice.person_id)
    return is_theirs and duty.task.state == OPEN and subject_of(duty.task) == notice.subject.removesuffix(BY_HAND)


@dataclass(frozen=True, slots=True)
class Day:
    """What there is to say to one person: tasks whose reminder is due, tasks due this week, what can be done already,
    what was named to them before (ids, the newest last), what they put off to this very hour themselves, and how many
    questions of villagers wait for them."""

    reminded: Sequence[Duty]
    near: Sequence[Duty] = ()
    ahead: Sequence[Duty] = ()
    named: Sequence[int] = ()
    asked: Collection[int] = ()
    questions: int = 0


def day_of(office: Office, who: Notice, day: Day, today: date) -> tuple[Duty | None, Told | None]:
    """One task of their own, and how it is told; an offer only where there is nothing of one's own. Nothing, where all
    there is was named often enough."""
    own = {duty.task.id: duty for duty in day.reminded if duty.task.owner_id is not None}
    if not own:
        free = choosing.choose(day.reminded, day.named, today)
        return free, _offer(office, who, free, len(day.reminded) - 1, today) if free is not None else None
    near = {duty.task.id: duty for duty in day.near if _is_asked(office, duty, today)}
    doable = own | {key: duty for key, duty in near.items() if choosing.is_time(office, duty, today)}
    ordered = choosing.in_order(doable.values(), day.named, today)
    wanted = [duty for duty in ordered if duty.task.id in day.asked]
    first = wanted[0] if wanted else choosing.choose(ordered, day.named, today)
    if first is None:
        return None, None
    rest = sorted((duty for duty in ordered if duty is not first), key=lambda one: _place(one, today))
    waits = len({*near, *own, *(duty.task.id for duty in day.reminded)}) - 1
    begins = next((duty for duty in day.ahead if duty.task.id not in own), None)
    return first, _remind(office, who.name, first, _Besides(rest[:_ALSO], waits, begins, day.questions), today)


def _place(duty: Duty, today: date) -> int:
    """Beside the one that is named: what ends today, then what is late, then what has its day ahead."""
    return 0 if duty.task.due_on == today else 1 if duty.task.due_on < today else 2


def _is_asked(office: Office, duty: Duty, today: date) -> bool:
    return words.is_known(office, duty) and not words.is_over(office, duty, today)


@dataclass(frozen=True, slots=True)
class _Besides:
    """What a reminder mentions where there is room for it: tasks by their titles, how many wait in all, and what can
    be done already though nobody waits for it yet. `asked`: questions of villagers that wait for an answer."""

    also: Sequence[Duty]
    waits: int
    begins: Duty | None
    asked: int = 0


def _remind(office: Office, name: str, duty: Duty, besides: _Besides, today: date) -> Told:
    told = words.line(office, duty, today) | {
        "nama": name,
        "isi": words.short_text(office, duty.task),
        "jadwal": whole_date(office, duty.kind, duty.starts_at),
        "tempat": duty.place,
        "sisa": (office.local(duty.starts_at).date() - today).days,
        "pertanyaan": besides.asked,
    }
    *rows, last = keys(office, duty.task.id)
    markup = keyboard(*rows, [*last, _see(office, duty.task.id)])
    beside = of_what(office, told["judul"], rows[0][0], _see(office, duty.task.id))
    return Told(_shortened(office, duty, told, besides, today), markup, beside=beside)


def _shortened(office: Office, duty: Duty, told: dict[str, Any], besides: _Besides, today: date) -> str:
    """With as much of the rest as there is room for: what can be done already is left out first, then how it is
    done (its reason stands there instead), then the last of the others, but for what ends today, too."""
    by_day = sorted(besides.also, key=lambda one: (one.task.due_on != today, one.task.due_on))
    parts = [(told["judul"], words.place(office, duty.task.wilayah))]
    parts += [(task_title(office, one.task.rule), words.place(office, one.task.wilayah)) for one in by_day]
    names = told_apart(parts, _TITLE)[1:]
    also = [{"judul": name, "hari": words.day(one.task.due_on)} for name, one in zip(names, by_day, strict=True)]
    ends = sum(one.task.due_on == today for one in by_day)
    told |= {"mulai": task_title(office, besides.begins.task.rule) if besides.begins is not None else ""}
    for number in range(len(also), ends - 1, -1):
        told |= {"akhir": also[:ends], "juga": also[ends:number], "lain": besides.waits - number}
        for without in ({}, {"mulai": ""}, {"isi": ""}, {"mulai": "", "isi": ""}):
            text = office.catalog.text("tugas_ingat", **(told | without))
            if len(text.split()) <= _LONGEST:
                return text
    return office.catalog.text("tugas_ingat", **(told | {"mulai": "", "isi": ""}))


def keys(office: Office, task_id: int) -> list[list[tuple[str, str]]]:
    """What can be done with a task of one's own, under its reminder and on its card."""
    rows = (("sudah", "sore", "besok"), ("tanggal", "tak"), ("bantu", "serah"))
    return [[(office.catalog.text(f"tombol_tugas_{what}"), f"t:{what}:{task_id}") for what in row] for row in rows]


def _see(office: Office, task_id: int) -> tuple[str, str]:
    return office.catalog.text("tombol_tugas_lihat"), f"t:lihat:{task_id}"


def _offer(office: Office, who: Notice, duty: Duty, more: int, today: date) -> Told:
    told = words.line(office, duty, today)
    text = office.catalog.text("tugas_tawaran", nama=who.name, lain=more, **told)
    take = (office.catalog.text("tombol_tugas_ambil"), f"t:ambil:{duty.task.id}")
    row = take, _see(office, duty.task.id)
    return Told(text, keyboard(row), beside=of_what(office, told["judul"], *row))


async def compose_begun(tour: Round, due: Sequence[Notice]) -> Mapping[int, Told]:
    """What could begin because an input came (the notice's subject), by owner."""
    told: dict[int, Told] = {}
    today = tour.today
    for key in sorted({notice.subject for notice in due}):
        theirs = [notice for notice in due if notice.subject == key]
        rules = [rule.key for rule in tour.office.catalog.calendar.waiting_for([key])]
        people = [notice.person_id for notice in theirs]
        begun = await reminding.begun_by(tour.connection, people, rules, tour.now - _NEWS)
        for notice in theirs:
            if found := [duty for duty in begun.get(notice.person_id, ()) if _is_asked(tour.office, duty, today)]:
                told[notice.id] = _begun(tour.office, notice.name, key, found, today)
    return told


def _begun(office: Office, name: str, key: str, found: Sequence[Duty], today: date) -> Told:
    lines: list[dict[str, Any]] = [words.line(office, duty, today) for duty in found[:_NAMED]]
    source = words.part(office, key, ".judul")
    more = len(found) - len(lines)
    return Told(office.catalog.text("tugas_mulai", nama=name, bahan=source, tugas=lines, lain=more))
