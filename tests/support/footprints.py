"""Which tests run which function of the bot: a plugin of pytest that notes it, and who reads the notes.

    python -m pytest -n 2 -p tests.support.footprints [tests]

Each function of the bot gets one more statement when it is read in (looking on from outside, as `sys.setprofile` does,
took the suite more than twice as long). What only a process of its own runs (most of tests/kill and tests/cli) leaves
no footprints, nor does what was done once for all tests of a process in any but the first of them.
"""

import ast
import json
import os
import re
import sys
import time
from collections import defaultdict
from collections.abc import Generator, Iterator, Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from itertools import accumulate
from pathlib import Path
from types import CodeType, ModuleType
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
NOTES = ROOT / ".footprints"
ASKED = 60.0  # seconds: of a function that thousands of tests run, those are asked that fit in
_TREADS = "__treads__"
_took: dict[str, float] = {}
_ran: defaultdict[str, set[str]] = defaultdict(set)
_trodden: set[str] = set()


def first_line(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Where it begins, decorators included."""
    return min([function.lineno, *(one.lineno for one in function.decorator_list)])


class _Treading(SourceFileLoader):
    """Reads a file in so that each of its functions says that it was run; nothing of it is kept beside the file."""

    def path_stats(self, path: str) -> Any:
        raise OSError

    def source_to_code(self, data: Any, path: Any, *, _optimize: int = -1) -> CodeType:  # type: ignore[override]
        tree = ast.parse(data)
        for function in [at for at in ast.walk(tree) if isinstance(at, ast.FunctionDef | ast.AsyncFunctionDef)]:
            place = f"{Path(path).relative_to(ROOT)}:{first_line(function)}"
            says = ast.Expr(ast.Call(ast.Name(_TREADS, ast.Load()), [ast.Constant(place)], []))
            after_its_docstring = ast.get_docstring(function, clean=False) is not None
            function.body.insert(after_its_docstring, ast.copy_location(says, function.body[0]))
        return compile(ast.fix_missing_locations(tree), path, "exec", dont_inherit=True, optimize=_optimize)

    def exec_module(self, module: ModuleType) -> None:
        module.__dict__[_TREADS] = _trodden.add
        super().exec_module(module)


class _OfTheBot(MetaPathFinder):
    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if fullname.partition(".")[0] != "bot":
            return None
        spec = PathFinder.find_spec(fullname, path, target)
        if spec and isinstance(spec.loader, SourceFileLoader):
            spec.loader = _Treading(spec.loader.name, spec.loader.path)
        return spec


@pytest.hookimpl(tryfirst=True)
def pytest_load_initial_conftests() -> None:
    already = [name for name in sys.modules if name.partition(".")[0] == "bot"]
    if already:
        raise pytest.UsageError(f"read in before footprints could be seen: {already[:3]}")
    sys.meta_path.insert(0, _OfTheBot())


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    _trodden.clear()
    began = time.monotonic()
    try:
        return (yield)
    finally:
        _took.setdefault(item.nodeid, time.monotonic() - began)
        for place in _trodden:
            _ran[place].add(item.nodeid)


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """What fails when the code is right tells nothing."""
    if report.failed:
        _took[report.nodeid] = float("inf")


def pytest_sessionfinish() -> None:
    NOTES.mkdir(exist_ok=True)
    found = {"took": _took, "ran": {place: sorted(tests) for place, tests in _ran.items()}}
    (NOTES / f"{os.getpid()}.json").write_text(json.dumps(found))


def read() -> dict[str, list[str]]:
    """The tests to ask about a function ("bot/…/x.py:12") or a file: of its own room first, then the quickest."""
    took: dict[str, float] = {}
    ran: defaultdict[str, set[str]] = defaultdict(set)
    for part in (json.loads(file.read_text()) for file in NOTES.glob("*.json")):
        took |= part["took"]
        for place, tests in part["ran"].items():
            ran[place].update(tests)
            ran[place.rpartition(":")[0]].update(tests)
    return {place: list(_within(_nearest(place, tests, took), took)) for place, tests in ran.items()}


def _nearest(place: str, tests: set[str], took: dict[str, float]) -> list[str]:
    """Without those that failed when the code was right: they tell nothing."""
    own = {part.removesuffix(".py") for part in place.partition(":")[0].split("/")[2:]}
    right = (test for test in tests if took[test] < float("inf"))
    return sorted(right, key=lambda test: (own.isdisjoint(re.split("[/.]|test_", test.partition("::")[0])), took[test]))


def _within(tests: list[str], took: dict[str, float]) -> Iterator[str]:
    begins = accumulate((took[test] for test in tests), initial=0.0)
    return (test for test, begin in zip(tests, begins, strict=False) if begin < ASKED)
