"""An old backup brings a forgotten person back; the restored bot forgets them again, and lets go what is too old."""

import asyncio
from datetime import UTC, datetime
from pathlib import Path

from bot.store.backup import backup, restore
from bot.store.backup.again import forgotten_in, note
from tests.people.conftest import bring
from tests.people.test_forgotten import NAME, _delete, _found, _live
from tests.support.sentences import words
from tests.support.town import Town


async def _restore(place: Town, archive: Path) -> None:
    await place.stop()
    url, media = place.settings.async_database_url, place.settings.media_dir
    await asyncio.to_thread(restore.restore, url, media, archive, replace=True, mark={"pulih": "ya"})


async def _save(place: Town, folder: Path) -> Path:
    url, media = place.settings.async_database_url, place.settings.media_dir
    made = await asyncio.to_thread(backup.write, url, media, folder, datetime.now(UTC))
    return made.path


async def test_whoever_was_forgotten_is_forgotten_again_after_an_old_backup(either_place: Town, tmp_path: Path) -> None:
    place, shelf = either_place, tmp_path.parent / f"{tmp_path.name}-cadangan"
    sitti, _ = await _live(place)
    archive = await _save(place, shelf)
    await _delete(place, sitti, words("tombol_hapus_usulan_tetap"))
    await _restore(place, archive)
    assert await place.rows("SELECT * FROM people WHERE address = :a", a=sitti.id)  # the backup did bring them back
    await place.start()
    await place.until("SELECT count(*) FROM erasures", 0, seconds=20)
    await place.until("SELECT count(*) FROM media", 0)
    await asyncio.sleep(0.3)
    assert _found(place, sitti) == set()
    assert await place.rows("SELECT person_id FROM usulan") == [(None,)]


async def test_the_list_of_the_forgotten_names_nobody(place: Town) -> None:
    sitti = place.simulator.add_person(NAME)
    await bring(place, sitti)
    person_id = (await place.rows("SELECT id FROM people"))[0][0]
    await _delete(place, sitti, words("tombol_hapus_semua"))
    assert forgotten_in(place.settings.media_dir).read_text() == f"{person_id} 1\n"


async def test_a_line_that_a_crash_cut_short_spoils_nothing(place: Town) -> None:
    listed = forgotten_in(place.settings.media_dir)
    note(listed, 5, with_words=False)
    listed.write_text(listed.read_text() + "77")
    archive = await _save(place, place.settings.media_dir.parent / "cadangan")
    await _restore(place, archive)
    assert await place.rows("SELECT * FROM erasures") == []


async def test_retention_runs_again_after_a_restore(place: Town) -> None:
    sitti = place.simulator.add_person("Sitti")
    await bring(place, sitti)
    async with place.database.write() as connection:
        await connection.exec_driver_sql("UPDATE inbox SET received_at = received_at - 31 * 86400.0")
    archive = await _save(place, place.settings.media_dir.parent / "cadangan")
    await _restore(place, archive)
    assert len(await place.rows("SELECT * FROM inbox")) > 5
    async with place.database.write() as connection:
        await connection.exec_driver_sql(
            "UPDATE facts SET value = '2020-01-01T00:00:00+00:00' WHERE name = 'retention_due'"
        )
    await place.start()
    await place.until("SELECT count(*) FROM inbox", 0)
