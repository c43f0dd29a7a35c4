"""Bringing a backup back, into a database of either kind: all of it in one transaction, or nothing."""

import gzip
import json
import re
import shutil
import tarfile
import zlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import IO, Any

from sqlalchemy import Connection, Date, Table, delete, func, insert, inspect, select

from bot.store.backup import again, backup
from bot.store.database import plain, schema
from bot.store.tables import facts, metadata, processes
from bot.store.tables.columns import Civil

_AT_ONCE = 500
_PIECE_NAME = re.compile(r"tables/(?P<table>[a-z_]+)\.\d{5,}\.jsonl")
TakeRows = Callable[[Table, list[dict[str, Any]]], None]
TakeFile = Callable[[str, IO[bytes]], None]


class Damaged(Exception):
    """The file is not a backup, or not a whole one."""


class OtherRevision(Exception):
    """The backup was made with another schema; `found` is its revision."""

    def __init__(self, found: str) -> None:
        super().__init__(found)
        self.found = found


class NotEmpty(Exception):
    """The database holds something already."""


@dataclass(frozen=True, slots=True)
class Restored:
    """What was brought back."""

    rows: int
    files: int


def has_rows(url: str) -> bool:
    """Whether there is anything in the database that a restore would overwrite."""
    if not plain.exists(url):
        return False
    with plain.snapshot(url) as connection:
        return plain.revision(connection) is not None and _is_filled(connection)


def _is_filled(connection: Connection) -> bool:
    present = inspect(connection).get_table_names()
    ours = [table for table in metadata.sorted_tables if table.name in present]
    return any(connection.execute(select(1).select_from(table).limit(1)).first() for table in ours)


def examine(archive: Path) -> None:
    """Read the whole file once, before anything is touched. Raises Damaged, OtherRevision or OSError."""
    _read(archive, lambda _table, _rows: None, lambda _path, _content: None)


def restore(url: str, media: Path, archive: Path, *, replace: bool, mark: Mapping[str, str]) -> Restored:
    """Bring `archive` back into a migrated database, and write the facts in `mark` beside.

    Raises NotEmpty (unless `replace`), Damaged, OtherRevision, `schema.WrongSchema`, OSError, or what the database
    raises; then nothing has changed.
    """
    before = set(backup.media_files(media))
    with _taken_back_on_failure() as written, plain.sole_transaction(url) as connection:
        _make_room(connection, replace)
        files = _Files(media, written)
        wanted = _read(archive, lambda table, rows: _insert(connection, table, rows), files.keep)
        rows = _compare(connection, wanted)
        connection.execute(delete(processes))  # of processes that never worked with this database
        connection.execute(delete(facts).where(facts.c.name.in_(mark)))
        connection.execute(insert(facts), [{"name": name, "value": value} for name, value in mark.items()])
        again.forget_again(connection, again.forgotten_in(media))
    for path in before - files.kept if replace else ():
        path.unlink(missing_ok=True)
    return Restored(rows, len(files.kept))


def _make_room(connection: Connection, replace: bool) -> None:
    found = plain.revision(connection)
    if found != schema.HEAD:
        raise schema.WrongSchema(found)
    if not replace and _is_filled(connection):
        raise NotEmpty
    for table in reversed(metadata.sorted_tables):
        connection.execute(delete(table))


def _read(archive: Path, take_rows: TakeRows, take_file: TakeFile) -> Counter[str]:
    """Go through the archive from end to end, its checksum included. Returns the rows of each table."""
    try:
        with gzip.open(archive) as unpacked:
            with tarfile.open(fileobj=unpacked, mode="r|") as tar:
                counted = _take(tar, take_rows, take_file)
            while unpacked.read(1 << 20):
                pass
    except (tarfile.TarError, EOFError, zlib.error, gzip.BadGzipFile, ValueError, KeyError, TypeError) as error:
        raise Damaged from error
    return counted


