"""Announcements: what an office tells many, to whom, and what became of each copy."""

from sqlalchemy import BigInteger, Boolean, Column, Index, Integer, SmallInteger, String, Table, Text, false, text

from bot.store.tables.columns import Civil, Real
from bot.store.tables.shared import Id, metadata, only

# An announcement. Its clock is one column: what `next_at` asks for depends on `state`.
broadcasts = Table(
    "broadcasts",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=False),
    Column("author_id", Id, index=True),  # NULL = forgotten
    Column("scope", String(16), nullable=False),  # the smallest wilayah that holds all of its audience
    Column("audience", Text, nullable=False),  # JSON: core.broadcasts.shapes.Audience
    Column("message", Text, nullable=False),  # JSON: core.broadcasts.shapes.Message, as it is now
    Column("urgent_why", String(200)),  # why it passes the day's budget; NULL = it does not
    Column("beside", Id),  # whoever has that announcement does not get this one
    Column("state", String(12), nullable=False),
    Column("version", SmallInteger, nullable=False, server_default=text("1")),  # grows with every ralat
    Column("made_at", Civil, nullable=False),
    Column("starts_at", Civil),  # when it is to begin; NULL = as soon as it is agreed to
    Column("not_after", Civil),  # what has not left by then stays here
    Column("agreed_by", Id),  # the second officer
    Column("listed_up_to", BigInteger),  # people with ids up to this one stand in the ledger; NULL = everybody does
    Column("began_at", Civil),
    Column("ended_at", Civil),
    Column("progress_row", Id),  # the letter that shows its author how far it is
    Column("progress_at", Real),  # when it was last made to show something new
    Column("next_at", Civil),  # NULL = nothing to do by the clock
    Column("thinned_at", Civil),  # since then its ledger names nobody, and only counts
    Index("ix_broadcasts_next", "next_at", **only("next_at IS NOT NULL")),
)


# The ledger: one row for each who is to get it, claimed before sending and finished after. `todo` is what is to happen
# with their copy, `row_id` the letter that does it.
deliveries = Table(
    "deliveries",
    metadata,
    Column("broadcast_id", Id, primary_key=True, autoincrement=False),
    Column("target", Id, primary_key=True, autoincrement=False),  # a person; below 0 the chat of a group
    Column("chat", BigInteger, nullable=False),
    Column("role", String(24), nullable=False),  # as what they were written to
    Column("place", String(16), nullable=False),
    Column("todo", String(8)),  # send, edit, delete, again, remind; NULL = nothing
    Column("due_at", Civil),  # not before
    Column("row_id", Id),  # the letter on its way
    Column("then", String(8)),  # what is to happen when that one has arrived
    Column("outcome", String(12)),  # sent, blocked, refused, unsure, dead, left, late, stopped, withdrawn; NULL = open
    Column("uncertain", Boolean, nullable=False, server_default=false()),  # it may have arrived twice
    Column("message_id", BigInteger),  # of their copy
    Column("version", SmallInteger),  # which wording it has
    Column("mended", String(12)),  # what came of the last ralat or tarik: sent, again, refused, unreachable …
    Column("error", Text),
    Column("sent_at", Real),
    Column("understood_at", Civil),
    Column("replied_at", Civil),  # they wrote back to the wording that they have
    Column("answer", SmallInteger),  # the option they chose of the check question
    Column("reminded", SmallInteger, nullable=False, server_default=text("0")),
    Column("many", Integer),  # of a thinned ledger: so many ended alike, and `target` is nobody; NULL = one recipient
    Index("ix_deliveries_todo", "broadcast_id", "due_at", "target", **only("todo IS NOT NULL AND row_id IS NULL")),
    Index("ix_deliveries_flying", "broadcast_id", "row_id", **only("row_id IS NOT NULL")),
    Index("ix_deliveries_message", "chat", "message_id", **only("message_id IS NOT NULL")),
    Index("ix_deliveries_person", "target"),
)


# What happened to an announcement, who did it, with the words before; only ever added to.
broadcast_events = Table(
    "broadcast_events",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=False),
    Column("broadcast_id", Id, nullable=False, index=True),
    Column("kind", String(16), nullable=False),
    Column("by", Id),  # NULL = the clock
    Column("at", Civil, nullable=False),
    Column("detail", Text),  # JSON
)


# What recipients wrote back, and what they were answered.
broadcast_replies = Table(
    "broadcast_replies",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=False),
    Column("broadcast_id", Id, nullable=False, index=True),
    Column("person_id", Id, index=True),
    Column("message_id", BigInteger, nullable=False),  # theirs, so that the answer can quote it
    Column("words", Text, nullable=False),
    Column("at", Civil, nullable=False),
    Column("answer", Text),
    Column("answered_by", Id),
    Column("answered_at", Civil),
)


# A Telegram group that somebody with a role has tied to their wilayah, once an admin of it agreed.
chat_groups = Table(
    "chat_groups",
    metadata,
    Column("chat", BigInteger, primary_key=True, autoincrement=False),
    Column("title", String(128), nullable=False),
    Column("wilayah", String(16), nullable=False),
    Column("tied_by", Id),
    Column("asked_at", Civil, nullable=False),
    Column("agreed_at", Civil),  # NULL = no admin of it has said yes
    Column("left_at", Civil),
)


# Who is known to read a group: they get what is said there once, there.
group_members = Table(
    "group_members",
    metadata,
    Column("chat", BigInteger, primary_key=True, autoincrement=False),
    Column("person_id", Id, primary_key=True, autoincrement=False),
    Column("seen_at", Civil, nullable=False),
    Index("ix_group_members_person", "person_id"),
)
