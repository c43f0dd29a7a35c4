"""A day of training: who said that they come, who came, and what is handed out."""

from sqlalchemy import Column, Index, SmallInteger, String, Table

from bot.store.tables.columns import Civil
from bot.store.tables.shared import Id, metadata

# What a training day has beside its date (`occasions`): the code on the wall, and when the last test was opened.
trainings = Table(
    "trainings",
    metadata,
    Column("occasion_id", Id, primary_key=True, autoincrement=False),
    Column("code", String(8), nullable=False, unique=True),  # good on its day only
    Column("made_at", Civil, nullable=False),
    Column("closing_at", Civil),  # when whoever came was asked to take the last test
)


# Somebody and a training day. There is no row for who neither answered nor came.
training_seats = Table(
    "training_seats",
    metadata,
    Column("occasion_id", Id, primary_key=True, autoincrement=False),
    Column("person_id", Id, primary_key=True, autoincrement=False),
    Column("scope", String(16), nullable=False),  # the wilayah that they come from
    Column("answer", String(5)),  # ya, tidak; NULL = came without an answer
    Column("answered_at", Civil),
    Column("came_at", Civil),
    Index("ix_training_seats_person", "person_id"),
)


# A paper or a picture for those of a training day: Telegram keeps it.
training_materials = Table(
    "training_materials",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=False),
    Column("occasion_id", Id, nullable=False, index=True),
    Column("kind", String(5), nullable=False),  # file, photo, voice
    Column("file_id", String(200), nullable=False),
    Column("position", SmallInteger, nullable=False),
    Column("by", Id),
    Column("at", Civil, nullable=False),
)
