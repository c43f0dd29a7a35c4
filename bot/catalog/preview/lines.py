"""Where in its file a sentence stands, for whoever wants to change it."""

import re
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

_MARKS = re.compile(r"<[^<>]*>|[*_\\]|\s+")
#: Letters by which a sentence is known.
_ENOUGH = 60


def line_of(lines: Sequence[str], text: str) -> int | None:
    """Counted from 1; None when it stands nowhere as it was told."""
    wanted = bare(next((line for line in text.splitlines() if bare(line)), ""))[:_ENOUGH]
    return next((number for number, line in enumerate(lines, 1) if wanted and wanted in line), None)


def bare(text: str) -> str:
    """Without marks and gaps: Markdown, Telegram HTML and quoted TOML write one sentence in three ways."""
    return _MARKS.sub("", text)


def finder(folder: Path) -> Callable[[str, str], int | None]:
    """(file, text) -> line. Each file is read once."""

    @cache
    def lines(file: str) -> tuple[str, ...]:
        return tuple(bare(line) for line in (folder / file).read_text(encoding="utf-8").splitlines())

    return lambda file, text: line_of(lines(file), text)
