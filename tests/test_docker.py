"""The Dockerfile, carried out step by step in an empty folder: a substitute where no container engine runs.

What only a container can do (another base system, another user) is read, not done. `pip install` is done from the
packages already here, after checking that they are the very versions the lock names: no test needs the network.
"""

import json
import os
import re
import shlex
import shutil
import signal
import subprocess
import tempfile
import venv
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib.metadata import Distribution, distributions
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from tests.support.postgres import free_port

ROOT = Path(__file__).parents[1]
# What a container does to itself; on this machine it would change the machine.
_ONLY_INSIDE = {"useradd", "chown"}


def _steps() -> list[tuple[str, str]]:
    """(instruction, rest) of each line, continued lines joined."""
    text = re.sub(r"(?m)^\s*#.*\n", "", (ROOT / "Dockerfile").read_text())
    lines = [line.strip() for line in text.replace("\\\n", " ").splitlines() if line.strip()]
    return [(word.upper(), rest) for word, _, rest in (line.partition(" ") for line in lines)]


def _rest_of(instruction: str) -> list[str]:
    return [rest for word, rest in _steps() if word == instruction]


def _is_ignored(path: Path) -> bool:
    """Whether .dockerignore keeps a path of the project out of the build; the last line that fits decides."""
    ignored = False
    for line in (ROOT / ".dockerignore").read_text().splitlines():
        pattern = line.strip().removeprefix("!")
        if pattern and not pattern.startswith("#") and _fits(path, pattern):
            ignored = not line.startswith("!")
    return ignored


def _fits(path: Path, pattern: str) -> bool:
    steps = [path, *path.parents][:-1]
    if pattern.startswith("**/"):
        return any(step.name == pattern[3:] for step in steps)
    return pattern == "*" or any(str(step) == pattern for step in steps)


