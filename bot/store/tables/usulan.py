"""Usulan: what was said, by whom, in which words, and what happened to it."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Index,
    Integer,
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

#: Who may have to be told in person; the same words stand in what asks for them, so that the index serves.
IN_PERSON = "(typed_by IS NOT NULL OR speaker_id IS NOT NULL)"

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
    Column("unnamed", Boolean, nullable=False, server_default=false()),  # "jangan sebut nama saya"
    Column("unread_at", Civil),  # when it is looked at again while nobody has read it
    Column("unread_rung", SmallInteger, nullable=False, server_default=text("0")),  # how often it was named since
    Column("state", String(16)),  # where it stands (content/keadaan.toml); NULL = nobody has moved it
    Column("moved", Integer, nullable=False, server_default=text("0")),  # how often: who saw fewer overwrites nobody
    Column("joined_id", Id),  # the usulan with which it is one; its proposers are told of that one
    Column("again_of", Id),  # which it was in an earlier year
    Column("sipd", String(40)),  # the number that SIPD gave it
    Column("season_at", Civil),  # when its year is over, or when it may be brought again
    # What readers sift by; derived from the answers when `sift_at` has come, never the truth itself.
    Column("sift_at", Civil),
    Column("dusun", String(64)),
    Column("lacks", SmallInteger),  # marks of its checklist that nothing earns yet
    Column("unwritten", SmallInteger),  # voices of which nothing is written down
    UniqueConstraint("year", "kecamatan", "serial"),
    Index("ix_usulan_person", "person_id", "id"),
    Index("ix_usulan_unread", "desa", "id", **only("read_at IS NULL")),
    Index("ix_usulan_forum", "desa", "serial", "id", **only("moved > 0 AND joined_id IS NULL")),
    Index("ix_usulan_desa", "desa", "id"),
    # Lists that begin with the oldest, of any wilayah: those of elsewhere are passed over within the index.
    Index("ix_usulan_unread_first", "spoken_at", "id", "desa", **only("read_at IS NULL")),
    Index("ix_usulan_lacking", "spoken_at", "id", "desa", **only("lacks > 0 AND locked_at IS NULL")),
    Index("ix_usulan_unwritten", "spoken_at", "id", "desa", **only("unwritten > 0 AND locked_at IS NULL")),
    Index("ix_usulan_in_person", "spoken_at", "id", "desa", **only(f"told_at IS NULL AND {IN_PERSON}")),
    Index("ix_usulan_sift_at", "sift_at", **only("sift_at IS NOT NULL")),
    Index("ix_usulan_unread_at", "unread_at", **only("unread_at IS NOT NULL")),
    Index("ix_usulan_joined", "joined_id", **only("joined_id IS NOT NULL")),
    Index("ix_usulan_again", "again_of", unique=True, **only("again_of IS NOT NULL")),
    Index("ix_usulan_season", "season_at", **only("season_at IS NOT NULL")),
    Index("ix_usulan_speaker", "speaker_id", **only("speaker_id IS NOT NULL")),
    Index("ix_usulan_to_tell", "typed_by", "id", **only("typed_by IS NOT NULL AND told_at IS NULL")),
)


# The words of an usulan in one spelling (core/usulan/finding.py), to find it by: the same on every database. The desa
# stands in the index of words, so that those of elsewhere are passed over without looking at their usulan.
usulan_words = Table(
    "usulan_words",
    metadata,
    Column("usulan_id", Id, primary_key=True, autoincrement=False),
    Column("word", String(24), primary_key=True),
    Column("desa", String(16), nullable=False),
    Index("ix_usulan_words", "word", "usulan_id", "desa"),
    sqlite_with_rowid=False,
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
    Column("words", Text),  # written under a picture
    Column("due_at", Real, nullable=False),
    Column("tries", SmallInteger, nullable=False, default=0),
    Column("starts", SmallInteger, nullable=False, server_default=text("0")),  # taken up, and no end of it was seen
    # NULL = still to fetch; stored, refused, gone, parked (failed three times); erased = the file has to go
    Column("outcome", String(8)),
    Column("path", Text),
    Column("error", Text),
    Index("ix_media_open", "due_at", **only("outcome IS NULL")),
    Index("ix_media_erased", "id", **only("outcome = 'erased'")),
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
    Index("ix_events_sheet", "by", "id", **only("kind = 'bacaan'")),
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
    Column("voice_gone_at", Civil),  # when the recording was erased, some time after the yes to these words
    Index("ix_wordings_voice", "confirmed_at", **only("confirmed_at IS NOT NULL AND voice_gone_at IS NULL")),
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


# Who brought such a code before they agreed to the consent screen: the usulan is theirs only with their yes.
claims_waiting = Table(
    "claims_waiting",
    metadata,
    Column("person_id", Id, primary_key=True, autoincrement=False),
    Column("code_hash", String(64), primary_key=True),
)


# What somebody asked that no answer of ours settles: a facilitator answers it.
questions = Table(
    "questions",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=False),
    Column("person_id", Id, nullable=False, index=True),
    Column("words", Text, nullable=False),
    Column("kecamatan", String(16), nullable=False),
    Column("desa", String(16), nullable=False),
    Column("asked_at", Civil, nullable=False),
    Column("told_to", Id),  # whose name the person was told
    Column("alone", Boolean, nullable=False),  # to that one only: the reader whom the person had chosen
    Column("unnamed", Boolean, nullable=False),  # "jangan sebut nama saya"
    Column("answer", Text),
    Column("answered_by", Id),
    Column("answered_at", Civil),
    Index("ix_questions_open", "desa", "id", **only("answered_at IS NULL")),
    Index("ix_questions_asked", "asked_at"),
)


# What a meeting decided of an usulan, and why; a later word of the same meeting takes the place of the earlier one.
decisions = Table(
    "decisions",
    metadata,
    Column("occasion_id", Id, primary_key=True, autoincrement=False),
    Column("usulan_id", Id, primary_key=True, autoincrement=False),
    Column("outcome", String(12), nullable=False),  # lanjut, cadangan, belum, desa
    Column("reason", String(8)),  # a code of content/kalimat/hasil.toml, where it is not taken on
    Column("note", Text),  # in own words, beside or instead of it
    Column("by", Id),
    Column("at", Civil, nullable=False),
    Column("told_at", Civil),  # when its proposer was told; NULL = not yet, or not of this word
    Column("answer", String(8)),  # jelas, tanya
    Column("corrects", Boolean, nullable=False, server_default=false()),  # its proposer was told another word before
    Column(
        "version", SmallInteger, nullable=False, server_default=text("1")
    ),  # who saw an earlier word overwrites none
    Column("rank", SmallInteger),  # its place in the order in which the meeting wants them; NULL = none was told
    Index("ix_decisions_usulan", "usulan_id"),
)


# One thing that somebody who reads an usulan asks whoever brought it, before anything is decided.
clarifications = Table(
    "clarifications",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=False),
    Column("usulan_id", Id, nullable=False),
    Column("field", String(32)),  # the question of the form that it is about; NULL = about none of them
    Column("words", Text),  # in own words; NULL = as the content asks for that field
    Column("stage", String(16), nullable=False),  # where the usulan stood, and where it goes back to
    Column("asked_by", Id),
    Column("asked_at", Civil, nullable=False),
    Column("asked_in", BigInteger),  # the asker's message under which it was asked
    Column("letter", Id),  # the promise by which it went to a telephone; NULL = to be asked in person
    Column("due_at", Civil, nullable=False),
    Column("state", String(12), nullable=False),  # open, answered, unanswered, withdrawn
    Column("reminded", SmallInteger, nullable=False, server_default=text("0")),
    Column("next_at", Civil),  # when the clock looks at it again
    Column("answer", Text),  # the words, where it is about no field or the meeting has the usulan
    Column("answer_event", Id),  # the event that holds before and after
    Column("answered_by", Id),
    Column("answered_at", Civil),
    Index("ix_clarifications_usulan", "usulan_id"),
    Index("ix_clarifications_due", "next_at", **only("next_at IS NOT NULL")),
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
