"""Checks in the field: given to somebody, filled in item by item, and what they found otherwise than told."""

from sqlalchemy import Column, Index, String, Table, Text

from bot.store.tables.columns import Civil
from bot.store.tables.shared import Id, metadata, only

# An usulan that somebody is to look at on the spot; of one usulan one at a time.
field_checks = Table(
    "field_checks",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=False),
    Column("usulan_id", Id, nullable=False),
    Column("depth", String(8), nullable=False),  # pendek, penuh
    Column("stage", String(16), nullable=False),  # where the usulan stood, and where it goes back to
    Column("given_by", Id),
    Column("given_to", Id),
    Column("given_at", Civil, nullable=False),
    Column("due_at", Civil, nullable=False),
    Column("state", String(12), nullable=False),  # given, done, withdrawn, returned
    Column("next_at", Civil),  # when the clock looks at it again
    Column("result", String(8)),  # sesuai, berubah, tidak
    Column("reason", Text),
    Column("closed_by", Id),
    Column("closed_at", Civil),
    Index("ix_field_checks_usulan", "usulan_id"),
    Index("ix_field_checks_one", "usulan_id", unique=True, **only("state = 'given'")),
    Index("ix_field_checks_mine", "given_to", **only("state = 'given'")),
    Index("ix_field_checks_due", "next_at", **only("next_at IS NOT NULL")),
)


# What was found, one row an item, so that two who write at once each keep their own.
check_findings = Table(
    "check_findings",
    metadata,
    Column("check_id", Id, primary_key=True, autoincrement=False),
    Column("item", String(16), primary_key=True),
    Column("value", Text, nullable=False),  # JSON: the answers, by question
    Column("by", Id),
    Column("at", Civil, nullable=False),
    Column("version", Id, nullable=False),  # another with every word that is written there
)


# What was told and found otherwise: it goes back to whoever told it before anything of the usulan changes.
check_differences = Table(
    "check_differences",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=False),
    Column("check_id", Id, nullable=False, index=True),
    Column("field", String(32), nullable=False),
    Column("stated", Text),  # JSON, as the answers of the usulan
    Column("found", Text),  # the same; NULL = not as told, and not known how
    Column("clarification_id", Id, index=True),  # the question by which it went back; NULL = not yet
)
