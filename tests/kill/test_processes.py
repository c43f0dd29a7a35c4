"""Starting, stopping, and several processes at once: by signal, beside another one, before Telegram is there."""

import asyncio
import signal
import subprocess
import sys
import time

import pytest

from bot.store.queues.outbox import promise
from bot.store.turn import ANNOUNCEMENT, outbox_row
from tests.kill.ledger import Crime, Script, check_inbox, check_letters, check_numbers, note_kill, outbox, script
from tests.kill.people import WAYS, live
from tests.support.nursery import Nursery
from tests.support.sentences import says
from tests.support.town import Town

#: Seconds within which SIGTERM must have done its work.
_GRACE = 10.0


async def _stop(bots: Nursery) -> float:
    """SIGTERM to the only bot; returns how long (s) it took to end in good order."""
    began = time.monotonic()
    bots.bots[-1].signal(signal.SIGTERM)
    assert await bots.bots[-1].ended() == 0
    return time.monotonic() - began


async def test_sigterm_ends_everything_in_hand_and_leaves_nothing_leased(street: Town, bots: Nursery) -> None:
    await bots.start(street.environment())
    sitti = street.simulator.add_person("Sitti")
    await street.simulator.begin(sitti)
    await street.simulator.wait_for(sitti, says("izin"), timeout=20)
    assert await _stop(bots) < _GRACE
    assert await street.rows("SELECT name FROM processes") == []
    assert await street.rows("SELECT id FROM outbox WHERE lease_by IS NOT NULL") == []


@pytest.mark.parametrize("method", ["sendMessage", "getUpdates"])
async def test_sigterm_does_not_wait_for_a_silent_telegram(street: Town, bots: Nursery, method: str) -> None:
    await bots.start(street.environment())
    sitti = street.simulator.add_person("Sitti")
    await street.simulator.wait_for_call("setMyCommands", timeout=20)
    street.simulator.add_fault("timeout", method=method, seconds=40)
    await street.simulator.begin(sitti)
    await street.until("SELECT count(*) FROM inbox", 1)
    await asyncio.sleep(0.5)
    assert await _stop(bots) < _GRACE
    assert await street.rows("SELECT name FROM processes") == []


async def test_sigterm_does_not_wait_for_a_file_that_drips(street: Town, bots: Nursery) -> None:
    await bots.start(street.environment())
    nurdin = street.simulator.add_person("Nurdin")
    street.simulator.add_fault("slow", method="download", seconds=1.0)
    await live(street.simulator, nurdin, WAYS["Nurdin"])
    await asyncio.sleep(0.5)
    assert await _stop(bots) < _GRACE


