"""The composition root: the only place where all parts meet."""

import asyncio
import contextlib
import os
from collections.abc import AsyncIterator, Callable, Coroutine, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from functools import partial
from typing import Any
from zoneinfo import ZoneInfo

import structlog
from telegram.ext import Application, ApplicationHandlerStop, ContextTypes

import handlers
from bot.catalog import Catalog
from bot.config import Settings
from bot.core.places.places import Places, short_codes, zone_of
from bot.edges.fetch import Fetch
from bot.edges.identity import OfficeBot, identify
from bot.edges.lists import Lists
from bot.edges.sandbox import Sandbox
from bot.edges.sender import Sender
from bot.edges.stopping import pause
from bot.edges.ticker import Ticker
from bot.edges.upkeep import Upkeep
from bot.edges.worker import Worker
from bot.entry import LAST_SECONDS, PAUSED, Entry, opened
from bot.store.backup.again import forgotten_in
from bot.store.database import facts
from bot.store.database.database import Connection
from bot.store.queues import outbox
from bot.store.queues.letters import Letter
from bot.store.queues.pacing import Rates
from bot.store.turn import Turn
from bot.store.usulan import media
from bot.store.usulan import usulan as stored_usulan
from bot.work.journeys import see_that_each_has_one
from bot.work.office import Office
from bot.work.places import hamlets
from bot.work.saying.introduction import introduce
from bot.work.usulan import apologies
from bot.work.visit import Visit
from handlers.context import Context, current_turn

log = structlog.get_logger()


def office_of(settings: Settings, catalog: Catalog) -> Office:
    """The office as the settings name it; what they leave open follows from the kabupaten."""
    zone = settings.zona_waktu or zone_of(settings.kabupaten.split(".")[0])
    bappeda = settings.nama_bappeda or f"Bappeda {catalog.places.kabupaten.name}"
    recording = settings.content_dir / "suara" / "izin.ogg"
    office = Office(catalog, bappeda, ZoneInfo(zone), recording=recording if recording.exists() else None)
    office.news_at_once = settings.news_at_once
    office.sends_a_second = settings.send_per_second
    office.web_address = settings.web_address if settings.calendar_port else ""
    return office


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
    current_turn.get().failed = context.error
    raise ApplicationHandlerStop


@dataclass(slots=True)
class Parts:
    """All that runs, assembled."""

    entry: Entry
    office: Office
    sender: Sender
    fetch: Fetch
    lists: Lists
    upkeep: Upkeep


def assemble(entry: Entry, catalog: Catalog) -> Parts:
    settings, database, wire, clock = entry.settings, entry.database, entry.wire, entry.clock
    rates = Rates(settings.send_per_second, settings.chat_per_second, settings.chat_burst, settings.group_per_minute)
    office, watch = office_of(settings, catalog), entry.watch
    see_that_each_has_one(catalog.flows.values())
    # Two children at most: what strangers sent never stands in the way of what we make.
    opening, making = Sandbox(), Sandbox()

    def unmade(letter: Letter) -> list[dict[str, Any]]:
        return apologies.for_a_letter(office, letter, clock.real())

    async def unopened(connection: Connection, media_id: int) -> None:
        await outbox.promise(connection, await apologies.for_a_picture(connection, office, media_id, clock.real()))
        sender.bell.set()

    def may_claim() -> bool:
        return entry.presence.is_here

    sender = Sender(
        database, wire, clock, rates, entry.me, entry.alarms, making, watch, unmade, may_claim, settings.media_dir
    )
    fetch = Fetch(database, wire, settings.media_dir, clock.real, opening, watch, unopened, entry.alarms)
    lists = Lists(database, wire, office, settings.media_dir, clock, sender.bell.set, opening, watch)
    upkeep = Upkeep(database, office, clock, settings.media_dir, forgotten_in(settings.media_dir), watch)
    return Parts(entry, office, sender, fetch, lists, upkeep)


def letters_of(places: Places) -> dict[str, str]:
    """Three letters for the kabupaten and for each kecamatan, by wilayah code; all different."""
    kabupaten, kecamatan = places.kabupaten, places.children(places.kabupaten.code)
    bare = kabupaten.name.removeprefix("Kabupaten ").removeprefix("Kota ")
    own = short_codes([bare])[bare]
    by_name = short_codes((place.name for place in kecamatan), taken=[own])
    return {kabupaten.code: own} | {place.code: by_name[place.name] for place in kecamatan}


async def prepare(parts: Parts) -> None:
    """Before anything is answered: numbers have their letters, and leases of the dead are taken over."""
    entry = parts.entry
    async with entry.database.read() as connection:
        await entry.clock.refresh(connection)
    async with entry.database.write() as connection:
        wanted = letters_of(parts.office.catalog.places)
        parts.office.short_codes = await stored_usulan.keep_short_codes(connection, wanted)
        await hamlets.refresh(connection, parts.office)
        alone = entry.database.is_sqlite
        if alone:
            await media.take_over(connection, entry.clock.real())
        gone = await entry.presence.gone(connection)
        lost = await outbox.take_over(connection, entry.clock.real(), entry.me, gone, all_of_them=alone)
    if lost:
        log.warning("letters were in flight when the last run ended; they are marked uncertain", letters=lost)


async def run(settings: Settings, catalog: Catalog, stopping: asyncio.Event) -> None:
    """Run the bot until `stopping` is set. The schema must be there (`WrongSchema` otherwise)."""
    async with opened(settings, stopping) as (entry, polling):
        await work(entry, polling, catalog, stopping)


