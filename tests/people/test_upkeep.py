"""Files that come too late, a bot killed in the middle of forgetting, and the office's own recording."""

import asyncio
import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.edges.fetch import Fetch
from bot.edges.wire import Wire
from bot.store.usulan.media import Wanted
from bot.work.people import retention
from tests.browser.pictures import recording
from tests.people.conftest import offers
from tests.people.test_forgotten import _found, _live
from tests.support import FAKE_TOKEN
from tests.support.nursery import nursery
from tests.support.sentences import says, words
from tests.support.town import CONTENT, Town, town


async def test_a_file_that_arrives_after_its_person_was_forgotten_is_not_kept(place: Town) -> None:
    sitti = place.simulator.add_person("Sitti")
    sent = await place.simulator.voice(sitti, bytes(recording()["buffer"]))
    await place.simulator.wait_for(sitti, says("izin"))  # the bot's own fetching has begun, and has swept the folder
    folder = place.settings.media_dir
    folder.mkdir(exist_ok=True)
    wire = Wire(place.settings.bot_api_url, FAKE_TOKEN)
    fetch = Fetch(place.database, wire, folder, lambda: 0.0)
    await fetch._fetch(Wanted(77, "voice", sent["voice"]["file_id"], 0, 0))  # no row of this number wants it any more
    await wire.close()
    assert [path for path in folder.rglob("*") if path.is_file()] == []


@pytest.mark.slow
@pytest.mark.parametrize("moment", ["upkeep.before_forget", "upkeep.after_forget", "upkeep.after_unlink"])
async def test_a_kill_in_the_middle_of_forgetting_leaves_nothing_behind(
    sqlite_url: str, tmp_path: Path, moment: str
) -> None:
    async with town(sqlite_url, tmp_path) as place, nursery() as born:
        sitti, _ = await _live(place)
        await place.stop()
        bot = await born.start(place.environment(crash_at=moment))
        await place.simulator.say(sitti, "/dataku")
        await place.simulator.wait_for(sitti, says("dataku"), timeout=20)
        await place.press(sitti, words("tombol_hapus"), says("yakin_hapus"))
        await place.simulator.press(sitti, words("tombol_hapus_usulan_tetap"))
        assert await bot.ended() != 0
        await place.start()
        await place.until("SELECT count(*) FROM erasures", 0, seconds=20)
        await place.until("SELECT count(*) FROM media", 0)
        await asyncio.sleep(0.5)
        assert _found(place, sitti) == set()


@pytest.fixture
async def speaking_office(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Town]:
    """An office that has read its consent screen aloud."""
    content = tmp_path / "content"
    shutil.copytree(CONTENT, content, ignore=shutil.ignore_patterns("wilayah"))
    (content / "suara").mkdir()
    async with town(sqlite_url, tmp_path, started=False, content_dir=content) as place:
        sitti = place.simulator.add_person("Petugas")
        sent = await place.simulator.voice(sitti, bytes(recording()["buffer"]))
        (content / "suara" / "izin.ogg").write_bytes(place.simulator.file(sent["voice"]["file_id"]))
        await place.start()
        yield place


async def test_the_consent_screen_can_be_heard_where_the_office_recorded_it(speaking_office: Town) -> None:
    place = speaking_office
    sitti = place.simulator.add_person("Sitti")
    await place.start_chat(sitti, says("izin"))
    await place.press(sitti, words("tombol_dengarkan"), lambda message: "voice" in message)


async def test_without_a_recording_nothing_is_offered_to_hear(place: Town) -> None:
    sitti = place.simulator.add_person("Sitti")
    shown = await place.start_chat(sitti, says("izin"))
    assert not offers("Dengarkan")(shown)


async def test_retention_runs_by_itself(place: Town) -> None:
    await place.until("SELECT count(*) FROM facts WHERE name = 'retention_due'", 1)
    assert retention.AT_ONCE >= 100
