"""Unasked messages that wait for their time."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import bindparam, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.records import Conversation
from bot.store.database.dialects import insert_or_ignore, upsert
from bot.store.database.ids import new_id
from bot.store.tables import conversations, notices, people
from bot.store.turn import Turn

DRAFT = "draf"
NEW_USULAN = "usulan_baru"
UNREAD = "usulan_menunggu"  # that nobody has read for days
CHANGED = "usulan_berubah"  # after they read it; the subject is the first event of it that they do not know
TAKEN_BACK = "usulan_ditarik"  # after they read it; the subject is the usulan
QUESTION = "pertanyaan"  # of somebody who waits for an answer
CLARIFY = "klarifikasi"  # a question about their usulan still waits; the subject is the clarification
CLARIFIED = "klarifikasi_sela"  # for who asked: it was answered by the way
CHECK = "uji_silang"  # a check in the field that waits for them; the subject is the check
CHECK_LATE = "uji_telat"  # for who gave it, then the kecamatan: it is not done
SILENT = "klarifikasi_diam"  # nobody has answered it in five days
IN_PERSON = "langsung"  # news of somebody without a telephone that they are to bring
WORD = "kabar_berkala"  # the word that is due about their usulan; the subject is the usulan
ADMITTED = "janji_terlambat"  # what was promised to them is late; the subject is the promise
LATE = "janji_ditagih"  # what they owe others is late
OFFERED = "bawa_lagi"  # a new season has begun; the subject is their usulan
AFTER_PHOTO = "foto_sesudah"  # the photo of what was made is not here yet; the subject is that photo
DIFFERS = "foto_beda"  # what was made is not as they had told; the subject is the photo
DANGER = "bahaya"  # told at once; the row remembers that it was
DANGER_SAID = "bahaya_disebut"  # what they said was told as such; the subject is the same
DANGER_OVER = "bahaya_lewat"  # they told that it has passed, or is elsewhere; the subject is the same
DANGER_MORE = "bahaya_lagi"  # what they said after it was passed on; the subject is the update
DANGER_ANSWERED = "bahaya_jawab"  # they wrote to whoever called, and promised nothing; the subject is the same
DANGER_COMES = "bahaya_datang"  # they told whoever called that they come; the subject is the same
DANGER_WHOSE = "bahaya_untuk"  # it is asked for which caller their words are; the subject is the update
DANGER_WAITS = "bahaya_tutur"  # what they said of it waits for their yes; the subject is the update
DANGER_ASKED = "bahaya_tanya"  # they were asked whether a facilitator may be told
TASKS = "tugas"  # a task that is due; all of one person are one message
BEGUN = "tugas_mulai"  # tasks that could begin because their input came
CLIMBED = "tugas_naik"  # what climbed to them
HELP_WANTED = "tugas_bantu"  # somebody asked for their help; the subject is the task
OWED = "tugas_ditunggu"  # something that others wait for; the subject is the rule, the wilayah and the year
ASKED = "tugas_diminta"  # a task that somebody wants to hand over to them
DATES = "jadwal"  # a date was set in their wilayah; the subject is the occasion
URGED = "diingatkan"  # somebody asked them to see to a village; the subject is the urging
MONDAY = "senin"  # how ready the villages are; the subject is the Monday
HANDED_OVER = "serah_terima"  # a place in their kecamatan changed hands; the subject is the successor
EVE, MORNING = "rapat_besok", "rapat_hari_ini"  # a meeting of theirs; the subject is the occasion and its day
EVENING = "rapat_sesudah"  # what is still to be written down and told of it; the subject is the same
OVER = "rapat_lewat"  # a meeting that fulfils a task of theirs: did it take place? The subject is as of the eve
UNANSWERED = "tugas_serah"  # for the giver: nobody has answered
LESSON = "pelajaran"  # a lesson whose hour has come; the subject is its key
TRIED = "coba"  # a week after a practice: what came of it; the subject is the lesson
ASKED_BACK = "coba_ditanya"  # due when they were last asked what came of a practice
ASKED_TRAINER = "tanya_pelatih"  # questions about lessons that wait for a trainer
GREETED = "sapa"  # greeted by whoever looks after their learning; the subject is the week
WOKE = "dibangunkan"  # due when they were heard of after a rest that nobody asked for
WROTE = "surat"  # somebody wrote to them about learning; the subject is who
STORIES = "cerita"  # to trainers: experiences that came in
CERTIFICATES = "sertifikat"  # to the office: somebody asks for theirs
SEATS = "pelatihan_kursi"  # to whoever leads a day of training: who comes; the subject is the occasion
COLLEAGUE = "cerita_kawan"  # an experience of a colleague; the subject is the week

#: Ends the subject of what somebody put off by hand: they asked for it at that hour.
BY_HAND = "!"

#: What keeps its place in the day's budget: it comes at its hour or not at all.
KEPT = (EVE, MORNING, EVENING)

#: What waits on the day of a meeting for whoever leads it, since nobody waits for it but the office itself.
PATIENT = frozenset(
    {
        AFTER_PHOTO,
        ASKED_TRAINER,
        BEGUN,
        CERTIFICATES,
        CLIMBED,
        COLLEAGUE,
        DRAFT,
        HANDED_OVER,
        LESSON,
        MONDAY,
        OWED,
        STORIES,
        TASKS,
        TRIED,
    }
)
#: What is learned waits from the evening before.
LEARNING = frozenset({COLLEAGUE, LESSON, TRIED})

_TELLING = 7_316_001  # the advisory lock of whoever tells


@dataclass(frozen=True, slots=True)
class Notice:
    """A waiting notice and where its person is found; `reachable` False when they blocked us. `away_from`,
    `away_until`: on leave from the one day to the other, or back since then; no first day = since it was said."""

    id: int
    person_id: int
    kind: str
    subject: str
    address: int
    name: str
    reachable: bool
    away_until: date | None = None
    away_from: date | None = None

    def away(self, today: date) -> date | None:
        """Until when they are away today; None where they are not."""
        has_begun = self.away_from is None or self.away_from <= today
        return self.away_until if has_begun and self.away_until is not None and self.away_until > today else None

    @property
    def is_asked_for(self) -> bool:
        """Whether they said themselves when it is to be told: no day's budget holds it back, nor counts it."""
        return self.kind == TASKS and self.subject.endswith(BY_HAND)


