"""The fixtures of `tests/conftest.py` give what they promise."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import settings
from sqlalchemy import Integer, literal, select, text
from sqlalchemy.ext.asyncio import create_async_engine

ROOT = Path(__file__).parents[2]


async def _run(url: str, query: str) -> list[str]:
    engine = create_async_engine(url)
    try:
        async with engine.begin() as connection:
            result = await connection.execute(text(query))
            return [str(row[0]) for row in result] if result.returns_rows else []
    finally:
        await engine.dispose()


async def test_a_database_of_either_kind_comes_migrated(database_url: str) -> None:
    assert len(await _run(database_url, "SELECT version_num FROM alembic_version")) == 1


async def test_an_unmigrated_database_of_either_kind_has_no_table(unmigrated_database_url: str) -> None:
    await _run(unmigrated_database_url, "CREATE TABLE alembic_version (version_num int)")
    assert await _run(unmigrated_database_url, "SELECT * FROM alembic_version") == []


async def test_what_is_compiled_once_serves_each_database_with_its_own_values(database_url: str) -> None:
    """An engine of one's own each time; the statement is compiled by the first only."""
    compiled = set()
    for value in (11, 22):
        engine = create_async_engine(database_url)
        async with engine.connect() as connection:
            result = await connection.execute(select(literal(value, Integer).label("the_test_of_sharing")))
            compiled.add(id(result.context.compiled))
            assert result.scalar_one() == value
        await engine.dispose()
    assert len(compiled) == 1


def test_telegram_gives_waits_as_durations() -> None:
    assert os.environ["PTB_TIMEDELTA"] == "true"


def test_no_example_of_hypothesis_has_a_deadline() -> None:
    assert settings.default is not None
    assert settings.default.deadline is None


@pytest.mark.parametrize(("ci", "expected"), [("true", 1), ("", 0)])
def test_a_skipped_test_fails_in_ci_and_only_there(tmp_path: Path, ci: str, expected: int) -> None:
    (tmp_path / "test_one.py").write_text("import pytest\n\n\ndef test_it():\n    pytest.skip('no browser')\n")
    command = [sys.executable, "-m", "pytest", "-q", "-p", "tests.conftest", "-c", os.devnull, str(tmp_path)]
    ran = subprocess.run(command, cwd=ROOT, env=os.environ | {"CI": ci}, capture_output=True, text=True, check=False)
    assert ran.returncode == expected, ran.stdout
    assert "no browser" in ran.stdout or not ci
