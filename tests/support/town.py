"""A town for end-to-end tests: the simulator as Telegram, the unchanged bot, people who write. In one process, or as
one to kill."""

import asyncio
import os
import signal
import sys
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import structlog
from sqlalchemy import text

from bot import app
from bot.catalog import load
from bot.config import Settings
from bot.edges import clock
from bot.simulator import Rates
from bot.simulator.chats import Person
from bot.store.database.database import Database
from bot.store.tables import outbox
from bot.store.turn import SCHEDULED, outbox_row
from bot.work.roles.invitations import invite
from tests.support import FAKE_TOKEN
from tests.support.client import PATIENCE, Client, Telegram
from tests.support.content import CONTENT, catalog_of

__all__ = ["CONTENT", "Town", "catalog_of", "log_plainly", "town"]

_PROJECT = Path.cwd()
#: A Tuesday, ten o'clock in Enrekang: whatever the real day, a town lives in the same week of the year's plan.
TODAY = datetime(2026, 11, 24, 2, tzinfo=UTC)


@dataclass
class Town(Client):
    """`simulator` is Telegram and its people; the bot is started and stopped around it."""

    settings: Settings
    simulator: Telegram
    database: Database
    content: Path = CONTENT
    _running: asyncio.Task[None] | None = None
    _stopping: asyncio.Event = field(default_factory=asyncio.Event)
    process: asyncio.subprocess.Process | None = None

    @property
    def telegram(self) -> Telegram:
        return self.simulator

    async def start(self) -> None:
        """The bot inside this process."""
        self._stopping = asyncio.Event()
        kabupaten = self.settings.kabupaten
        catalog = catalog_of(kabupaten) if self.content == CONTENT else load(self.content, kabupaten)
        self._running = asyncio.create_task(app.run(self.settings, catalog, self._stopping))

    async def stop(self) -> None:
        if self._running is not None:
            self._stopping.set()
            await self._running
            self._running = None
        if self.process is not None and self.process.returncode is None:
            self.process.send_signal(signal.SIGTERM)
            await self.process.wait()

    async def begin_again(self) -> None:
        """The bot looks at the civil clock once a second, and when it begins."""
        await self.stop()
        await self.start()

    def environment(self, crash_at: str = "") -> dict[str, str]:
        """The settings as a process of its own reads them. `crash_at`: see `bot.failpoint`."""
        return {
            "BOT_TOKEN": FAKE_TOKEN,
            "BOT_API_URL": self.settings.bot_api_url,
            "DATABASE_URL": self.settings.database_url,
            "MEDIA_DIR": str(self.settings.media_dir),
            "CONTENT_DIR": str(self.content),
            "SEND_PER_SECOND": str(self.settings.send_per_second),
            "CHAT_PER_SECOND": str(self.settings.chat_per_second),
            "NEWS_AT_ONCE": str(self.settings.news_at_once),
            "LOG_LEVEL": "ERROR",
            "CRASH_AT": crash_at,
            "PYTHONPATH": str(_PROJECT),
        }

    async def spawn(self, crash_at: str = "") -> asyncio.subprocess.Process:
        """The bot as a process of its own, to be killed."""
        own = os.environ | self.environment(crash_at)
        self.process = await asyncio.create_subprocess_exec(sys.executable, "-m", "bot", "run", env=own)
        return self.process

    async def code_for(self, role: str, scope: str) -> str:
        """An invitation as the office would make it."""
        async with self.database.write() as connection:
            return await invite(connection, role, scope, self.simulator.stage.clock.now())

    async def rows(self, query: str, **values: Any) -> Sequence[Any]:
        """What the database holds; for checks only."""
        async with self.database.read() as connection:
            return (await connection.execute(text(query), values)).all()

    async def tell_news(self, who: Person) -> None:
        """Something unasked arrives, with a button of its own."""
        markup = {"inline_keyboard": [[{"text": "Baca", "callback_data": "u:daftar:baru:0"}]]}
        params = {"chat_id": who.id, "text": "Ada 2 usulan warga.", "reply_markup": markup}
        row = outbox_row("sendMessage", params, chat=who.id, real=time.time(), priority=SCHEDULED)
        async with self.database.write() as connection:
            await connection.execute(outbox.insert(), [row])
        await self.until(f"SELECT outcome FROM outbox WHERE id = {row['id']}", "sent")

    async def until(self, query: str, wanted: Any, seconds: float = PATIENCE) -> None:
        """Wait until the first column of the first row equals `wanted`."""
        found: Any = None
        over = time.monotonic() + seconds
        while time.monotonic() < over:
            rows = await self.rows(query)
            found = rows[0][0] if rows else None
            if found == wanted:
                return
            await asyncio.sleep(0.05)
        raise AssertionError(f"{query!r} gives {found!r} and not {wanted!r} after {seconds} s")


def log_plainly() -> None:
    """As the program itself logs; the rich tracebacks that structlog brings take seconds each."""
    plain = structlog.dev.ConsoleRenderer(colors=False, exception_formatter=structlog.dev.plain_traceback)
    structlog.configure(processors=[structlog.processors.add_log_level, plain])


@asynccontextmanager
async def town(database_url: str, folder: Path, *, started: bool = True, **more: Any) -> AsyncIterator[Town]:
    """A town with an empty office. `more`: settings (pacing is lifted unless they say otherwise), `rates`, as
    `telegram` another class of people's hands, and as `today` another day, or none where there are no tables yet."""
    log_plainly()
    database = Database(database_url)

    async def move_clock(now: datetime) -> None:
        async with database.write() as connection:
            await clock.move(connection, now)

    kind: type[Telegram] = more.pop("telegram", Telegram)
    simulator = kind(FAKE_TOKEN, on_clock=move_clock, rates=more.pop("rates", None) or Rates.unlimited())
    url = await simulator.start()
    if (today := more.pop("today", TODAY)) is not None:
        await simulator.move_clock(to=today)
    lifted: dict[str, Any] = {"send_per_second": 0.0, "chat_per_second": 0.0, "group_per_minute": 0.0}
    values: dict[str, Any] = {
        "bot_token": FAKE_TOKEN,
        "bot_api_url": url,
        "database_url": database_url,
        "media_dir": folder / "media",
    }
    settings = Settings(**(lifted | values | more), _env_file=None)
    place = Town(settings, simulator, database)
    try:
        if started:
            await place.start()
        yield place
    finally:
        await place.stop()
        await simulator.stop()
        await database.close()
