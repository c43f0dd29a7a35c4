"""Digits are read in one place."""

from pathlib import Path


def test_nobody_reads_digits_in_their_own_way() -> None:
    """`isdigit` takes "²" for one, and int() does not."""
    files = [path for folder in ("bot", "handlers") for path in Path(folder).rglob("*.py")]
    assert [str(path) for path in files if ".isdigit(" in path.read_text(encoding="utf-8")] == []
