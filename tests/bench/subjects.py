"""What is measured: each subject is a fresh process with, where it needs one, a fresh database."""

import os
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

import psutil

from tests.support import FAKE_TOKEN
from tests.support.postgres import PostgresServer

FOLDER = Path(__file__).parents[2]
_LABELS = {
    "a": "stock PTB echo",
    "b": "PTB echo, our wire",
    "c": "this bot, one text each",
    "d": "this bot, guided form",
}
#: What is to be found in the last answer: without it something else was measured than what is said.
_ANSWERS = {"a": "pesan", "b": "pesan", "c": '"m:baru"', "d": '"f:'}
#: Without pacing: here the bot's own speed is asked for, not Telegram's limits.
UNLIMITED = {"SEND_PER_SECOND": "0", "CHAT_PER_SECOND": "0", "GROUP_PER_MINUTE": "0", "LOG_LEVEL": "ERROR"}
DATABASES = ("sqlite", "postgresql")


class Stuck(Exception):
    """The subject did not answer everything, or not what it should; with the end of its log."""


@dataclass(frozen=True, slots=True)
class Subject:
    """`letter` as in the table; `database` only for this bot."""

    letter: str
    database: str = ""

    @property
    def key(self) -> str:
        return f"{self.letter}-{self.database}" if self.database else self.letter

    @property
    def answer(self) -> str:
        """What every answer of a load holds."""
        return _ANSWERS[self.letter]

    @property
    def label(self) -> str:
        return f"{self.letter} {_LABELS[self.letter]}" + (f", {self.database}" if self.database else "")


SUBJECTS = (
    Subject("a"),
    Subject("b"),
    *(Subject("c", database) for database in DATABASES),
    *(Subject("d", database) for database in DATABASES),
)


@dataclass(slots=True)
class Bench:
    """What the subjects share: an empty migrated database of each kind to copy."""

    folder: Path
    postgres: PostgresServer | None = None
    concurrency: dict[float, int] = field(default_factory=dict)
    profiles: Path | None = None

    @property
    def template(self) -> Path:
        return self.folder / "template.db"

    def server_cpu(self) -> float:
        """Seconds of processor time that PostgreSQL has used; SQLite works inside the bot."""
        used = 0.0
        for process in self.postgres._processes() if self.postgres else ():
            with suppress(psutil.NoSuchProcess):
                used += sum(process.cpu_times()[:2])
        return used

    def new_database(self, subject: Subject, home: Path) -> str:
        """A migrated database of its own; its DATABASE_URL."""
        if subject.database == "sqlite":
            return f"sqlite:///{shutil.copy(self.template, home / 'kawan.db')}"
        assert self.postgres is not None
        return self.postgres.new_database()


@contextmanager
def prepare(*, postgres: bool) -> Iterator[Bench]:
    """Migrated templates; PostgreSQL only when it is asked for."""
    from bot.store.database.migrate import upgrade

    folder = Path(tempfile.mkdtemp(prefix="kawan-bench-"))
    server = PostgresServer(upgrade) if postgres else None
    try:
        bench = Bench(folder, server)
        upgrade(f"sqlite:///{bench.template}")
        if server is not None:
            server.start()
        yield bench
    finally:
        if server is not None:
            server.stop()
        shutil.rmtree(folder, ignore_errors=True)


@dataclass(frozen=True, slots=True)
class Running:
    """A started subject and when it was started (monotonic seconds)."""

    process: psutil.Popen
    begun: float

    @property
    def alive(self) -> bool:
        return self.process.poll() is None

    def cpu(self) -> float:
        """Seconds of processor time so far, user and system."""
        times = self.process.cpu_times()
        return float(times.user + times.system)

    def rss(self) -> float:
        """MiB of memory in use."""
        return float(self.process.memory_info().rss) / 2**20


@contextmanager
def running(bench: Bench, subject: Subject, address: str, concurrency: int) -> Iterator[Running]:
    """Start the subject against the stand-in, and end it whatever happens."""
    home = Path(tempfile.mkdtemp(dir=bench.folder))
    command = command_of(bench, subject, address, concurrency)
    with launched(bench, subject.label, command, _environment(bench, subject, address, home), home) as found:
        yield found


@contextmanager
def launched(
    bench: Bench, label: str, command: Sequence[str], environment: Mapping[str, str], home: Path
) -> Iterator[Running]:
    """A process, ended whatever happens; its log is in its home, which goes with it."""
    log = home / "log"
    with log.open("wb") as out:
        begun = time.monotonic()
        process = psutil.Popen(command, env=environment, cwd=FOLDER, stdout=out, stderr=out)
    try:
        yield Running(process, begun)
    except Stuck as error:
        raise Stuck(f"{label}: {error}\n{log.read_text(errors='replace')[-3000:]}") from error
    finally:
        _end(process, gently=bench.profiles is not None)
        shutil.rmtree(home, ignore_errors=True)


def _end(process: psutil.Popen, *, gently: bool) -> None:
    if gently:
        process.send_signal(signal.SIGTERM)
        psutil.wait_procs([process], timeout=30)
    with suppress(psutil.NoSuchProcess):
        process.kill()
    process.wait()


def command_of(bench: Bench, subject: Subject, address: str, concurrency: int) -> list[str]:
    if subject.letter in "ab":
        client = {"a": "stock", "b": "wire"}[subject.letter]
        command = ["-m", "tests.bench.echo", client, address, f"{concurrency}"]
    else:
        command = ["-m", "bot", "run"]
    if bench.profiles is not None:
        command = ["-m", "cProfile", "-o", f"{bench.profiles / subject.key}.prof", *command]
    return [sys.executable, *command]


def _environment(bench: Bench, subject: Subject, address: str, home: Path) -> dict[str, str]:
    if subject.letter in "ab":
        return plainly()
    return settings_of(address, bench.new_database(subject, home), home) | UNLIMITED


def plainly() -> dict[str, str]:
    """Of the environment only what any program needs."""
    return {name: value for name, value in os.environ.items() if name in ("PATH", "HOME", "LANG", "TMPDIR")}


def settings_of(address: str, url: str, home: Path) -> dict[str, str]:
    """This bot's settings, as its process reads them."""
    own = {"BOT_TOKEN": FAKE_TOKEN, "BOT_API_URL": address, "DATABASE_URL": url, "MEDIA_DIR": str(home / "media")}
    return plainly() | own
