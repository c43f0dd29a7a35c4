"""`doctor`: a healthy installation is told so, and every sickness is named with its remedy."""

import asyncio
import os
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from aiohttp import web

from bot.edges.doctor.finding import Mark
from bot.edges.doctor.machine import room, user
from bot.edges.doctor.stored import waiting
from bot.store import tables
from bot.store.turn import outbox_row
from tests.cli.conftest import Installation
from tests.cli.shelf import ask, do, opened, with_numbers
from tests.support import FAKE_TOKEN
from tests.support.simulator import Simulator
from tests.support.town import town

ROOT = "✖ Program ini dijalankan sebagai root. Buat pengguna biasa untuk bot dan jalankan dengan itu."
OF_THE_TESTER = [ROOT] if os.geteuid() == 0 else []


@asynccontextmanager
async def telegram(office: Installation, token: str = FAKE_TOKEN, **more: Any) -> AsyncIterator[Simulator]:
    simulator = Simulator(token, **more)
    office.set("BOT_API_URL", await simulator.start())
    try:
        yield simulator
    finally:
        await simulator.stop()


async def _findings(office: Installation) -> list[str]:
    """The doctor's lines; it works in another thread, since Telegram lives in this one."""
    answer = await asyncio.to_thread(office, "doctor")
    broken = [line for line in answer.lines if line.startswith("✖")]
    assert answer.status == (1 if broken else 0)
    assert answer.lines[-1] == (f"Ada {len(broken)} hal yang perlu dibetulkan." if broken else "Bot sehat.")
    return answer.lines


async def _tell(simulator: Simulator, method: str, **params: Any) -> Any:
    url = f"{simulator.url}/bot{FAKE_TOKEN}/{method}"
    async with aiohttp.ClientSession() as session, session.post(url, json=params) as response:
        return (await response.json())["result"]


def _put(url: str, table: Any, **row: Any) -> None:
    with opened(url) as connection:
        connection.execute(table.insert(), row)


async def test_a_healthy_bot_gets_nothing_but_ticks(office: Installation, database_url: str, tmp_path: Path) -> None:
    async with town(database_url, tmp_path) as place:
        office.database(database_url)
        office.set("BOT_API_URL", place.settings.bot_api_url)
        office.set("MEDIA_DIR", str(place.settings.media_dir))
        office.set("CONTENT_DIR", str(with_numbers(tmp_path)))
        sitti = place.simulator.add_person("Sitti")
        await place.start_chat(sitti, "")
        await place.until("SELECT count(*) FROM outbox WHERE outcome IS NULL", 0)
        for path in (place.settings.sqlite_path, place.settings.media_dir):
            if path is not None:
                path.chmod(0o700)
                for beside in path.parent.glob(f"{path.name}-*"):
                    beside.chmod(0o600)
        lines = await _findings(office)
    assert [line for line in lines if line.startswith("✖")] == OF_THE_TESTER
    assert [line for line in lines if line.startswith("⚠") and "Disk" not in line] == []
    assert "✔ Token dikenal Telegram: @KawanMusrenbangBot." in lines
    assert "✔ Bot sedang berjalan (1 proses memegang giliran)." in lines


async def test_a_telegram_out_of_reach_is_told(office: Installation) -> None:
    assert any(line.startswith("✖ Telegram tidak bisa dihubungi.") for line in await _findings(office))


async def test_a_missing_token_is_told(office: Installation) -> None:
    office.set("BOT_TOKEN", "")
    assert any(line.startswith("✖ BOT_TOKEN belum diisi.") for line in await _findings(office))


async def test_a_token_telegram_does_not_know_is_told(office: Installation) -> None:
    async with telegram(office, token="987654321:" + "Z" * 35):
        assert any(line.startswith("✖ Token ditolak Telegram.") for line in await _findings(office))


async def test_a_telegram_in_trouble_is_told(office: Installation) -> None:
    async with telegram(office) as simulator:
        simulator.add_fault("500", times=9)
        assert any(line.startswith("✖ Telegram menjawab tidak semestinya (HTTP 5") for line in await _findings(office))


async def test_a_webhook_is_told_by_its_host_and_can_be_taken_off(office: Installation) -> None:
    async with telegram(office) as simulator:
        await _tell(simulator, "setWebhook", url="https://lain.example/rahasia")
        lines = await _findings(office)
        assert any(line.startswith("✖ Ada webhook ke lain.example.") for line in lines)
        assert not any("rahasia" in line for line in lines)
        answer = await asyncio.to_thread(office, "doctor", "--lepas-webhook")
        assert (answer.status, answer.err) == (0, "")
        assert (await _tell(simulator, "getWebhookInfo"))["url"] == ""


