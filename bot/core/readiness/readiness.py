"""Four questions asked of every desa and kelurahan, answered by its own calendar and by nobody else's."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.core.calendar.rules import GROUPS, INVITED, TOLD, Calendar, Usual, on_day

DATED, GROUPS_MET = "tanggal", "kelompok"
QUESTIONS = (DATED, INVITED, GROUPS_MET, TOLD)
#: `DUE`: it is time for it; `WAITING`: an input that others owe is not there; `UNASKED`: not used or not needed here.
YES, YES_LATE, DUE, NOT_YET, LATE, WAITING, UNASKED = "ya", "ya_lambat", "belum", "nanti", "lambat", "tunggu", "tanpa"
ANSWERED = (YES, YES_LATE)

_DAY = timedelta(days=1)
_LEAD = 45 * _DAY  # before it is usually held: the longest way of preparing it (domain: H-45)
_SOON = 7 * _DAY  # it is time for something this long before its last day
_GROUPS_FROM = 21 * _DAY
_DONE, _NEEDLESS, _WAITING = "done", "needless", "waiting"  # states of a task
_UNFINISHED = ("open", _WAITING)


@dataclass(frozen=True, slots=True)
class Meeting:
    """An occasion of one village, also one that was cancelled later."""

    id: int
    kind: str
    starts_at: datetime
    made_at: datetime
    cancelled_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Job:
    """A task; `answers`: a question, or the group that met with it."""

    id: int
    occasion_id: int
    answers: str
    due_on: date
    state: str
    closed_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """`on`: the day of the meeting, or on which it was done; `by`: its last day; `missing`: groups that did not meet;
    `task`: which task shows it."""

    question: str
    status: str
    on: date | None = None
    by: date | None = None
    missing: tuple[str, ...] = ()
    task: int | None = None


@dataclass(frozen=True, slots=True)
class View:
    """Through which a village is looked at: `moment` may lie in the past; then only what was known is seen."""

    calendar: Calendar
    cycle: int
    moment: datetime
    zone: ZoneInfo

    @property
    def today(self) -> date:
        return self.day(self.moment)

    def day(self, instant: datetime) -> date:
        return instant.astimezone(self.zone).date()


@dataclass(frozen=True, slots=True)
class Standing:
    """How one village stands. `held_on`: the day of its musrenbang; None = no day yet. `above`: the day of the
    kecamatan's, before which it has to be held."""

    held_on: date | None
    answers: tuple[Answer, ...]
    above: date | None = None

    def of(self, question: str) -> Answer:
        return next(answer for answer in self.answers if answer.question == question)


def stand(view: View, kind: str, meetings: Iterable[Meeting], jobs: Iterable[Job], above: date | None) -> Standing:
    """`kind`: of its own musrenbang; `above`: the day of the kecamatan's, before which it has to be held."""
    seen = [one for one in meetings if _is_seen(one, view.moment)]
    known = {one.id for one in seen}
    told = [_as_of(job, view.moment) for job in jobs if job.occasion_id in known]
    main = max((one for one in seen if one.kind == kind), key=lambda one: one.starts_at, default=None)
    held_on = view.day(main.starts_at) if main is not None else None
    own = {job.answers: job for job in told if main is not None and job.occasion_id == main.id}
    answers = (
        _dated(view, kind, held_on, above),
        _invited(view, kind, held_on, own.get(INVITED)),
        _groups_met(view, held_on, seen, [job for job in told if job.answers in GROUPS]),
        _told(view, held_on, own.get(TOLD)),
    )
    return Standing(held_on, answers, above)


def _is_seen(one: Meeting, moment: datetime) -> bool:
    return one.made_at <= moment and (one.cancelled_at is None or one.cancelled_at > moment)


def _as_of(job: Job, moment: datetime) -> Job:
    """What was closed later was open."""
    return replace(job, state="open", closed_at=None) if job.closed_at is not None and job.closed_at > moment else job


def _dated(view: View, kind: str, held_on: date | None, above: date | None) -> Answer:
    """Late only when the last of the calendars in use is over: which one a village follows shows when it has a day."""
    if held_on is not None:
        return Answer(DATED, YES, held_on)
    first, last = usual_span(view.calendar.usual, kind, view.cycle)
    by = min((day for day in (last, above) if day is not None), default=None)
    if by is not None and view.today > by:
        return Answer(DATED, LATE, by=by)
    begins = min((day - _LEAD for day in (first, above) if day is not None), default=view.today)
    return Answer(DATED, DUE if view.today >= begins else NOT_YET, by=by)


