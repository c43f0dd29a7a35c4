"""`restore`: what it refuses, and that nothing is half done then."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import psycopg
import pytest

from bot.entry import sole_user_of
from bot.store.database import schema
from bot.store.database.presence import ALIVE
from tests.cli.conftest import Installation
from tests.cli.shelf import Content, ask, backups, do, files, is_empty, read, rewrite, rows_of


def test_a_database_with_something_in_it_is_not_overwritten(office: Installation, saved: Path, sqlite_url: str) -> None:
    office.database(sqlite_url)
    before = rows_of(sqlite_url)
    answer = office("restore", str(saved))
    assert (answer.status, answer.err) == (
        1,
        "Basis data sudah berisi. Kalau memang mau diganti, tambahkan --ganti.\n",
    )
    assert rows_of(sqlite_url) == before


def test_replacing_saves_what_was_there(office: Installation, saved: Path, database_url: str) -> None:
    do(database_url, "INSERT INTO facts (name, value) VALUES ('old', 'one')")
    office.database(database_url)
    stray = Path("data/media/xy/xy99.jpg")
    stray.parent.mkdir()
    stray.write_bytes(b"of nobody any more")
    answer = office("restore", str(saved), "--ganti")
    assert answer.status == 0
    assert answer.lines[0].startswith("Cadangan ditulis: data/cadangan/kawan-")
    assert ask(database_url, "SELECT count(*) FROM facts WHERE name = 'old'") == 0
    assert files(Path("data/media")) == {"ab/ab12.jpg": b"picture"}
    old = dict(read(next(path for path in backups() if path != saved)))
    assert b'"old"' in old["tables/facts.00000.jsonl"]
    assert old["media/xy/xy99.jpg"] == b"of nobody any more"


def _truncated(path: Path) -> None:
    os.truncate(path, path.stat().st_size * 2 // 3)


def _flipped(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 0x10
    path.write_bytes(content)


def _changed(change: Callable[[Content], Content]) -> Callable[[Path], None]:
    return lambda path: rewrite(path, change)


def _renamed(old: str, new: str) -> Callable[[Path], None]:
    return _changed(lambda content: [(name.replace(old, new), data) for name, data in content])


SPOILED = {
    "not an archive": lambda path: path.write_text("halo"),
    "empty": lambda path: path.write_bytes(b""),
    "half of one": _truncated,
    "one bit": _flipped,
    "without the counts": _changed(lambda content: content[:-1]),
    "without the head": _changed(lambda content: content[1:]),
    "a row short": _changed(lambda content: [(n, d[d.find(b"\n") + 1 :] if "people" in n else d) for n, d in content]),
    "a row of another table": _changed(lambda content: [(n.replace("people", "grants"), d) for n, d in content]),
    "without a table": _changed(lambda content: [(n, d) for n, d in content if "invites" not in n]),
    "a table nobody knows": _renamed("invites", "sqlite_master"),
    "lines that are no rows": _changed(
        lambda content: [(n, d.replace(b"{", b"[") if "facts" in n else d) for n, d in content]
    ),
    "out of the folder": _renamed("media/ab/", "media/../../"),
    "from the root": _renamed("media/ab/", "media//tmp/"),
    "elsewhere": _renamed("media/ab/", "/tmp/"),
    "after the end": _changed(lambda content: [*content, ("media/zz.jpg", b"more")]),
}


@pytest.mark.parametrize("spoil", SPOILED.values(), ids=SPOILED)
def test_a_damaged_backup_changes_nothing(office: Installation, saved: Path, spoil: Callable[[Path], object]) -> None:
    spoil(saved)
    answer = office("restore", str(saved))
    assert (answer.status, answer.out) == (1, "")
    assert answer.err == f"{saved} rusak atau bukan cadangan Kawan Musrenbang. Tidak ada yang diubah.\n"
    assert not Path("data/kosong.db").exists()
    assert files(Path("data/media")) == {}
    assert not Path("ab12.jpg").exists()


def test_a_backup_of_another_revision_is_refused(office: Installation, saved: Path) -> None:
    _changed(
        lambda content: [(n, d.replace(schema.HEAD.encode(), b"0000") if n == "head.json" else d) for n, d in content]
    )(saved)
    answer = office("restore", str(saved))
    assert (answer.status, answer.out) == (1, "")
    assert answer.err.startswith(f"Cadangan ini versi 0000, program ini versi {schema.HEAD}.")
    assert not Path("data/kosong.db").exists()


def test_what_the_database_refuses_leaves_nothing_behind(office: Installation, saved: Path, postgres_url: str) -> None:
    """SQLite takes a name of any length, PostgreSQL does not."""
    _changed(lambda content: [(n, d.replace(b'"Sitti"', b'"%s"' % (b"S" * 300))) for n, d in content])(saved)
    office.database(postgres_url)
    answer = office("restore", str(saved))
    assert (answer.status, answer.out) == (1, "")
    assert answer.err == "Isi cadangan ditolak basis data ini. Tidak ada yang diubah.\n"
    assert is_empty(postgres_url)
    assert files(Path("data/media")) == {}


@pytest.mark.parametrize("command", ["restore", "migrate"])
def test_nothing_is_restored_under_a_running_bot(office: Installation, saved: Path, command: str) -> None:
    words = [command, str(saved)] if command == "restore" else [command]
    with sole_user_of("sqlite+aiosqlite:///data/kosong.db"):
        answer = office(*words)
    assert (answer.status, answer.out) == (1, "")
    assert answer.err == "Bot masih berjalan. Hentikan dulu, lalu coba lagi.\n"


def test_a_process_elsewhere_is_seen_by_its_connection(office: Installation, saved: Path, postgres_url: str) -> None:
    office.database(postgres_url)
    with psycopg.connect(postgres_url.replace("+psycopg", ""), autocommit=True) as another:
        another.execute("SELECT pg_advisory_lock(%s, 7)", (ALIVE,))
        answer = office("restore", str(saved), "--ganti")
    assert (answer.status, answer.err) == (1, "Bot masih berjalan. Hentikan dulu, lalu coba lagi.\n")


def test_a_missing_file_is_named(office: Installation) -> None:
    answer = office("restore", "hilang.tar.gz")
    assert (answer.status, answer.err) == (1, "hilang.tar.gz tidak bisa dipakai: tidak ada.\n")


def test_a_file_that_cannot_be_written_takes_everything_back(
    office: Installation, saved: Path, unmigrated_database_url: str
) -> None:
    _changed(
        lambda content: [*content[:-1], ("media/zz/zz1.jpg", b"more"), ("counts.json", _one_more(content[-1][1]))]
    )(saved)
    office.database(unmigrated_database_url)
    Path("data/media/zz").write_bytes(b"where a folder should be")
    answer = office("restore", str(saved))
    assert (answer.status, answer.out) == (1, "")
    assert answer.err.startswith("data/media/zz")
    assert is_empty(unmigrated_database_url)
    assert list(files(Path("data/media"))) == ["zz"]


def _one_more(counts: bytes) -> bytes:
    told = json.loads(counts)
    return json.dumps(told | {"files": told["files"] + 1}).encode()
