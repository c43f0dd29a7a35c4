"""The simulator as one HTTP server: the Bot API, its files, and the chat page, on one loopback port."""

from collections.abc import Awaitable, Callable
from datetime import datetime
from pathlib import Path
from urllib.parse import urlsplit

from aiohttp import web
from aiohttp.typedefs import Handler

from bot.simulator import api_bot, api_media, api_messages
from bot.simulator.api import answer_call, respond
from bot.simulator.mishaps import before_doing, spoil_answer
from bot.simulator.rates import Rates
from bot.simulator.refusals import Refusal
from bot.simulator.routes import page_routes
from bot.simulator.stage import Stage
from bot.simulator.trial import Trial

PAGE = Path(__file__).with_name("page")
LARGEST_BODY = 60 * 1024 * 1024
PLAYED = (api_bot, api_media, api_messages)
"""The modules whose import makes their methods answer."""


@web.middleware
async def refuse_strangers(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Any web site can post to this machine from somebody's browser; only the chat page itself may act."""
    origin = request.headers.get("Origin")
    if origin is not None and urlsplit(origin).netloc != request.host:
        return web.json_response({"error": "Permintaan ini datang dari situs lain."}, status=403)
    return await handler(request)


class Simulator(Trial):
    """A local stand-in for Telegram with one bot and as many people as you like."""

    def __init__(
        self, token: str, username: str = "KawanMusrenbangBot", zone: str = "Asia/Makassar",
        on_clock: Callable[[datetime], Awaitable[None]] | None = None,
        on_kill: Callable[[], Awaitable[None]] | None = None,
        rates: Rates | None = None, privacy: bool = True,
    ) -> None:  # fmt: skip
        """`on_clock` is awaited with the new time after every move, `on_kill` when somebody kills the bot."""
        super().__init__(Stage(token, username, zone, rates or Rates(), privacy), on_clock, on_kill)
        self._runner: web.AppRunner | None = None
        self.url = ""

    async def start(self, host: str = "127.0.0.1", port: int = 0) -> str:
        """Serve; returns the address. Stopped and started again it still knows everything."""
        self.stage.feed.reopen()
        self._runner = web.AppRunner(self._app(), handler_cancellation=True, access_log=None, shutdown_timeout=0.1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, host, port)
        await site.start()
        port = self._runner.addresses[0][1]
        self.url = f"http://{host}:{port}"
        return self.url

    async def stop(self) -> None:
        self.stage.feed.close()
        for press in self.stage.presses.values():
            press.alarm.cancel()
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None

    def _app(self) -> web.Application:
        app = web.Application(client_max_size=LARGEST_BODY, middlewares=[refuse_strangers])
        app.router.add_route("*", "/bot{token}/{method}", self._answer)
        app.router.add_get("/file/bot{token}/{path:.+}", self._download)
        app.router.add_routes(page_routes(self))
        app.router.add_get("/", self._index)
        app.router.add_static("/page/", PAGE)
        return app

    async def _answer(self, request: web.Request) -> web.StreamResponse:
        return await answer_call(self.stage, request)

    async def _index(self, request: web.Request) -> web.StreamResponse:
        return web.FileResponse(PAGE / "index.html", headers={"Cache-Control": "no-store"})

    async def _download(self, request: web.Request) -> web.StreamResponse:
        if request.match_info["token"] != self.stage.token:
            return respond(Refusal(401, "Unauthorized"))
        stored = self.stage.files.follow(request.match_info["path"])
        fault = self.stage.faults.strike("download", None)
        early = await before_doing(self.stage, request, fault, {}) if fault else None
        if early is not None:
            return early if isinstance(early, web.StreamResponse) else respond(early)
        response = respond(Refusal(404, "Not Found")) if stored is None else web.Response(body=stored.content)
        return await spoil_answer(request, fault, response) if fault else response
