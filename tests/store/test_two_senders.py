"""Two processes send from one outbox: a letter is claimed by one of them, also before anything was ever sent."""

import asyncio

import pytest

from bot.store.database.database import Database
from bot.store.queues import outbox
from bot.store.queues.letters import Letter
from bot.store.queues.pacing import Rates
from bot.store.turn import outbox_row

NOW = 1000.0


async def _claim(database: Database, me: str, rates: Rates, claimed: asyncio.Event | None = None) -> list[Letter]:
    """Claim what there is; with `claimed`, tell so and keep the transaction open for a while."""
    async with database.write() as connection:
        letters, _ = await outbox.claim(connection, me, rates, 100, NOW, lease=60.0)
        if claimed is not None:
            claimed.set()
            await asyncio.sleep(0.3)
    return letters


@pytest.mark.parametrize("rates", [Rates(), Rates(0, 0, 4, 0)], ids=["paced", "without a limit"])
async def test_what_one_process_is_claiming_no_other_claims(postgres_url: str, rates: Rates) -> None:
    one, other = Database(postgres_url), Database(postgres_url)
    rows = [outbox_row("sendMessage", {"text": "halo"}, chat=chat, real=NOW) for chat in (1, 2, 2)]
    async with one.write() as connection:
        await outbox.promise(connection, rows)
    claimed = asyncio.Event()
    first = asyncio.create_task(_claim(one, "satu", rates, claimed))
    await claimed.wait()
    assert await _claim(other, "dua", rates) == []
    assert [letter.id for letter in await first] == [row["id"] for row in rows]
    await one.close()
    await other.close()
