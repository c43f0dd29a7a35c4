"""Bots to be killed: `python -m bot run` as a process of its own, forked from one that has the libraries loaded.

A start takes a tenth of the time, so that the tests may kill at every named point on every database.
"""

import asyncio
import multiprocessing
import os
import random
import secrets
import signal
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from multiprocessing.process import BaseProcess
from typing import Any

_PRELOADED = ["aiosqlite", "bot.app", "bot.start", "handlers", "psycopg", "sqlalchemy.dialects.postgresql.psycopg"]


def _run(environment: Mapping[str, str]) -> None:
    """What `python -m bot run` does, in a child of the nursery."""
    os.environ.update(environment)
    name, _, count = environment["CRASH_AT"].partition(":")
    from bot import failpoint
    from bot.start import start
    from bot.store.database import ids

    failpoint._left = {name: int(count or 1)} if name else {}
    ids._process = secrets.randbits(10)  # drawn at the import, which here happened in the parent
    random.seed()
    sys.exit(start())


def _context() -> Any:
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(_PRELOADED)
    return context


@dataclass(slots=True)
class Bot:
    """One running bot."""

    process: BaseProcess

    @property
    def code(self) -> int | None:
        """The exit status, negative for a signal; None while it runs."""
        return self.process.exitcode

    async def ended(self, seconds: float = 20.0) -> int:
        """Wait for the end; returns the exit status. Raises TimeoutError."""
        async with asyncio.timeout(seconds):
            while (code := self.process.exitcode) is None:
                await asyncio.sleep(0.01)
        return code

    def signal(self, number: signal.Signals) -> None:
        if self.process.pid is not None and self.process.exitcode is None:
            os.kill(self.process.pid, number)

    async def end(self) -> None:
        """As an operator would; by force when that takes too long."""
        self.signal(signal.SIGTERM)
        try:
            await self.ended(15)
        except TimeoutError:
            self.signal(signal.SIGKILL)
            await self.ended()


class Nursery:
    """All bots of one test."""

    def __init__(self) -> None:
        self.bots: list[Bot] = []

    async def start(self, environment: Mapping[str, str]) -> Bot:
        """Start a bot with these settings and nothing else of the environment changed."""
        process = _context().Process(target=_run, args=(dict(environment),), daemon=True)
        await asyncio.to_thread(process.start)
        self.bots.append(Bot(process))
        return self.bots[-1]


@asynccontextmanager
async def nursery() -> AsyncIterator[Nursery]:
    """A nursery whose bots do not survive the test."""
    born = Nursery()
    try:
        yield born
    finally:
        for bot in born.bots:
            bot.signal(signal.SIGKILL)
            await bot.ended()
            bot.process.close()
