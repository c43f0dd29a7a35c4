"""What the clock does for learners: whose hour has come gets one lesson, as a notice that waits for the day's budget
like any other; whose meeting is near is looked at in time."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from bot.core.lessons.cards import MOST_A_DAY
from bot.core.lessons.exams import BEFORE, FIRST_LESSONS
from bot.core.lessons.order import Pick, days_ahead
from bot.core.lessons.schedule import DRAFT_IS_OPEN, UNTIL_HEARD, Rhythm, after_draft, is_time, next_slot
from bot.core.understanding.times.days import show_day
from bot.store.grants import grants_of
from bot.store.lessons import exams, learners, progress, quizzes
from bot.store.lessons.learners import Learner
from bot.store.lessons.progress import NEAR, ORDER
from bot.store.queues import notices
from bot.store.queues.notices import LESSON, WOKE, Notice
from bot.store.tasks import owners as changed_roles
from bot.work.lessons.standing import UNOPENED, Standing, standing_of
from bot.work.office import Office
from bot.work.round import Round
from bot.work.saying.keyboard import Key, keyboard
from bot.work.saying.naming import kind_name
from bot.work.saying.told import Told, of_what
from bot.work.tasks import owners

#: The subject of a notice that no lesson comes with: only what was wrong comes back.
CARDS = "ulang"
#: The same of one that says that no more lessons come.
SLEEP = "diam"
#: Whoever read a page so short a time ago is reading.
_READING = timedelta(hours=1)


async def settle_due(tour: Round, limit: int) -> int:
    """Where a role began or ended, tasks find their owner, and whoever has come to learn learns. Returns how many roles
    were looked at."""
    people = sorted({role.person_id for role in await changed_roles.changed(tour.connection, tour.now, limit)})
    await enrol(tour, people)
    return await owners.settle_due(tour, limit)


async def enrol(tour: Round, people: Sequence[int]) -> None:
    """Those of them learn who have a role that lessons are meant for."""
    if not people:
        return
    wanted = tour.office.catalog.curriculum.roles()
    grants = await grants_of(tour.connection, people, tour.now)
    learning = [person for person in people if wanted & {grant.role for grant in grants.get(person, ())}]
    standing = await standing_of(tour, learning)
    slots = {person: _slot(tour, Rhythm(), stands) for person, stands in standing.items()}
    await learners.enrol(tour.connection, slots, tour.now)


def _slot(tour: Round, rhythm: Rhythm, stands: Standing, after: datetime | None = None) -> datetime | None:
    """The next moment of that rhythm, also when a meeting needs it; None where no day was chosen."""
    workdays = tour.office.catalog.calendar.workdays
    slot = next_slot(after or tour.office.local(tour.now), rhythm, workdays, days_ahead(stands.coming))
    return slot.astimezone(UTC) if slot is not None else None


async def plan_again(tour: Round, person_id: int) -> None:
    """They chose other days, another hour, a rest: nothing comes at once, the next moment is found anew."""
    learner = (await learners.of_people(tour.connection, [person_id])).get(person_id)
    stands = (await standing_of(tour, [person_id])).get(person_id)
    if learner is not None and stands is not None:
        await learners.set_next(tour.connection, {person_id: _slot(tour, learner.rhythm, stands)})


async def look_ahead(tour: Round, limit: int) -> int:
    """Whoever will be at a meeting is looked at before it. Returns how many meetings there were."""
    near = await learners.meetings_near(tour.connection, tour.now, limit)
    for one in near:
        await learners.look_at(tour.connection, one.wilayah, tour.now)
    await learners.meetings_done(tour.connection, [one.id for one in near])
    return len(near)


@dataclass(frozen=True, slots=True)
class Look:
    """A learner whose moment has come. `stands` None: no role is left. `cards`: how many may be asked today; `holds`:
    there are cards for later, too. `writes`: in the middle of a draft. `woke`: when they were heard of after a rest
    that nobody asked for."""

    learner: Learner
    stands: Standing | None
    cards: int
    holds: bool
    writes: bool
    woke: datetime | None


async def send_due(tour: Round, limit: int) -> int:
    """Whose moment has come gets one lesson at most, and their next moment. Returns how many were looked at."""
    wanted: list[tuple[int, str, datetime]] = []
    when: dict[int, datetime | None] = {}
    looks = await _looks(tour, await learners.due(tour.connection, tour.now, limit))
    for look in looks:
        subject = _subject(tour, look)
        waits = subject is not None and look.writes
        if subject == SLEEP and not waits:
            await learners.change(tour.connection, look.learner.person_id, paused_until=UNTIL_HEARD)
        if subject is not None and not waits:
            wanted.append((look.learner.person_id, subject, tour.now))
        when[look.learner.person_id] = _next(tour, look, subject, waits=waits)
    await notices.raise_all(tour.connection, LESSON, wanted)
    await learners.set_next(tour.connection, when)
    return len(looks)


async def _looks(tour: Round, due: Sequence[Learner]) -> list[Look]:
    people = [one.person_id for one in due]
    if not people:
        return []
    standing, cards = await standing_of(tour, people), await cards_left(tour, people)
    holds = await quizzes.who_holds_cards(tour.connection, people)
    writes = await learners.who_writes(tour.connection, people, tour.now - DRAFT_IS_OPEN)
    woke = await notices.marked(tour.connection, WOKE, people)
    return [
        Look(one, standing.get(person), cards.get(person, 0), person in holds, person in writes, woke.get(person))
        for person, one in zip(people, due, strict=True)
    ]


def _subject(tour: Round, look: Look) -> str | None:
    """The lesson that comes now, or what comes back. Nothing before their hour, nothing twice a day; on a day they did
    not choose only what a meeting needs."""
    local, workdays = tour.office.local(tour.now), tour.office.catalog.calendar.workdays
    today, stands, rhythm = local.date(), look.stands, look.learner.rhythm
    if stands is None or _has_had(tour, stands) or _reads_now(tour, stands) or not is_time(local, rhythm, workdays):
        return None
    is_chosen = rhythm.is_chosen(today)
    if not is_chosen and today not in days_ahead(stands.coming):
        return None
    pick = stands.pick(tour.office, today, only_near=not is_chosen)
    if pick is not None:
        return SLEEP if _lies_there(look) else pick.lesson.key
    return CARDS if is_chosen and look.cards else None


def _lies_there(look: Look) -> bool:
    """Whether nothing of the last ones was opened, nor anything heard of them since it was said so."""
    since = look.stands.left_lying if look.stands is not None else None
    return since is not None and (look.woke is None or look.woke < since)


def _has_had(tour: Round, stands: Standing) -> bool:
    """Whether a lesson came today: what waited since another day waits on, too."""
    return stands.last_sent is not None and tour.office.local(stands.last_sent).date() == tour.today


def _reads_now(tour: Round, stands: Standing) -> bool:
    """Whether they are in the middle of a lesson."""
    at = stands.begun.read_at if stands.begun is not None else None
    return at is not None and tour.now - at < _READING


def _next(tour: Round, look: Look, subject: str | None, *, waits: bool) -> datetime | None:
    """None: nothing is left to learn, nothing comes back, or no role is."""
    local = tour.office.local(tour.now)
    if look.stands is None:
        return None
    if waits:
        return after_draft(local).astimezone(UTC)
    if subject == SLEEP:
        return None
    is_last = subject is not None and subject != CARDS and len(look.stands.unread) == 1
    if not look.holds and look.stands.begun is None and (is_last or not look.stands.unread):
        return None
    after = local if subject is None else local.replace(hour=23, minute=59)
    return _slot(tour, look.learner.rhythm, look.stands, after)


# --- told ------------------------------------------------------------------------------------------------------------


async def compose(tour: Round, due: Sequence[Notice]) -> Mapping[int, Told]:
    """The opening message of each lesson; nothing for what was read meanwhile, nothing into an open draft, no second
    one on a day, none at an hour that is not theirs: the moments of the learner bring it again. What is told here is
    what counts as sent."""
    people = sorted({notice.person_id for notice in due})
    standing = await standing_of(tour, people)
    writing = await learners.who_writes(tour.connection, people, tour.now - DRAFT_IS_OPEN)
    left = await cards_left(tour, people)
    known = await learners.of_people(tour.connection, people)
    asleep = {person for person, one in known.items() if one.rhythm.sleeps}
    untested = await _who_may_be_tested(tour, standing)
    told: dict[int, Told] = {}
    sent: dict[int, tuple[int, str, str, str]] = {}
    for notice in due:
        person, stands = notice.person_id, standing.get(notice.person_id)
        if notice.subject == SLEEP:
            told |= {notice.id: _asleep(tour, notice.name, stands)} if person in asleep else {}
            continue
        if stands is None or person in writing | sent.keys() or _has_had(tour, stands):
            continue
        if _reads_now(tour, stands) or not _is_theirs(tour, known.get(person), stands):
            continue
        if notice.subject == CARDS and left.get(person):
            told[notice.id] = _only_cards(tour, notice.name, left[person])
        elif (pick := _still(tour, stands, notice.subject)) is not None:
            why = ORDER if pick.near is None else NEAR
            sent[person] = (person, pick.lesson.key, pick.lesson.version, why)
            opening = _opening(tour.office, notice.name, pick, left.get(person, 0), _page(stands, pick))
            told[notice.id] = _with_test(tour, opening) if person in untested else opening
    await progress.send(tour.connection, list(sent.values()), tour.now)
    return told


async def _who_may_be_tested(tour: Round, standing: Mapping[int, Standing]) -> set[int]:
    """Those of them who learn since a few lessons, and neither took the first test nor left it out."""
    new = [one for one, stands in standing.items() if stands.is_examined and len(stands.seen) < FIRST_LESSONS]
    taken = await exams.of_people(tour.connection, new) if new else {}
    return {person for person in new if not any(exam.kind == BEFORE for exam in taken.get(person, ()))}


def _with_test(tour: Round, opening: Told) -> Told:
    """The first lessons offer it; nobody has to take it."""
    offer = [{"text": tour.text("tombol_tes_dulu"), "callback_data": f"x:tes:{BEFORE}"}]

    def longer(markup: dict[str, Any] | None) -> dict[str, Any] | None:
        return markup and {"inline_keyboard": [*markup["inline_keyboard"], offer]}

    return replace(opening, markup=longer(opening.markup), beside=longer(opening.beside))


def _is_theirs(tour: Round, learner: Learner | None, stands: Standing) -> bool:
    """Whether this is a day and an hour of theirs, also of what the day's budget held back; a rest has none."""
    local, workdays = tour.office.local(tour.now), tour.office.catalog.calendar.workdays
    if learner is None or not is_time(local, learner.rhythm, workdays):
        return False
    return learner.rhythm.is_chosen(tour.today) or tour.today in days_ahead(stands.coming)


