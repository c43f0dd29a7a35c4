"""Faults that an operator meets and must be told of with their cure, at the start or by the doctor."""

import asyncio
import os
import resource
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import psycopg
import pytest

from bot.edges.doctor.stored import examine_stored
from bot.entry import PAUSED
from bot.start import _make_ready, sentence_for
from bot.store.database.installation import NotOurs, mark_in
from tests.cli.conftest import Installation
from tests.support.town import Town, town


async def _broken(place: Town) -> list[str]:
    return [str(line) async for line in examine_stored(place.settings, PAUSED) if str(line).startswith("✖")]


async def test_a_second_poller_is_told(database_url: str, tmp_path: Path) -> None:
    async with town(database_url, tmp_path) as place:
        place.simulator.add_fault("409", method="getUpdates")
        await place.simulator.begin(place.simulator.add_person("Sitti"))
        await place.until("SELECT count(*) FROM processes WHERE report LIKE '%onflict%'", 1, seconds=40)
        told = await _broken(place)
    assert any(line.startswith("✖ Ada program lain yang memakai token yang sama") for line in told)


async def test_a_hold_of_all_chats_is_told(database_url: str, tmp_path: Path) -> None:
    async with town(database_url, tmp_path) as place:
        people = [place.simulator.add_person(f"Warga {number}") for number in range(5)]
        await place.simulator.wait_for_call("setMyCommands", timeout=20)
        place.simulator.add_fault("429", method="sendMessage", retry_after=600)
        for number, person in enumerate(people):
            await place.simulator.begin(person)
            await place.until("SELECT count(*) FROM outbox WHERE error LIKE 'Too Many%'", min(number + 1, 3))
        await place.until("SELECT count(*) FROM processes WHERE report LIKE '%hold%'", 1, seconds=20)
        told = await _broken(place)
    assert any(line.startswith("✖ Telegram meminta bot diam dulu untuk semua percakapan.") for line in told)


async def test_a_database_that_is_only_read_is_told(postgres_url: str, tmp_path: Path) -> None:
    async with town(postgres_url, tmp_path, started=False) as place:
        with psycopg.connect(postgres_url.replace("+psycopg", ""), autocommit=True) as connection:
            name = postgres_url.rpartition("/")[2]
            connection.execute(f"ALTER DATABASE {name} SET default_transaction_read_only = on".encode())
        told = await _broken(place)
    assert any(line.startswith("✖ Basis data hanya bisa dibaca, tidak bisa ditulis.") for line in told)


def test_a_full_disk_is_not_called_a_wrong_address(office: Installation, sqlite_url: str) -> None:
    office.database(sqlite_url)
    office.set("LOG_LEVEL", "ERROR")

    def fill() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))

    ended = subprocess.run(
        [sys.executable, "-m", "bot", "doctor"],
        cwd=office.folder,
        env=os.environ | office.environment | {"PYTHONPATH": str(Path(__file__).parents[2])},
        capture_output=True,
        text=True,
        preexec_fn=fill,  # no threads here
        timeout=60,
        check=False,
    )
    assert "Periksa DATABASE_URL" not in ended.stdout
    assert "✖ Disk basis data" in ended.stdout


async def test_an_emptied_database_is_not_begun_without_a_word(unmigrated_database_url: str, tmp_path: Path) -> None:
    async with town(unmigrated_database_url, tmp_path, started=False, today=None) as place:
        await _make_ready(place.settings, resume=False)
        await _make_ready(place.settings, resume=False)
        mark_in(place.settings.media_dir).write_text("0123456789abcdef\n")
        with pytest.raises(NotOurs) as refused:
            await _make_ready(place.settings, resume=False)
        assert "--baru" in str(sentence_for(refused.value))
        assert any("--baru" in line for line in await _broken(place))
        await _make_ready(place.settings, resume=False, anew=True)
        await _make_ready(place.settings, resume=False)
        assert not any("--baru" in line for line in await _broken(place))


async def test_a_database_that_vanished_is_not_made_again_without_a_word(
    unmigrated_database_url: str, tmp_path: Path
) -> None:
    async with town(unmigrated_database_url, tmp_path, started=False, today=None) as place:
        mark_in(place.settings.media_dir).write_text("0123456789abcdef\n")
        with pytest.raises(NotOurs):
            await _make_ready(place.settings, resume=False)
        assert any("--baru" in line or "masih kosong" in line for line in await _broken(place))


async def test_a_file_replaced_under_a_running_bot_is_told(sqlite_url: str, tmp_path: Path) -> None:
    async with town(sqlite_url, tmp_path, web_port=0) as place:
        await place.until("SELECT count(*) FROM processes", 1, seconds=20)
        path = place.settings.sqlite_path
        assert path is not None
        copy = path.with_suffix(".copy")
        copy.write_bytes(path.read_bytes())
        copy.replace(path)
        await asyncio.sleep(6)
        assert any("selagi bot berjalan" in line or "tidak memberi kabar" in line for line in await _broken(place))


async def test_an_invitation_made_beside_a_moved_clock_is_taken(
    office: Installation, database_url: str, tmp_path: Path
) -> None:
    async with town(database_url, tmp_path) as place:
        await place.simulator.move_clock(by=timedelta(days=200).total_seconds())
        office.database(database_url)
        answer = await asyncio.to_thread(office, "invite", "fasilitator_desa", "73.16.01.2002")
        code = answer.out.partition(": ")[2].split()[0]
        rahman = place.simulator.add_person("Rahman")
        await place.simulator.begin(rahman, code)
        await place.simulator.wait_for(rahman, "Selamat datang", timeout=20)
        assert (await place.rows("SELECT count(*) FROM grants"))[0][0] == 1
