"""What comes in, what goes out, what waits, and who works on it."""

from sqlalchemy import BigInteger, Boolean, Column, Date, Index, SmallInteger, String, Table, Text, UniqueConstraint

from bot.store.tables.columns import Civil, Real
from bot.store.tables.shared import Id, metadata, only

# What Telegram told us, as it came. Stored before it is acknowledged.
inbox = Table(
    "inbox",
    metadata,
    Column("update_id", Id, primary_key=True, autoincrement=False),
    Column("lane", BigInteger, nullable=False),  # order key: the chat; for updates without one, the user
    Column("body", Text, nullable=False),
    Column("received_at", Real, nullable=False),
    Column("due_at", Real, nullable=False, default=0.0),
    Column("tries", SmallInteger, nullable=False, default=0),  # answers that failed
    Column("starts", SmallInteger, nullable=False, default=0),  # answers begun right after a start: a killer shows here
    Column("outcome", String(8)),  # NULL = not finished; done, bad, parked, flood
    Column("error", Text),
    Index("ix_inbox_open", "update_id", **only("outcome IS NULL")),
    Index("ix_inbox_trouble", "update_id", **only("outcome IN ('bad', 'parked')")),
    Index("ix_inbox_old", "received_at", **only("outcome IS NOT NULL")),
)


# What we tell Telegram. Stored before it is sent, in the transaction that decided it.
outbox = Table(
    "outbox",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=False),
    Column("chat", BigInteger, nullable=False),  # 0 = not addressed to a chat (setMyCommands)
    Column("person_id", BigInteger),
    Column("priority", SmallInteger, nullable=False),
    Column("method", String(40), nullable=False),
    Column("params", Text, nullable=False),
    Column("refers_to", BigInteger),  # the row whose message this edits or deletes
    Column("slot", String(64), unique=True),  # a later row with the same slot replaces this one
    Column("due_at", Real, nullable=False),
    Column("not_after", Real),
    Column("tries", SmallInteger, nullable=False, default=0),
    Column("lease_by", String(16)),  # in flight, and with whom
    Column("lease_until", Real),
    Column("uncertain", Boolean, nullable=False, default=False),  # it may have reached the person once already
    Column("outcome", String(12)),  # NULL = not finished; sent, dropped, refused, unreachable, unsure, dead
    Column("message_id", BigInteger),
    Column("result", Text),
    Column("error", Text),
    Column("created_at", Real, nullable=False),
    Column("finished_at", Real),
    Column("unasked_on", Date),  # the person's local day, for the budget of unasked messages
    Index("ix_outbox_open", "priority", "id", **only("outcome IS NULL")),
    Index("ix_outbox_open_chat", "chat", "id", **only("outcome IS NULL")),
    Index("ix_outbox_chat", "chat", "id"),  # what was said last there
    Index("ix_outbox_unasked", "person_id", "unasked_on", **only("unasked_on IS NOT NULL")),
    Index("ix_outbox_trouble", "id", **only("outcome IN ('refused', 'unsure', 'dead')")),
)


# One sending budget for all processes: for the bot as a whole and for each chat (GCRA: theoretical arrival time).
pacing = Table(
    "pacing",
    metadata,
    Column("scope", Id, primary_key=True, autoincrement=False),  # 0 = the whole bot, else the chat
    Column("tat", Real, nullable=False),
    Column("hold_until", Real, nullable=False),
)


# What each running process says of itself, a few times a minute: for the doctor, who is another process.
processes = Table(
    "processes",
    metadata,
    Column("name", String(16), primary_key=True),
    Column("seen_at", Real, nullable=False),
    Column("report", Text, nullable=False),  # JSON: its alarms
)


# What each process does again and again: since when, when it last did what it is for, and what ended it last.
loops = Table(
    "loops",
    metadata,
    Column("process", String(16), primary_key=True),
    Column("name", String(16), primary_key=True),
    Column("began_at", Real, nullable=False),
    Column("restarts", SmallInteger, nullable=False),
    Column("succeeded_at", Real),
    Column("failed_at", Real),
    Column("error", Text),
    Column("is_down", Boolean, nullable=False),
    Column("told_at", Real, nullable=False),
)


# Single facts of this installation: who the bot is, the clock's offset, a pause.
facts = Table("facts", metadata, Column("name", String(32), primary_key=True), Column("value", Text, nullable=False))


# What many are to be told because of one act: one row, written with the act; the clock tells it, hundreds at a time.
news = Table(
    "news",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=False),
    Column("kind", String(24), nullable=False),
    Column("subject", BigInteger, nullable=False),  # the row that it is about
    Column("detail", Text, nullable=False),  # what was so before, and why
    Column("by", BigInteger),  # who did it, and is not told
    Column("at", Civil, nullable=False),
    Column("told_up_to", BigInteger, nullable=False),  # people with ids up to this one were told
    Column("next_at", Civil),  # NULL = everybody was told
    Index("ix_news_next", "next_at", **only("next_at IS NOT NULL")),
)


# Who called for help and waits for an answer of those who were told.
alarms = Table(
    "alarms",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=False),
    Column("person_id", BigInteger, nullable=False),
    Column("subject", String(32), nullable=False),  # as in `notices`: which call, where, of what
    Column("at", Civil, nullable=False),
    Column("next_at", Civil),  # when it goes to whoever reads above; NULL = answered, over, or nobody is left
    Column("place", Text),  # where, as it is told
    Column("said", Text),  # what they called and said since, for whoever is told later; NULL = it has passed
    UniqueConstraint("person_id", "subject"),
    Index("ix_alarms_next", "next_at", **only("next_at IS NOT NULL")),
)


# Something to tell that nobody asked for: waits for its time, the person's hours and the day's budget.
notices = Table(
    "notices",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=False),
    Column("person_id", BigInteger, nullable=False),
    Column("kind", String(24), nullable=False),
    Column("subject", String(32), nullable=False),
    Column("due_at", Civil, nullable=False),
    Column("outcome", String(8)),  # NULL = waiting; told, moot
    UniqueConstraint("person_id", "kind", "subject"),
    Index("ix_notices_open", "due_at", **only("outcome IS NULL")),
)
