"""The answer to a COMMIT is lost: nobody knows whether it happened, and what follows must be right either way."""

from collections.abc import AsyncIterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from sqlalchemy import event

from bot.edges.clock import Clock
from bot.edges.sender import Sender
from bot.edges.wire import Wire
from bot.simulator.chats import Person
from bot.store.database.database import Database, DatabaseTrouble
from bot.store.queues.outbox import promise
from bot.store.queues.pacing import Rates
from bot.store.turn import outbox_row
from tests.support import FAKE_TOKEN
from tests.support.proxy import FINE, Proxy, Weather
from tests.support.town import Town, town


@pytest.fixture
async def proxy(postgres_url: str) -> AsyncIterator[Proxy]:
    port = urlsplit(postgres_url).port
    assert port is not None
    async with Proxy(port) as proxy:
        yield proxy


@pytest.fixture
async def street(postgres_url: str, tmp_path: Path) -> AsyncIterator[Town]:
    async with town(postgres_url, tmp_path, started=False) as place:
        yield place


async def _promise(street: Town, person: Person) -> None:
    row = outbox_row("sendMessage", {"chat_id": person.id, "text": "halo"}, chat=person.id, real=0.0)
    async with street.database.write() as connection:
        await promise(connection, [row])


def _sender(street: Town, database: Database) -> Sender:
    wire = Wire(street.settings.bot_api_url, FAKE_TOKEN)
    return Sender(database, wire, Clock(movable=False), Rates(0, 0, 4, 0), "satu", lambda what, why: None)


def _lose_the_next_commit(database: Database, proxy: Proxy) -> None:
    """COMMIT reaches the server; its answer never comes back."""

    @event.listens_for(database._writer.sync_engine, "commit", once=True)
    def lose(_connection: object) -> None:
        proxy.weather = Weather(lose_replies=True)


async def test_a_letter_whose_claim_may_have_been_committed_is_sent_once(street: Town, proxy: Proxy) -> None:
    sitti = street.simulator.add_person("Sitti")
    await street.simulator.begin(sitti)
    await _promise(street, sitti)
    database = Database(street.database.url.replace(f":{urlsplit(street.database.url).port}/", f":{proxy.port}/"))
    sender = _sender(street, database)
    _lose_the_next_commit(database, proxy)
    with pytest.raises(DatabaseTrouble):
        await sender.cycle()
    assert (await street.rows("SELECT lease_by FROM outbox"))[0][0] == "satu", "the claim did happen"
    proxy.weather = FINE
    await sender.cycle()
    await street.simulator.wait_for(sitti, "halo")
    while sender.in_flight:
        await sender.cycle()
    await sender.cycle()
    assert street.simulator.said(sitti) == ["halo"]
    assert [tuple(row) for row in await street.rows("SELECT outcome, uncertain, tries FROM outbox")] == [
        ("sent", False, 1)
    ]
    await sender.wire.close()
    await database.close()