def _refusal_of(street: Town) -> str:
    """What `python -m bot run` says when it does not start."""
    ended = subprocess.run(
        [sys.executable, "-m", "bot", "run"],
        env=street.environment() | {"PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )
    assert ended.returncode == 1
    return ended.stderr


async def test_a_second_process_on_one_sqlite_file_is_refused_in_a_sentence(sqlite_street: Town, bots: Nursery) -> None:
    street = sqlite_street
    await bots.start(street.environment())
    await street.simulator.wait_for_call("setMyCommands", timeout=20)
    said = await asyncio.to_thread(_refusal_of, street)
    assert "sudah berjalan" in said
    assert said.count("\n") == 1


async def test_another_schema_is_refused_with_the_command_to_run(street: Town) -> None:
    async with street.database.write() as connection:
        await connection.exec_driver_sql("UPDATE alembic_version SET version_num = '0000'")
    said = await asyncio.to_thread(_refusal_of, street)
    assert "python -m bot migrate" in said
    assert said.count("\n") == 1


async def test_a_bot_that_starts_without_telegram_waits_and_then_works(street: Town, bots: Nursery) -> None:
    street.simulator.add_fault("down")
    bot = await bots.start(street.environment())
    sitti = street.simulator.add_person("Sitti")
    await street.simulator.begin(sitti)
    await asyncio.sleep(3)
    assert bot.code is None
    street.simulator.clear_faults()
    await street.simulator.wait_for(sitti, says("izin"), timeout=20)


async def test_what_came_while_the_bot_was_away_is_answered_in_order(street: Town, bots: Nursery) -> None:
    people = [street.simulator.add_person(name) for name in ("Sitti", "Rahman")]
    for _ in range(2):
        for person, text in zip(people, ("/start", "/bantuan"), strict=True):
            await street.simulator.say(person, text)
    await street.simulator.say(people[0], "/usulanku")
    await bots.start(street.environment())
    await street.simulator.wait_for(people[0], says("usulanku_kosong"), timeout=20)
    said = street.simulator.said(people[0])
    assert [said[0] in says("izin"), said[1] in says("izin"), said[2] in says("usulanku_kosong")] == [True] * 3


async def test_two_processes_share_the_work_and_answer_nothing_twice(
    postgres_street: Town, bots: Nursery, undisturbed: Script
) -> None:
    street = postgres_street
    for _ in range(2):
        await bots.start(street.environment())
    people = [street.simulator.add_person(name) for name in WAYS]
    await asyncio.gather(*(live(street.simulator, person, WAYS[person.first_name]) for person in people))
    await street.until("SELECT count(*) FROM outbox WHERE outcome IS NULL", 0)
    await check_inbox(street)
    rows = await outbox(street)
    assert script(people, rows) == undisturbed
    check_letters(street, people, rows, Crime())
    await check_numbers(street, len(people))
    refused = [call.description for call in street.simulator.calls if call.method == "getUpdates"]
    assert refused == [], "only one of them polls"


async def test_when_the_polling_process_dies_the_other_one_polls(postgres_street: Town, bots: Nursery) -> None:
    street = postgres_street
    sitti = street.simulator.add_person("Sitti")
    first = await bots.start(street.environment())
    await street.simulator.wait_for_call("setMyCommands", timeout=20)
    await bots.start(street.environment())
    first.signal(signal.SIGKILL)
    await first.ended()
    await note_kill(street, Crime())
    await live(street.simulator, sitti, WAYS["Sitti"])
    assert bots.bots[-1].code is None


async def test_an_update_that_kills_its_process_is_parked_and_the_others_are_answered(
    street: Town, bots: Nursery
) -> None:
    sitti, rahman = (street.simulator.add_person(name) for name in ("Sitti", "Rahman"))
    await street.simulator.begin(sitti)
    await street.simulator.begin(rahman)
    for _ in range(4):  # the first time nobody knows yet; then three careful starts
        bot = await bots.start(street.environment("worker.after_handler:1"))
        assert await bot.ended() == -signal.SIGKILL
        await note_kill(street, Crime())
    await bots.start(street.environment())
    await street.simulator.wait_for(rahman, says("izin"), timeout=20)
    outcomes = await street.rows("SELECT lane, outcome FROM inbox ORDER BY update_id")
    assert [tuple(row) for row in outcomes] == [(sitti.id, "parked"), (rahman.id, "done")]


async def test_an_announcement_in_flight_at_a_kill_waits_for_a_person(street: Town, bots: Nursery) -> None:
    sitti = street.simulator.add_person("Sitti")
    await street.simulator.begin(sitti)
    await bots.start(street.environment())
    await street.simulator.wait_for(sitti, says("izin"), timeout=20)
    await _stop(bots)
    params = {"chat_id": sitti.id, "text": "Musyawarah dimulai pukul sembilan."}
    async with street.database.write() as connection:
        row = outbox_row("sendMessage", params, chat=sitti.id, real=time.time(), priority=ANNOUNCEMENT)
        await promise(connection, [row])
    bot = await bots.start(street.environment("sender.after_send:1"))
    assert await bot.ended() == -signal.SIGKILL
    await note_kill(street, Crime())
    await bots.start(street.environment())
    await street.until("SELECT outcome FROM outbox WHERE priority = 2", "unsure", seconds=20)
    assert street.simulator.said(sitti).count("Musyawarah dimulai pukul sembilan.") == 1
