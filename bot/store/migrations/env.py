"""How alembic reaches our tables; called by `bot.store.database.migrate`, never by hand."""

from alembic import context

from bot.store.tables import metadata
from bot.store.tables.shared import only_there_too

only_there_too()
connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=metadata,
    render_as_batch=connection.dialect.name == "sqlite",
    compare_type=True,
)
with context.begin_transaction():
    context.run_migrations()
