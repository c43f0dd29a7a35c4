"""The child in which files are opened and made: what it may use, what its death costs, and when it is there at all."""

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import psutil
import pytest
from PIL import Image

from bot.edges.sandbox import Died, Refused, Sandbox
from bot.store.turn import outbox_row
from tests.edges import hostile
from tests.edges.conftest import PostOffice
from tests.edges.test_parcels import SHEET


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    one = Sandbox()
    yield one
    await one.close()


@pytest.fixture
def picture(tmp_path: Path) -> str:
    path = tmp_path / "foto"
    path.write_bytes(hostile.sound_picture(side=3000))
    return str(path)


def _child(sandbox: Sandbox) -> psutil.Process:
    assert sandbox.child is not None
    return psutil.Process(sandbox.child.pid)


def _is_alive(number: int) -> bool:
    return psutil.pid_exists(number) and bool(psutil.Process(number).status() != psutil.STATUS_ZOMBIE)


async def test_a_picture_comes_back_small_upright_and_without_what_the_camera_wrote(
    sandbox: Sandbox, tmp_path: Path
) -> None:
    (tmp_path / "foto").write_bytes(hostile.turned_jpeg())
    _, small = await sandbox.do("picture", {"path": str(tmp_path / "foto")})
    (tmp_path / "kecil.jpg").write_bytes(small)
    with Image.open(tmp_path / "kecil.jpg") as kept:
        assert (kept.size, dict(kept.getexif())) == ((40, 60), {})


async def test_a_job_that_takes_too_long_is_given_up_and_the_next_is_done(sandbox: Sandbox, picture: str) -> None:
    await sandbox.do("picture", {"path": picture})
    sandbox.seconds = 0.01
    with pytest.raises(Died):
        await sandbox.do("picture", {"path": picture})
    sandbox.seconds = 20
    await sandbox.do("picture", {"path": picture})


async def test_what_asks_for_all_the_memory_costs_its_own_file_only(sandbox: Sandbox, tmp_path: Path) -> None:
    (tmp_path / "jauh").write_bytes(hostile.far_apart())
    (tmp_path / "dekat").write_bytes(hostile.workbook({"A1": "nama", "B2": "Sitti"}))
    with pytest.raises(Died):
        await sandbox.do("workbook", {"path": str(tmp_path / "jauh")})
    assert (await sandbox.do("workbook", {"path": str(tmp_path / "dekat")}))[1] == b'[["nama", ""], ["", "Sitti"]]'


async def test_a_child_that_somebody_else_kills_costs_nothing(sandbox: Sandbox, picture: str) -> None:
    await sandbox.do("picture", {"path": picture})
    os.kill(_child(sandbox).pid, signal.SIGKILL)
    await sandbox.do("picture", {"path": picture})


async def test_a_file_that_is_not_there_is_no_fault_of_the_file(sandbox: Sandbox) -> None:
    with pytest.raises(OSError, match="FileNotFoundError"):
        await sandbox.do("picture", {"path": "/tidak/ada"})


async def test_what_is_no_picture_of_the_list_is_refused(sandbox: Sandbox, tmp_path: Path) -> None:
    for kind in ("GIF", "BMP", "TIFF", "PPM"):
        Image.new("RGB", (30, 30)).save(tmp_path / "foto", kind)
        with pytest.raises(Refused):
            await sandbox.do("picture", {"path": str(tmp_path / "foto")})


async def test_there_is_no_child_before_there_is_work_nor_long_after(picture: str) -> None:
    sandbox = Sandbox(idle=0.2)
    assert sandbox.child is None
    await sandbox.do("picture", {"path": picture})
    child = _child(sandbox)
    await asyncio.sleep(0.6)
    assert (sandbox.child, child.is_running()) == (None, False)
    await sandbox.do("picture", {"path": picture})
    await sandbox.close()


async def test_the_child_knows_no_secret_and_no_open_file_of_the_bot(
    sandbox: Sandbox, picture: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BOT_TOKEN", "rahasia")
    monkeypatch.setenv("DATABASE_URL", "rahasia")
    await sandbox.do("picture", {"path": picture})
    child = _child(sandbox)
    assert not {"BOT_TOKEN", "DATABASE_URL"} & child.environ().keys()
    assert (child.num_fds(), child.net_connections(), child.nice()) == (4, [], min(os.nice(0) + 10, 19))
    assert child.rlimit(psutil.RLIMIT_AS) == (512 * 2**20,) * 2


async def test_a_child_whose_bot_was_killed_ends(picture: str) -> None:
    code = (
        "import asyncio, os, signal\nfrom bot.edges.sandbox import Sandbox\n"
        f"async def main():\n s = Sandbox()\n await s.do('picture', {{'path': {picture!r}}})\n"
        " print(s.child.pid, flush=True)\n os.kill(os.getpid(), signal.SIGKILL)\nasyncio.run(main())"
    )
    ended = await asyncio.to_thread(subprocess.run, [sys.executable, "-c", code], capture_output=True, text=True)
    number = int(ended.stdout)
    async with asyncio.timeout(5):
        while _is_alive(number):
            await asyncio.sleep(0.05)
    assert ended.returncode == -signal.SIGKILL


def test_the_bot_itself_loads_nothing_that_opens_files() -> None:
    code = (
        "import sys, bot.app; print([m for m in ('PIL', 'python_calamine', 'typst', 'xlsxwriter') if m in sys.modules])"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout == "[]\n"


async def test_a_file_that_kills_its_maker_is_tried_three_times_and_then_somebody_is_told(office: PostOffice) -> None:
    person = office.person()
    office.sender.sandbox.seconds = 0.001  # no child is quick enough
    office.sender.apology = lambda letter: [
        outbox_row("sendMessage", {"chat_id": letter.chat, "text": "Maaf"}, chat=letter.chat, real=office.clock.real())
    ]
    letter = await office.promise(person, method="sendDocument", params={"chat_id": person.id, "document": SHEET})
    await office.promise(person, "Halo lagi")
    for _ in range(4):
        await office.deliver(after=10)
    assert ((await office.fate(letter))[0], (await office.row(letter)).tries) == ("refused", 3)
    assert sorted(office.received(person)) == ["Halo lagi", "Maaf"]
