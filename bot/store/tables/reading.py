"""What readers ordered of usulan."""

from sqlalchemy import Boolean, Column, Index, Integer, SmallInteger, String, Table, Text, text

from bot.store.tables.columns import Civil
from bot.store.tables.shared import Id, metadata, only

# A file of usulan that somebody waits for: the clock reads so many at a time until all are in it. What is read is kept
# compressed here for these seconds, and gone when the letter is promised.
usulan_orders = Table(
    "usulan_orders",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=False),
    Column("person_id", Id, nullable=False, index=True),
    Column("kind", String(8), nullable=False),  # tabel, dinding
    Column("year", SmallInteger, nullable=False),
    Column("inside", String(16), nullable=False, server_default=text("''")),  # of this wilayah alone
    Column("words", String(64)),  # of those that tell all of these; NULL = of all
    Column("unread", Boolean),  # of those that nobody read; NULL = of all
    Column("kecamatan", String(16), nullable=False, server_default=text("''")),  # how far it is read: up to this one
    Column("serial", Integer, nullable=False, server_default=text("0")),  # and number
    Column("number", Integer, nullable=False, server_default=text("0")),  # how many are in it
    Column("packed", Text, nullable=False, server_default=text("''")),
    Column("next_at", Civil),
    Index("ix_usulan_orders_next_at", "next_at", **only("next_at IS NOT NULL")),
)
