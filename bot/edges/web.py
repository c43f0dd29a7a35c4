"""The bot's own web server: health for whoever watches over it, figures, and dates for calendar programs."""

import json
import time
from collections.abc import Callable
from typing import Any

from aiohttp import web
from aiohttp.typedefs import Handler, Middleware

from bot.edges.alarms import Alarms
from bot.edges.calendars import Calendars
from bot.edges.watch import Watch
from bot.failpoint import failpoint
from bot.store.database.database import Database, DatabaseTrouble
from bot.store.queues import inbox, outbox
from bot.work.calendar.feeds import ROUTE

#: Work older than this (s) means that something is stuck.
_STALE = 120.0


async def state_of(database: Database, alarms: Alarms) -> dict[str, Any]:
    """Health as data: counts and ages (s) of what is unfinished, and the alarms. No names, no tokens."""
    try:
        async with database.read() as connection:
            arrived, oldest_in = await inbox.waiting(connection)
            promised, oldest_out = await outbox.waiting(connection)
            trouble = await outbox.trouble(connection)
    except (DatabaseTrouble, OSError):
        return {"ok": False, "alarms": alarms.raised | {"database": "tidak menjawab"}}
    now = time.time()
    ages = [now - oldest for oldest in (oldest_in, oldest_out) if oldest is not None]
    return {
        "ok": not alarms.raised and all(age < _STALE for age in ages),
        "inbox": arrived,
        "outbox": promised,
        "oldest_seconds": round(max(ages, default=0.0), 1),
        "outbox_trouble": trouble,
        "alarms": alarms.raised,
    }


async def serve(
    port: int,
    database: Database,
    alarms: Alarms,
    counters: Callable[[], dict[str, float]],
    calendars: Calendars | None = None,
    watch: Watch | None = None,
) -> web.AppRunner:
    """Start answering /healthz, /metrics and the addresses of calendars; the caller cleans the runner up."""

    async def health(_request: web.Request) -> web.Response:
        state = await state_of(database, alarms) | {"loops": {} if watch is None else watch.troubled()}
        return web.json_response(
            state, status=200 if state["ok"] else 503, dumps=lambda o: json.dumps(o, ensure_ascii=False)
        )

    async def metrics(_request: web.Request) -> web.Response:
        return web.Response(body=_exposition(await state_of(database, alarms), counters()), content_type="text/plain")

    async def calendar(request: web.Request) -> web.Response:
        if calendars is None:
            raise web.HTTPNotFound
        return await calendars.answer(request)

    app = web.Application(client_max_size=64 * 1024, middlewares=[] if watch is None else [_watched(watch)])
    app.add_routes([web.get("/healthz", health), web.get("/metrics", metrics), web.get(ROUTE, calendar)])
    runner = web.AppRunner(app, access_log=None)  # an address is a secret: it stands in no log
    await runner.setup()
    await web.TCPSite(runner, "0.0.0.0", port).start()  # noqa: S104  # inside a container the port is published from outside
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