def _take(tar: tarfile.TarFile, take_rows: TakeRows, take_file: TakeFile) -> Counter[str]:
    rows: Counter[str] = Counter()
    files, told = 0, None
    entries = _entries(tar)
    _check_head(_json(tar, next(entries, None), backup.HEAD))
    for entry in entries:
        if told is not None or not entry.isreg():
            raise Damaged
        if piece := _PIECE_NAME.fullmatch(entry.name):
            table = metadata.tables[piece["table"]]
            rows[table.name] += 0
            for batch in _batches(_open(tar, entry)):
                rows[table.name] += len(batch)
                take_rows(table, batch)
        elif entry.name.startswith("media/"):
            files += 1
            take_file(_path_inside(entry.name), _open(tar, entry))
        else:
            told = _json(tar, entry, backup.COUNTS)
    if told != {"tables": rows, "files": files} or rows.keys() != metadata.tables.keys():
        raise Damaged
    return rows


def _entries(tar: tarfile.TarFile) -> Iterator[tarfile.TarInfo]:
    while (entry := tar.next()) is not None:
        yield entry
        tar.members.clear()  # type: ignore[attr-defined]  # tarfile keeps every name it has seen


def _path_inside(name: str) -> str:
    """The path below the media folder; one that would leave it does not come from us."""
    path = name.removeprefix("media/")
    if any(part in ("", ".", "..") for part in path.split("/")) or "\0" in path:
        raise Damaged
    return path


def _check_head(head: Any) -> None:
    if head["format"] != backup.FORMAT or head["revision"] != schema.HEAD:
        raise OtherRevision(str(head["revision"]))


def _open(tar: tarfile.TarFile, entry: tarfile.TarInfo) -> IO[bytes]:
    content = tar.extractfile(entry)
    if content is None:
        raise Damaged
    return content


def _json(tar: tarfile.TarFile, entry: tarfile.TarInfo | None, name: str) -> Any:
    if entry is None or entry.name != name:
        raise Damaged
    return json.loads(_open(tar, entry).read(1 << 20))


def _batches(lines: Iterable[bytes]) -> Iterator[list[dict[str, Any]]]:
    batch: list[dict[str, Any]] = []
    for line in lines:
        row = json.loads(line)
        if not isinstance(row, dict):
            raise Damaged
        batch.append(row)
        if len(batch) == _AT_ONCE:
            yield batch
            batch = []
    if batch:
        yield batch


def _insert(connection: Connection, table: Table, rows: list[dict[str, Any]]) -> None:
    """Civil instants and days come as text; everything else is what it was."""
    parse: dict[str, Any] = {}
    for column in table.columns:
        if isinstance(column.type, Civil | Date):
            parse[column.name] = (datetime if isinstance(column.type, Civil) else date).fromisoformat
    for row in rows:
        if row.keys() != set(table.columns.keys()):
            raise Damaged
        row.update({name: read(row[name]) for name, read in parse.items() if row[name] is not None})
    connection.execute(insert(table), rows)


def _compare(connection: Connection, wanted: Counter[str]) -> int:
    """Count what is really there; raises Damaged when it is not what the archive says."""
    found = {
        table.name: connection.execute(select(func.count()).select_from(table)).scalar_one()
        for table in metadata.sorted_tables
    }
    if found != wanted:
        raise Damaged
    return wanted.total()


@contextmanager
def _taken_back_on_failure() -> Iterator[list[Path]]:
    """Files written in vain are removed: without the rows that name them nobody would find them again."""
    written: list[Path] = []
    try:
        yield written
    except BaseException:
        for path in written:
            path.unlink(missing_ok=True)
        raise


class _Files:
    """Media on their way into the folder; their names are random, so one that is there already is the same file."""

    def __init__(self, folder: Path, written: list[Path]) -> None:
        self.folder, self.written = folder, written
        self.kept: set[Path] = set()

    def keep(self, name: str, content: IO[bytes]) -> None:
        target = self.folder / name
        self.kept.add(target)
        if target.exists():
            return
        target.parent.mkdir(parents=True, exist_ok=True)
        half = target.with_name(f"{target.name}.part")
        try:
            with half.open("wb") as out:
                shutil.copyfileobj(content, out)
            half.rename(target)
        finally:
            half.unlink(missing_ok=True)
        self.written.append(target)
