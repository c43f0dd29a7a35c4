"""People: their accounts, voices, roles, consent, and what they are in the middle of saying."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    Index,
    SmallInteger,
    String,
    Table,
    Text,
    UniqueConstraint,
    false,
    text,
)

from bot.store.tables.columns import Civil, Real
from bot.store.tables.shared import Id, metadata, only

# Somebody who writes to us or is written about; `address` is where the messenger finds them.
people = Table(
    "people",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=False),
    Column("channel", String(12), nullable=False),
    Column("address", BigInteger, nullable=False),
    Column("name", String(64), nullable=False),
    Column("named_by_self", Boolean, nullable=False, default=False),  # what the messenger calls them counts no more
    Column("unnamed", Boolean, nullable=False, server_default=false()),  # "jangan sebut nama saya", of all they bring
    Column("place", Text),  # the last place named, offered again
    Column("called_at", Civil),  # when somebody was told last that they called for help
    Column("consent_version", String(16)),
    Column("consented_at", Civil),
    Column("unreachable_since", Civil),
    Column("first_seen_at", Civil, nullable=False),
    Column("last_at", Civil, nullable=False),  # last consent, usulan or change: from here the retention counts
    Column("digest_at", SmallInteger),  # when the daily list comes: minutes after midnight; NULL = as the office says
    Column("away_from", Date),  # on leave from that day on; NULL = since it was said
    Column("away_until", Date),  # on leave: until that day nobody reminds them of their tasks
    UniqueConstraint("channel", "address"),
    Index("ix_people_last", "last_at"),
    Index("ix_people_gone", "id", **only("unreachable_since IS NOT NULL")),
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
    Column(
        "settle_at", Civil
    ),  # when tasks in this wilayah look for their owner again: it begins, ends, was taken away
    Index("ix_grants_settle", "settle_at", **only("settle_at IS NOT NULL")),
    Index("ix_grants_role", "role", **only("revoked_at IS NULL")),  # those few who get the Monday's page
)


# An invitation: only a hash of its code is kept.
invites = Table(
    "invites",
    metadata,
    Column("code_hash", String(64), primary_key=True),
    Column("id", Id, nullable=False, unique=True),  # names it in a button
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
    Column("replaces", Id),  # who hands everything over to whoever brings this code
)


# An account that was cut off from its person: a telephone that is lost. The person's place waits for a successor.
blocks = Table(
    "blocks",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=False),
    Column("person_id", Id, nullable=False, unique=True),
    Column("account", BigInteger, index=True),  # its address: codes made before do not serve it
    Column("by", Id),
    Column("why", String(16), nullable=False),  # hilang, dicuri, orang_lain
    Column("at", Civil, nullable=False),
)


# A list of people that somebody sent, to invite them to a role or as guests of a meeting: fetched, read row by row and
# shown; what was read is kept until they say yes, no longer than a few days, and never after it was used.
lists = Table(
    "lists",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=False),
    Column("person_id", Id, nullable=False, index=True),
    Column("file_id", Text, nullable=False),
    Column("due_at", Real, nullable=False),
    Column("tries", SmallInteger, nullable=False, default=0),
    Column("starts", SmallInteger, nullable=False, server_default=text("0")),  # taken up, and no end of it was seen
    Column("outcome", String(8)),  # NULL = waiting; shown, read, refused, gone, dropped, parked (failed three times)
    Column("error", Text),
    Column("occasion_id", Id),  # whose guests they are; NULL = people to invite to a role, or what `kind` says
    Column("kind", String(8)),  # sipd: no people, but what SIPD answers of usulan
    Column("found", Text),  # JSON: what was read, while it waits for a yes
    Index("ix_lists_shown", "due_at", **only("found IS NOT NULL")),
    Index("ix_lists_open", "due_at", **only("outcome IS NULL")),
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


# Every yes and no to the consent screen, with the version of its words; only ever added to.
consents = Table(
    "consents",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=False),
    Column("person_id", Id, nullable=False, index=True),
    Column("speaker_id", Id),
    Column("version", String(16), nullable=False),
    Column("at", Civil, nullable=False),
    Column("answer", String(8), nullable=False),  # ya, wali, tidak, ditarik
)


# Who is to be forgotten: done by the clock at once, and to the last trace when the farewell has left.
erasures = Table(
    "erasures",
    metadata,
    Column("person_id", Id, primary_key=True, autoincrement=False),
    Column("address", BigInteger, nullable=False),
    Column("asked_at", Civil, nullable=False),
    Column("with_words", Boolean, nullable=False, default=False),  # the words of their usulan go, too
    Column("farewell", Id, nullable=False),  # the last letter to them, or an id of that moment: what is older is theirs
    Column("names", Text),  # JSON: what they and their speakers were called, until no message mentions it
    Column("erased_at", Civil),  # when the tables were done; what is left are bodies of messages
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
    Index("ix_conversations_nudge", "nudge_at", **only("nudge_at IS NOT NULL")),
)


# What a person said before the consent screen: only which updates, their bodies wait unread in the inbox.
first_words = Table(
    "first_words",
    metadata,
    Column("person_id", Id, primary_key=True, autoincrement=False),
    Column("update_ids", Text, nullable=False),
    Column("at", Civil, nullable=False),
)
