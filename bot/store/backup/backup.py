"""Backups (docs/adr/0007): every table as JSON lines from one consistent snapshot, and the media folder, as one file.

`kawan-<day>-<time>.tar.gz` holds, in this order: `head.json` (format, revision of the schema),
`tables/<table>.<n>.jsonl` in pieces, so that no table has to fit into memory, `media/…`, and `counts.json`, which
tells a whole archive from half of one.
"""

import io
import json
import os
import tarfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, MetaData, Table, select

from bot.store.database import plain

FORMAT = 1
HEAD, COUNTS = "head.json", "counts.json"
#: Rows are gathered until a piece has about this many characters.
_PIECE = 1 << 20
_LEVEL = 4  # of gzip: the bot goes on working beside us


class NothingToSave(Exception):
    """The database has no tables yet."""


@dataclass(frozen=True, slots=True)
class Backup:
    """A finished backup and how many rows and files it holds."""

    path: Path
    rows: int
    files: int


@dataclass(slots=True)
class _Archive:
    tar: tarfile.TarFile
    made_at: datetime
    rows: Counter[str] = field(default_factory=Counter)
    files: int = 0

    def add(self, name: str, content: bytes) -> None:
        self._add(name, len(content), io.BytesIO(content))

    def add_json(self, name: str, content: Any) -> None:
        self.add(name, json.dumps(content, indent=1).encode())

    def add_file(self, name: str, path: Path) -> None:
        """A file that is deleted at this moment is left out."""
        with suppress(FileNotFoundError), path.open("rb") as content:
            self._add(name, os.fstat(content.fileno()).st_size, content)
            self.files += 1

    def _add(self, name: str, size: int, content: Any) -> None:
        entry = tarfile.TarInfo(name)
        entry.size, entry.mtime, entry.mode = size, int(self.made_at.timestamp()), 0o600
        self.tar.addfile(entry, content)
        self.tar.members.clear()  # type: ignore[attr-defined]  # tarfile keeps every name it has seen


def write(url: str, media: Path, folder: Path, now: datetime) -> Backup:
    """Write a backup into `folder`, also while the bot runs. `now` (local time) names the file.

    The file is readable by its owner only, and appears when it is whole. Raises NothingToSave, OSError, or what the
    database raises.
    """
    if not plain.exists(url):
        raise NothingToSave
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    target = _free_name(folder, now)
    with _whole_or_not_at_all(target) as out, tarfile.open(fileobj=out, mode="w:gz", compresslevel=_LEVEL) as tar:
        archive = _Archive(tar, now)
        with plain.snapshot(url) as connection:
            _add_tables(archive, connection)
        for path in media_files(media):
            archive.add_file(f"media/{path.relative_to(media).as_posix()}", path)
        archive.add_json(COUNTS, {"tables": archive.rows, "files": archive.files})
    return Backup(target, archive.rows.total(), archive.files)


def _free_name(folder: Path, now: datetime) -> Path:
    stem, number = f"kawan-{now:%Y-%m-%d-%H%M%S}", 1
    path = folder / f"{stem}.tar.gz"
    while path.exists() or _part_of(path).exists():
        number += 1
        path = folder / f"{stem}-{number}.tar.gz"
    return path


def _part_of(path: Path) -> Path:
    return path.with_name(f"{path.name}.part")


@contextmanager
def _whole_or_not_at_all(target: Path) -> Iterator[io.BufferedWriter]:
    part = _part_of(target)
    try:
        with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
            yield out
            out.flush()
            os.fsync(out.fileno())
        part.rename(target)
    finally:
        part.unlink(missing_ok=True)


def _add_tables(archive: _Archive, connection: Connection) -> None:
    """Tables as they are found, so that a database of an older program can be saved, too."""
    found = plain.revision(connection)
    if found is None:
        raise NothingToSave
    archive.add_json(HEAD, {"format": FORMAT, "revision": found, "made_at": archive.made_at.isoformat()})
    tables = MetaData()
    tables.reflect(connection)
    for table in tables.sorted_tables:
        if table.name != "alembic_version":
            for number, piece in enumerate(_pieces(archive, connection, table)):
                archive.add(f"tables/{table.name}.{number:05}.jsonl", piece)


def _pieces(archive: _Archive, connection: Connection, table: Table) -> Iterator[bytes]:
    """A table's rows as lines of JSON; an empty table is one empty piece."""
    archive.rows[table.name] = 0
    rows = connection.execute(select(table), execution_options={"stream_results": True, "yield_per": 500})
    lines: list[str] = []
    size = 0
    for row in rows.mappings():
        lines.append(json.dumps(dict(row), default=_as_text, separators=(",", ":")) + "\n")
        size += len(lines[-1])
        archive.rows[table.name] += 1
        if size >= _PIECE:
            yield "".join(lines).encode()
            lines, size = [], 0
    yield "".join(lines).encode()


def _as_text(value: object) -> str:
    """Instants in UTC (SQLite gives them without a zone) and days, in the form of ISO 8601."""
    if isinstance(value, datetime):
        return (value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)).isoformat()
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"no column of ours holds {type(value).__name__}")


def media_files(media: Path) -> Iterator[Path]:
    """What people sent; not links, and not the halves of files that are being fetched."""
    for folder, _folders, names in os.walk(media):
        for name in sorted(names):
            path = Path(folder) / name
            if path.suffix != ".part" and path.is_file() and not path.is_symlink():
                yield path
