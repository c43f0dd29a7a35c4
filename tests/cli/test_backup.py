"""`backup` and `restore`: from either kind of database to either kind, while people write, whole or not at all."""

import asyncio
import json
import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import text

from bot.app import sole_user_of
from bot.store import plain, schema
from bot.store.tables import outbox
from bot.store.turn import outbox_row
from tests.cli.conftest import Installation
from tests.cli.shelf import Content, ask, do, is_empty, opened, read, rewrite, rows_of
from tests.kill.people import WAYS, live
from tests.support.postgres import PostgresServer
from tests.support.town import town

EMPTY = {"sqlite": "sqlite:///data/kosong.db", "postgres": ""}


def _backups(folder: str = "data/cadangan") -> list[Path]:
    return sorted(Path(folder).glob("kawan-*.tar.gz"))


def _seed(url: str, rows: int = 3, size: int = 10) -> None:
    """An office with a little history."""
    for number in range(rows):
        do(
            url,
            "INSERT INTO people (id, channel, address, name, first_seen_at) VALUES (:i, 'telegram', :i, :n, :t)",
            i=number + 1,
            n="Sitti",
            t="2027-01-12 02:00:00.000000",
        )
        do(url, "INSERT INTO facts (name, value) VALUES (:n, :v)", n=f"fact{number}", v="x" * size)


@pytest.fixture
def saved(office: Installation, sqlite_url: str) -> Path:
    """A good backup; the database to restore into is another one, still without a file."""
    _seed(sqlite_url)
    media = Path("data/media/ab")
    media.mkdir(parents=True)
    (media / "ab12.jpg").write_bytes(b"picture")
    office.database(sqlite_url)
    assert office("backup").status == 0
    (media / "ab12.jpg").unlink()
    office.database(EMPTY["sqlite"])
    return _backups()[0]


async def test_a_backup_under_load_is_one_moment_of_a_running_town(
    office: Installation, database_url: str, tmp_path: Path
) -> None:
    async with town(database_url, tmp_path) as place:
        office.database(database_url)
        office.set("MEDIA_DIR", str(place.settings.media_dir))
        people = [place.simulator.add_person(name) for name in list(WAYS)[:5]]
        lives = asyncio.gather(*(live(place.simulator, person, WAYS[person.first_name]) for person in people))
        while not lives.done():
            answer = await asyncio.to_thread(office.run, "backup")
            assert answer.status == 0
        await lives
    office.database(EMPTY["sqlite"])
    office.set("MEDIA_DIR", "data/lain")
    for archive in _backups()[::2]:
        assert office("restore", str(archive), "--ganti").status == 0
        target = "sqlite:///data/kosong.db"
        told = ask(target, "SELECT count(*) FROM usulan")
        assert told == ask(target, "SELECT coalesce(sum(last), 0) FROM counters")
        assert told == ask(target, "SELECT count(*) FROM outbox WHERE params LIKE '%Nomornya%'")


@pytest.mark.parametrize("target", ["sqlite", "postgres"])
async def test_everything_comes_back_in_a_database_of_either_kind(
    office: Installation, database_url: str, tmp_path: Path, target: str, postgres_server: PostgresServer
) -> None:
    async with town(database_url, tmp_path) as place:
        people = [place.simulator.add_person(name) for name in ("Nurdin", "Daeng")]
        await asyncio.gather(*(live(place.simulator, person, WAYS[person.first_name]) for person in people))
        await place.until("SELECT count(*) FROM media WHERE outcome = 'stored'", 2)
        await place.until("SELECT count(*) FROM outbox WHERE outcome IS NULL", 0)
    office.database(database_url)
    office.set("MEDIA_DIR", str(place.settings.media_dir))
    assert office("backup", "--ke", "simpanan").status == 0
    url = EMPTY[target] or postgres_server.new_database(template="template0")
    office.database(url)
    office.set("MEDIA_DIR", "data/baru")
    answer = office("restore", str(_backups("simpanan")[0]))
    assert answer.status == 0
    assert answer.lines[0].endswith("2 berkas media.")
    assert rows_of(office.environment["DATABASE_URL"].replace("postgresql:", "postgresql+psycopg:")) == rows_of(
        database_url
    )
    assert _files(Path("data/baru")) == _files(place.settings.media_dir)


def _files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


