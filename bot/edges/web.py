"""The bot's own web servers: health and figures for whoever watches over it, and, at another door, dates for calendar
programs."""

import asyncio
import json
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web
from aiohttp.typedefs import Handler, Middleware

from bot.edges.calendars import Calendars
from bot.edges.health import Alarms, hanging
from bot.edges.watch import Watch
from bot.failpoint import failpoint
from bot.store.database.database import Database, DatabaseTrouble
from bot.store.queues import inbox, outbox
from bot.work.calendar.feeds import ROUTE

#: Work older than this (s) means that something is stuck.
_STALE = 120.0
#: A database that has not told within so long (s) how much waits is held to be away.
_PATIENCE = 3.0


@dataclass(slots=True)
class Health:
    """Health as data: counts and ages (s) of what is unfinished, the alarms, and who hangs. No names, no tokens."""

    database: Database
    alarms: Alarms
    watch: Watch = field(default_factory=Watch)
    _looking: asyncio.Task[dict[str, Any] | None] | None = None

    async def state(self) -> dict[str, Any]:
        hang = {name: round(seconds, 1) for name, seconds in hanging(self.watch.loops.items(), time.time())}
        found, alarms = await self._look(), dict(self.alarms.raised)
        if found is None:
            found = {"ok": False}
            alarms["database"] = "tidak menjawab"
        is_well = found["ok"] and not alarms and not hang
        return found | {"ok": is_well, "alarms": alarms, "hanging": hang, "loops": self.watch.troubled()}

    async def _look(self) -> dict[str, Any] | None:
        """One look at a time, however often somebody asks; None when the database keeps us waiting."""
        if self._looking is None or self._looking.done():
            self._looking = asyncio.create_task(self._count())
        await asyncio.wait({self._looking}, timeout=_PATIENCE)
        return self._looking.result() if self._looking.done() else None

    async def _count(self) -> dict[str, Any] | None:
        try:
            async with self.database.read() as connection:
                arrived, oldest_in = await inbox.waiting(connection)
                promised, oldest_out = await outbox.waiting(connection)
                trouble = await outbox.trouble(connection)
        except (DatabaseTrouble, OSError):
            return None
        now = time.time()
        ages = [now - oldest for oldest in (oldest_in, oldest_out) if oldest is not None]
        return {
            "ok": all(age < _STALE for age in ages),
            "inbox": arrived,
            "outbox": promised,
            "oldest_seconds": round(max(ages, default=0.0), 1),
            "outbox_trouble": trouble,
        }


async def serve_health(host: str, port: int, health: Health, counters: Callable[[], dict[str, float]]) -> web.AppRunner:
    """Start answering /healthz and /metrics; the caller cleans the runner up."""

    async def healthz(_request: web.Request) -> web.Response:
        state = await health.state()
        status = 200 if state["ok"] else 503
        return web.json_response(state, status=status, dumps=lambda o: json.dumps(o, ensure_ascii=False))

    async def metrics(_request: web.Request) -> web.Response:
        return web.Response(body=_exposition(await health.state(), counters()), content_type="text/plain")

    routes = [web.get("/healthz", healthz), web.get("/metrics", metrics)]
    return await _serve(host, port, routes, health.watch)


async def serve_calendars(host: str, port: int, calendars: Calendars, watch: Watch) -> web.AppRunner:
    """Start answering the addresses of calendars and nothing else: this door may stand open to the world."""
    return await _serve(host, port, [web.get(ROUTE, calendars.answer)], watch)


async def _serve(host: str, port: int, routes: list[web.RouteDef], watch: Watch) -> web.AppRunner:
    app = web.Application(client_max_size=64 * 1024, middlewares=[_watched(watch)])
    app.add_routes(routes)
    runner = web.AppRunner(app, access_log=None)  # an address is a secret: it stands in no log
    await runner.setup()
    await web.TCPSite(runner, host, port).start()
    return runner


def _watched(watch: Watch) -> Middleware:
    """A fault over one request is that request's; it is told like that of any other part."""

    @web.middleware
    async def answer(request: web.Request, handler: Handler) -> web.StreamResponse:
        try:
            failpoint("loop.web")
            return await handler(request)
        except web.HTTPException:
            raise
        except Exception as error:
            watch.stumbled("web", error)
            raise

    return answer


def _exposition(state: dict[str, Any], counters: dict[str, float]) -> bytes:
    """Prometheus's text form, from figures that exist anyway; nothing is counted on the hot path for it."""
    from prometheus_client import CollectorRegistry, Gauge, generate_latest

    registry = CollectorRegistry()
    figures = {"inbox": state.get("inbox", 0), "outbox": state.get("outbox", 0), "up": float(state["ok"])} | counters
    for name, value in figures.items():
        Gauge(f"kawan_{name}", name.replace("_", " "), registry=registry).set(value)
    return generate_latest(registry)
