"""What happens after an announcement was sent: a kabupaten in which everybody has it."""

from collections.abc import AsyncIterator, Sequence
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import text

from tests.broadcasts.sent import announce
from tests.support.kabupaten import Kabupaten, kabupaten
from tests.support.many import MORNING, Place, places, without_a_phone
from tests.support.phones import Someone
from tests.support.villages import KABUPATEN


@pytest.fixture
async def here(database_url: str) -> AsyncIterator[Kabupaten]:
    async with kabupaten(database_url, MORNING) as place:
        yield place


async def rows(here: Kabupaten, query: str, **values: Any) -> Sequence[Any]:
    async with here.database.read() as connection:
        return (await connection.execute(text(query), values)).all()


async def run(here: Kabupaten, statement: str, **values: Any) -> None:
    async with here.database.write() as connection:
        await connection.execute(text(statement), values)


async def tick(here: Kabupaten, times: int = 6) -> None:
    for _ in range(times):
        here.stand(here.clock.now() + timedelta(seconds=1))
        await here.tick()


async def sent(here: Kabupaten, number: int, **more: Any) -> tuple[Someone, list[Someone], int]:
    """An announcement that everybody has."""
    (officer,) = await without_a_phone(here, [Place("Hasnah", "bappeda", KABUPATEN)])
    crowd = await without_a_phone(here, places(number))
    broadcast = await announce(here.database, officer.id, here.clock.now(), **more)
    await tick(here)
    assert await rows(here, "SELECT state FROM broadcasts") == [("done",)]
    return officer, crowd, broadcast


async def shown(here: Kabupaten, who: Someone, data: str) -> str:
    await here.pushes(who, data)
    return who.newest().text


def buttons(who: Someone) -> list[str]:
    return [label for label, _ in who.newest().buttons]
