"""A kabupaten whose people are told something by an announcement, and what stands in its database."""

from collections import Counter
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

_OFFICER = Place("Hasnah", "bappeda", KABUPATEN)
_STATE = "SELECT state FROM broadcasts ORDER BY id DESC LIMIT 1"


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
    """The clock looks once a second."""
    for _ in range(times):
        here.stand(here.clock.now() + timedelta(seconds=1))
        await here.tick()


async def state(here: Kabupaten) -> str:
    """Of the newest announcement."""
    return str((await rows(here, _STATE))[0][0])


async def tick_until(here: Kabupaten, wanted: str, most: int = 60) -> None:
    """The clock looks once a second until the announcement is in this state and nobody waits."""
    for _ in range(most):
        if await state(here) == wanted and not (await rows(here, "SELECT 1 FROM deliveries WHERE todo IS NOT NULL")):
            return
        await tick(here, 1)
    raise AssertionError(f"it is {await state(here)}, never {wanted}")


async def ledger(here: Kabupaten) -> Counter[str]:
    found = await rows(here, "SELECT coalesce(outcome, 'open'), count(*) FROM deliveries GROUP BY outcome")
    return Counter({row[0]: row[1] for row in found})


async def settled(here: Kabupaten, number: int) -> tuple[Someone, list[Someone]]:
    """Who announces, and so many to whom."""
    (officer,) = await without_a_phone(here, [_OFFICER])
    return officer, await without_a_phone(here, places(number))


def copies(crowd: Sequence[Someone], words: str = "Musrenbang kecamatan") -> Counter[int]:
    """How many copies each has."""
    return Counter(sum(words in message.text for message in one.phone.values()) for one in crowd)


async def sent(here: Kabupaten, number: int, **more: Any) -> tuple[Someone, list[Someone], int]:
    """An announcement that everybody has."""
    officer, crowd = await settled(here, number)
    broadcast = await announce(here.database, officer.id, here.clock.now(), **more)
    await tick(here)
    assert await rows(here, "SELECT state FROM broadcasts") == [("done",)]
    return officer, crowd, broadcast


async def shown(here: Kabupaten, who: Someone, data: str) -> str:
    await here.pushes(who, data)
    return who.newest().text


def buttons(who: Someone) -> list[str]:
    return [label for label, _ in who.newest().buttons]
