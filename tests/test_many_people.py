"""Two hundred people press *Kirim* at the same moment: every number once, none left out, everybody has a receipt."""

import asyncio
import re
from collections import defaultdict
from datetime import timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import text

from bot.core.flow.interpreter import advance, begin
from bot.core.forms.heard import Pressed, Typed
from bot.core.records import Conversation
from bot.core.records import Person as Known
from bot.simulator.chats import Person
from bot.store import tables
from bot.store.database.ids import new_id
from bot.store.people import consents, conversations
from bot.store.turn import Turn, write
from tests.support.nursery import nursery
from tests.support.sentences import says
from tests.support.town import Town, catalog_of, town

PEOPLE = 200
_PLACES = (("Maiwa", "Salodua", "Bola Padang"), ("Baraka", "Janggurara", "Loko 1"))
_BOTH_ARE_THERE = "SELECT count(*) FROM processes"
#: Each waits six seconds at most and begins again: on a busy machine hardly ever both at one moment.
_ONE_WAITS_FOR_IT = (
    "SELECT CASE WHEN count(*) > 0 THEN 1 ELSE 0 END FROM pg_stat_activity"
    " WHERE datname = current_database() AND wait_event_type = 'Lock'"
)


def _at_review(draft: str, place: tuple[str, str, str]) -> dict[str, Any]:
    """The state of somebody who has answered everything and sees the review card."""
    catalog = catalog_of()
    flow = catalog.flows["usulan"]
    state = begin(flow, draft, catalog.world).state
    story = "Kalau hujan jalan ke kebun licin, sudah tiga tahun begitu."
    for message, told in enumerate((*place, story, "Jalannya dirabat, kira-kira 200 meter."), start=1):
        state = advance(flow, state, Typed(told, message), catalog.world).state
    return advance(flow, state, Pressed(draft, "foto", "~cukup"), catalog.world).state.to_json()


async def _seat(street: Town, people: list[Person]) -> None:
    """Everybody has agreed, has told everything, and stands before the review card."""
    now = street.simulator.stage.clock.now()
    known = [Known(new_id(), "telegram", p.id, p.first_name, None, consents.VERSION, now) for p in people]
    states = {place: _at_review("draf", place) for place in _PLACES}
    async with street.database.write() as connection:
        turns = [Turn(connection, now, 0.0, person.address, 0, person) for person in known]
        for number, turn in enumerate(turns):
            turn.remember(turn.speaker)
            state = states[_PLACES[number % 2]]
            conversations.keep(turn, Conversation("usulan", "draf", state, now, now + timedelta(1)))
        await write(connection, turns)


async def _finish(street: Town, person: Person) -> str:
    """Press *Kirim* on the review card; returns the number in the receipt."""
    await street.simulator.press_data(person, 1, "f:draf:~tinjau:~kirim")
    receipt = await street.simulator.wait_for(person, says("tanda_terima"), timeout=90)
    found = re.search(r"Nomornya (\w+ \d+)", receipt["text"])
    assert found is not None
    return found[1]


async def _all_finish(street: Town) -> list[str]:
    people = [street.simulator.add_person(f"Warga {number}") for number in range(PEOPLE)]
    await _seat(street, people)
    return list(await asyncio.gather(*(_finish(street, person) for person in people)))


def _without_gaps() -> list[str]:
    """The numbers that two hundred people in two kecamatan must get."""
    return sorted(f"{place[0]} {serial}" for place in _PLACES for serial in range(1, PEOPLE // 2 + 1))


async def test_people_who_finish_at_once_are_numbered_without_gaps(database_url: str, tmp_path: Path) -> None:
    async with town(database_url, tmp_path) as street:
        assert sorted(await _all_finish(street)) == _without_gaps()
        await _check(street)


async def test_two_processes_at_once_number_without_gaps_as_well(postgres_url: str, tmp_path: Path) -> None:
    async with town(postgres_url, tmp_path, started=False) as street, nursery() as bots:
        for _ in range(2):
            await bots.start(street.environment())
        await street.until(_BOTH_ARE_THERE, 2, seconds=60)
        async with street.database.write() as connection:
            # Somebody holds the counter until the processes stand before it with their hands full, however long a busy
            # machine takes for that.
            await connection.execute(text("SET LOCAL idle_in_transaction_session_timeout = 0"))
            await connection.execute(tables.counters.insert(), {"series": _series(street), "last": 0})
            finishing = asyncio.create_task(_all_finish(street))
            await street.until(_ONE_WAITS_FOR_IT, 1, seconds=60)
        assert sorted(await finishing) == _without_gaps()
        await _check(street)


def _series(street: Town) -> str:
    return f"73.16.01/{street.simulator.stage.clock.now().astimezone(street.simulator.zone).year}"


async def _check(street: Town) -> None:
    """The database says the same, and nobody got two receipts."""
    rows = await street.rows("SELECT kecamatan, serial FROM usulan")
    serials: dict[str, list[int]] = defaultdict(list)
    for kecamatan, serial in rows:
        serials[kecamatan].append(serial)
    assert {kecamatan: sorted(given) for kecamatan, given in serials.items()} == {
        kecamatan: list(range(1, PEOPLE // 2 + 1)) for kecamatan in ("73.16.01", "73.16.03")
    }
    assert (await street.rows("SELECT count(*) FROM conversations"))[0][0] == 0
    receipts = [
        call for call in street.simulator.calls if call.ok and call.params.get("text", "") in says("tanda_terima")
    ]
    assert len(receipts) == PEOPLE
