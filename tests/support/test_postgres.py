"""The database server of the tests crashes, freezes and comes back as told."""

import shutil
import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import psycopg
import pytest

from tests.support.postgres import NoPostgres, PostgresServer, system_binaries, wheel_binaries


@pytest.fixture(scope="module")
def server() -> Iterator[PostgresServer]:
    """A server of our own: a crash must not hit the tests of others in this process."""
    try:
        server = PostgresServer(_make_table)
    except NoPostgres as error:
        pytest.skip(f"NOT TESTED on PostgreSQL: {error}")
    server.start()
    yield server
    server.stop()


def _make_table(url: str) -> None:
    with psycopg.connect(url) as connection:
        connection.execute("CREATE TABLE usulan (number int PRIMARY KEY)")


def _numbers(url: str) -> list[int]:
    with psycopg.connect(url) as connection:
        return [row[0] for row in connection.execute("SELECT number FROM usulan ORDER BY number")]


def test_a_new_database_is_a_copy_of_the_migrated_template(server: PostgresServer) -> None:
    first, second = server.new_database(), server.new_database()
    with psycopg.connect(first) as connection:
        connection.execute("INSERT INTO usulan VALUES (1)")
    assert (_numbers(first), _numbers(second)) == ([1], [])


def test_it_is_as_durable_as_in_the_field(server: PostgresServer) -> None:
    with psycopg.connect(server.new_database()) as connection:
        durable = [connection.execute(f"SHOW {name}".encode()).fetchone() for name in ("fsync", "synchronous_commit")]
    assert durable == [("on",), ("on",)]


@pytest.mark.parametrize("how", [signal.SIGQUIT, signal.SIGKILL])
def test_a_crash_keeps_what_was_committed_and_nothing_else(server: PostgresServer, how: signal.Signals) -> None:
    url = server.new_database()
    open_one = psycopg.connect(url)
    open_one.execute("INSERT INTO usulan VALUES (1)")
    open_one.commit()
    open_one.execute("INSERT INTO usulan VALUES (2)")
    server.crash(how)
    with pytest.raises(psycopg.OperationalError):
        open_one.commit()
    open_one.close()
    assert _numbers(url) == [1]


def test_a_frozen_server_answers_nobody_until_it_thaws(server: PostgresServer) -> None:
    url = server.new_database()
    server.freeze()
    try:
        with pytest.raises(psycopg.OperationalError, match="timeout"):
            psycopg.connect(url, connect_timeout=2)
    finally:
        server.thaw()
    assert _numbers(url) == []


def test_a_frozen_query_goes_on_after_the_thaw(server: PostgresServer) -> None:
    with psycopg.connect(server.new_database()) as connection:
        connection.execute("SELECT 1")
        server.freeze()
        states = {process.status() for process in server._processes()}
        server.thaw()
        assert states == {psutil.STATUS_STOPPED}
        assert connection.execute("SELECT 2").fetchone() == (2,)


def test_its_settings_can_be_made_tight() -> None:
    tight = PostgresServer(max_connections="5", superuser_reserved_connections="0", autovacuum="off")
    tight.start()
    try:
        held = [psycopg.connect(tight.address("postgres")) for _ in range(5)]
        with pytest.raises(psycopg.OperationalError, match="too many clients"):
            psycopg.connect(tight.address("postgres"))
        for connection in held:
            connection.close()
    finally:
        tight.stop()


@pytest.mark.parametrize("find", [system_binaries, wheel_binaries])
def test_it_runs_from_the_system_and_from_the_wheel(find: Callable[[], Path | None]) -> None:
    binaries = find()
    if binaries is None:
        pytest.skip("NOT TESTED: no such PostgreSQL here")
    server = PostgresServer(binaries=binaries)
    server.start()
    try:
        with psycopg.connect(server.address("postgres")) as connection:
            assert connection.info.server_version >= 150000
    finally:
        server.stop()


def test_nothing_is_left_of_a_stopped_server() -> None:
    server = PostgresServer()
    server.start()
    processes = server._processes()
    folders = (server._folder, server._rows)
    server.freeze()
    server.stop()
    time.sleep(0.05)
    assert not any(folder.exists() for folder in folders)
    assert not [process for process in processes if process.is_running()]


def test_a_server_too_old_is_as_good_as_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("postgres", "initdb"):
        (tmp_path / name).write_text("#!/bin/sh\necho 'postgres (PostgreSQL) 14.9'\n")
        (tmp_path / name).chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(Path, "glob", lambda folder, pattern: iter(()))
    assert shutil.which("postgres") == str(tmp_path / "postgres")
    assert system_binaries() is None
