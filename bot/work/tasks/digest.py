"""The message of somebody's day: one thing to do, and how much more there is. Asked again, just before it is told,
whether it is still true."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from bot.core.records import Grant
from bot.store.queues.notices import BY_HAND, Notice
from bot.store.tasks import reminding
from bot.store.tasks.reminding import Duty
from bot.store.tasks.tasks import OPEN
from bot.store.turn import grants_of
from bot.work.office import Office
from bot.work.round import Round
from bot.work.saying.keyboard import keyboard
from bot.work.saying.naming import task_title
from bot.work.saying.told import SAID_ALREADY, Told
from bot.work.tasks import words
from bot.work.tasks.beginning import begun_by, can_begin
from bot.work.tasks.following import marked
from bot.work.tasks.reminders import subject_of

#: How long ago something may have begun and still be news.
_NEWS = timedelta(days=14)
_NAMED = 5
_LONGEST = 60  # words of a reminder

Lists = dict[int, list[Duty]]


async def compose(tour: Round, due: Sequence[Notice]) -> Mapping[int, Told]:
    """One message a person, however many of their tasks are due; by notice."""
    people = sorted({notice.person_id for notice in due})
    grants = await grants_of(tour.connection, people, tour.now)
    found = await reminding.of_ids(tour.connection, sorted({_task_in(notice) for notice in due}))
    today = tour.today
    week = today + words.WEEK
    theirs = await reminding.pressing(tour.connection, people, week, begun_by(tour.office, today))
    begun = await can_begin(tour.connection, tour.office, theirs, today)
    near = {duty.task.id: duty for duty in theirs if duty.task.due_on <= week}
    known = await marked(tour.connection, tour.office, list((found | near).values()))
    found = {duty.task.id: duty for duty in known if not words.is_over(tour.office, duty, today)}
    pressing = _by_owner([duty for duty in known if duty.task.id in near])
    ahead = _by_owner([duty for duty in theirs if duty.task.id in begun and _is_asked(tour.office, duty, today)])
    true = [notice for notice in due if _is_true(tour.office, notice, found, grants)]
    told: dict[int, Told] = {}
    for notices in _by_person(true).values():
        reminded = [found[_task_in(notice)] for notice in notices]
        asked = {_task_in(notice) for notice in notices if notice.is_asked_for}
        told[notices[0].id] = _day_of(tour.office, notices[0], reminded, pressing, today, asked, ahead)
        told |= {notice.id: SAID_ALREADY for notice in notices[1:]}
    return told


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
    """Not done, not moved, not waiting for another's, nor somebody else's by now; and the person still has a role."""
    duty = found.get(_task_in(notice))
    if duty is None or duty.held or not grants.get(notice.person_id) or not words.is_known(office, duty):
        return False
    is_theirs = duty.task.owner_id in (None, notice.person_id)
    return is_theirs and duty.task.state == OPEN and subject_of(duty.task) == notice.subject.removesuffix(BY_HAND)


def _day_of(
    office: Office,
    who: Notice,
    reminded: Sequence[Duty],
    pressing: Lists,
    today: date,
    asked: Collection[int] = (),
    ahead: Lists | None = None,
) -> Told:
    """What they put off to this hour (`asked`), else the most urgent of what is one's own; an offer only where there is
    nothing of one's own."""
    own = {duty.task.id: duty for duty in reminded if duty.task.owner_id is not None}
    near = {duty.task.id: duty for duty in pressing.get(who.person_id, []) if _is_asked(office, duty, today)}
    if not own:
        return _offer(office, who, reminded[0], len(reminded) - 1, today)
    doable = own | {key: duty for key, duty in near.items() if duty.task.due_on <= today and not duty.held}
    wanted = [duty for key, duty in own.items() if key in asked] or list(doable.values())
    first = min(wanted, key=lambda duty: urgency(office, duty, today))
    more = len({*near, *own, *(duty.task.id for duty in reminded)}) - 1
    later = [duty for duty in (ahead or {}).get(who.person_id, ()) if duty.task.id not in own]
    begins = later[0] if later else None
    return _remind(office, who.name, first, more, today, begins)


def _is_asked(office: Office, duty: Duty, today: date) -> bool:
    return words.is_known(office, duty) and not words.is_over(office, duty, today)


def urgency(office: Office, duty: Duty, today: date) -> tuple[int, date, int]:
    """One's own that is late comes first, then what is due today, then what is near."""
    task = duty.task
    rank = 0 if words.is_late(office, duty, today) else 1 if task.due_on <= today else 2
    return rank, task.due_on, task.id


def _remind(office: Office, name: str, duty: Duty, more: int, today: date, begins: Duty | None = None) -> Told:
    """`begins`: something that can be done already, mentioned where there is room for it."""
    told = words.line(office, duty, today) | {
        "nama": name,
        "isi": words.short_text(office, duty.task),
        "jadwal": words.held(office, duty),
        "sisa": (office.local(duty.starts_at).date() - today).days,
        "lain": more,
    }
    title = task_title(office, begins.task.rule) if begins is not None else ""
    text = office.catalog.text("tugas_ingat", mulai=title, **told)
    if len(text.split()) > _LONGEST:
        text = office.catalog.text("tugas_ingat", mulai="", **told)
    *rows, last = keys(office, duty.task.id)
    return Told(text, keyboard(*rows, [*last, _see(office, duty.task.id)]))


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
    return Told(text, keyboard([take, _see(office, duty.task.id)]))


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
