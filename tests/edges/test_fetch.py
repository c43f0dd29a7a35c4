"""Photos and voices that Telegram does not give at once (N8): fetched again until they are here, or given up."""

import io
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from bot.edges.fetch import Fetch
from bot.edges.wire import Wire
from bot.simulator.story import PATIENCE
from bot.store.database.database import Database
from bot.store.database.ids import new_id
from bot.store.tables import media
from tests.edges.conftest import HastyClock, open_simulator
from tests.support.simulator import Simulator


def picture(width: int = 40, height: int = 30) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (width, height), "olive").save(out, "JPEG")
    return out.getvalue()


@dataclass
class Archive:
    """The media folder and who fills it; the clock is turned forward by hand."""

    simulator: Simulator
    database: Database
    fetch: Fetch
    clock: HastyClock

    def lie_with_telegram(self, content: bytes, mime: str = "image/jpeg") -> str:
        return self.simulator.stage.files.store(content, mime, "photos", "photo.jpg").file_id

    async def want(self, file_id: str, kind: str = "photo") -> int:
        row = {"id": new_id(), "usulan_id": 1, "question": "foto", "kind": kind, "file_id": file_id, "due_at": 0.0}
        async with self.database.write() as connection:
            await connection.execute(media.insert(), row | {"tries": 0})
        return int(str(row["id"]))

    async def bring(self, after: float = 0.0) -> int:
        self.clock.ahead += after
        return await self.fetch.fetch_some()

    async def row(self, wanted: int) -> Any:
        async with self.database.read() as connection:
            return (await connection.execute(media.select().where(media.c.id == wanted))).one()

    def files(self) -> list[Path]:
        return [found for found in self.fetch.folder.rglob("*") if found.is_file()]


@pytest.fixture
async def archive(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Archive]:
    async with AsyncExitStack() as stack:
        simulator = await open_simulator(stack)
        wire = Wire(simulator.url, simulator.stage.token, PATIENCE)
        stack.push_async_callback(wire.close)
        database = Database(sqlite_url)
        stack.push_async_callback(database.close)
        clock = HastyClock()
        folder = tmp_path / "media"
        folder.mkdir()
        fetch = Fetch(database, wire, folder, clock.real)
        stack.push_async_callback(fetch.sandbox.close)
        yield Archive(simulator, database, fetch, clock)


FAULTS = [
    pytest.param("500", "getFile", id="getFile 5xx"),
    pytest.param("400", "getFile", id="getFile refused"),
    pytest.param("not_json", "getFile", id="getFile not JSON"),
    pytest.param("reset", "getFile", id="getFile reset"),
    pytest.param("429", "getFile", id="getFile 429"),
    pytest.param("file_gone", None, id="the link gives 404"),
    pytest.param("reset", "download", id="download reset"),
    pytest.param("500", "download", id="download 5xx"),
    pytest.param("half", "download", id="half a file"),
    pytest.param("slow", "download", id="a file that drips too slowly"),
]


@pytest.mark.parametrize(("kind", "method"), FAULTS)
async def test_a_file_that_does_not_come_is_fetched_again(archive: Archive, kind: str, method: str | None) -> None:
    wanted = await archive.want(archive.lie_with_telegram(picture()))
    archive.simulator.add_fault(
        kind, method=method, times=2 if kind == "reset" else 1
    )  # a GET is begun twice by itself
    patient, hasty = archive.fetch.wire, Wire(archive.simulator.url, archive.simulator.stage.token, 1.0)
    archive.fetch.wire = hasty if kind == "slow" else patient
    await archive.bring()
    await hasty.close()
    archive.fetch.wire = patient
    row = await archive.row(wanted)
    assert (None, 1, []) == (row.outcome, row.tries, archive.files())
    assert 0 == await archive.bring()
    archive.simulator.clear_faults()
    await archive.bring(after=1.5)
    row = await archive.row(wanted)
    assert "stored" == row.outcome
    assert [archive.fetch.folder / row.path] == archive.files()


async def test_a_file_telegram_has_no_more_is_given_up_in_the_end(archive: Archive) -> None:
    wanted = await archive.want("AgACAgUAAxkBAA-tidak-ada")
    for _ in range(60):
        await archive.bring(after=3600 * 1.4)
    row = await archive.row(wanted)
    assert ("gone", []) == (row.outcome, archive.files())
    assert "wrong file_id" in row.error
    assert 0 == await archive.bring(after=7200)


@pytest.mark.parametrize(
    "content", [b"<svg onload=alert(1)>", b"\xff\xd8\xff\xe0 cut short", picture()[:300], b"GIF89a"]
)
async def test_a_photo_that_is_none_is_refused_and_not_kept(archive: Archive, content: bytes) -> None:
    wanted = await archive.want(archive.lie_with_telegram(content))
    await archive.bring()
    assert ("refused", []) == ((await archive.row(wanted)).outcome, archive.files())


async def test_a_picture_that_would_fill_the_memory_is_refused(archive: Archive) -> None:
    out = io.BytesIO()
    Image.new("1", (8_000, 8_000)).save(out, "PNG")
    wanted = await archive.want(archive.lie_with_telegram(out.getvalue(), "image/png"))
    await archive.bring()
    assert ("refused", []) == ((await archive.row(wanted)).outcome, archive.files())


async def test_a_file_larger_than_telegram_allows_is_not_kept(archive: Archive) -> None:
    from bot.edges import fetch

    file_id = archive.lie_with_telegram(b"\0" * (fetch._LARGEST + 1))
    stored = archive.simulator.stage.files.find(file_id)
    assert stored is not None
    target = archive.fetch.folder / "besar.part"
    path = archive.simulator.stage.files.link(stored)
    assert 413 == await archive.fetch.wire.download(path, target, fetch._LARGEST)


async def test_halves_left_by_a_crash_are_swept_away(archive: Archive) -> None:
    (archive.fetch.folder / "abc.jpg.part").write_bytes(b"half")
    archive.fetch._sweep()
    assert [] == archive.files()
