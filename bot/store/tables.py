"""Every table, and beside each the sentence that says why it is there.

Unfinished work is `outcome IS NULL`, so that the partial indexes below hold only what is left to do and a look for
work costs
what is due, never what exists.
"""

from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    Index,
    Integer,
    MetaData,
    SmallInteger,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from bot.store.columns import Civil, Real

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


def _only(where: str) -> dict[str, Any]:
    """The same partial index on both databases."""
    return {"sqlite_where": text(where), "postgresql_where": text(where)}


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
    Index("ix_inbox_open", "update_id", **_only("outcome IS NULL")),
    Index("ix_inbox_trouble", "update_id", **_only("outcome IN ('bad', 'parked')")),
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
    Index("ix_outbox_open", "priority", "id", **_only("outcome IS NULL")),
    Index("ix_outbox_open_chat", "chat", "id", **_only("outcome IS NULL")),
    Index("ix_outbox_unasked", "person_id", "unasked_on", **_only("unasked_on IS NOT NULL")),
    Index("ix_outbox_trouble", "id", **_only("outcome IN ('refused', 'unsure', 'dead')")),
)

# Somebody who writes to us or is written about; `address` is where the messenger finds them.
people = Table(
    "people",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=False),
    Column("channel", String(12), nullable=False),
    Column("address", BigInteger, nullable=False),
    Column("name", String(64), nullable=False),
    Column("place", Text),  # the last place named, offered again
    Column("consent_version", String(16)),
    Column("consented_at", Civil),
    Column("unreachable_since", Civil),
    Column("first_seen_at", Civil, nullable=False),
    UniqueConstraint("channel", "address"),
)

# A role in a wilayah: a person may act on every row whose code starts with `scope`.
grants = Table(
    "grants",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=False),
    Column("person_id", BigInteger, nullable=False, index=True),
    Column("role", String(24), nullable=False),
    Column("scope", String(16), nullable=False, index=True),
    Column("granted_at", Civil, nullable=False),
    Column("until", Civil),
    Column("revoked_at", Civil),
)

# An invitation: only a hash of its code is kept.
invites = Table(
    "invites",
    metadata,
    Column("code_hash", String(64), primary_key=True),
    Column("role", String(24), nullable=False),
    Column("scope", String(16), nullable=False),
    Column("made_at", Civil, nullable=False),
    Column("expires_at", Civil, nullable=False),
    Column("used_at", Civil),
    Column("used_by", BigInteger),
    Column("revoked_at", Civil),
    Column("made_by", Id, index=True),  # NULL = the command line
    Column("label", String(80)),  # whom it is for, as the office's list says
    Column("batch", String(16), index=True),  # the list it came with
)

# Wrong codes typed, so that guessing is slow (5 an hour and person).
wrong_codes = Table(
    "wrong_codes",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=False),
    Column("person_id", BigInteger, nullable=False),
    Column("at", Civil, nullable=False),
    Index("ix_wrong_codes_recent", "person_id", "at"),
)

# A guided conversation that is open: a draft. It never expires by itself.
conversations = Table(
    "conversations",
    metadata,
    Column("person_id", Id, primary_key=True, autoincrement=False),
    Column("flow", String(32), primary_key=True),
    Column("draft", String(8), nullable=False),
    Column("state", Text, nullable=False),
    Column("touched_at", Civil, nullable=False),
    Column("nudge_at", Civil),  # when to ask whether the person wants to go on; once per draft
    Index("ix_conversations_nudge", "nudge_at", **_only("nudge_at IS NOT NULL")),
)

# An usulan as it was spoken. The number is gapless per kecamatan and year.
usulan = Table(
    "usulan",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=False),
    Column("code", String(24), nullable=False, unique=True),  # ENR-27-BRK-0042
    Column("year", SmallInteger, nullable=False),
    Column("kecamatan", String(16), nullable=False),
    Column("serial", Integer, nullable=False),
    Column("desa", String(16), nullable=False),
    Column("person_id", BigInteger),
    Column("answers", Text, nullable=False),  # JSON: what was answered, by question
    Column("status", String(16), nullable=False),
    Column("spoken_at", Civil, nullable=False),
    Column("read_by", BigInteger),
    Column("read_at", Civil),
    Column("locked_at", Civil),  # the meeting has it: no more corrections by message
    Column("speaker_id", Id),  # whose voice it is; NULL = the person themselves
    Column("typed_by", Id),  # the facilitator who wrote it down for somebody (titip)
    Column("agreed", Text),  # JSON: how the speaker agreed that it be written down
    Column("reader_id", Id),  # the reader that the person chose
    Column("told_at", Civil),  # when somebody without an account of their own was told in person
    UniqueConstraint("year", "kecamatan", "serial"),
    Index("ix_usulan_person", "person_id", "id"),
    Index("ix_usulan_unread", "desa", "id", **_only("read_at IS NULL")),
    Index("ix_usulan_speaker", "speaker_id", **_only("speaker_id IS NOT NULL")),
    Index("ix_usulan_to_tell", "typed_by", "id", **_only("typed_by IS NOT NULL AND told_at IS NULL")),
)

