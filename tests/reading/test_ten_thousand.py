"""Ten thousand usulan as one file: how long it takes, and how much memory the bot and its child need for it."""

import json
import time
from datetime import UTC, datetime
from typing import Any

import psutil
import pytest
from sqlalchemy import insert, select

from bot.edges import parcels
from bot.edges.sandbox import Sandbox
from bot.store.database.database import Database
from bot.store.reading import orders as stored
from bot.store.tables import grants, outbox, people, usulan
from bot.work.office import Office
from bot.work.reading import orders
from bot.work.round import Round
from tests.support.content import catalog_of
from tests.support.kabupaten import tell
from tests.support.stopwatch import allowed, stopwatch
from tests.support.witness import ZONE

ROWS = 10_000
#: Seconds of work, the database's included; bytes by which the bot may grow, and which the child may have at most.
MOST, GROWTH, CHILD = 20.0, 48 * 2**20, 320 * 2**20
_NOW = datetime(2027, 1, 12, 2, tzinfo=UTC)
_TOLD: dict[str, Any] = {
    "kecamatan": {"code": "73.16.01", "name": "Maiwa"},
    "desa": {"code": "73.16.01.2002", "name": "Pattondon Salu"},
    "dusun": {"name": "Jambu", "listed": True},
    "cerita": {"text": "Jalan ke kebun licin waktu hujan, anak-anak sering jatuh waktu ke sekolah. " * 4},
    "harapan": {"text": "Jalannya dirabat dari masjid sampai jembatan gantung, kira-kira 180 meter."},
    "kategori": {"value": "jalan", "label": "🛣 Jalan/jembatan"},
    "jumlah": {"male": 90, "female": 110},
    "kurang_mampu": {"families": 19},
    "alasan": {"text": "Kalau putus, 12 anak tidak bisa ke sekolah selama musim hujan."},
}


def _usulan(number: int) -> dict[str, Any]:
    told = _TOLD | {"cerita": {"text": f"{number} {_TOLD['cerita']['text']}"}}
    row = {"id": number, "code": f"ENR-27-MAI-{number:05}", "year": 2027, "kecamatan": "73.16.01", "serial": number}
    row |= {"desa": "73.16.01.2002", "person_id": 1, "answers": json.dumps(told), "status": "tercatat"}
    return row | {"spoken_at": _NOW, "unnamed": number % 50 == 0}


async def _settle(database: Database) -> None:
    reader = {"id": 1, "channel": "telegram", "address": 1, "name": "Rahman", "named_by_self": False}
    role = {"id": 1, "person_id": 1, "role": "fasilitator_kecamatan", "scope": "73.16.01", "granted_at": _NOW}
    async with database.write() as connection:
        await connection.execute(insert(people), [reader | {"first_seen_at": _NOW, "last_at": _NOW}])
        await connection.execute(insert(grants), [role])
        for start in range(0, ROWS, 1000):
            await connection.execute(insert(usulan), [_usulan(start + n + 1) for n in range(1000)])
        assert await stored.add(connection, 1, orders.TABLE, 2027, _NOW)


async def _read_all(database: Database) -> tuple[int, float]:
    """The most memory (bytes) that was seen, and the longest look (s)."""
    most, longest = 0, 0.0
    office, own = Office(catalog_of(), "Bappeda Enrekang", ZONE), psutil.Process()
    while True:
        began = time.perf_counter()
        async with database.write() as connection:
            looked = await orders.make_due(Round(connection, office, _NOW), 2)
        longest = max(longest, time.perf_counter() - began)
        most = max(most, own.memory_info().rss)
        if not looked:
            return most, longest


@pytest.mark.slow
@pytest.mark.alone
@pytest.mark.timeout(300)
async def test_ten_thousand_rows_are_a_file_within_twenty_seconds_and_memory_stays_flat(
    database_url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    database, sandbox = Database(database_url), Sandbox()
    try:
        await _settle(database)
        before, began = psutil.Process().memory_info().rss, time.perf_counter()
        with stopwatch() as spent:
            most, longest = await _read_all(database)
            async with database.read() as connection:
                params = (await connection.execute(select(outbox.c.params))).scalar_one()
            parcel = await parcels.pack(json.loads(params), sandbox)
        waited, after = time.perf_counter() - began, psutil.Process().memory_info().rss
        assert sandbox.child is not None
        child = psutil.Process(sandbox.child.pid).memory_info().rss
    finally:
        await sandbox.close()
        await database.close()
    size = len(parcel.files["document"].content)
    megabytes = [round(number / 2**20, 1) for number in (max(most, after) - before, child, len(params), size)]
    tell(
        capsys,
        f"{ROWS:,} rows: {spent.seconds:.1f} s of work, {waited:.1f} s waited (longest look {longest:.2f} s);"
        f" megabytes: the bot grew {megabytes[0]}, child {megabytes[1]}, letter {megabytes[2]}, file {megabytes[3]}",
    )
    assert spent.seconds <= allowed(MOST)
    assert max(most, after) - before <= GROWTH
    assert child <= CHILD
