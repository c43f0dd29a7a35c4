"""Fetching photos and voices of usulan: again and again until they are here, never in the way of a conversation."""

import asyncio
import os
import secrets
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path

import structlog

from bot.edges.disk import try_to_write
from bot.edges.sandbox import Refused, Sandbox
from bot.edges.verdict import wait_before
from bot.edges.watch import Watch
from bot.edges.wire import Wire
from bot.failpoint import failpoint
from bot.store.database.database import DATABASE_AWAY, Connection, Database, DatabaseTrouble
from bot.store.usulan import media
from bot.store.usulan.media import Wanted

log = structlog.get_logger()

#: Outlasts the slowest case: a download, and four files that each take all the time the sandbox gives.
_LEASE = 180.0
_AT_ONCE = 4
_LARGEST = 20_000_000
#: A file that Telegram does not give within this many tries (about two days) is given up.
_MOST_TRIES = 60
#: A file that was taken up so often without an end that anybody saw is set aside.
_MOST_STARTS = 3
#: Seconds until what the disk did not let us keep is tried again.
_AGAIN_AFTER = 10.0
#: Seconds between two looks whether the folder can be written, while nothing is wrong with it.
_TRY_DISK_EVERY = 60.0
_ENDINGS = {"photo": ".jpg", "file": ".jpg", "voice": ".ogg"}


class Later(Exception):
    """Not this time; try again."""


async def _nobody(_connection: Connection, _media_id: int) -> None:
    """Nobody is told."""


@dataclass(slots=True)
class Fetch:
    """One per process. Files get names of our own under `folder`; what Telegram calls them is not used."""

    database: Database
    wire: Wire
    folder: Path
    real: Callable[[], float]
    sandbox: Sandbox = field(default_factory=Sandbox)
    watch: Watch = field(default_factory=Watch)
    say_refused: Callable[[Connection, int], Awaitable[None]] = _nobody
    alarm: Callable[[str, str | None], None] = lambda _subject, _text: None
    bell: asyncio.Event = field(default_factory=asyncio.Event)
    _try_at: float = 0.0

    async def run(self, stopping: asyncio.Event) -> None:
        while not stopping.is_set():
            self.bell.clear()
            failpoint("loop.fetch")
            try:
                await self._try_disk()
                found = await self.fetch_some()
                self.watch.succeeded("fetch")
            except DatabaseTrouble as error:
                log.error("files cannot be fetched now", error=str(error)[:300])
                found = 0
            except OSError as error:
                self._blame_disk(error)
                found = 0
            if not found:
                try:
                    await asyncio.wait_for(self.bell.wait(), 2.0)
                except TimeoutError:
                    continue

    async def _try_disk(self) -> None:
        """Nothing is fetched that cannot be kept: before the first file, after a fault and once in a while the folder
        is tried. Raises OSError."""
        if self.real() < self._try_at:
            return
        await asyncio.to_thread(try_to_write, self.folder)
        if not self._try_at:
            self._sweep()
        self._try_at = self.real() + _TRY_DISK_EVERY
        self.alarm("media", None)

    def _blame_disk(self, error: OSError) -> None:
        log.error("files cannot be kept on our own disk", error=str(error)[:300])
        self.alarm("media", str(error)[:300])
        self._try_at = min(self._try_at, 1.0)

    def _sweep(self) -> None:
        """Halves of files that a crash left behind."""
        for half in self.folder.glob("*.part"):
            half.unlink(missing_ok=True)

    async def fetch_some(self) -> int:
        """Fetch what is due; returns how many files were taken up."""
        async with self.database.read() as connection:
            if not await media.any_due(connection, self.real()):
                return 0
        async with self.database.write() as connection:
            wanted = await media.claim(connection, self.real(), _LEASE, _AT_ONCE)
        ends = await asyncio.gather(*(self._take_up(one) for one in wanted), return_exceptions=True)
        for end in ends:
            if isinstance(end, BaseException):
                raise end
        return len(wanted)

    async def _take_up(self, one: Wanted) -> None:
        """One file; whatever goes wrong with it is its own affair, the database and the disk are everybody's."""
        if one.starts >= _MOST_STARTS:
            await self._end(one, "parked", None, "gagal setiap kali diolah")
            return
        try:
            failpoint("media.claimed")
            await self._fetch(one)
        except DATABASE_AWAY:
            async with self.database.write() as connection:
                await media.give_back(connection, one.id, self.real() + _AGAIN_AFTER)
            raise
        except Exception as error:
            log.error("a file could not be handled", media=one.id, starts=one.starts + 1, exc_info=error)
            self.watch.stumbled("fetch", error)
            async with self.database.write() as connection:
                await media.let_wait(connection, one.id, self.real() + wait_before(one.starts + 1), repr(error)[:300])

    async def _fetch(self, one: Wanted) -> None:
        outcome, path, error = "stored", None, None
        try:
            path = await self._bring(one)
        except Refused as refusal:
            outcome, error = "refused", str(refusal)
        except Later as later:
            if one.tries + 1 < _MOST_TRIES:
                async with self.database.write() as connection:
                    await media.put_back(connection, one.id, self.real() + wait_before(one.tries + 1), str(later))
                return
            outcome, error = "gone", str(later)
        await self._end(one, outcome, path, error)

    async def _end(self, one: Wanted, outcome: str, path: str | None, error: str | None) -> None:
        failpoint("media.before_commit")
        async with self.database.write() as connection:
            is_wanted = await media.finish(connection, one.id, outcome, path, error)
            if is_wanted and outcome in {"refused", "parked"}:
                await self.say_refused(connection, one.id)
        if path is not None and not is_wanted:
            (self.folder / path).unlink(missing_ok=True)
        failpoint("media.after_commit")

    async def _bring(self, one: Wanted) -> str:
        """Download, make fit to keep, move into place. Returns the path below the media folder."""
        failpoint("media.before_get_file")
        answer = await self.wire.call("getFile", {"file_id": one.file_id})
        file_path = answer.result.get("file_path") if answer.ok and isinstance(answer.result, dict) else None
        if not isinstance(file_path, str):
            raise Later(answer.description)
        name = f"{secrets.token_hex(12)}{_ENDINGS[one.kind]}"
        half = self.folder / f"{name}.part"
        try:
            status = await self.wire.download(file_path, half, _LARGEST)
            failpoint("media.after_download")
            if status == 413:
                raise Refused("larger than Telegram allows")
            if status != 200:
                raise Later(f"HTTP {status}")
            await self._settle(one.kind, half, name)
            failpoint("media.settled")
        finally:
            half.unlink(missing_ok=True)
        return f"{name[:2]}/{name}"

    async def _settle(self, kind: str, half: Path, name: str) -> None:
        """A picture passes the sandbox; a voice is never opened by us."""
        target = self.folder / name[:2] / name
        target.parent.mkdir(exist_ok=True)
        if kind != "voice":
            _, small = await self.sandbox.do("picture", {"path": str(half.absolute())})
            await asyncio.to_thread(half.write_bytes, small)
        await asyncio.to_thread(_keep, half, target)


def _keep(source: Path, target: Path) -> None:
    """Into place whole and on the disk, or not at all."""
    with source.open("rb") as written:
        os.fsync(written.fileno())
    source.replace(target)