def _still(tour: Round, stands: Standing, subject: str) -> Pick | None:
    """The lesson of a notice, and what it is near to, unless it was read meanwhile."""
    begun = stands.begun.lesson if stands.begun is not None else ""
    lesson = next((one for one in stands.unfinished if one.key == subject), None)
    lesson = lesson if lesson is not None and (lesson.key == begun or lesson.key not in stands.seen) else None
    pick = stands.pick(tour.office, tour.today)
    if lesson is None or pick is None:
        return None
    return pick if pick.lesson.key == lesson.key else Pick(lesson)


def _only_cards(tour: Round, name: str, cards: int) -> Told:
    keys = [(tour.text("tombol_belajar_ulang", jumlah=cards), "x:ulang")]
    return Told(tour.text("ulangan_datang", nama=name, soal=cards), keyboard(keys))


def _asleep(tour: Round, name: str, stands: Standing | None) -> Told:
    begun = stands.begun if stands is not None else None
    is_read = begun is not None and begun.named >= UNOPENED
    half_read = tour.office.catalog.curriculum.lessons[begun.lesson].title if begun and is_read else ""
    keys = [(tour.text("tombol_belajar_sekarang"), "x:sekarang")]
    return Told(tour.text("pelajaran_diam", nama=name, berapa=UNOPENED, judul=half_read), keyboard(keys))


