"""The composition root: the only place where all parts meet."""

import asyncio
import contextlib
import os
import secrets
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import structlog
from telegram.ext import Application, ApplicationHandlerStop, ContextTypes

import handlers
from bot.catalog import Catalog, load
from bot.config import Settings
from bot.core.places import Places, short_codes, zone_of
from bot.edges.clock import Clock
from bot.edges.fetch import Fetch
from bot.edges.identity import OfficeBot, identify
from bot.edges.intake import Intake
from bot.edges.lists import Lists
from bot.edges.sender import Sender
from bot.edges.stopping import pause
from bot.edges.ticker import Ticker
from bot.edges.upkeep import Upkeep
from bot.edges.web import Alarms
from bot.edges.wire import Wire
from bot.edges.worker import Worker
from bot.store import bell, facts, media, outbox, schema
from bot.store import usulan as stored_usulan
from bot.store.again import forgotten_in
from bot.store.database import Database
from bot.store.pacing import Rates
from bot.store.turn import Turn
from bot.work import hamlets, replies
from bot.work.introduction import introduce
from bot.work.office import Office
from handlers.context import Context

log = structlog.get_logger()

PAUSED = "paused"
#: How long (s) the parts may take to end; who stops us (docker, systemd) kills ten seconds after asking.
_LAST_SECONDS = 8.0


class AlreadyRunning(Exception):
    """Another process works with this SQLite file."""


def database_of(settings: Settings) -> Database:
    return Database(settings.async_database_url)


def office_of(settings: Settings, catalog: Catalog) -> Office:
    """The office as the settings name it; what they leave open follows from the kabupaten."""
    zone = settings.zona_waktu or zone_of(settings.kabupaten.split(".")[0])
    bappeda = settings.nama_bappeda or f"Bappeda {catalog.places.kabupaten.name}"
    recording = settings.content_dir / "suara" / "izin.ogg"
    return Office(catalog, bappeda, ZoneInfo(zone), recording=recording if recording.exists() else None)


def application_of(bot: OfficeBot, office: Office) -> Application[Any, Any, Any, Any, Any, Any]:
    """PTB's dispatcher with all handlers, without its updater: updates come from our inbox."""
    builder = Application.builder().bot(bot).updater(None).job_queue(None).context_types(ContextTypes(context=Context))
    application = builder.build()
    application.bot_data["office"] = office
    application.add_handlers(list(handlers.all_handlers()))
    application.add_error_handler(_fail)
    return application


async def _fail(_update: object, context: Any) -> None:
    """PTB swallows what a handler raises; we note it in the turn, whose writes are then thrown away."""
    context.turn.failed = context.error
    raise ApplicationHandlerStop


