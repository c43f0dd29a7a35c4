"""An installation of its own for each test, and the command line as its operator uses it."""

import os
import subprocess
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import psutil
import pytest
from typer.testing import CliRunner

from bot.cli import app
from tests.cli.shelf import EMPTY, backups, seed
from tests.support import FAKE_TOKEN

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Answer:
    """What a command said, and its exit status."""

    status: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        return self.out.splitlines()


def _checked(answer: Answer) -> Answer:
    """Whatever happens: no traceback, no token, nothing of typer's own English."""
    said = answer.out + answer.err
    for never in ("Traceback", FAKE_TOKEN, FAKE_TOKEN.partition(":")[2], "Usage:", "Options:", "Error", "Missing"):
        assert never not in said, said
    return answer


def end(process: subprocess.Popen[str]) -> None:
    """Whatever it does: it is gone with all that it started, who hold its pipes, too. It goes first, or it would start
    the next bot."""
    left = psutil.Process(process.pid).children(recursive=True) if process.poll() is None else []
    process.kill()
    for child in left:
        with suppress(psutil.NoSuchProcess):
            child.kill()
    process.communicate()


@dataclass(frozen=True)
class Installation:
    """A working folder with its settings in the environment, as a container has them."""

    folder: Path
    environment: dict[str, str]
    monkeypatch: pytest.MonkeyPatch

    def __call__(self, *words: str) -> Answer:
        """Run a command in this process: quick, and through the same door."""
        result = CliRunner().invoke(app, words)
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        return _checked(Answer(result.exit_code, result.stdout, result.stderr))

    def spawn(self, *words: str) -> subprocess.Popen[str]:
        """The same as a process of its own."""
        return subprocess.Popen(
            [sys.executable, "-m", "bot", *words],
            cwd=self.folder,
            env=os.environ | self.environment | {"PYTHONPATH": str(ROOT)},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def run(self, *words: str, seconds: float = 30.0) -> Answer:
        """A process of its own, to its end."""
        process = self.spawn(*words)
        try:
            out, err = process.communicate(timeout=seconds)
        finally:
            end(process)
        return _checked(Answer(process.returncode, out, err))

    def database(self, url: str) -> None:
        """Work with another database from now on."""
        self.set("DATABASE_URL", url.replace("+psycopg", "").replace("+aiosqlite", ""))

    def set(self, name: str, value: str) -> None:
        self.environment[name] = value
        self.monkeypatch.setenv(name, value)


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Installation:
    """An installation with the real content, a token that opens nothing, and no Telegram to be reached."""
    folder = tmp_path / "kantor"
    folder.mkdir()
    monkeypatch.chdir(folder)
    place = Installation(folder, {}, monkeypatch)
    values = {
        "BOT_TOKEN": FAKE_TOKEN,
        "BOT_API_URL": "http://127.0.0.1:9",
        "CONTENT_DIR": str(ROOT / "content"),
        "DATABASE_URL": "sqlite:///data/kawan.db",
        "MEDIA_DIR": "data/media",
        "LOG_LEVEL": "ERROR",
    }
    for name, value in values.items():
        place.set(name, value)
    return place


@pytest.fixture
def saved(office: Installation, sqlite_url: str) -> Path:
    """A good backup; the database to restore into is another one, still without a file."""
    seed(sqlite_url)
    media = Path("data/media/ab")
    media.mkdir(parents=True)
    (media / "ab12.jpg").write_bytes(b"picture")
    office.database(sqlite_url)
    assert office("backup").status == 0
    (media / "ab12.jpg").unlink()
    office.database(EMPTY)
    return backups()[0]
