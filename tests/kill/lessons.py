"""A fortnight in which people learn every day, and the ledger of who got which lesson and answered what."""

import zlib
from collections import Counter
from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from sqlalchemy import select, update

from bot.simulator.chats import Person
from bot.simulator.protocol import Json
from bot.store import tables as t
from tests.kill.calendar import ZONE, Ledger, Watch, prepare, press, settle
from tests.support.town import Town

_LOOKED_AT = 3  # messages, from the newest
#: Who learns on which days; the others keep Tuesday and Thursday.
_DAYS = {"Rahman": ("1234567", 390), "Sitti": ("12345", 600), "Baso": ("246", 990), "Tenri": ("1357", 1200)}


async def enrol(street: Town) -> list[Person]:
    """Everybody has a role and learns; musrenbang desa is near."""
    people = await prepare(street)
    now = street.simulator.stage.clock.now()
    async with street.database.write() as connection:
        for name, (days, minutes) in _DAYS.items():
            theirs = select(t.people.c.id).where(t.people.c.name == name).scalar_subquery()
            chosen = {"days": days, "minutes": minutes, "next_at": now + timedelta(minutes=1)}
            await connection.execute(update(t.learners).where(t.learners.c.person_id == theirs).values(chosen))
    assert (await street.rows("SELECT count(*) FROM learners"))[0][0] == len(people)
    return people


async def study(street: Town, person: Person, letter: int, day: Any, number: int, watch: Watch) -> None:
    """Open the lesson, answer all its questions, and what comes back."""
    done: set[int] = set()
    if await press(street, person, "x:baca:", [letter]):
        await settle(street, watch)
        while await _ask(street, person, "x:kuis:", watch, done):
            await _answer(street, person, watch, done)
    if await press(street, person, "x:ulang", [letter]):
        await settle(street, watch)
        await _answer(street, person, watch, done)
        while await _ask(street, person, "x:ulang", watch, done):
            await _answer(street, person, watch, done)


async def _ask(street: Town, person: Person, begins: str, watch: Watch, done: set[int]) -> bool:
    """Go on reading to the next question. False when none of the newest messages leads to one."""
    for _ in range(10):
        if await _press_newest(street, person, begins, done):
            await settle(street, watch)
            return True
        if begins != "x:kuis:" or not await _press_newest(street, person, "x:baca:", done):
            return False
        await settle(street, watch)
    return False


async def _press_newest(street: Town, person: Person, begins: str, done: set[int]) -> bool:
    """Each message once: what a kill has delayed may come behind what was said after it."""
    for message in _newest(street, person):
        if message["message_id"] not in done and await press(street, person, begins, [message["message_id"]]):
            done.add(message["message_id"])
            return True
    return False


async def _answer(street: Town, person: Person, watch: Watch, done: set[int]) -> None:
    """The newest poll, and always the same answer, in whatever order they stand and however often it was sent."""
    polls = (one for one in _newest(street, person) if "poll" in one and one["message_id"] not in done)
    newest = next(polls, None)
    if newest is not None:
        done.add(newest["message_id"])
        options = [option["text"] for option in newest["poll"]["options"]]
        chosen = _choice(person.first_name, newest["poll"]["question"], options)
        await street.simulator.vote(person, newest["message_id"], [options.index(chosen)])
        await settle(street, watch)


def _newest(street: Town, person: Person) -> list[Json]:
    return street.simulator.messages(person)[: -_LOOKED_AT - 1 : -1]


def _choice(name: str, question: str, options: Sequence[str]) -> str:
    return sorted(options)[zlib.crc32(f"{name} {question}".encode()) % len(options)]


async def lessons_ledger(street: Town) -> Ledger:
    """Who got which lesson on which day and why, and how far they came; what was graded how on which day; what comes
    back when."""
    progress = select(t.people.c.name, t.lesson_progress).join(t.people, t.people.c.id == t.lesson_progress.c.person_id)
    graded = select(t.people.c.name, t.quizzes).join(t.people, t.people.c.id == t.quizzes.c.person_id)
    kept = select(t.people.c.name, t.cards).join(t.people, t.people.c.id == t.cards.c.person_id)
    async with street.database.read() as connection:
        lessons = (await connection.execute(progress)).all()
        answers = (await connection.execute(graded.where(t.quizzes.c.answered_at.is_not(None)))).all()
        cards = (await connection.execute(kept)).all()
    found: Ledger = Counter()
    for row in lessons:
        day = row.sent_at.astimezone(ZONE).date() if row.sent_at is not None else None
        found["lesson", row.name, row.lesson, row.why, row.page, row.finished_at is not None, day] += 1
    for row in answers:
        day = row.answered_at.astimezone(ZONE).date()
        found["graded", row.name, row.lesson, row.question, row.chosen, row.is_right, bool(row.card), day] += 1
    for row in cards:
        found["card", row.name, row.lesson, row.question, row.reviewed_on, row.due_on] += 1
    return found
