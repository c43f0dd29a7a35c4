"""Which schema this program needs. Apart from `migrate`, so that starting the bot does not load alembic."""

from sqlalchemy import inspect, text
from sqlalchemy.ext.asyncio import AsyncConnection

#: The newest revision in `migrations/versions`; a test holds the two together.
HEAD = "0002"


class WrongSchema(Exception):
    """The database has another schema than this program; `found` is its revision, None when it is empty."""

    def __init__(self, found: str | None) -> None:
        super().__init__(found)
        self.found = found


async def revision(connection: AsyncConnection) -> str | None:
    """The database's revision, or None when it has never been migrated."""
    tables = await connection.run_sync(lambda sync: inspect(sync).get_table_names())
    if "alembic_version" not in tables:
        return None
    return (await connection.execute(text("SELECT version_num FROM alembic_version"))).scalar()


async def require_head(connection: AsyncConnection) -> None:
    found = await revision(connection)
    if found != HEAD:
        raise WrongSchema(found)