# Somebody who speaks through another's account: the woman with her husband's phone, the neighbour without any.
speakers = Table(
    "speakers",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=False),
    Column("account_id", Id, index=True),  # the person whose account is used; NULL after the account is gone
    Column("name", String(64), nullable=False),
    Column("tell_directly", Boolean, nullable=False, default=False),  # "jangan kabari lewat HP ini"
    Column("guardian", String(64)),  # under 18: the parent who agreed
    Column("made_at", Civil, nullable=False),
)

# Every yes and no to the consent screen, with the version of its words; only ever added to.
consents = Table(
    "consents",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=False),
    Column("person_id", Id, nullable=False, index=True),
    Column("speaker_id", Id),
    Column("version", String(16), nullable=False),
    Column("at", Civil, nullable=False),
    Column("answer", String(8), nullable=False),  # ya, tidak, ditarik
)

# What a person said before the consent screen: only which updates, their bodies wait unread in the inbox.
first_words = Table(
    "first_words",
    metadata,
    Column("person_id", Id, primary_key=True, autoincrement=False),
    Column("update_ids", Text, nullable=False),
    Column("at", Civil, nullable=False),
)

# What a voice says, typed by a facilitator; the speaker hears it back and confirms. The own words stay.
wordings = Table(
    "wordings",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=False),
    Column("usulan_id", Id, nullable=False, index=True),
    Column("question", String(32), nullable=False),
    Column("text", Text, nullable=False),
    Column("made_by", Id),
    Column("made_at", Civil, nullable=False),
    Column("confirmed_at", Civil),
    Column("refused_at", Civil),
)

# Codes by which the person of a titip takes their usulan over later; only a hash is kept.
claims = Table(
    "claims",
    metadata,
    Column("code_hash", String(64), primary_key=True),
    Column("usulan_id", Id, nullable=False, index=True),
    Column("expires_at", Civil, nullable=False),
    Column("used_at", Civil),
    Column("used_by", Id),
)

# Dusun and lingkungan that a facilitator confirmed, added or renamed (`was` = the name before).
hamlets = Table(
    "hamlets",
    metadata,
    Column("desa", String(16), primary_key=True),
    Column("name", String(64), primary_key=True),
    Column("was", String(64)),
    Column("confirmed_by", Id),
    Column("confirmed_at", Civil, nullable=False),
)

# Who asked to be forgotten; done by the clock as soon as the farewell has left.
erasures = Table(
    "erasures",
    metadata,
    Column("person_id", Id, primary_key=True, autoincrement=False),
    Column("address", BigInteger, nullable=False),
    Column("asked_at", Civil, nullable=False),
)

# Which Telegram message said what, so that editing the message corrects the usulan.
spoken = Table(
    "spoken",
    metadata,
    Column("person_id", Id, primary_key=True, autoincrement=False),
    Column("message_id", Id, primary_key=True, autoincrement=False),
    Column("usulan_id", BigInteger, nullable=False, index=True),
    Column("question", String(32), nullable=False),
)

# Photos and voices of an usulan; fetched later and again until they are here.
media = Table(
    "media",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=False),
    Column("usulan_id", BigInteger, nullable=False, index=True),
    Column("question", String(32), nullable=False),
    Column("kind", String(8), nullable=False),
    Column("file_id", Text, nullable=False),
    Column("size", BigInteger),
    Column("due_at", Real, nullable=False),
    Column("tries", SmallInteger, nullable=False, default=0),
    Column("outcome", String(8)),  # NULL = still to fetch; stored, refused, gone
    Column("path", Text),
    Column("error", Text),
    Index("ix_media_open", "due_at", **_only("outcome IS NULL")),
)

# What happened to an usulan; only ever added to.
events = Table(
    "events",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=False),
    Column("usulan_id", BigInteger, nullable=False, index=True),
    Column("at", Civil, nullable=False),
    Column("by", BigInteger),
    Column("kind", String(24), nullable=False),
    Column("detail", Text),
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
    Index("ix_notices_open", "due_at", **_only("outcome IS NULL")),
)

# The last number given in a series (kecamatan and year).
counters = Table(
    "counters",
    metadata,
    Column("series", String(32), primary_key=True),
    Column("last", Integer, nullable=False),
)

# Three letters per kabupaten and kecamatan, made once and then kept, since they are printed in numbers.
short_codes = Table(
    "short_codes",
    metadata,
    Column("wilayah", String(16), primary_key=True),
    Column("short", String(4), nullable=False, unique=True),
)

# Single facts of this installation: who the bot is, the clock's offset, a pause.
facts = Table("facts", metadata, Column("name", String(32), primary_key=True), Column("value", Text, nullable=False))

# Who polls, and which processes are alive.
leases = Table(
    "leases",
    metadata,
    Column("name", String(32), primary_key=True),
    Column("holder", String(16), nullable=False),
    Column("until", Real, nullable=False),
)

# One sending budget for all processes: for the bot as a whole and for each chat (GCRA: theoretical arrival time).
pacing = Table(
    "pacing",
    metadata,
    Column("scope", Id, primary_key=True, autoincrement=False),  # 0 = the whole bot, else the chat
    Column("tat", Real, nullable=False),
    Column("hold_until", Real, nullable=False),
)
