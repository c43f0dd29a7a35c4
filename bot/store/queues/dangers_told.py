"""Of which dangers facilitators were told at once: the rows that remember it, and who waits for an answer."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import and_, exists, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.database.dialects import insert_or_ignore
from bot.store.database.ids import new_id
from bot.store.queues.notices import DANGER, DANGER_MORE, DANGER_OVER, DANGER_SAID, remember
from bot.store.tables import alarms, notices
from bot.store.turn import Turn

_REMEMBER = insert_or_ignore(notices)
_A = alarms.c
_COLUMNS = _A.id, _A.person_id, _A.subject, _A.at, func.coalesce(_A.place, ""), func.coalesce(_A.said, "")


@dataclass(frozen=True, slots=True)
class Unanswered:
    """A call to which nobody has said anything; `person_id`: whose it is."""

    id: int
    person_id: int
    subject: str
    at: datetime
    place: str
    said: str


async def since(
    connection: AsyncConnection, begins: datetime, *, person_id: int | None = None, kind: str = DANGER
) -> dict[str, datetime]:
    """What was told since then as a danger, each once, the newest first; `person_id`: to them, or by them."""
    first = func.min(notices.c.due_at)
    query = select(notices.c.subject, first).where(notices.c.kind == kind, notices.c.due_at >= begins)
    query = query.where(func.coalesce(notices.c.outcome, "") != "moot")
    query = query if person_id is None else query.where(notices.c.person_id == person_id)
    rows = await connection.execute(query.group_by(notices.c.subject).order_by(first.desc()))
    return {row[0]: row[1] for row in rows}


async def told_of(connection: AsyncConnection, subject: str, kind: str = DANGER) -> list[int]:
    """Who was told of this danger; by another `kind`, who called."""
    query = select(notices.c.person_id).where(notices.c.kind == kind, notices.c.subject == subject)
    return list((await connection.execute(query)).scalars())


def await_answer(turn: Turn, subject: str, until: datetime, *, place: str, said: str, once: bool = True) -> None:
    """Whoever speaks called, and is to be answered until then. `once`: of one kind of danger, unless they report."""
    if once:
        close(turn, turn.speaker.id, subject, but=subject)
    told = {"id": new_id(), "person_id": turn.speaker.id, "subject": subject, "place": place, "said": said}
    turn.put("alarm", **told, at=turn.now, next_at=until)


def say_on(turn: Turn, words: str, since: datetime) -> None:
    """Whoever speaks tells on of what they called since then: whoever is told later reads it, too."""
    turn.put("alarm_said", p=turn.speaker.id, since=since, more=f"\n{words}")


def say_on_once(turn: Turn, words: str, since: datetime) -> None:
    """The same, of what several are shown in one turn."""
    if not any(row["more"] == f"\n{words}" for row in turn.writes["alarm_said"]):
        say_on(turn, words, since)


def put_at(turn: Turn, subject: str, place: str) -> None:
    """Where it is that whoever speaks called of: whoever is told next reads it."""
    turn.put("alarm_place", p=turn.speaker.id, s=subject, where=place)


def await_another(turn: Turn, subject: str, until: datetime) -> None:
    """Where an answer is still waited for: others were told now."""
    turn.put("alarm_on", s=subject, n=until)


def await_again(turn: Turn, subject: str, until: datetime, *callers: int) -> None:
    """What these, or whoever speaks, called goes on, and nobody is waited for."""
    for one in callers or (turn.speaker.id,):
        turn.put("alarm_again", p=one, s=subject, n=until)


def close(turn: Turn, person_id: int, subject: str, *, but: str = "", reports: bool = False) -> None:
    """Nobody waits for an answer about this kind of danger any more; of who `reports`, about this one."""
    like = subject if reports else f"%:{subject.rpartition(':')[2]}"
    turn.put("alarm_closed", p=person_id, like=like, but=but)


def end(turn: Turn, person_id: int, subject: str, *, reports: bool = False) -> None:
    """They tell, or hear, that it has passed or is elsewhere."""
    remember(turn, person_id, DANGER_OVER, subject)
    close(turn, person_id, subject, reports=reports)
    turn.put("alarm_over", p=person_id, s=subject)


def take_back(turn: Turn, kind: str, subject: str) -> None:
    """What was remembered of whoever speaks holds no longer."""
    told = {"person_id": turn.speaker.id, "kind": kind, "subject": subject}
    turn.put("notice", id=new_id(), **told, due_at=turn.now, outcome="moot")


def ended_in(turn: Turn) -> set[str]:
    """Of which danger whoever speaks tells in this turn that it has passed."""
    return {row["s"] for row in turn.writes["alarm_over"]}


async def called(connection: AsyncConnection, person_id: int, begins: datetime) -> set[str]:
    """Of what they called since then."""
    query = select(alarms.c.subject).where(alarms.c.person_id == person_id, alarms.c.at >= begins)
    return set((await connection.execute(query)).scalars())


async def unanswered(connection: AsyncConnection, now: datetime, limit: int) -> list[Unanswered]:
    """Whose time has come, the longest waiting first."""
    a = alarms.c
    query = select(*_COLUMNS).where(a.next_at <= now).order_by(a.next_at, a.id).limit(limit)
    return [Unanswered(*row) for row in await connection.execute(query.with_for_update(skip_locked=True))]


async def call(connection: AsyncConnection, subject: str) -> Unanswered | None:
    """What was called; None where a story told of it."""
    row = (await connection.execute(select(*_COLUMNS).where(alarms.c.subject == subject).limit(1))).first()
    return Unanswered(*row) if row is not None else None


async def calls_of(connection: AsyncConnection, person_id: int) -> list[Unanswered]:
    """What this person called, and has not passed."""
    query = select(*_COLUMNS).where(alarms.c.person_id == person_id, alarms.c.said.is_not(None))
    return [Unanswered(*row) for row in await connection.execute(query)]


async def reword(connection: AsyncConnection, call_id: int, said: str) -> None:
    """Whoever is told next reads it so."""
    await connection.execute(update(alarms).where(alarms.c.id == call_id).values(said=said))


async def told_when(connection: AsyncConnection, subject: str, kind: str = DANGER) -> dict[int, datetime]:
    """Who was told of this danger, and when, the first first; by another `kind`, who wrote and did not take it back."""
    n = notices.c
    query = select(n.person_id, n.due_at).where(n.kind == kind, n.subject == subject, n.outcome == "told")
    query = query.order_by(n.due_at, n.id)
    return {row[0]: row[1] for row in await connection.execute(query)}


async def last_word(connection: AsyncConnection, subject: str) -> datetime | None:
    """When anybody was told of it, answered it, or whoever called wrote on since then."""
    n = notices.c
    called = select(n.person_id, n.due_at).where(n.kind == DANGER_SAID, n.subject == subject).subquery()
    is_on = and_(n.person_id == called.c.person_id, n.due_at >= called.c.due_at)
    of_it = or_(n.subject == subject, and_(n.kind == DANGER_MORE, exists().where(is_on)))
    at: datetime | None = (await connection.execute(select(func.max(n.due_at)).where(of_it))).scalar()
    return at


async def look_again(connection: AsyncConnection, alarm: Unanswered, at: datetime | None) -> None:
    """None: nobody is left to be told."""
    await connection.execute(update(alarms).where(alarms.c.id == alarm.id).values(next_at=at))


async def remember_told(
    connection: AsyncConnection, people: Iterable[int], subject: str, now: datetime, kind: str = DANGER
) -> None:
    what = {"kind": kind, "subject": subject, "due_at": now, "outcome": "told"}
    rows = [{"id": new_id(), "person_id": one} | what for one in people]
    await connection.execute(_REMEMBER[connection.dialect.name], rows)


def told_in(turn: Turn) -> dict[str, list[int]]:
    """Who is to be told of which danger by this turn: people by subject."""
    told: dict[str, list[int]] = {}
    for row in turn.writes["notice"]:
        if row["kind"] == DANGER:
            told.setdefault(row["subject"], []).append(row["person_id"])
    return told
