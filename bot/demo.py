"""`python -m bot demo`: the unchanged bot beside a stand-in for Telegram, with invented people and a few usulan."""

import asyncio
import errno
import os
import secrets
import shutil
import signal
import sys
from collections.abc import Callable
from contextlib import AsyncExitStack, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from bot.catalog import load
from bot.config import Settings
from bot.core.places.places import Place, Places, zone_of
from bot.edges import clock
from bot.entry import database_of
from bot.simulator import Simulator
from bot.start import Refused
from bot.store.database.database import Database
from bot.store.database.migrate import upgrade
from bot.work.access import BAPPEDA, FASILITATOR_DESA
from bot.work.roles.invitations import invite

#: Invented people; the first three are shown side by side.
VILLAGER, READER, OFFICER = "Sitti", "Rahman", "Hasnah"
_PATIENCE = 60.0  # seconds: the bot may be killed in the middle of a tale


@dataclass(slots=True)
class Bot:
    """The bot as a process of its own, started again whenever it is killed."""

    environment: dict[str, str]
    process: asyncio.subprocess.Process | None = None
    stopping: bool = False

    async def keep_running(self) -> int:
        """Until it is stopped, or ends by itself: its status."""
        while True:
            # In a session of its own, so that Ctrl+C reaches us alone and we end it in order.
            self.process = await asyncio.create_subprocess_exec(
                sys.executable, "-m", "bot", "run", env=self.environment, start_new_session=True
            )
            status = await self.process.wait()
            if self.stopping or status != -signal.SIGKILL:
                return status

    async def kill(self) -> None:
        """As a power cut would."""
        if self.process is not None and self.process.returncode is None:
            self.process.kill()

    async def stop(self) -> None:
        self.stopping = True
        if self.process is None or self.process.returncode is not None:
            return
        self.process.terminate()
        try:
            await asyncio.wait_for(self.process.wait(), 15)
        except TimeoutError:
            self.process.kill()
            await self.process.wait()


async def run(
    settings: Settings, folder: Path, port: int, prepare: Callable[[bool], None], announce: Callable[[str], None]
) -> None:
    """Serve until interrupted. `folder` holds the demo's database, which begins anew each time: `prepare` hears whether
    there was one before, `announce` the address.

    Raises Refused when the port is taken or the bot does not start.
    """
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    own = {"database_url": f"sqlite:///{(folder / 'demo.db').resolve()}", "media_dir": folder / "media"}
    settings = settings.model_copy(update=own)
    places = load(settings.content_dir, settings.kabupaten).places
    database, bot = database_of(settings), Bot({})
    simulator = _simulator(settings, database, bot)
    async with AsyncExitStack() as stack:
        stack.push_async_callback(database.close)
        address = await _open(simulator, port)
        stack.push_async_callback(simulator.stop)
        prepare(folder.exists())
        _begin_anew(settings, folder)  # only now: the port is ours, so no other demo is using the folder
        bot.environment = _environment(settings, simulator.stage.token, address)
        stack.push_async_callback(bot.stop)
        running = asyncio.create_task(bot.keep_running())
        tasks = [_play(simulator, database, places), _announce(simulator, partial(announce, address))]
        scenes = [asyncio.create_task(task) for task in tasks]
        await asyncio.wait({running, asyncio.create_task(stop.wait())}, return_when=asyncio.FIRST_COMPLETED)
        for scene in scenes:
            scene.cancel()
        if running.done():
            raise Refused(f"Bot berhenti sendiri (kode {running.result()}); sebabnya tertulis di atas.")


def _simulator(settings: Settings, database: Database, bot: Bot) -> Simulator:
    async def move_clock(now: datetime) -> None:
        async with database.write() as connection:
            await clock.move(connection, now)

    token = f"{secrets.randbelow(10**9) + 10**9}:{secrets.token_urlsafe(26)}"
    zone = settings.zona_waktu or zone_of(settings.kabupaten)
    return Simulator(token, zone=zone, on_clock=move_clock, on_kill=bot.kill)


async def _open(simulator: Simulator, port: int) -> str:
    try:
        return await simulator.start(port=port)
    except OSError as error:
        if error.errno not in (errno.EADDRINUSE, errno.EACCES):
            raise
        raise Refused(f"Port {port} tidak bisa dipakai. Coba: make demo PORT={max(port, 8199) + 1}") from None