@contextlib.contextmanager
def sole_user_of(url: str) -> Any:
    """Hold the lock beside an SQLite file; on PostgreSQL any number of processes may work."""
    path = url.partition(":///")[2]
    if not url.startswith("sqlite") or not path:
        yield
        return
    import fcntl

    Path(path).parent.mkdir(parents=True, exist_ok=True)
    with Path(f"{path}.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise AlreadyRunning(path) from error
        yield


@dataclass(slots=True)
class Parts:
    """All that runs, assembled."""

    database: Database
    wire: Wire
    clock: Clock
    office: Office
    alarms: Alarms
    intake: Intake
    sender: Sender
    fetch: Fetch
    lists: Lists
    upkeep: Upkeep
    me: str


def assemble(settings: Settings, catalog: Catalog) -> Parts:
    database = database_of(settings)
    wire = Wire(settings.bot_api_url, settings.bot_token.get_secret_value())
    clock = Clock(movable=settings.is_loopback)
    me, alarms = secrets.token_hex(6), Alarms()
    rates = Rates(settings.send_per_second, settings.chat_per_second, settings.chat_burst, settings.group_per_minute)
    sender = Sender(database, wire, clock, rates, me, alarms)
    fetch = Fetch(database, wire, settings.media_dir, clock.real)
    intake = Intake(database, wire, me, clock.real, lambda: None, alarms)
    office = office_of(settings, catalog)
    lists = Lists(database, wire, office, settings.media_dir, clock, sender.bell.set)
    upkeep = Upkeep(database, office, clock, settings.media_dir, forgotten_in(settings.media_dir))
    return Parts(database, wire, clock, office, alarms, intake, sender, fetch, lists, upkeep, me)


def letters_of(places: Places) -> dict[str, str]:
    """Three letters for the kabupaten and for each kecamatan, by wilayah code; all different."""
    kabupaten, kecamatan = places.kabupaten, places.children(places.kabupaten.code)
    bare = kabupaten.name.removeprefix("Kabupaten ").removeprefix("Kota ")
    own = short_codes([bare])[bare]
    by_name = short_codes((place.name for place in kecamatan), taken=[own])
    return {kabupaten.code: own} | {place.code: by_name[place.name] for place in kecamatan}


async def prepare(parts: Parts) -> None:
    """Before anything runs: the schema fits, numbers have their letters, and leases of the dead are taken over."""
    async with parts.database.read() as connection:
        await schema.require_head(connection)
        await parts.clock.refresh(connection)
    async with parts.database.write() as connection:
        wanted = letters_of(parts.office.catalog.places)
        parts.office.short_codes = await stored_usulan.keep_short_codes(connection, wanted)
        await hamlets.refresh(connection, parts.office)
        alone = parts.database.is_sqlite
        if alone:
            await facts.forget_leases(connection)
            await media.take_over(connection, parts.clock.real())
        lost = await outbox.take_over(connection, parts.clock.real(), all_of_them=alone, me=parts.me)
    if lost:
        log.warning("letters were in flight when the last run ended; they are marked uncertain", letters=lost)


async def run(settings: Settings, catalog: Catalog, stopping: asyncio.Event) -> None:
    """Run the bot until `stopping` is set. The schema must be there (`bot.store.schema.WrongSchema` otherwise)."""
    os.environ.setdefault("PTB_TIMEDELTA", "true")
    async with AsyncExitStack() as stack:
        stack.enter_context(sole_user_of(settings.async_database_url))
        parts = assemble(settings, catalog)
        stack.push_async_callback(parts.database.close)
        stack.push_async_callback(parts.wire.close)
        await prepare(parts)
        if settings.web_port:
            from bot.edges.web import serve

            figures = lambda: {"sent_total": float(parts.sender.sent), "in_flight": float(parts.sender.in_flight)}  # noqa: E731
            runner = await serve(settings.web_port, parts.database, parts.alarms, figures)
            stack.push_async_callback(runner.cleanup)
        await _work(parts, stopping)
        async with parts.database.write() as connection:
            await facts.release_leases(connection, parts.me)


async def _work(parts: Parts, stopping: asyncio.Event) -> None:
    """Intake at once; answering and sending as soon as the bot knows who it is and is not paused."""
    intake = asyncio.create_task(parts.intake.run(stopping))
    others = asyncio.create_task(_answer_and_send(parts, stopping))
    stopped = asyncio.create_task(stopping.wait())
    try:
        await asyncio.wait({intake, others, stopped}, return_when=asyncio.FIRST_COMPLETED)
        for task in (intake, others):
            if task.done():
                task.result()  # a part that ended by itself ended by a fault: let it be seen
    finally:
        stopping.set()
        for wake in (parts.intake.stored, *(part.bell.set for part in (parts.sender, parts.fetch, parts.lists))):
            wake()  # nobody sleeps through the end
        with contextlib.suppress(TimeoutError, asyncio.CancelledError):
            await asyncio.wait_for(asyncio.gather(intake, others), _LAST_SECONDS)
        await asyncio.gather(intake, others, return_exceptions=True)


async def _answer_and_send(parts: Parts, stopping: asyncio.Event) -> None:
    me = await identify(parts.database, parts.wire, parts.alarms, stopping)
    if me is None or not await _may_speak(parts, stopping):
        return
    parts.office.username = me.get("username", "")
    async with _worker(parts, OfficeBot(parts.wire, me)) as worker:
        parts.intake.stored = worker.bell.set

        def woken() -> None:
            for part in (worker, parts.sender, parts.fetch, parts.lists):
                part.bell.set()

        async with parts.database.write() as connection:
            await introduce(connection, parts.office, parts.clock.real())
        ticker = Ticker(parts.database, parts.office, parts.clock, parts.me, parts.sender.bell.set).start()
        try:
            async with asyncio.TaskGroup() as group:
                for part in (worker, parts.sender, parts.fetch, parts.lists, parts.upkeep):
                    group.create_task(part.run(stopping))
                group.create_task(bell.listen(parts.database, parts.me, woken, stopping))
        finally:
            ticker.shutdown(wait=False)


async def _may_speak(parts: Parts, stopping: asyncio.Event) -> bool:
    """A restored copy waits until an operator lets it speak: what it has promised may be long done. False: time to
    stop."""
    while not stopping.is_set():
        async with parts.database.read() as connection:
            if await facts.read(connection, PAUSED) is None:
                parts.alarms(PAUSED, None)
                return True
        parts.alarms(PAUSED, "menunggu `python -m bot run --lanjutkan`")
        await pause(stopping, 2)
    return False


@asynccontextmanager
async def _worker(parts: Parts, bot: OfficeBot) -> AsyncIterator[Worker]:
    async def toast(answer: dict[str, Any]) -> None:
        await parts.wire.call("answerCallbackQuery", answer, seconds=10)

    def promised() -> None:
        for part in (parts.sender, parts.fetch, parts.lists):
            part.bell.set()

    def sorry(turn: Turn) -> None:
        if turn.lane > 0:
            replies.say(turn, parts.office, "maaf_gagal")

    def slow_down(turn: Turn) -> None:
        replies.say(turn, parts.office, "terlalu_cepat")

    application = application_of(bot, parts.office)
    await application.initialize()
    try:
        yield Worker(parts.database, application, parts.me, parts.clock, promised, toast, sorry, slow_down)
    finally:
        await application.shutdown()


def run_until_signal(settings: Settings) -> None:
    """The whole program: until SIGTERM or SIGINT, then everything in hand is finished within ten seconds."""
    catalog = load(settings.content_dir, settings.kabupaten)

    async def main() -> None:
        stopping = asyncio.Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            asyncio.get_running_loop().add_signal_handler(number, stopping.set)
        await run(settings, catalog, stopping)

    asyncio.run(main())
    sys.stdout.flush()