async def test_a_webhook_that_cannot_be_taken_off_is_told(office: Installation) -> None:
    answer = await asyncio.to_thread(office, "doctor", "--lepas-webhook")
    assert (answer.status, answer.out) == (1, "")
    assert answer.err == "Telegram tidak menerima permintaan itu. Jalankan: python -m bot doctor\n"


async def test_a_bot_that_hears_everything_in_groups_is_told(office: Installation) -> None:
    async with telegram(office, privacy=False):
        assert any(line.startswith("⚠ Bot membaca semua pesan di grup.") for line in await _findings(office))


@pytest.mark.parametrize(("seconds", "told"), [(-100, "terlalu cepat 100"), (100, "terlambat 100"), (0, "")])
async def test_a_clock_that_is_wrong_is_told(office: Installation, seconds: int, told: str) -> None:
    async def answer(_request: web.Request) -> web.Response:
        there = datetime.now(UTC) + timedelta(seconds=seconds)
        result = {"id": 1, "first_name": "Kawan", "url": ""}
        return web.json_response({"ok": True, "result": result}, headers={"Date": format_datetime(there, usegmt=True)})

    app = web.Application()
    app.router.add_route("*", "/{anything:.*}", answer)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    office.set("BOT_API_URL", f"http://127.0.0.1:{runner.addresses[0][1]}")
    lines = [line for line in await _findings(office) if "Jam komputer" in line]
    await runner.cleanup()
    assert len(lines) == 1
    assert lines[0].startswith("✖" if told else "✔")
    assert told[:-3] in lines[0]


def _not_migrated(url: str) -> None:
    for table in tables.metadata.sorted_tables:
        do(url, f"DROP TABLE {table.name}")
    do(url, "DROP TABLE alembic_version")


def _letter(url: str, **how: Any) -> None:
    _put(url, tables.outbox, **(outbox_row("sendMessage", {"text": "hai"}, chat=7, real=time.time()) | how))


def _update(url: str, **how: Any) -> None:
    row = {"update_id": 41, "lane": 7, "body": "{}", "received_at": time.time(), "due_at": 0, "tries": 0, "starts": 0}
    _put(url, tables.inbox, **(row | how))


def _file(url: str, **how: Any) -> None:
    row = {"id": 1, "usulan_id": 1, "question": "foto", "kind": "photo", "file_id": "x", "due_at": 0, "tries": 0}
    _put(url, tables.media, **(row | how))


SICKNESSES: dict[str, tuple[Callable[[str], None], str]] = {
    "no tables": (_not_migrated, "✖ Basis data masih kosong. Jalankan: python -m bot migrate"),
    "older": (lambda url: do(url, "UPDATE alembic_version SET version_num = '0000'"), "✖ Basis data masih versi 0000,"),
    "newer": (lambda url: do(url, "UPDATE alembic_version SET version_num = '9999'"), "✖ Basis data versi 9999,"),
    "parked": (
        lambda url: _update(url, outcome="parked", error="pertanyaan hilang\nbaris kedua"),
        "✖ Pesan masuk 41 gagal dijawab (pertanyaan hilang). Coba lagi: python -m bot doctor --ulangi-masuk 41",
    ),
    "bad": (
        lambda url: _update(url, outcome="bad", error="dari 0812 3456 7890"),
        "⚠ Pesan masuk 41 tidak terbaca (dari [telepon]). Coba lagi: python -m bot doctor --ulangi-masuk 41",
    ),
    "dead": (lambda url: _letter(url, outcome="dead"), "✖ 1 pesan keluar menyerah"),
    "unsure": (lambda url: _letter(url, outcome="unsure"), "⚠ 1 pengumuman belum pasti sampai."),
    "refused": (lambda url: _letter(url, outcome="refused"), "⚠ 1 pesan keluar ditolak Telegram"),
    "waiting letters": (
        lambda url: _letter(url, created_at=time.time() - 7200),
        "⚠ Pesan keluar yang belum terkirim: 1, yang tertua 2 jam. Semuanya dilanjutkan begitu bot berjalan.",
    ),
    "waiting updates": (
        lambda url: _update(url, received_at=time.time() - 3 * 86400),
        "⚠ Pesan masuk yang belum dijawab: 1, yang tertua 3 hari.",
    ),
    "paused": (
        lambda url: _put(url, tables.facts, name="paused", value="2027-01-12"),
        "⚠ Bot ditahan sesudah pemulihan dan belum mengirim. Lanjutkan: python -m bot run --lanjutkan",
    ),
    "gone": (lambda url: _file(url, outcome="gone"), "⚠ 1 foto/suara tidak tersimpan (1 sudah tidak ada di Telegram,"),
    "slow file": (lambda url: _file(url, tries=9), "⚠ 1 foto/suara belum berhasil diambil, sudah dicoba 9 kali."),
    "not running": (lambda _url: None, "⚠ Bot tidak sedang berjalan. Jalankan: python -m bot run"),
}


