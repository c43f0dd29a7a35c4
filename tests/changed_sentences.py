"""May an editor change any sentence? `make reworded` says other words in a copy of the project and tests that.

Ten sentences by a seed, and every test that names any; `--all tests/hall`: all sentences, and these tests.
"""

import argparse
import json
import random
import re
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

#: Other words of the same length, and two that differ still differ.
OTHER = str.maketrans("aiueoAIUEO", "oeuiaOEUIA")
#: Values, conditions, tags, commands, names of accounts and of files stay as they are.
KEPT = re.compile(r"(\{%.*?%\}|\{#.*?#\}|\{[^{}]*\}|</?[a-z][^<>]*>|&\w+;|(?<![\w>])/\w+|@\w*|\.\w+)", re.DOTALL)
#: Not said to anybody: what is understood in a list from an office, where every word counts.
UNDERSTOOD = re.compile(r"daftar_(kata|sebut)_")


def other_words(sentence: str) -> str:
    parts = KEPT.split(sentence)
    return "".join(part if at % 2 else part.translate(OTHER) for at, part in enumerate(parts))


def names_in(told: dict[str, Any], above: str = "") -> Iterator[str]:
    for key, value in told.items():
        if isinstance(value, dict):
            yield from names_in(value, f"{above}{key}.")
        elif isinstance(value, str) and not UNDERSTOOD.match(key):
            yield above + key


def reword(folder: Path, chosen: set[str]) -> None:
    for path in sorted(folder.glob("*.toml")):
        path.write_text("".join(_written(_changed(tomllib.loads(path.read_text("utf-8")), chosen))), "utf-8")


def _changed(told: dict[str, Any], chosen: set[str], above: str = "") -> dict[str, Any]:
    changed: dict[str, Any] = {}
    for key, value in told.items():
        if isinstance(value, dict):
            changed[key] = _changed(value, chosen, f"{above}{key}.")
        else:
            changed[key] = other_words(value) if above + key in chosen else value
    return changed


def _written(told: dict[str, Any], above: str = "") -> Iterator[str]:
    """As TOML: what is no table comes first."""
    for key, value in told.items():
        if not isinstance(value, dict):
            yield f"{key} = {json.dumps(value, ensure_ascii=False)}\n"
    for key, value in told.items():
        if isinstance(value, dict):
            yield f"\n[{above}{key}]\n"
            yield from _written(value, f"{above}{key}.")


def choose(folder: Path, count: int | None, seed: int) -> set[str]:
    every = [
        name for path in sorted(folder.glob("*.toml")) for name in names_in(tomllib.loads(path.read_text("utf-8")))
    ]
    return set(every if count is None else random.Random(seed).sample(every, count))


def tests_that_name_sentences() -> list[str]:
    files = sorted(Path("tests").glob("*/test_*.py"))
    return [str(path) for path in files if "tests.support.sentences" in path.read_text("utf-8")]


def main() -> int:
    told = argparse.ArgumentParser()
    told.add_argument("--all", action="store_true")
    told.add_argument("--count", type=int, default=10)
    told.add_argument("--seed", type=int, default=date.today().toordinal())  # noqa: DTZ011  (any number will do)
    told.add_argument("tests", nargs="*")
    asked = told.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "project"
        shutil.copytree(".", copy, ignore=shutil.ignore_patterns(".git", ".venv", "data", "__pycache__", ".*_cache"))
        chosen = choose(copy / "content/kalimat", None if asked.all else asked.count, asked.seed)
        reword(copy / "content/kalimat", chosen)
        print(
            f"{len(chosen)} sentences say other words (seed {asked.seed})", *sorted(chosen)[:20], sep="\n  ", flush=True
        )
        checked = subprocess.run([sys.executable, "-m", "bot", "check"], cwd=copy, check=False)
        tests = asked.tests or tests_that_name_sentences()
        run = [sys.executable, "-m", "pytest", "-q", "-n", "2", "--dist", "worksteal", "-p", "no:cacheprovider", *tests]
        return checked.returncode or subprocess.run(run, cwd=copy, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
