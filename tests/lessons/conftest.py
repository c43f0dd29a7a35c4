"""A desk whose people learn, and a town on a Tuesday evening, ten minutes before the lesson."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from bot.core.lessons.lessons import Curriculum, Lesson, Question
from bot.simulator.chats import Person
from bot.simulator.protocol import Json
from bot.store.database.database import Database
from bot.store.lessons import learners
from bot.work.lessons import sending
from bot.work.lessons.reading import pages_of
from bot.work.round import Round
from tests.support.desk import Desk, local
from tests.support.homes import Home, home
from tests.support.sentences import says, words
from tests.support.town import catalog_of

#: A Tuesday; lessons come at eight.
EVENING = local(1, 19, 19, 50)
EIGHT = local(1, 19, 20)
#: A Thursday; three days before is a Monday.
MEETING, MONDAY = local(1, 28), local(1, 25, 20)


def curriculum() -> Curriculum:
    return catalog_of().curriculum


@dataclass
class Classroom(Desk):
    async def learner(self, name: str, *roles: str, now: datetime = EVENING, **chosen: Any) -> int:
        """Somebody who learns, of these roles; `chosen`: columns of the learner."""
        person = await self.join(name, *roles)
        async with self.database.write() as connection:
            tour = Round(connection, self.office, now)
            await sending.enrol(tour, [person])
            if chosen:
                await learners.change(connection, person, **chosen)
                await sending.plan_again(tour, person)
        return person

    async def sent(self, person: int) -> list[tuple[str, str]]:
        """(lesson, why) in the order in which they came."""
        query = "SELECT lesson, why FROM lesson_progress WHERE person_id = :p AND sent_at IS NOT NULL ORDER BY sent_at"
        return [(row[0], row[1]) for row in await self.rows(query, p=person)]

    async def next_at(self, person: int) -> datetime | None:
        async with self.database.read() as connection:
            return (await learners.of_people(connection, [person]))[person].next_at


@pytest.fixture
async def desk(database_url: str) -> AsyncIterator[Classroom]:
    database = Database(database_url)
    yield Classroom(database)
    await database.close()


@dataclass
class School:
    """A town with verbs for learners."""

    home: Home

    async def join(self, name: str = "Ratna", role: str = "fasilitator_desa", **where: str) -> Person:
        """Somebody who learns from now on."""
        person = await self.home.join(name, role, **where)
        await self.home.town.until(
            f"SELECT count(*) FROM learners WHERE person_id = {await self.home.id_of(person)}", 1
        )
        return person

    async def at(self, when: datetime) -> None:
        await self.home.move_clock(when)

    async def read(self, person: Person, lesson: Lesson, *, begin: str = "") -> Json:
        """From the first message to the first question; returns its message."""
        pages = pages_of(lesson)
        await self.home.press_data(
            person, begin or f"x:baca:{lesson.key}:1", says("pelajaran_judul", judul=lesson.title)
        )
        for number in range(2, len(pages) + 1):
            label = words("tombol_belajar_lanjut", ke=number, dari=len(pages))
            wanted = says("pelajaran_coba", coba=lesson.practice) if number == len(pages) else ""
            await self.home.press(person, label, wanted)
        return await self.home.press(person, words("tombol_belajar_kuis"), lambda message: "poll" in message)

    async def answer(self, person: Person, asked: Json, text: str) -> Json:
        """Tick this answer of a poll; what the bot says to it."""
        options = [option["text"] for option in asked["poll"]["options"]]
        await self.home.telegram.vote(person, asked["message_id"], [options.index(text)])
        return await self.home.hears(person, lambda message: "poll" not in message)

    async def rows(self, query: str, **values: Any) -> list[tuple[Any, ...]]:
        return [tuple(row) for row in await self.home.town.rows(query, **values)]


def right(question: Question) -> str:
    return next(answer.text for answer in question.answers if answer.is_right)


def wrong(question: Question) -> str:
    return next(answer.text for answer in question.answers if not answer.is_right)


def why(question: Question, text: str) -> str:
    """What is said to whoever chose this answer."""
    return next(answer.why for answer in question.answers if answer.text == text)


@pytest.fixture
async def school(sqlite_url: str, tmp_path: Path) -> AsyncIterator[School]:
    async with home(sqlite_url, tmp_path, EVENING) as one:
        yield School(one)


@pytest.fixture
async def any_school(database_url: str, tmp_path: Path) -> AsyncIterator[School]:
    async with home(database_url, tmp_path, EVENING) as one:
        yield School(one)