def _page(stands: Standing, pick: Pick) -> int:
    """Where it was left; 1 where nothing of it was read."""
    begun = stands.begun
    return begun.page + 1 if begun is not None and begun.lesson == pick.lesson.key else 1


def _opening(office: Office, name: str, pick: Pick, cards: int, page: int) -> Told:
    """Title and one sentence; the rest on tap."""
    lesson, near = pick.lesson, pick.near
    meeting = kind_name(office, near.kind) if near is not None else ""
    day = show_day(near.day) if near is not None else ""
    values: dict[str, Any] = {
        "judul": lesson.title,
        "acara": meeting,
        "hari": day,
        "soal": cards,
        "sambung": page > 1,
        "tanya": lesson.title.endswith("?"),
    }
    text = office.catalog.text("pelajaran_datang", nama=name, **values)
    label = office.catalog.text
    begin = "tombol_belajar_sambung" if page > 1 else "tombol_belajar_mulai"
    keys: list[Key] = [(label(begin), f"x:baca:{lesson.key}:{page}")]
    keys.append((label("tombol_belajar_nanti"), "x:nanti"))
    more = [(label("tombol_belajar_ulang", jumlah=cards), "x:ulang")] if cards else []
    scenes = [one for one in office.catalog.curriculum.scenes.values() if near and near.kind in one.occasions]
    practice = [(label("tombol_belajar_latihan_satu", judul=one.title), f"x:adegan:{one.key}") for one in scenes[:1]]
    beside = of_what(office, lesson.title, keys[0])
    beside["inline_keyboard"] += keyboard(more, practice)["inline_keyboard"]
    return Told(text, keyboard(keys, more, practice), beside=beside)


async def cards_left(tour: Round, people: Sequence[int]) -> dict[int, int]:
    """How many cards each of these may still be asked today: what is due, at most three a day."""
    waiting = await quizzes.cards_due(tour.connection, people, tour.today)
    if not waiting:
        return {}
    midnight = tour.office.local(tour.now).replace(hour=0, minute=0, second=0, microsecond=0)
    asked = await quizzes.asked_since(tour.connection, sorted(waiting), midnight)
    return {person: min(many, max(MOST_A_DAY - asked.get(person, 0), 0)) for person, many in waiting.items()}