@pytest.mark.parametrize("sickness", SICKNESSES)
def test_what_went_wrong_with_the_work_is_told(office: Installation, database_url: str, sickness: str) -> None:
    seed, told = SICKNESSES[sickness]
    seed(database_url)
    office.database(database_url)
    lines = [line for line in office("doctor").lines if line.startswith(told)]
    assert len(lines) == 1


def test_a_damaged_database_file_is_told(office: Installation, sqlite_url: str) -> None:
    path = Path(sqlite_url.partition(":///")[2])
    path.write_bytes(b"no database" * 1000)
    office.database(sqlite_url)
    assert any(line.startswith("✖ Basis data tidak bisa dibuka.") for line in office("doctor").lines)


def test_a_database_with_a_torn_page_is_told(office: Installation, sqlite_url: str) -> None:
    for number in range(200):
        do(sqlite_url, "INSERT INTO facts VALUES (:n, :v)", n=f"f{number}", v="x" * 900)
    path = Path(sqlite_url.partition(":///")[2])
    content = bytearray(path.read_bytes())
    content[-8 * 4096 : -4096] = b"\xff" * (7 * 4096)
    path.write_bytes(content)
    office.database(sqlite_url)
    assert any(line.startswith("✖ Berkas basis data rusak.") for line in office("doctor").lines)


def test_a_server_that_is_down_is_told(office: Installation) -> None:
    office.database("postgresql://bot:rahasia@127.0.0.1:9/kawan")
    answer = office("doctor")
    assert any(line.startswith("✖ Basis data tidak bisa dibuka.") for line in answer.lines)
    assert "rahasia" not in answer.out


def test_wrong_content_is_told(office: Installation) -> None:
    office.set("CONTENT_DIR", "kosong")
    assert any(line.startswith("✖ Folder konten belum benar") for line in office("doctor").lines)


@pytest.mark.parametrize("name", [".env", "data/kawan.db", "data/media"])
def test_what_anybody_may_read_is_told(office: Installation, name: str) -> None:
    path = Path(name)
    path.parent.mkdir(exist_ok=True)
    path.mkdir() if name.endswith("media") else path.touch()
    path.chmod(0o755)
    told = f"✖ {name} bisa dibaca siapa saja di komputer ini. Jalankan: chmod o= {name}"
    assert told in office("doctor").lines
    path.chmod(0o750)
    assert told not in office("doctor").lines


def test_root_is_told_from_an_ordinary_user() -> None:
    assert (str(user(0)), user(1000).mark) == (ROOT, Mark.FINE)


@pytest.mark.parametrize(
    ("free", "total", "mark"),
    [(90e9, 100e9, Mark.FINE), (4e9, 100e9, Mark.DOUBTFUL), (0.9e9, 10e9, Mark.DOUBTFUL), (0.05e9, 10e9, Mark.BROKEN)],
)
def test_a_disk_that_fills_up_is_told_in_time(free: float, total: float, mark: Mark) -> None:
    assert room(Path("/data"), int(free), int(total)).mark is mark


@pytest.mark.parametrize(
    ("number", "age", "is_running", "mark"),
    [(0, None, True, Mark.FINE), (3, 5, True, Mark.FINE), (3, 500, True, Mark.BROKEN), (3, 500, False, Mark.DOUBTFUL)],
)
def test_old_work_is_worse_while_the_bot_runs(number: int, age: float | None, is_running: bool, mark: Mark) -> None:
    assert waiting("Pesan", number, age, is_running).mark is mark


def test_a_parked_update_can_be_tried_again(office: Installation, database_url: str) -> None:
    _update(database_url, outcome="parked", error="x", tries=3, starts=2)
    office.database(database_url)
    answer = office("doctor", "--ulangi-masuk", "41")
    assert (answer.status, answer.out) == (0, "Pesan masuk 41 akan dicoba lagi.\n")
    assert ask(database_url, "SELECT count(*) FROM inbox WHERE outcome IS NULL AND tries = 0 AND starts = 0") == 1


def test_an_update_that_was_answered_is_never_tried_again(office: Installation, database_url: str) -> None:
    _update(database_url, outcome="done")
    office.database(database_url)
    answer = office("doctor", "--ulangi-masuk", "41")
    assert (answer.status, answer.err) == (1, "Pesan masuk 41 tidak sedang disisihkan.\n")
    assert ask(database_url, "SELECT outcome FROM inbox") == "done"


def test_dead_letters_can_be_tried_again(office: Installation, database_url: str) -> None:
    _letter(database_url, outcome="dead", tries=30)
    _letter(database_url, outcome="refused")
    office.database(database_url)
    answer = office("doctor", "--ulangi-keluar")
    assert (answer.status, answer.out) == (0, "1 pesan keluar akan dicoba lagi.\n")
    assert ask(database_url, "SELECT count(*) FROM outbox WHERE outcome IS NULL AND tries = 0") == 1
