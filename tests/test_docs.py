"""What the documents say is there is there, and what is there is in the documents."""

import re
import subprocess
from pathlib import Path

import pytest
import typer
from dotenv import dotenv_values

from bot.cli import app
from bot.config import Settings
from bot.work.access import COMMANDS

ROOT = Path(__file__).parents[1]
_HOSTS = [("py", "pi.org"), ("python", "hosted.org"), ("npm", "js.org"), ("debian", ".org"), ("docker", ".io")]
# Joined here, so that this file does not contain them: paths and hosts of machines the project was made on.
_FOREIGN = [r"(?<![\w.\-])/wo" + "rk/", r"\.\./sha" + "red", *(re.escape("".join(parts)) for parts in _HOSTS)]


def _tracked() -> list[Path]:
    """The project's own files: those git knows, or, without git, all that .gitignore would not name."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode == 0:
        return [ROOT / name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()]
    folders = [ROOT / name for name in ("bot", "handlers", "content", "tests", "docs", "requirements")]
    return [path for path in [*ROOT.glob("*.*"), *(p for f in folders for p in f.rglob("*"))] if path.is_file()]


def _texts() -> dict[str, str]:
    texts = {}
    for path in _tracked():
        content = path.read_bytes()
        if b"\0" not in content:
            texts[str(path.relative_to(ROOT))] = content.decode("utf-8", errors="replace")
    return texts


def _read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def _is_named(word: str, text: str) -> bool:
    return re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", text) is not None


SETTINGS = [name.upper() for name in Settings.model_fields]
SUBCOMMANDS = sorted(getattr(typer.main.get_command(app), "commands", {}))


@pytest.mark.parametrize("setting", SETTINGS)
def test_every_setting_is_in_the_example_and_the_readme(setting: str) -> None:
    assert re.search(rf"(?m)^{setting}=", _read(".env.example"))
    assert _is_named(setting, _read("README.md"))


def test_the_example_holds_no_setting_that_does_not_exist() -> None:
    assert set(dotenv_values(ROOT / ".env.example")) == set(SETTINGS)


def test_the_example_shows_the_default_of_each_setting(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in SETTINGS:
        monkeypatch.delenv(name, raising=False)
    assert Settings(_env_file=ROOT / ".env.example") == Settings(_env_file=None)


def test_the_command_line_can_be_listed() -> None:
    assert {"run", "check", "migrate"} <= set(SUBCOMMANDS)


@pytest.mark.parametrize("command", SUBCOMMANDS)
def test_every_command_of_the_command_line_is_in_the_readme(command: str) -> None:
    assert re.search(rf"python -m bot {command}\b|(?m:^)\|[^|]*`{command}[ `]", _read("README.md"))


@pytest.mark.parametrize("command", [entry.name for entry in COMMANDS])
def test_every_command_of_the_bot_is_in_the_readme(command: str) -> None:
    assert _is_named(f"/{command}", _read("README.md"))


def test_the_readme_begins_with_the_two_commands() -> None:
    assert re.findall(r"(?m)^make (\w+)", _read("README.md"))[:2] == ["demo", "test"]


def test_make_alone_lists_every_target() -> None:
    listed = subprocess.run(["make", "-C", ROOT], capture_output=True, text=True, check=True).stdout
    targets = re.findall(r"(?m)^([a-z]+):", _read("Makefile"))
    assert [name for name in targets if f"make {name}\t" not in listed] == []


def test_every_decision_is_linked_from_the_architecture() -> None:
    decisions = {path.name for path in (ROOT / "docs" / "adr").glob("*.md")}
    assert decisions
    assert {name for name in decisions if f"docs/adr/{name}" not in _read("ARCHITECTURE.md")} == set()


def test_every_link_between_documents_leads_somewhere() -> None:
    broken = [
        f"{name}: {link}"
        for name, text in _texts().items()
        if name.endswith(".md")
        for link in re.findall(r"\]\(([^)\s#]+)[^)]*\)", text)
        if "://" not in link and not link.startswith("mailto:") and not (ROOT / name).parent.joinpath(link).exists()
    ]
    assert broken == []


def test_the_project_speaks_of_itself_alone() -> None:
    named = [f"{name}: {found[0]}" for name, text in _texts().items() if (found := re.search("|".join(_FOREIGN), text))]
    assert named == []


@pytest.mark.parametrize(
    ("text", "foreign"),
    [
        ("see /wo" + "rk/main", True),
        ("bot/wo" + "rk/access.py", False),
        ("../sha" + "red/x.md", True),
        ("shared", False),
    ],
)
def test_a_foreign_path_is_told_from_our_own(text: str, foreign: bool) -> None:
    assert bool(re.search("|".join(_FOREIGN), text)) is foreign
