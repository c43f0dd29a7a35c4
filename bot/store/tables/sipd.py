"""What the office's own system takes."""

from sqlalchemy import BigInteger, Column, SmallInteger, String, Table, Text

from bot.store.tables.columns import Civil
from bot.store.tables.shared import metadata

# The kamus usulan that holds now: whoever types into SIPD chooses from it. A new one takes the place of all of it.
kamus = Table(
    "kamus",
    metadata,
    Column("position", SmallInteger, primary_key=True, autoincrement=False),  # as in the office's file
    Column("name", Text, nullable=False),
    Column("unit", String(40), nullable=False),
    Column("office", String(120), nullable=False),
    Column("price", BigInteger, nullable=False),  # rupiah a unit, 0 = not told
    Column("put_at", Civil, nullable=False),
)