_AWAY = people.c.away_until, people.c.away_from
_ADD = insert_or_ignore(notices)
_RAISE = upsert(notices, ("person_id", "kind", "subject"), ("due_at", "outcome"))


async def nudge_drafts(connection: AsyncConnection, now: datetime, limit: int) -> int:
    """Drafts left alone for a day become notices, once each."""
    query = (
        select(conversations.c.person_id, conversations.c.flow, conversations.c.draft)
        .where(conversations.c.nudge_at <= now)
        .order_by(conversations.c.nudge_at)
        .limit(limit)
    )
    rows = (await connection.execute(query)).all()
    if not rows:
        return 0
    made = [
        {"id": new_id(), "person_id": row.person_id, "kind": DRAFT, "subject": f"{row.flow}:{row.draft}", "due_at": now}
        for row in rows
    ]
    await connection.execute(_ADD[connection.dialect.name], made)
    done = update(conversations).where(
        conversations.c.person_id == bindparam("p"), conversations.c.flow == bindparam("f")
    )
    await connection.execute(done.values(nudge_at=None), [{"p": row.person_id, "f": row.flow} for row in rows])
    return len(rows)


async def turn_to_tell(connection: AsyncConnection) -> bool:
    """Whether this transaction may tell; false while another process does. SQLite has one writer anyway."""
    if connection.dialect.name == "sqlite":
        return True
    return bool((await connection.execute(select(func.pg_try_advisory_xact_lock(_TELLING)))).scalar())


async def due(connection: AsyncConnection, now: datetime, limit: int) -> list[Notice]:
    """What is due, the longest waiting first; about `limit`, but always everything of a person."""
    first = await _found(connection, now, notices.c.id.is_not(None), limit)
    if len(first) < limit:
        return first
    here = [notice.id for notice in first]
    others = notices.c.person_id.in_({notice.person_id for notice in first}) & notices.c.id.not_in(here)
    return first + await _found(connection, now, others, None)


async def _found(connection: AsyncConnection, now: datetime, which: Any, limit: int | None) -> list[Notice]:
    query = (
        select(notices, people.c.address, people.c.name, people.c.unreachable_since, *_AWAY)
        .join(people, people.c.id == notices.c.person_id)
        .where(notices.c.outcome.is_(None), notices.c.due_at <= now, which)
        .order_by(notices.c.due_at, notices.c.id)
        .limit(limit)
        .with_for_update(skip_locked=True, of=notices)
    )
    return [_notice(row) for row in await connection.execute(query)]


def _notice(row: Any) -> Notice:
    away = row.unreachable_since is None, row.away_until, row.away_from
    return Notice(row.id, row.person_id, row.kind, row.subject, row.address, row.name, *away)


async def raise_for(connection: AsyncConnection, kind: str, subject: str, people_due: Mapping[int, datetime]) -> None:
    """Let one thing be told to each of these (by person: when)."""
    await raise_all(connection, kind, [(person, subject, when) for person, when in people_due.items()])


async def raise_all(connection: AsyncConnection, kind: str, wanted: Sequence[tuple[int, str, datetime]]) -> None:
    """Let something be told: (person, subject, when). What was told before is told again; what waits, waits for the new
    time."""
    await _write(connection, _RAISE, kind, wanted)