async def work(entry: Entry, polling: asyncio.Task[None], catalog: Catalog, stopping: asyncio.Event) -> None:
    """Answer and send what the entry takes in, until `stopping` is set or a part ends by a fault."""
    os.environ.setdefault("PTB_TIMEDELTA", "true")
    async with AsyncExitStack() as stack:
        parts = assemble(entry, catalog)
        for sandbox in (parts.sender.sandbox, parts.fetch.sandbox):
            stack.push_async_callback(sandbox.close)
        await prepare(parts)
        await _open_doors(stack, parts)
        await _until_stopped(parts, polling, stopping)


async def _open_doors(stack: AsyncExitStack, parts: Parts) -> None:
    """The web servers that the settings ask for; where none is, nothing of them is loaded."""
    entry, settings = parts.entry, parts.entry.settings
    if settings.web_port:
        from bot.edges.web import Health, serve_health

        figures = lambda: {"sent_total": float(parts.sender.sent), "in_flight": float(parts.sender.in_flight)}  # noqa: E731
        health = Health(entry.database, entry.alarms, entry.watch)
        runner = await serve_health(settings.web_host, settings.web_port, health, figures)
        stack.push_async_callback(runner.cleanup)
    if settings.calendar_port:
        from bot.edges.calendars import Calendars
        from bot.edges.web import serve_calendars

        calendars = Calendars(entry.database, parts.office, entry.clock)
        runner = await serve_calendars(settings.calendar_host, settings.calendar_port, calendars, entry.watch)
        stack.push_async_callback(runner.cleanup)


async def _until_stopped(parts: Parts, intake: asyncio.Task[None], stopping: asyncio.Event) -> None:
    """Answering and sending begin as soon as the bot knows who it is and is not paused."""
    others = asyncio.create_task(_answer_and_send(parts, stopping))
    stopped = asyncio.create_task(stopping.wait())
    try:
        await asyncio.wait({intake, others, stopped}, return_when=asyncio.FIRST_COMPLETED)
        for task in (intake, others):
            if task.done():
                task.result()  # a part that ended by itself ended by a fault: let it be seen
    finally:
        stopping.set()
        for wake in (parts.entry.intake.stored, *(part.bell.set for part in (parts.sender, parts.fetch, parts.lists))):
            wake()  # nobody sleeps through the end
        with contextlib.suppress(TimeoutError, asyncio.CancelledError):
            await asyncio.wait_for(asyncio.gather(intake, others), LAST_SECONDS)
        await asyncio.gather(intake, others, return_exceptions=True)


async def _answer_and_send(parts: Parts, stopping: asyncio.Event) -> None:
    entry = parts.entry
    me = await identify(entry.database, entry.wire, entry.alarms, stopping)
    if me is None or not await _may_speak(entry, stopping):
        return
    parts.office.username = me.get("username", "")
    async with _worker(parts, OfficeBot(entry.wire, me)) as worker:
        entry.intake.stored = worker.bell.set

        def woken() -> None:
            for part in (worker, parts.sender, parts.fetch, parts.lists):
                part.bell.set()

        entry.presence.rung = woken
        async with entry.database.write() as connection:
            await introduce(connection, parts.office, entry.clock.real())
        ticker = Ticker(entry.database, parts.office, entry.clock, entry.presence, parts.sender.bell.set, entry.watch)
        runs: dict[str, Callable[[asyncio.Event], Coroutine[Any, Any, None]]] = {
            "worker": worker.run,
            "sender": parts.sender.run,
            "fetch": parts.fetch.run,
            "lists": parts.lists.run,
            "upkeep": parts.upkeep.run,
            "ticker": ticker.run,
        }
        async with asyncio.TaskGroup() as group:
            for name, run in runs.items():
                group.create_task(entry.watch.keep(name, partial(run, stopping), stopping))


async def _may_speak(entry: Entry, stopping: asyncio.Event) -> bool:
    """A restored copy waits until an operator lets it speak: what it has promised may be long done. False: time to
    stop."""
    while not stopping.is_set():
        async with entry.database.read() as connection:
            if await facts.read(connection, PAUSED) is None:
                entry.alarms(PAUSED, None)
                return True
        entry.alarms(PAUSED, "menunggu `python -m bot run --lanjutkan`")
        await pause(stopping, 2)
    return False


@asynccontextmanager
async def _worker(parts: Parts, bot: OfficeBot) -> AsyncIterator[Worker]:
    async def toast(answer: dict[str, Any]) -> None:
        await parts.entry.wire.call("answerCallbackQuery", answer, seconds=10)

    def promised(batch: Sequence[Turn]) -> None:
        parts.sender.bell.set()
        for what, part in (("media", parts.fetch), ("list", parts.lists)):
            if any(turn.may_hold(what) for turn in batch):  # each look of theirs is a transaction
                part.bell.set()

    def sorry(turn: Turn) -> None:
        if turn.lane > 0:
            Visit(turn, parts.office).say("maaf_gagal")

    def slow_down(turn: Turn) -> None:
        Visit(turn, parts.office).say("terlalu_cepat")

    application = application_of(bot, parts.office)
    await application.initialize()
    try:
        entry = parts.entry
        yield Worker(
            entry.database, application, entry.me, entry.clock, promised, toast, sorry, slow_down, watch=entry.watch
        )
    finally:
        await application.shutdown()
