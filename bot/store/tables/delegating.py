"""Who speaks for which usulan where it is decided, and what they brought back."""

from sqlalchemy import Column, Index, String, Table, Text

from bot.store.tables.columns import Civil
from bot.store.tables.shared import Id, metadata, only

# An usulan that a delegate speaks for; of one usulan one at a time.
errands = Table(
    "errands",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=False),
    Column("usulan_id", Id, nullable=False, index=True),
    Column("person_id", Id),
    Column("given_by", Id),
    Column("given_at", Civil, nullable=False),
    Column("state", String(12), nullable=False),  # given, reported, withdrawn
    Column("outcome", String(12)),  # disampaikan, ditanya, belum
    Column("words", Text),  # what they say of it, in a sentence
    Column("closed_at", Civil),
    Index("ix_errands_one", "usulan_id", unique=True, **only("state = 'given'")),
    Index("ix_errands_mine", "person_id", **only("state = 'given'")),
)