async def raise_once(connection: AsyncConnection, kind: str, wanted: Sequence[tuple[int, str, datetime]]) -> None:
    """The same for what is told once only: (person, subject, when)."""
    await _write(connection, _ADD, kind, wanted)


async def _write(
    connection: AsyncConnection, statement: Mapping[str, Any], kind: str, wanted: Sequence[tuple[int, str, datetime]]
) -> None:
    rows = [
        {"id": new_id(), "person_id": person, "kind": kind, "subject": subject, "due_at": when, "outcome": None}
        for person, subject, when in wanted
    ]
    if rows:
        await connection.execute(statement[connection.dialect.name], rows)


async def was_told(connection: AsyncConnection, person_id: int, kind: str, subject: str) -> bool:
    return bool(await who_was_told(connection, [person_id], kind, subject))


async def who_was_told(connection: AsyncConnection, person_ids: Iterable[int], kind: str, subject: str) -> set[int]:
    query = select(notices.c.person_id).where(
        notices.c.person_id.in_(sorted(person_ids)), notices.c.kind == kind, notices.c.subject == subject
    )
    return set((await connection.execute(query)).scalars())


async def mark(connection: AsyncConnection, kind: str, person_ids: Sequence[int], at: datetime) -> None:
    """Keep, for each of these, when this was told last."""
    rows = [
        {"id": new_id(), "person_id": person, "kind": kind, "subject": "", "due_at": at, "outcome": "told"}
        for person in person_ids
    ]
    if rows:
        await connection.execute(_RAISE[connection.dialect.name], rows)


async def marked(connection: AsyncConnection, kind: str, person_ids: Sequence[int]) -> dict[int, datetime]:
    """By person: when this was told last."""
    query = select(notices.c.person_id, notices.c.due_at).where(notices.c.person_id.in_(person_ids))
    rows = await connection.execute(query.where(notices.c.kind == kind, notices.c.subject == ""))
    return {row[0]: row[1] for row in rows}


async def waiting(connection: AsyncConnection, person_id: int, kind: str) -> list[str]:
    """Subjects of what is still to be told to somebody."""
    mine = (notices.c.person_id == person_id, notices.c.kind == kind, notices.c.outcome.is_(None))
    return list((await connection.execute(select(notices.c.subject).where(*mine))).scalars())


async def keeping(
    connection: AsyncConnection, people_due: Sequence[int], days: tuple[datetime, datetime], kinds: Sequence[str] = KEPT
) -> dict[int, int]:
    """How many messages these people are still to get in that time that keep their place in the day's budget."""
    c, (after, until) = notices.c, days
    query = select(c.person_id, func.count(c.due_at.distinct())).where(
        c.person_id.in_(people_due), c.kind.in_(kinds), c.outcome.is_(None), c.due_at > after, c.due_at < until
    )
    return {row[0]: row[1] for row in await connection.execute(query.group_by(c.person_id))}


async def settle(connection: AsyncConnection, told: Sequence[int], outcome: str) -> None:
    if told:
        await connection.execute(update(notices).where(notices.c.id.in_(told)).values(outcome=outcome))


async def postpone(connection: AsyncConnection, which: Sequence[int], until: datetime) -> None:
    if which:
        await connection.execute(update(notices).where(notices.c.id.in_(which)).values(due_at=until))


async def open_draft(connection: AsyncConnection, person_id: int, flow: str, draft: str) -> Conversation | None:
    """None when it is no longer open."""
    c = conversations.c
    query = select(c.state, c.touched_at).where(c.person_id == person_id, c.flow == flow, c.draft == draft)
    row = (await connection.execute(query)).one_or_none()
    return None if row is None else Conversation(flow, draft, json.loads(row.state), row.touched_at)


def tell(turn: Turn, person_id: int, kind: str, subject: str = "", *, at: datetime | None = None) -> None:
    """Let something be told to somebody, now or `at`; what was told before is told again."""
    _put(turn, person_id, kind, subject, at or turn.now, None)


def remember(turn: Turn, person_id: int, kind: str, subject: str) -> None:
    """It was told already, in another way."""
    _put(turn, person_id, kind, subject, turn.now, "told")


def _put(turn: Turn, person_id: int, kind: str, subject: str, due_at: datetime, outcome: str | None) -> None:
    what = {"person_id": person_id, "kind": kind, "subject": subject}
    turn.put("notice", id=new_id(), **what, due_at=due_at, outcome=outcome)


def withdraw(turn: Turn, person_id: int, kind: str, subject: str) -> None:
    """It need not be told any more."""
    turn.put("notice_moot", p=person_id, k=kind, s=subject)
