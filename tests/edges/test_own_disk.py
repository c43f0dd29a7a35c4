"""A folder that cannot be written: the start refuses it, a running bot says so, and Telegram is not blamed for it."""

import asyncio
import shutil
from pathlib import Path

import pytest

from bot.edges.doctor.stored import examine_stored
from bot.edges.health import Alarms
from bot.edges.pulse import Pulse
from bot.edges.watch import Watch
from bot.entry import PAUSED
from bot.start import Refused, _make_ready
from bot.store.database.database import Database
from tests.edges import hostile
from tests.journeys.villagers import consent, finish, name_place, tell
from tests.support.sentences import mentions
from tests.support.town import town


async def test_a_folder_that_cannot_be_written_is_refused_at_the_start_with_the_cure(
    database_url: str, tmp_path: Path
) -> None:
    async with town(database_url, tmp_path, started=False) as place:
        place.settings.media_dir.write_bytes(b"a file where the folder should be")
        with pytest.raises(Refused, match=r"tidak bisa ditulis.*MEDIA_DIR di \.env"):
            await _make_ready(place.settings, resume=False)


async def test_what_cannot_be_kept_waits_uncounted_is_told_and_comes_when_it_can(
    database_url: str, tmp_path: Path
) -> None:
    async with town(database_url, tmp_path, started=False) as place:
        await place.start()
        person = await consent(place, "Nurdin")
        media = place.settings.media_dir
        shutil.rmtree(media, ignore_errors=True)
        media.write_bytes(b"a file where the folder should be")
        await name_place(place, person)
        await tell(place, person)
        await place.simulator.document(person, hostile.turned_jpeg(), "foto.jpg", "image/jpeg")
        await place.simulator.wait_for(person, mentions("mesin.foto_disimpan"), timeout=10)
        assert not any("tersimpan" in said for said in place.simulator.said(person)[-1:])
        await finish(place, person)
        await place.until("SELECT count(*) FROM processes WHERE report LIKE '%media%'", 1, seconds=20)
        await asyncio.sleep(4)
        assert await place.rows("SELECT outcome, tries, starts FROM media") == [(None, 0, 0)]
        told = [str(finding) async for finding in examine_stored(place.settings, PAUSED)]
        assert any(line.startswith("✖ Foto dan suara tidak bisa disimpan.") for line in told)
        media.unlink()
        await place.until("SELECT outcome FROM media", "stored", seconds=40)


async def test_a_database_file_that_is_replaced_under_the_bot_is_an_alarm(sqlite_url: str, tmp_path: Path) -> None:
    file, stopping, alarms, watch = tmp_path / "kawan.db", asyncio.Event(), Alarms(), Watch()
    database = Database(sqlite_url)
    beating = asyncio.create_task(Pulse(database, "saya", lambda: 0.0, watch, alarms, file).run(stopping))
    try:
        await asyncio.sleep(0.2)
        assert alarms.raised == {}
        Path(shutil.copy(file, tmp_path / "lain.db")).replace(file)
        watch.changed()
        await asyncio.sleep(0.2)
        assert list(alarms.raised) == ["database file"]
    finally:
        stopping.set()
        await beating
        await database.close()
