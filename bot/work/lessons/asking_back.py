"""*Apa yang terjadi?* A week after a practice what came of it is asked: once a week at most, at the learner's own hour,
of one practice, never into a form or a lesson that stands open. The others lapse; they can still be told."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, time, timedelta

from bot.core.lessons.schedule import DRAFT_IS_OPEN, is_time, next_slot
from bot.store.lessons import learners, progress, tried
from bot.store.lessons.learners import Learner
from bot.store.lessons.progress import Progress
from bot.store.queues import notices
from bot.store.queues.notices import ASKED_BACK, BY_HAND, TRIED, Notice
from bot.store.turn import Turn
from bot.work.office import Office
from bot.work.round import Round
from bot.work.saying.keyboard import keyboard
from bot.work.saying.told import Told, of_what

_WEEK = timedelta(days=7)
#: A practice is asked after when there was time for it: a little less than a week, so that it is the same evening.
AFTER = _WEEK - timedelta(hours=1)
#: A lesson that was opened so long ago is one that somebody may be reading.
_LESSON_IS_OPEN = timedelta(hours=1)


def ask_later(turn: Turn, person_id: int, key: str, *, by_hand: bool = False) -> None:
    """`by_hand`: they said that they had no time yet, and that they will be asked again was said to them."""
    notices.tell(turn, person_id, TRIED, f"{key}{BY_HAND if by_hand else ''}", at=turn.now + AFTER)


async def held_until(tour: Round, due: Sequence[Notice]) -> dict[int, datetime]:
    """By notice: the next moment at which they learn, where now is none."""
    found = [notice for notice in due if notice.kind == TRIED]
    people = sorted({notice.person_id for notice in found})
    if not people:
        return {}
    known = await learners.of_people(tour.connection, people)
    asked = await notices.marked(tour.connection, ASKED_BACK, people)
    busy = await learners.who_writes(tour.connection, people, tour.now - DRAFT_IS_OPEN)
    busy |= await progress.who_reads(tour.connection, people, tour.now - _LESSON_IS_OPEN)
    slots = {one: _slot(tour, known[one], asked.get(one), is_busy=one in busy) for one in people if one in known}
    return {one.id: slot for one in found if (slot := slots.get(one.person_id)) is not None}


def _slot(tour: Round, learner: Learner, asked: datetime | None, *, is_busy: bool) -> datetime | None:
    """None: now."""
    local, rhythm, workdays = tour.office.local(tour.now), learner.rhythm, tour.office.catalog.calendar.workdays
    again = tour.office.local(asked).date() + _WEEK if asked is not None else local.date()
    is_hour = rhythm.is_chosen(local.date()) and is_time(local, rhythm, workdays)
    if is_hour and not is_busy and again <= local.date():
        return None
    after = max(local, datetime.combine(again, time(), local.tzinfo)) if again > local.date() else local
    slot = next_slot(after, rhythm, workdays)
    return slot.astimezone(UTC) if slot is not None else None


async def compose(tour: Round, due: Sequence[Notice]) -> Mapping[int, Told]:
    """Of each person one: what they put off themselves, else the practice they read last."""
    people = sorted({notice.person_id for notice in due})
    seen = await progress.of_people(tour.connection, people)
    told = await tried.lessons_told(tour.connection, people)
    chosen: dict[int, Notice] = {}
    for notice in sorted(due, key=lambda one: _weight(one, seen.get(one.person_id, {}))):
        if _practice(tour.office, notice) and _lesson(notice) not in told.get(notice.person_id, ()):
            chosen[notice.person_id] = notice
    await notices.mark(tour.connection, ASKED_BACK, sorted(chosen), tour.now)
    return {notice.id: _asked(tour.office, notice) for notice in chosen.values()}


def _lesson(notice: Notice) -> str:
    return notice.subject.removesuffix(BY_HAND)


def _practice(office: Office, notice: Notice) -> str:
    lesson = office.catalog.curriculum.lessons.get(_lesson(notice))
    return lesson.practice if lesson is not None else ""


def _weight(notice: Notice, seen: Mapping[str, Progress]) -> tuple[bool, float, int]:
    read = seen.get(_lesson(notice))
    at = read.opened_at if read is not None else None
    return notice.subject.endswith(BY_HAND), at.timestamp() if at is not None else 0.0, notice.id


def _asked(office: Office, notice: Notice) -> Told:
    lesson, text = office.catalog.curriculum.lessons[_lesson(notice)], office.catalog.text
    keys = [(text("tombol_coba_cerita"), f"x:coba:{lesson.key}")]
    keys.append((text("tombol_coba_belum"), f"x:belum:{lesson.key}"))
    asked = text("coba_tanya", nama=notice.name, judul=lesson.title, coba=lesson.practice)
    return Told(asked, keyboard(keys), beside=of_what(office, lesson.title, *keys))
