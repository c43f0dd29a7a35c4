"""What all tables share."""

from typing import Any

from sqlalchemy import BigInteger, Integer, MetaData, text

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

#: A 64-bit number made by us or by Telegram. As INTEGER PRIMARY KEY it is SQLite's own row id, and needs no second
#: index.
Id = BigInteger().with_variant(Integer(), "sqlite")


def only(where: str) -> dict[str, Any]:
    """A partial index on both databases. PostgreSQL's dialect, which takes 4 MB, is not loaded for it where nobody uses
    it: `only_there_too` says so when tables are compared."""
    return {"sqlite_where": text(where)}


def only_there_too() -> None:
    """Whoever writes migrations wants every partial index to be one in PostgreSQL, too."""
    for table in metadata.tables.values():
        for index in table.indexes:
            where = index.dialect_options["sqlite"].get("where")
            if where is not None:
                index.dialect_kwargs["postgresql_where"] = where
