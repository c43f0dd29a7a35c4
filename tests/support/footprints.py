"""Which tests run which function of the bot: a plugin of pytest that notes it, and who reads the notes.

    python -m pytest -n 2 -p tests.support.footprints [tests]

What only a process of its own runs (most of tests/kill and tests/cli) leaves no footprints.
"""

import json
import os
import re
import sys
import threading
import time
from collections import defaultdict
from collections.abc import Generator, Iterator
from itertools import accumulate
from pathlib import Path
from types import FrameType

import pytest

ROOT = Path(__file__).parents[2]
NOTES = ROOT / ".footprints"
ASKED = 60.0  # seconds: of a function that thousands of tests run, those are asked that fit in
_BOT = str(ROOT / "bot")
_took: dict[str, float] = {}
_ran: defaultdict[str, set[str]] = defaultdict(set)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """By the first line of each function, decorators included, as code objects tell it."""

    def note(frame: FrameType, event: str, _: object) -> None:
        if event == "call" and frame.f_code.co_filename.startswith(_BOT):
            ran.add((frame.f_code.co_filename, frame.f_code.co_firstlineno))

    ran: set[tuple[str, int]] = set()
    began = time.monotonic()
    sys.setprofile(note)
    threading.setprofile(note)
    try:
        return (yield)
    finally:
        sys.setprofile(None)
        threading.setprofile(None)
        _took.setdefault(item.nodeid, time.monotonic() - began)
        for file, line in ran:
            _ran[f"{Path(file).relative_to(ROOT)}:{line}"].add(item.nodeid)


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
