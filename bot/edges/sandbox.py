"""Where files of others are opened and files of ours are made: in a child process, so that none of them can end the bot
or eat its memory (docs/adr/0013). What the child does is in `bot.edges.sandboxed`.
"""

import asyncio
import contextlib
import json
import os
import signal
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

#: A job that takes longer (s) is given up with its child.
SECONDS = 20.0
#: Memory (bytes of address space) of a child; what needs more dies.
MEMORY = 512 * 2**20
#: A child without work for so long (s) ends, so that an idle bot stays small.
_IDLE = 30.0
#: After so many jobs a child makes place for a fresh one: libraries leak.
_JOBS = 500
#: The longest answer (bytes) that is taken from a child.
_LONGEST = 64 * 2**20
#: What a child is told of its surroundings: never a token, nor where the database is. One thread, one heap: both take
#: address space.
_PASSED_ON = ("PATH", "LANG", "LC_ALL", "TZ", "SYSTEMROOT")
_PROJECT = str(Path(__file__).parents[2])
_OWN = {"PYTHONPATH": _PROJECT, "MALLOC_ARENA_MAX": "1", "RAYON_NUM_THREADS": "1", "PYTHONDONTWRITEBYTECODE": "1"}


class Refused(Exception):
    """The child says that the job cannot be done; trying again would not help."""


class Died(Refused):
    """The child ended over the job: too much memory, too long, or a fault of a library."""


@dataclass(slots=True)
class Sandbox:
    """One child, begun when it is first needed; jobs come one after the other, in the order of asking."""

    seconds: float = SECONDS
    idle: float = _IDLE
    memory: int = MEMORY
    child: Process | None = None
    _done: int = 0
    _is_fresh: bool = True
    _room: asyncio.Lock = field(default_factory=asyncio.Lock)
    _going: asyncio.TimerHandle | None = None
    _leaving: asyncio.Future[None] | None = None

    async def do(self, job: str, told: Mapping[str, Any]) -> tuple[Any, bytes]:
        """What `bot.edges.sandboxed` makes of the job: a value as JSON can say it, and bytes.

        Raises Refused or Died, and OSError when a child cannot be begun or cannot read the file.
        """
        async with self._room:
            try:
                head, body = await self._asked(job, told)
            except Died:
                if self._is_fresh:
                    raise
                head, body = await self._asked(job, told)  # an older child may have died of something else
            await self._rest()
        return _judged(head), body

    async def _asked(self, job: str, told: Mapping[str, Any]) -> tuple[Any, bytes]:
        child = await self._ready()
        try:
            async with asyncio.timeout(self.seconds):
                return await _exchange(child, job, told)
        except (TimeoutError, EOFError, OSError, ValueError) as error:
            await self._end()
            self._is_fresh = self._is_fresh or isinstance(error, TimeoutError)
            raise Died(f"{job}: {error!r}, {child.returncode}"[:300]) from error
        except BaseException:
            await self._end()  # nobody waits for the answer any more
            raise

    async def _ready(self) -> Process:
        if self._going is not None:
            self._going.cancel()
        if self.child is None or self.child.returncode is not None:
            self._done, self._is_fresh = 0, True
            own = {name: os.environ[name] for name in _PASSED_ON if name in os.environ} | _OWN
            self.child = await asyncio.create_subprocess_exec(
                *(sys.executable, "-m", "bot.edges.sandboxed", str(self.memory), str(round(self.seconds * 1.5))),
                stdin=PIPE,
                stdout=PIPE,
                stderr=DEVNULL,
                env=own,
                start_new_session=True,  # Ctrl+C is for the bot, which then ends its children
            )
        return self.child

    async def _rest(self) -> None:
        self._done, self._is_fresh = self._done + 1, False
        if self._done >= _JOBS:
            await self._end()
        else:
            self._going = asyncio.get_running_loop().call_later(self.idle, self._leave)

    def _leave(self) -> None:
        if not self._room.locked():
            self._leaving = asyncio.ensure_future(self._end())

    async def _end(self) -> None:
        child, self.child = self.child, None
        if child is not None:
            with contextlib.suppress(ProcessLookupError):
                os.kill(child.pid, signal.SIGKILL)  # not child.kill(), which may take its status from asyncio's watcher
            await child.wait()
            if child.stdin is not None:
                child.stdin.close()

    async def close(self) -> None:
        """End the child; at the end of the program."""
        if self._going is not None:
            self._going.cancel()
        if self._leaving is not None:
            await self._leaving
        await self._end()


async def _exchange(child: Process, job: str, told: Mapping[str, Any]) -> tuple[Any, bytes]:
    """Frames both ways: four bytes of length, then JSON; from the child, then as many bytes again of another length."""
    assert child.stdin is not None
    assert child.stdout is not None
    asked = json.dumps({"job": job, "told": told}).encode()
    child.stdin.write(len(asked).to_bytes(4) + asked)
    await child.stdin.drain()
    head = await _frame(child.stdout)
    return json.loads(head), await _frame(child.stdout)


async def _frame(stream: asyncio.StreamReader) -> bytes:
    length = int.from_bytes(await stream.readexactly(4))
    if length > _LONGEST:
        raise ValueError(f"an answer of {length} bytes")
    return await stream.readexactly(length)


def _judged(head: Any) -> Any:
    if "refused" in head:
        raise Refused(str(head["refused"])[:300])
    if "unreadable" in head:
        raise OSError(str(head["unreadable"])[:300])
    return head["value"]
