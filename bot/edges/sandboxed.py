"""The child of a sandbox: `python -m bot.edges.sandboxed MEMORY SECONDS`, jobs on its input, answers on its output.

It is killed by the kernel for what it must not do: use more memory, write a file, work on when nobody waits for it.
"""

import contextlib
import json
import os
import resource
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, BinaryIO

from bot.edges.pictures import NotAPicture, reduce
from bot.edges.workbook import NotAWorkbook, book_of, rows_of, sheets_of
from bot.reports import make

#: Rows as text may have so many characters: a list of 2,000 people has a tenth.
_MOST_TEXT = 8_000_000

Answer = tuple[dict[str, Any], bytes]


def _picture(told: dict[str, Any]) -> Answer:
    return {"value": None}, reduce(Path(told["path"]).read_bytes())


def _workbook(told: dict[str, Any]) -> Answer:
    content = Path(told["path"]).read_bytes()
    read = book_of if told.get("whole") else sheets_of if told.get("sheets") else rows_of
    rows = json.dumps(read(content), default=str)
    if len(rows) > _MOST_TEXT:
        raise NotAWorkbook(f"{len(rows)} characters")
    return {"value": None}, rows.encode()


def _report(told: dict[str, Any]) -> Answer:
    files = {name: Path(path).read_bytes() for name, path in told["files"].items()}
    made = make(told["report"], told["args"] | files)
    return {"value": {"filename": made.filename, "mime": made.mime}}, made.content


JOBS: dict[str, Callable[[dict[str, Any]], Answer]] = {"picture": _picture, "workbook": _workbook, "report": _report}


def _answer(asked: dict[str, Any]) -> Answer:
    try:
        return JOBS[asked["job"]](asked["told"])
    except (NotAPicture, NotAWorkbook) as error:
        return {"refused": str(error)}, b""
    except FileNotFoundError as error:
        return {"unreadable": repr(error)}, b""
    except BaseException as error:  # noqa: BLE001  # a library in Rust panics past Exception
        return {"refused": repr(error)[:300]}, b""


def _limit(memory: int) -> None:
    with contextlib.suppress(OSError):  # where the machine's memory is short, it is us who go
        Path("/proc/self/oom_score_adj").write_text("800")
    for what, most in ((resource.RLIMIT_AS, memory), (resource.RLIMIT_CORE, 0), (resource.RLIMIT_FSIZE, 0)):
        with contextlib.suppress(ValueError, OSError):  # a system that does not know this limit
            resource.setrlimit(what, (most, most))
    for number in (signal.SIGINT, signal.SIGTERM):  # meant for the bot, which lets us finish
        signal.signal(number, signal.SIG_IGN)
    os.nice(10)  # answering people comes first


def _serve(given: BinaryIO, out: BinaryIO, seconds: int) -> None:
    while len(size := given.read(4)) == 4:
        asked = json.loads(given.read(int.from_bytes(size)))
        signal.alarm(seconds)  # the bot ends us sooner, unless it is gone
        head, body = _answer(asked)
        signal.alarm(0)
        told = json.dumps(head).encode()
        out.writelines(len(part).to_bytes(4) + part for part in (told, body))
        out.flush()


def main() -> None:
    memory, seconds = int(sys.argv[1]), int(sys.argv[2])
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints is not an answer
    _limit(memory)
    _serve(sys.stdin.buffer, out, seconds)


if __name__ == "__main__":
    main()
