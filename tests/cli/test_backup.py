"""`backup` and `restore`: from either kind of database to either kind, while people write, whole or not at all."""

import asyncio
import time
from pathlib import Path

import pytest
from sqlalchemy import text

from bot.store.database import plain
from bot.store.tables import outbox
from bot.store.turn import outbox_row
from tests.cli.conftest import Installation
from tests.cli.shelf import EMPTY, ask, backups, do, files, opened, read, rows_of, seed
from tests.kill.people import WAYS, live
from tests.support.postgres import PostgresServer
from tests.support.town import town


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
    office.database(EMPTY)
    office.set("MEDIA_DIR", "data/lain")
    for archive in backups()[::2]:
        assert office("restore", str(archive), "--ganti").status == 0
        target = EMPTY
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
    url = EMPTY if target == "sqlite" else postgres_server.new_database(template="template0")
    office.database(url)
    office.set("MEDIA_DIR", "data/baru")
    answer = office("restore", str(backups("simpanan")[0]))
    assert answer.status == 0
    assert answer.lines[0].endswith("2 berkas media.")
    assert rows_of(office.environment["DATABASE_URL"].replace("postgresql:", "postgresql+psycopg:")) == rows_of(
        database_url
    )
    assert files(Path("data/baru")) == files(place.settings.media_dir)


async def test_a_restored_bot_neither_listens_nor_speaks_until_it_may_go_on(
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
        assert office("restore", str(backups()[0]), "--ganti").status == 0
        bot = office.spawn("run")
        try:
            await place.simulator.begin(sitti)
            await place.until("SELECT count(*) FROM processes", 1, seconds=20)
            await asyncio.sleep(3)
            assert place.simulator.said(sitti) == []
            assert (await place.rows("SELECT count(*) FROM inbox"))[0][0] == 0, "the original hears of it"
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


def test_two_backups_in_one_second_are_twofiles(office: Installation, sqlite_url: str) -> None:
    office.database(sqlite_url)
    assert [office("backup").status, office("backup").status] == [0, 0]
    assert len(backups()) == 2


def test_a_large_table_goes_in_pieces(office: Installation, sqlite_url: str) -> None:
    seed(sqlite_url, rows=5, size=600_000)
    office.database(sqlite_url)
    assert office("backup").status == 0
    assert sum(name.startswith("tables/facts.") for name, _content in read(backups()[0])) > 2


def test_an_empty_database_has_nothing_to_save(office: Installation) -> None:
    answer = office("backup")
    assert (answer.status, answer.err) == (1, "Basis data masih kosong; belum ada yang bisa dicadangkan.\n")
    assert not Path("data/kawan.db").exists()


def test_a_folder_that_is_none_is_named(office: Installation, sqlite_url: str) -> None:
    office.database(sqlite_url)
    Path("simpanan").write_text("bukan folder")
    answer = office("backup", "--ke", "simpanan")
    assert (answer.status, answer.err) == (1, "simpanan tidak bisa dipakai: sudah ada.\n")


def test_a_snapshot_stays_one_moment_while_others_write(database_url: str) -> None:
    if database_url.startswith("sqlite"):
        do(database_url, "PRAGMA journal_mode=WAL")  # as the bot sets it
    count = text("SELECT count(*) FROM facts")
    with plain.snapshot(database_url) as looking:
        before = looking.execute(count).scalar()
        do(database_url, "INSERT INTO facts VALUES ('new', 'one')")
        assert looking.execute(count).scalar() == before
    assert ask(database_url, "SELECT count(*) FROM facts") == 1
