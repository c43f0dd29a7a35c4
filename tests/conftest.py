"""What every test may ask for: a database of either kind, a PostgreSQL server that can crash, a fake token."""

import gc
import os
import shutil
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from sqlalchemy import Connection, Engine, event

from bot.config import Settings
from tests.support import FAKE_TOKEN
from tests.support.compiled import COMPILED
from tests.support.postgres import NoPostgres, PostgresServer

# Before anything imports telegram: its RetryAfter otherwise warns when it is read, and warnings are errors here.
os.environ["PTB_TIMEDELTA"] = "true"

IN_CI = os.environ.get("CI", "").lower() in ("1", "true")

# Two busy cores make any deadline a lie; in CI the same examples come every time.
settings.register_profile("here", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", settings.get_profile("here"), derandomize=True, print_blob=True)
settings.load_profile("ci" if IN_CI else "here")


@event.listens_for(Engine, "engine_connect")
def _compile_once(connection: Connection) -> None:
    connection.execution_options(compiled_cache=COMPILED)


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """What is collected stays to the end: nobody looks for garbage in it, neither now nor with every test again."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.freeze()
        gc.enable()


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The slow ones first, in the share of every worker: in the end nobody waits for the last of them."""
    workers = int(os.environ.get("PYTEST_XDIST_WORKER_COUNT", "1"))
    slow = [item for item in items if item.get_closest_marker("slow")]
    quick = [item for item in items if not item.get_closest_marker("slow")]
    items[:] = [item for at in range(workers) for item in (*slow[at::workers], *_share(quick, at, workers))]


def _share(items: list[pytest.Item], at: int, workers: int) -> list[pytest.Item]:
    return items[len(items) * at // workers : len(items) * (at + 1) // workers]


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """In CI a skipped test fails: what is not tested there is tested nowhere."""
    report = yield
    if IN_CI and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"skipped, which CI does not allow: {report.longrepr}"
    return report


@pytest.fixture
def fake_token() -> str:
    """A token of the right shape that opens nothing."""
    return FAKE_TOKEN


def _migrate(url: str) -> None:
    from bot.store.database.migrate import upgrade

    upgrade(url)


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[PostgresServer]:
    """One running server a test process; skipped loudly where PostgreSQL is not to be had."""
    try:
        # Nobody takes the power from it, and what killed processes wrote is there; with fsync the DROP of a bundle of
        # databases has taken 44 s. Servers that are to be crashed keep it.
        server = PostgresServer(_migrate, fsync="off")
    except NoPostgres as error:
        pytest.skip(f"NOT TESTED on PostgreSQL: {error}")
    try:
        server.start()
        yield server
    finally:
        server.stop()


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated SQLite file to copy."""
    path = tmp_path_factory.mktemp("template") / "kawan.db"
    _migrate(f"sqlite:///{path}")
    return path


def _in_our_form(url: str) -> str:
    return Settings(database_url=url).async_database_url


@pytest.fixture
def sqlite_url(sqlite_template: Path, tmp_path: Path) -> str:
    """The address of a migrated, empty SQLite file of one's own."""
    return _in_our_form(f"sqlite:///{shutil.copy(sqlite_template, tmp_path / 'kawan.db')}")


@pytest.fixture
def postgres_url(postgres_server: PostgresServer) -> Iterator[str]:
    """The address of a migrated, empty PostgreSQL database of one's own."""
    url = postgres_server.new_database()
    yield _in_our_form(url)
    postgres_server.drop_database(url)


@pytest.fixture(params=["sqlite", "postgres"])
def database_url(request: pytest.FixtureRequest) -> str:
    """A migrated, empty database of one's own, once of each kind; the address names the async driver."""
    url: str = request.getfixturevalue(f"{request.param}_url")
    return url


@pytest.fixture(params=["sqlite", "postgres"])
def unmigrated_database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A database without any table, once of each kind."""
    if request.param == "sqlite":
        yield _in_our_form(f"sqlite:///{tmp_path / 'unmigrated.db'}")
        return
    server: PostgresServer = request.getfixturevalue("postgres_server")
    url = server.new_database(template="template0")
    yield _in_our_form(url)
    server.drop_database(url)
