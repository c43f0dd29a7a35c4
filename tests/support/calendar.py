"""A town for the calendar: the simulator, the unchanged bot, and people with roles."""

from collections.abc import AsyncIterator
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from bot.simulator.chats import Person
from bot.store.database.database import Database
from tests.roles.conftest import Office
from tests.support.desk import Desk
from tests.support.homes import Home, home
from tests.support.nursery import Nursery, nursery
from tests.support.sentences import says, words
from tests.support.town import Town, town

ZONE = ZoneInfo("Asia/Makassar")
#: A Monday.
MORNING = datetime(2026, 11, 2, 9, 0, tzinfo=ZONE)
DESA, KELURAHAN, KECAMATAN = "73.16.01.2002", "73.16.02.1001", "73.16.01"


@pytest.fixture
async def any_office(database_url: str, tmp_path: Path) -> AsyncIterator[Office]:
    """A town on each kind of database, on a Monday morning in November."""
    async with town(database_url, tmp_path, started=False) as place:
        yield await _begun(place)


@pytest.fixture
async def office(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Office]:
    async with town(sqlite_url, tmp_path, started=False) as place:
        yield await _begun(place)


async def _begun(place: Town) -> Office:
    """The bot reads the clock once a second: it is to have read it before anybody speaks."""
    await place.simulator.move_clock(to=MORNING)
    await place.start()
    return Office(place)


async def set_date(office: Office, person: Person, text: str = "musrenbang 14/1/27 jam 9") -> None:
    """A date, told in one line and saved."""
    await office.ask(person, f"/jadwal {text}", "Di mana tempatnya?")
    await office.press(person, words("tombol.lewati"), "baca dulu")
    await office.press(person, words("tombol.kirim"), says("jadwal_ditetapkan", jumlah=True))


@pytest.fixture
async def desk(database_url: str) -> AsyncIterator[Desk]:
    """A database whose clock is whatever the test says."""
    database = Database(database_url)
    yield Desk(database)
    await database.close()


@pytest.fixture
async def at_home(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Home]:
    """A town in the week before a meeting."""
    async with home(sqlite_url, tmp_path) as one:
        yield one


@pytest.fixture
async def anywhere(database_url: str, tmp_path: Path) -> AsyncIterator[Home]:
    """The same on each kind of database."""
    async with home(database_url, tmp_path) as one:
        yield one


@pytest.fixture
async def more_bots() -> AsyncIterator[Nursery]:
    async with nursery() as born:
        yield born


def read_calendar(body: bytes) -> Any:
    """As a calendar program reads it."""
    return Calendar.from_ical(body)
