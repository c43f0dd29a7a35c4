"""Somebody who sends two hundred messages in ten seconds (U6): heard up to a point, told once, in nobody's way."""

import time
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from bot.edges.intake import Flood, Intake, arrival_of
from bot.edges.wire import Wire
from bot.simulator.chats import Person
from bot.store.database.database import Database
from bot.store.database.presence import Presence
from bot.store.queues import inbox
from tests.support.sentences import says
from tests.support.town import Town, catalog_of, town

TOO_FAST = catalog_of().text("terlalu_cepat")


def message(number: int, chat: int, at: int, kind: str = "private") -> dict[str, Any]:
    who = {"id": 900, "is_bot": False, "first_name": "Sitti"}
    payload = {"message_id": number, "from": who, "chat": {"id": chat, "type": kind}, "date": at, "text": f"{number}"}
    return {"update_id": number, "message": payload}


@pytest.fixture
async def place(database_url: str, tmp_path: Path) -> AsyncIterator[Town]:
    async with town(database_url, tmp_path) as one:
        yield one


async def _arrive(place: Town, name: str) -> Person:
    person = place.simulator.add_person(name)
    await place.start_chat(person, says("izin"))
    return person


async def test_the_first_twenty_are_answered_then_one_warning_and_the_rest_is_kept(place: Town) -> None:
    hasan, sitti = await _arrive(place, "Hasan"), await _arrive(place, "Sitti")
    place.simulator.stage.clock.move_by(20)  # what came before is long ago
    waits = []
    for number in range(200):
        await place.simulator.say(hasan, f"pesan {number}")
        if number % 50 == 25:
            began = time.monotonic()
            await place.ask(sitti, "/bantuan", "/usulanku")
            waits.append(time.monotonic() - began)
    assert sorted(waits)[1] < 1.0  # the machine may have other things to do, but not each time
    await place.simulator.wait_until_confirmed()
    await place.until("SELECT count(*) FROM inbox WHERE outcome IS NULL", 0)
    await place.until("SELECT count(*) FROM outbox WHERE outcome IS NULL", 0)
    said = place.simulator.said(hasan)[1:]
    assert 21 == len(said)
    assert [20] == [number for number, text in enumerate(said) if text == TOO_FAST]
    assert 179 == (await place.rows("SELECT count(*) FROM inbox WHERE outcome = 'flood'"))[0][0]


async def test_after_a_pause_the_person_is_heard_again(place: Town) -> None:
    hasan = await _arrive(place, "Hasan")
    for number in range(40):
        await place.simulator.say(hasan, f"pesan {number}")
    await place.hears(hasan, TOO_FAST)
    place.simulator.stage.clock.move_by(11)
    await place.simulator.say(hasan, "/bantuan")
    assert "/usulanku" in (await place.simulator.wait_for(hasan, "/usulanku"))["text"]


def _outcomes(flood: Flood, times: list[float], lane: int = 7) -> str:
    """. heard, ! warned, - kept."""
    found = ""
    for at in times:
        flooding = flood.is_flooding(lane, at)
        found += "." if not flooding else "!" if flood.begins(lane, at) else "-"
    return found


def test_twenty_in_ten_seconds_are_nobodys_flood() -> None:
    assert "." * 20 == _outcomes(Flood(), [0.0] * 20)


def test_one_every_half_second_can_go_on_for_ever() -> None:
    assert "." * 500 == _outcomes(Flood(), [number / 2 for number in range(500)])


def test_a_long_flood_is_warned_of_once_and_the_next_one_again() -> None:
    long = [number / 10 for number in range(3000)]
    later = [400.0 + number / 10 for number in range(30)]
    assert "." * 20 + "!" + "-" * 2979 + "." * 20 + "!" + "-" * 9 == _outcomes(Flood(), long + later)


def test_only_the_first_of_a_flood_is_to_be_answered() -> None:
    flood = Flood()
    arrivals = [arrival_of(message(number, 7, 1000), flood) for number in range(30)]
    assert [None] * 21 + ["flood"] * 9 == [arrival.outcome for arrival in arrivals]
    assert [20] == [number for number, arrival in enumerate(arrivals) if arrival.error == inbox.TOO_FAST]


def test_a_group_is_not_asked_to_slow_down() -> None:
    assert "." * 20 + "-" * 5 == _outcomes(Flood(), [0.0] * 25, lane=-7)


def test_one_persons_flood_is_not_anothers() -> None:
    flood = Flood()
    _outcomes(flood, [0.0] * 100)
    assert "." == _outcomes(flood, [0.0], lane=8)


async def test_what_comes_again_because_the_database_was_away_is_not_a_flood(tmp_path: Path, sqlite_url: str) -> None:
    away = Database(f"sqlite+aiosqlite:///{tmp_path / 'kosong.db'}")
    wire = Wire("http://127.0.0.1:9", "1:x")
    intake = Intake(away, wire, Presence(away, "aku"), time.time, lambda: None, lambda _, __: None)
    batch = [message(number, 900, 1000 + number // 4) for number in range(12)]
    for _ in range(3):
        with pytest.raises(Exception, match="no such table"):
            await intake.keep(batch)
    await away.close()
    intake.database = Database(sqlite_url)
    await intake.keep(batch)
    async with intake.database.read() as connection:
        assert 12 == (await inbox.waiting(connection))[0]
    await intake.database.close()