async def test_a_restored_bot_listens_but_is_silent_until_it_may_go_on(
    office: Installation, database_url: str, sqlite_url: str, tmp_path: Path
) -> None:
    async with town(database_url, tmp_path, started=False) as place:
        office.set("BOT_API_URL", place.settings.bot_api_url)
        sitti = place.simulator.add_person("Sitti")
        letter = {"chat_id": sitti.id, "text": "Kabar yang menunggu"}
        with opened(sqlite_url) as connection:
            connection.execute(outbox.insert(), outbox_row("sendMessage", letter, chat=sitti.id, real=time.time()))
        office.database(sqlite_url)
        assert office("backup").status == 0
        office.database(database_url)
        assert office("restore", str(_backups()[0]), "--ganti").status == 0
        bot = office.spawn("run")
        try:
            await place.simulator.begin(sitti)
            await place.until("SELECT count(*) FROM inbox", 1, seconds=20)
            await asyncio.sleep(1)
            assert place.simulator.said(sitti) == []
        finally:
            bot.terminate()
            await asyncio.to_thread(bot.communicate)
        assert bot.returncode == 0
        bot = office.spawn("run", "--lanjutkan")
        try:
            await place.simulator.wait_for(sitti, "Kabar yang menunggu", timeout=20, since=0)
        finally:
            bot.terminate()
            await asyncio.to_thread(bot.communicate)
        assert ask(database_url, "SELECT count(*) FROM facts WHERE name = 'paused'") == 0


def test_a_backup_is_for_its_owner_only_and_leaves_no_half_behind(saved: Path) -> None:
    assert saved.stat().st_mode & 0o777 == 0o600
    assert [path.name for path in saved.parent.iterdir()] == [saved.name]


def test_two_backups_in_one_second_are_two_files(office: Installation, sqlite_url: str) -> None:
    office.database(sqlite_url)
    assert [office("backup").status, office("backup").status] == [0, 0]
    assert len(_backups()) == 2


def test_a_large_table_goes_in_pieces(office: Installation, sqlite_url: str) -> None:
    _seed(sqlite_url, rows=5, size=600_000)
    office.database(sqlite_url)
    assert office("backup").status == 0
    assert sum(name.startswith("tables/facts.") for name, _content in read(_backups()[0])) > 2


def test_an_empty_database_has_nothing_to_save(office: Installation) -> None:
    answer = office("backup")
    assert (answer.status, answer.err) == (1, "Basis data masih kosong; belum ada yang bisa dicadangkan.\n")
    assert not Path("data/kawan.db").exists()


def test_a_folder_that_is_none_is_named(office: Installation, sqlite_url: str) -> None:
    office.database(sqlite_url)
    Path("simpanan").write_text("bukan folder")
    answer = office("backup", "--ke", "simpanan")
    assert (answer.status, answer.err) == (1, "simpanan tidak bisa dipakai: sudah ada.\n")


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
    assert _files(Path("data/media")) == {"ab/ab12.jpg": b"picture"}
    old = dict(read(next(path for path in _backups() if path != saved)))
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
    assert _files(Path("data/media")) == {}
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
    assert _files(Path("data/media")) == {}


@pytest.mark.parametrize("command", ["restore", "migrate"])
def test_nothing_is_restored_under_a_running_bot(office: Installation, saved: Path, command: str) -> None:
    words = [command, str(saved)] if command == "restore" else [command]
    with sole_user_of("sqlite+aiosqlite:///data/kosong.db"):
        answer = office(*words)
    assert (answer.status, answer.out) == (1, "")
    assert answer.err == "Bot masih berjalan. Hentikan dulu, tunggu satu menit, lalu coba lagi.\n"


def test_a_process_elsewhere_is_seen_by_its_lease(office: Installation, saved: Path, postgres_url: str) -> None:
    do(postgres_url, "INSERT INTO leases VALUES ('poll', 'another', extract(epoch FROM now()) + 30)")
    office.database(postgres_url)
    answer = office("restore", str(saved), "--ganti")
    assert (answer.status, answer.err) == (1, "Bot masih berjalan. Hentikan dulu, tunggu satu menit, lalu coba lagi.\n")


def test_a_missing_file_is_named(office: Installation) -> None:
    answer = office("restore", "hilang.tar.gz")
    assert (answer.status, answer.err) == (1, "hilang.tar.gz tidak bisa dipakai: tidak ada.\n")


def test_a_snapshot_stays_one_moment_while_others_write(database_url: str) -> None:
    if database_url.startswith("sqlite"):
        do(database_url, "PRAGMA journal_mode=WAL")  # as the bot sets it
    count = text("SELECT count(*) FROM facts")
    with plain.snapshot(database_url) as looking:
        before = looking.execute(count).scalar()
        do(database_url, "INSERT INTO facts VALUES ('new', 'one')")
        assert looking.execute(count).scalar() == before
    assert ask(database_url, "SELECT count(*) FROM facts") == 1


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
    assert list(_files(Path("data/media"))) == ["zz"]


def _one_more(counts: bytes) -> bytes:
    told = json.loads(counts)
    return json.dumps(told | {"files": told["files"] + 1}).encode()