async def _announce(simulator: Simulator, announce: Callable[[], None]) -> None:
    """Only once the bot answers: until then the phones would be mute. What takes too long is announced, too."""
    with suppress(TimeoutError):
        await simulator.wait_for_call("sendMessage", timeout=_PATIENCE)
    announce()


def _begin_anew(settings: Settings, folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True, exist_ok=True)
    upgrade(settings.async_database_url)


def _environment(settings: Settings, token: str, address: str) -> dict[str, str]:
    own = {
        "BOT_TOKEN": token,
        "BOT_API_URL": address,
        "DATABASE_URL": settings.database_url,
        "MEDIA_DIR": str(settings.media_dir),
        "KABUPATEN": settings.kabupaten,
        "CONTENT_DIR": str(settings.content_dir),
        "WEB_PORT": "0",
        "CALENDAR_PORT": "0",
        "LOG_LEVEL": "ERROR",
    }
    return os.environ | own


@dataclass(frozen=True, slots=True)
class Tale:
    """What an invented villager says, after where they live."""

    name: str
    answers: tuple[str, ...]


_TALES = (
    Tale(
        "Dalle",
        (
            "Mata air jauh, 23 rumah ambil air jalan kaki. Kalau kemarau lebih satu jam pulang pergi.",
            "Pipa dari mata air ke bak di tengah dusun, supaya ibu dan anak tidak memikul lagi.",
        ),
    ),
    Tale(
        "Ratna",
        (
            "Posyandu masih di teras rumah. Kalau hujan anak-anak basah, jadi banyak yang tidak ditimbang.",
            "Tempat tetap untuk posyandu, kecil tidak apa-apa.",
        ),
    ),
)


async def _play(simulator: Simulator, database: Database, places: Places) -> None:
    """Before you come: the facilitator and the officer take up their invitations, two villagers bring an usulan."""
    kecamatan = places.children(places.kabupaten.code)[0]
    desa = places.children(kecamatan.code)[1]
    people = _invent_people(simulator, f"{places.scope_name(desa.code)}, {kecamatan.name}")
    async with database.write() as connection:
        now = datetime.now(UTC)
        reader = await invite(connection, FASILITATOR_DESA, desa.code, now)
        officer = await invite(connection, BAPPEDA, places.kabupaten.code, now)
    await simulator.begin(people[READER], reader)
    await simulator.begin(people[OFFICER], officer)
    homes = [(kecamatan.name, desa.name, *dusun) for dusun in _dusun(places, desa)]
    await asyncio.gather(
        *(_tell(simulator, people[tale.name], (*home, *tale.answers)) for tale, home in zip(_TALES, homes, strict=True))
    )


def _dusun(places: Places, desa: Place) -> list[tuple[str, ...]]:
    """What two villagers answer when asked for their dusun; made up and confirmed where no list is to be had."""
    known = places.dusun(desa.code)
    return (
        [(name,) for name in known[:2]]
        if len(known) > 1
        else [("Barat", "Pakai nama ini"), ("Timur", "Pakai nama ini")]
    )


def _invent_people(simulator: Simulator, home: str) -> dict[str, int]:
    """`home`: whose usulan the facilitator reads; who tries the demo has to find it."""
    roles = {VILLAGER: "warga", READER: f"fasilitator {home}", OFFICER: "petugas kabupaten"}
    people = {name: simulator.add_person(name, role=role).id for name, role in roles.items()}
    return people | {tale.name: simulator.add_person(tale.name, role="warga").id for tale in _TALES}


async def _tell(simulator: Simulator, person: int, answers: tuple[str, ...]) -> None:
    """Tell it, pass over what else is asked, send it. A tale that gets stuck is an open draft, as villagers have."""
    await simulator.begin(person)
    with suppress(TimeoutError, LookupError):
        await simulator.wait_for(person, "", timeout=_PATIENCE)
        for answer in ("Setuju", *answers):
            if not await _press(simulator, person, answer):
                await simulator.say(person, answer)
                await simulator.wait_for(person, "", timeout=_PATIENCE)
        while not await _press(simulator, person, "Kirim"):
            if not await _press(simulator, person, "Cukup"):
                await simulator.press(person, "Lewati")
                await simulator.wait_for(person, "", timeout=_PATIENCE)


async def _press(simulator: Simulator, person: int, button: str) -> bool:
    """False when there is no such button."""
    try:
        await simulator.press(person, button, timeout=0)  # what stands there now: else it is typed
    except LookupError:
        return False
    await simulator.wait_for(person, "", timeout=_PATIENCE)
    return True
