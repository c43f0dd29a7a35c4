"""What became of usulan, step by step; who ticked which for the same fate; and what was promised about them."""

from sqlalchemy import Column, Index, Integer, SmallInteger, String, Table, Text, text

from bot.store.tables.columns import Civil
from bot.store.tables.shared import Id, metadata, only

# An usulan changed its state; only ever added to. `batch`: the act that changed it, perhaps with many others.
moves = Table(
    "moves",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=False),
    Column("batch", Id, nullable=False, index=True),
    Column("usulan_id", Id, nullable=False),
    Column("before", String(16), nullable=False),
    Column("state", String(16), nullable=False),
    Column("reason", String(8)),
    Column("note", Text),  # in own words
    Column("decider", String(24)),  # a key of content/keadaan.toml; NULL = the meeting, or the year's end
    Column("occasion_id", Id),  # the meeting that decided it
    Column("by", Id),  # who wrote it down
    Column("at", Civil, nullable=False),
    Column("told_at", Civil),  # when its proposer was told, by telephone or in person
    Column("answer", String(8)),  # jelas, tanya
    Index("ix_moves_usulan", "usulan_id", "id"),
)


# Usulan that somebody ticked to give them all the same state; `seen`: how often each had been moved then.
ticks = Table(
    "ticks",
    metadata,
    Column("person_id", Id, primary_key=True, autoincrement=False),
    Column("usulan_id", Id, primary_key=True, autoincrement=False),
    Column("seen", Integer, nullable=False),
)


# The book of promises: what was promised to whom, by when. The clock looks at each when it is due.
promises = Table(
    "promises",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=False),
    Column("kind", String(8), nullable=False),  # kabar, baca, jawab
    Column("subject", Id, nullable=False),  # the usulan; of `jawab` the question
    Column("desa", String(16), nullable=False),
    Column("person_id", Id),  # whom; NULL = somebody who is told in person
    Column("made_at", Civil, nullable=False),
    Column("due_at", Civil, nullable=False),
    Column("next_at", Civil),  # when the clock looks at it; NULL = it has ended
    Column("rung", SmallInteger, nullable=False, server_default=text("0")),  # how far it has climbed since it is late
    # open; handed (to whoever tells them in person); kept (the person has the word); moot (nothing to tell any more)
    Column("state", String(8), nullable=False),
    Column("admitted_at", Civil),  # when they were told that it is late
    Column("ended_at", Civil),
    Index("ix_promises_subject", "subject", **only("state IN ('open', 'handed')")),
    Index("ix_promises_due", "next_at", **only("next_at IS NOT NULL")),
    Index("ix_promises_late", "due_at", **only("state IN ('open', 'handed')")),
)
