"""How people and offices are reached besides the chat, and who was asked to see to something."""

from sqlalchemy import BigInteger, Boolean, Column, Index, String, Table

from bot.store.tables.columns import Civil
from bot.store.tables.shared import Id, metadata

# The telephone of somebody with a role, if they gave it; gone with the role.
phones = Table(
    "phones",
    metadata,
    Column("person_id", Id, primary_key=True, autoincrement=False),
    Column("number", String(16), nullable=False),  # digits, from the 0 on
    Column("given_at", Civil, nullable=False),
)


# Whether a delegate is a woman, if they said so themselves: for announcements to women alone; gone with the role.
genders = Table(
    "genders",
    metadata,
    Column("person_id", Id, primary_key=True, autoincrement=False),
    Column("is_woman", Boolean, nullable=False),
    Column("told_at", Civil, nullable=False),
)


# The telephone of the office of a desa, kelurahan or kecamatan: nobody's own.
office_phones = Table(
    "office_phones",
    metadata,
    Column("wilayah", String(16), primary_key=True),
    Column("number", String(16), nullable=False),
    Column("given_by", BigInteger, index=True),
    Column("given_at", Civil, nullable=False),
)


# Somebody was asked by name to see to a village: one written message, told in the day's budget.
urgings = Table(
    "urgings",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=False),
    Column("wilayah", String(16), nullable=False),
    Column("person_id", BigInteger, nullable=False),  # who is asked
    Column("by", BigInteger),
    Column("at", Civil, nullable=False),
    Column("words", String(300), nullable=False, server_default=""),
    Index("ix_urgings_person", "person_id", "at"),
    Index("ix_urgings_at", "at"),
)
