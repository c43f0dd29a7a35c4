"""Bringing a database to the program's schema."""

from collections.abc import Callable
from pathlib import Path

from alembic import command
from alembic.config import Config

from bot.store.database import plain

_FOLDER = Path(__file__).parents[1] / "migrations"


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(_FOLDER))
    return config


def upgrade(url: str, revision: str = "head") -> None:
    """Migrate the database at `url` (async or plain form), all in one transaction."""
    _run(url, lambda config: command.upgrade(config, revision))


def differences(url: str) -> None:
    """Raise when the tables in code and the migrated database differ."""
    _run(url, command.check)


def write_revision(url: str, message: str, number: str) -> None:
    """For developers: a new revision from the difference between tables and database."""
    _run(url, lambda config: command.revision(config, message, autogenerate=True, rev_id=number))


def _run(url: str, job: Callable[[Config], object]) -> None:
    with plain.sole_transaction(url) as connection:
        config = _config()
        config.attributes["connection"] = connection
        job(config)


if __name__ == "__main__":
    import sys
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        scratch = f"sqlite:///{folder}/scratch.db"
        upgrade(scratch)
        write_revision(scratch, message=sys.argv[2], number=sys.argv[1])
