"""Looking into databases and backups, and spoiling backups."""

import io
import shutil
import tarfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, select, text

from bot.core.records import Person
from bot.store.tables import facts, metadata, people
from bot.store.turn import person_row

Content = list[tuple[str, bytes]]
CONTENT = Path(__file__).parents[2] / "content"
#: A database nobody has made yet.
EMPTY = "sqlite:///data/kosong.db"
#: Tables a restore changes on purpose: no process lives there yet, and a pause is written down.
_CHANGED = {"processes", "facts"}


def engine_of(url: str) -> Engine:
    return create_engine(url.replace("+aiosqlite", ""))


@contextmanager
def opened(url: str) -> Iterator[Connection]:
    """A transaction, committed at the end."""
    engine = engine_of(url)
    with engine.begin() as connection:
        yield connection
    engine.dispose()


def rows_of(url: str) -> dict[str, list[tuple[Any, ...]]]:
    """Everything a restore must bring back, by table, with civil times as instants."""
    with opened(url) as connection:
        return {
            table.name: [tuple(row) for row in connection.execute(select(table).order_by(*table.primary_key))]
            for table in metadata.sorted_tables
            if table.name not in _CHANGED
        }


def ask(url: str, query: str) -> Any:
    """The first value of the first row."""
    with opened(url) as connection:
        return connection.execute(text(query)).scalar()


def do(url: str, statement: str, **values: Any) -> None:
    with opened(url) as connection:
        connection.execute(text(statement), values)


def is_empty(url: str) -> bool:
    with opened(url) as connection:
        return not any(connection.execute(select(table).limit(1)).first() for table in metadata.sorted_tables)


def read(archive: Path) -> Content:
    with tarfile.open(archive) as tar:
        return [(entry.name, file.read()) for entry in tar if (file := tar.extractfile(entry)) is not None]


def rewrite(archive: Path, change: Callable[[Content], Content]) -> None:
    """Write the archive again with other content, whole in itself."""
    content = change(read(archive))
    with tarfile.open(archive, "w:gz") as tar:
        for name, data in content:
            entry = tarfile.TarInfo(name)
            entry.size = len(data)
            tar.addfile(entry, io.BytesIO(data))


def backups(folder: str = "data/cadangan") -> list[Path]:
    return sorted(Path(folder).glob("kawan-*.tar.gz"))


def seed(url: str, rows: int = 3, size: int = 10) -> None:
    """An office with a little history."""
    now = datetime(2027, 1, 12, 2, tzinfo=UTC)
    with opened(url) as connection:
        for number in range(rows):
            connection.execute(people.insert(), person_row(Person(number + 1, "telegram", number + 1, "Sitti"), now))
            connection.execute(facts.insert(), {"name": f"fact{number}", "value": "x" * size})


def files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def with_numbers(tmp_path: Path, *left: str) -> Path:
    """The content of an office that entered its own emergency numbers, but for those of these contacts."""
    folder = tmp_path / "isi"
    shutil.copytree(CONTENT, folder)
    lines = (folder / "bahaya.toml").read_text(encoding="utf-8").splitlines()
    filled = [line if line.startswith(left) else line.replace('nomor = ""', 'nomor = "0"') for line in lines]
    (folder / "bahaya.toml").write_text("\n".join(filled), encoding="utf-8")
    return folder