@dataclass
class Image:
    """The folder that stands for the container's file system, and what the steps said about running it."""

    top: Path
    workdir: Path = Path("/")
    environment: dict[str, str] = field(default_factory=dict)
    command: list[str] = field(default_factory=list)
    health: list[str] = field(default_factory=list)
    skipped: list[str] = field(default_factory=list)

    @property
    def here(self) -> Path:
        """The working folder as this machine sees it."""
        return self.top / self.workdir.relative_to("/")

    @property
    def python(self) -> Path:
        """The image's own Python, which has nothing but what was installed."""
        return self.top / "python" / "bin" / "python"

    def carry_out(self, word: str, rest: str) -> None:
        """Do one step, or fail when it is one that this reading does not know."""
        getattr(self, f"do_{word.lower()}")(rest)

    def do_from(self, rest: str) -> None:
        assert re.fullmatch(r"python:3\.1[1-9]-slim", rest), rest
        venv.create(self.top / "python", with_pip=False, symlinks=True)

    def do_env(self, rest: str) -> None:
        self.environment |= dict(word.split("=", 1) for word in shlex.split(rest))

    def do_workdir(self, rest: str) -> None:
        self.workdir = Path(rest)
        self.here.mkdir(parents=True, exist_ok=True)

    def do_copy(self, rest: str) -> None:
        source, target = rest.split()
        assert not _is_ignored(Path(source)), f"{source} is kept out by .dockerignore"
        for path in [ROOT / source, *(ROOT / source).rglob("*")]:
            inside = path.relative_to(ROOT)
            if path.is_file() and not _is_ignored(inside):
                copy = self.here / target / inside.relative_to(source)
                copy.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(path, copy)

    def do_run(self, rest: str) -> None:
        for command in rest.split("&&"):
            words = shlex.split(command)
            if words[0] in _ONLY_INSIDE:
                self.skipped.append(command.strip())
            elif words[:2] == ["pip", "install"]:
                self._install(words)
            else:
                subprocess.run(words, cwd=self.here, check=True)

    def _install(self, words: list[str]) -> None:
        assert "--require-hashes" in words
        lock = self.here / words[words.index("-r") + 1]
        target = next((self.top / "python" / "lib").glob("python*/site-packages"))
        here = {_plain(found.name): found for found in distributions()}
        for requirement in _locked(lock):
            name = _plain(requirement.name)
            if requirement.marker is None or requirement.marker.evaluate():
                assert name in here, f"{name} of {lock.name} is not installed"
                assert requirement.specifier.contains(here[name].version), f"{name} is another version than locked"
                _copy_package(here[name], target)

    def do_volume(self, rest: str) -> None:
        for place in json.loads(rest):
            assert (self.top / place.lstrip("/")).is_dir(), f"{place} does not exist in the image"

    def do_user(self, rest: str) -> None:
        assert any(f" {rest}" in command for command in self.skipped if command.startswith("useradd"))

    def do_healthcheck(self, rest: str) -> None:
        self.health = json.loads(rest.partition(" CMD ")[2])

    def ask_health(self, **environment: str) -> int:
        """The status of HEALTHCHECK."""
        own = {"PATH": os.defpath} | self.environment | environment
        return subprocess.run(
            [self.python, *self.health[1:]], cwd=self.here, env=own, timeout=20, check=False
        ).returncode

    def do_cmd(self, rest: str) -> None:
        self.command = json.loads(rest)

    def start(self, *arguments: str, **environment: str) -> subprocess.Popen[str]:
        """Start `python -m bot ARGUMENTS` as the container would: its folder, its variables and nothing of ours."""
        return subprocess.Popen(
            [self.python, *self.command[1:3], *arguments],
            cwd=self.here,
            env={"PATH": os.defpath, "LANG": "C.UTF-8"} | self.environment | environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _locked(lock: Path) -> list[Requirement]:
    lines = lock.read_text().replace("\\\n", " ").splitlines()
    return [Requirement(line.partition(" --hash")[0]) for line in lines if line[:1].isalnum()]


def _copy_package(package: Distribution, target: Path) -> None:
    for file in package.files or ():
        if ".." not in file.parts and file.suffix != ".pyc":
            (target / file).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(str(file.locate()), target / file)


@pytest.fixture(scope="module")
def image() -> Iterator[Image]:
    top = Path(tempfile.mkdtemp(prefix="kawan-image-"))
    image = Image(top)
    for word, rest in _steps():
        image.carry_out(word, rest)
    yield image
    shutil.rmtree(top)


def _outcome(image: Image, *arguments: str, **environment: str) -> tuple[int, str]:
    process = image.start(*arguments, **environment)
    told, _ = process.communicate(timeout=60)
    return process.returncode, told


def test_the_command_line_of_the_image_works(image: Image) -> None:
    code, told = _outcome(image, "--help")
    assert code == 0, told
    assert "run" in told


def test_the_content_in_the_image_is_in_order(image: Image) -> None:
    code, told = _outcome(image, "check")
    assert code == 0, told


def test_the_image_runs_until_it_is_told_to_stop(image: Image) -> None:
    """Telegram is unreachable here, which must not end it either; HEALTHCHECK says so."""
    settings = {"BOT_TOKEN": "123456789:TESTtestTESTtestTESTtestTESTtestTES", "BOT_API_URL": "http://127.0.0.1:9"}
    settings["WEB_PORT"] = str(free_port())
    code, told = _outcome(image, "migrate", **settings)
    assert code == 0, told
    process = image.start(*image.command[3:], **settings)
    with pytest.raises(subprocess.TimeoutExpired):
        process.wait(timeout=4)
    assert (image.ask_health(**settings), image.ask_health(WEB_PORT="0")) == (1, 0)
    process.send_signal(signal.SIGTERM)
    told, _ = process.communicate(timeout=20)
    assert process.returncode == 0, told
    assert settings["BOT_TOKEN"] not in told


def test_without_a_token_the_image_says_what_is_missing(image: Image) -> None:
    code, told = _outcome(image, *image.command[3:])
    assert code != 0
    assert "BOT_TOKEN" in told
    assert "Traceback" not in told


def test_the_bot_in_the_image_is_not_root() -> None:
    users = _rest_of("USER")
    assert users
    assert users[-1] not in ("root", "0")
    assert [word for word, _ in _steps()].index("USER") < [word for word, _ in _steps()].index("CMD")


@pytest.mark.parametrize("name", [".env", "data/kawan.db", ".git/config", "tests/conftest.py", "bot/__pycache__/x.pyc"])
def test_no_secret_data_or_test_goes_into_the_image(name: str) -> None:
    assert _is_ignored(Path(name))


def test_what_the_image_installs_is_what_the_tests_tried() -> None:
    tried = {(_plain(each.name), str(each.specifier)) for each in _locked(ROOT / "requirements" / "dev.txt")}
    installed = {(_plain(each.name), str(each.specifier)) for each in _locked(ROOT / "requirements" / "run.txt")}
    assert installed <= tried


@pytest.mark.parametrize("name", ["run", "demo", "dev"])
def test_every_locked_package_has_a_hash(name: str) -> None:
    lines = (ROOT / "requirements" / f"{name}.txt").read_text().replace("\\\n", " ").splitlines()
    packages = [line for line in lines if line[:1].isalnum()]
    assert packages
    assert [line for line in packages if "==" not in line or "--hash=sha256:" not in line] == []