def usual_span(usual: Sequence[Usual], kind: str, cycle: int) -> tuple[date | None, date | None]:
    """First and last day of the latest spell in which this kind is usually held for that plan."""
    spells = [_spell(one, cycle - 2) for one in usual if one.kind == kind]
    return max(spells, key=lambda spell: spell[1]) if spells else (None, None)


def _spell(one: Usual, idea: int) -> tuple[date, date]:
    """`idea`: the year in which ideas are spoken; a spell that ends before it begins runs over New Year."""
    over = one.last < one.first
    return on_day(idea + one.year, one.first), on_day(idea + one.year + over, one.last)


def _invited(view: View, kind: str, held_on: date | None, job: Job | None) -> Answer:
    if held_on is None or job is None:
        return Answer(INVITED, NOT_YET if held_on is None else UNASKED)
    by = max(job.due_on, held_on - view.calendar.kinds[kind].invites * _DAY)  # whoever set the day late got days for it
    if job.state == _DONE and job.closed_at is not None:
        return _done(INVITED, view.day(job.closed_at), by, job)
    return _open(view, INVITED, job, by, by - _SOON)


def _told(view: View, held_on: date | None, job: Job | None) -> Answer:
    if held_on is None or job is None:
        return Answer(TOLD, NOT_YET if held_on is None else UNASKED)
    if job.state == _DONE and job.closed_at is not None:
        return _done(TOLD, view.day(job.closed_at), job.due_on, job)
    return _open(view, TOLD, job, job.due_on, held_on)


def _done(question: str, on: date, by: date, job: Job) -> Answer:
    return Answer(question, YES if on <= by else YES_LATE, on, by, task=job.id)


def _open(view: View, question: str, job: Job, by: date, begins: date) -> Answer:
    if job.state == _NEEDLESS:
        status = UNASKED
    elif job.state == _WAITING:
        status = WAITING
    elif view.today > by:
        status = LATE
    else:
        status = DUE if view.today >= begins else NOT_YET
    return Answer(question, status, by=by, task=job.id)


def _groups_met(view: View, held_on: date | None, seen: Sequence[Meeting], jobs: Sequence[Job]) -> Answer:
    """Each group met: a task says so, or a meeting of its own is past."""
    met: dict[str, date] = {}
    for group, day in _group_days(view, seen, jobs):
        met[group] = min(day, met.get(group, day))
    needless = {job.answers for job in jobs if job.state == _NEEDLESS}
    missing = tuple(group for group in GROUPS if group not in met and group not in needless)
    shown = next((job.id for job in jobs), None)
    if not missing:
        on = max(met.values(), default=None)
        late = held_on is not None and on is not None and on > held_on
        return Answer(GROUPS_MET, (YES_LATE if late else YES) if on else UNASKED, on, held_on, task=shown)
    if held_on is None:
        return Answer(GROUPS_MET, NOT_YET, missing=missing, task=shown)
    waits = all(any(job.state == _WAITING and job.answers == group for job in jobs) for group in missing)
    if waits:
        status = WAITING
    elif view.today >= held_on:
        status = LATE
    else:
        status = DUE if view.today >= held_on - _GROUPS_FROM else NOT_YET
    return Answer(GROUPS_MET, status, by=held_on - _DAY, missing=missing, task=shown)


def _group_days(view: View, seen: Sequence[Meeting], jobs: Sequence[Job]) -> Iterable[tuple[str, date]]:
    """A meeting whose day is over counts with its task, so that no screen says that they met and another that it is to
    be done; by itself where there is no such task."""
    done = {job.answers for job in jobs if job.state == _DONE}
    open_ones = {job.answers for job in jobs if job.state in _UNFINISHED} - done
    for one in seen:
        if one.kind in GROUPS and one.kind not in open_ones and one.starts_at <= view.moment:
            yield one.kind, view.day(one.starts_at)
    for job in jobs:
        if job.state == _DONE and job.closed_at is not None:
            yield job.answers, view.day(job.closed_at)
