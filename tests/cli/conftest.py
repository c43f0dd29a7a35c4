"""An installation of its own for each test, and the command line as its operator uses it."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.cli import app
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


@dataclass(frozen=True)
class Installation:
    """A working folder with its settings in the environment, as a container has them."""

    folder: Path
    environment: dict[str, str]

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
            process.kill()
        return _checked(Answer(process.returncode, out, err))

    def database(self, url: str) -> None:
        """Work with another database from now on."""
        self.set("DATABASE_URL", url.replace("+psycopg", "").replace("+aiosqlite", ""))

    def set(self, name: str, value: str) -> None:
        self.environment[name] = value
        os.environ[name] = value


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Installation:
    """An installation with the real content, a token that opens nothing, and no Telegram to be reached."""
    folder = tmp_path / "kantor"
    folder.mkdir()
    monkeypatch.chdir(folder)
    place = Installation(folder, {})
    values = {
        "BOT_TOKEN": FAKE_TOKEN,
        "BOT_API_URL": "http://127.0.0.1:9",
        "CONTENT_DIR": str(ROOT / "content"),
        "DATABASE_URL": "sqlite:///data/kawan.db",
        "MEDIA_DIR": "data/media",
        "LOG_LEVEL": "ERROR",
    }
    for name, value in values.items():
        monkeypatch.setenv(name, value)  # taken back at the end, also when the test has changed it since
        place.set(name, value)
    return place
