"""`python -m bot demo`: the unchanged bot beside a stand-in for Telegram, with invented people and a few usulan."""

import asyncio
import contextlib
import os
import secrets
import shutil
import signal
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from bot.app import database_of
from bot.catalog import load
from bot.config import Settings
from bot.edges import clock
from bot.simulator import Simulator
from bot.store.migrate import upgrade
from bot.work.access import BAPPEDA, FASILITATOR_DESA, FASILITATOR_KECAMATAN
from bot.work.invitations import invite

#: Invented people in a real desa; the first three are shown side by side.
VILLAGER, READER, OFFICER = "Sitti", "Rahman", "Hasnah"


@dataclass(slots=True)
class Bot:
    """The bot as a process of its own, started again whenever it dies."""

    environment: dict[str, str]
    process: asyncio.subprocess.Process | None = None
    stopping: bool = False
    died: int = 0
    started: asyncio.Event = field(default_factory=asyncio.Event)

    async def keep_running(self) -> None:
        while not self.stopping:
            command = (sys.executable, "-m", "bot", "run")
            self.process = await asyncio.create_subprocess_exec(*command, env=self.environment)
            self.started.set()
            code = await self.process.wait()
            if not self.stopping and code not in (0, -signal.SIGKILL):
                raise SystemExit(code)
            self.died += 1

    async def kill(self) -> None:
        """As a power cut would."""
        if self.process is not None and self.process.returncode is None:
            self.process.kill()

    async def stop(self) -> None:
        self.stopping = True
        if self.process is not None and self.process.returncode is None:
            self.process.terminate()
            await self.process.wait()


async def run(settings: Settings, folder: Path, port: int, announce: Callable[[str], None], *, fresh: bool) -> None:
    """Serve until interrupted. `folder` keeps the demo's database; `fresh` begins anew."""
    if fresh:
        shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True, exist_ok=True)
    token = f"{secrets.randbelow(10**9) + 10**9}:{secrets.token_urlsafe(26)}"
    settings = settings.model_copy(
        update={"database_url": f"sqlite:///{(folder / 'demo.db').resolve()}", "media_dir": folder / "media"}
    )
    upgrade(settings.async_database_url)
    database = database_of(settings)

    async def move_clock(now: datetime) -> None:
        async with database.write() as connection:
            await clock.move(connection, now)

    bot = Bot({})
    simulator = Simulator(token, on_clock=move_clock, on_kill=bot.kill)
    address = await simulator.start(port=port)
    bot.environment = _environment(settings, token, address)
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    async with contextlib.AsyncExitStack() as stack:
        stack.push_async_callback(database.close)
        stack.push_async_callback(simulator.stop)
        stack.push_async_callback(bot.stop)
        await move_clock(datetime.now(UTC))
        codes = await _codes(settings)
        people = _invent_people(simulator)
        running = asyncio.create_task(bot.keep_running())
        scenes = asyncio.create_task(_play(simulator, people, codes))
        announce(address)
        await asyncio.wait({running, asyncio.create_task(stop.wait())}, return_when=asyncio.FIRST_COMPLETED)
        scenes.cancel()


def _environment(settings: Settings, token: str, address: str) -> dict[str, str]:
    own = {
        "BOT_TOKEN": token,
        "BOT_API_URL": address,
        "DATABASE_URL": settings.database_url,
        "MEDIA_DIR": str(settings.media_dir),
        "KABUPATEN": settings.kabupaten,
        "CONTENT_DIR": str(settings.content_dir),
        "LOG_LEVEL": "ERROR",
    }
    return os.environ | own


async def _codes(settings: Settings) -> dict[str, str]:
    """Invitations for the demo's facilitator and officer, by role."""
    places = load(settings.content_dir, settings.kabupaten).places
    kecamatan = places.children(settings.kabupaten)[0]
    desa = places.children(kecamatan.code)[1]
    scopes = {FASILITATOR_DESA: desa.code, FASILITATOR_KECAMATAN: kecamatan.code, BAPPEDA: settings.kabupaten}
    database = database_of(settings)
    try:
        async with database.write() as connection:
            now = datetime.now(UTC)
            return {role: await invite(connection, role, scope, now) for role, scope in scopes.items()}
    finally:
        await database.close()


@dataclass(frozen=True, slots=True)
class Tale:
    """What an invented villager says, answer by answer."""

    name: str
    answers: tuple[str, ...]


_TALES = (
    Tale(
        "Dalle",
        (
            "Setuju", "Maiwa", "Pattondon Salu", "Jambu",
            "Mata air jauh, 23 rumah ambil air jalan kaki. Kalau kemarau lebih satu jam pulang pergi.",
            "Pipa dari mata air ke bak di tengah dusun, supaya ibu dan anak tidak memikul lagi.",
            "Lewati", "Kirim",
        ),
    ),
    Tale(
        "Ratna",
        (
            "Setuju", "Maiwa", "Pattondon Salu", "Salokaraja",
            "Posyandu masih di teras rumah. Kalau hujan anak-anak basah, jadi banyak yang tidak ditimbang.",
            "Tempat tetap untuk posyandu, kecil tidak apa-apa.",
            "Lewati", "Kirim",
        ),
    ),
)  # fmt: skip


def _invent_people(simulator: Simulator) -> dict[str, int]:
    roles = {VILLAGER: "warga", READER: "fasilitator desa", OFFICER: "petugas kabupaten"}
    people = {name: simulator.add_person(name, role=role).id for name, role in roles.items()}
    return people | {tale.name: simulator.add_person(tale.name, role="warga").id for tale in _TALES}


async def _play(simulator: Simulator, people: dict[str, int], codes: dict[str, str]) -> None:
    """Before you come: the facilitator and the officer take up their invitations, two villagers bring an usulan."""
    await simulator.begin(people[READER], codes[FASILITATOR_DESA])
    await simulator.begin(people[OFFICER], codes[BAPPEDA])
    await asyncio.gather(*(_tell(simulator, people[tale.name], tale) for tale in _TALES))


async def _tell(simulator: Simulator, person: int, tale: Tale) -> None:
    await simulator.begin(person)
    await simulator.wait_for(person, "", timeout=60)
    for answer in tale.answers:
        try:
            await simulator.press(person, answer)
        except LookupError:
            await simulator.say(person, answer)
        await simulator.wait_for(person, "", timeout=30)
