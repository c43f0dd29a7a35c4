"""The calendar: occasions with a date, the tasks that hang from them, and what happens in the hall."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    Index,
    Integer,
    SmallInteger,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from bot.store.tables.columns import Civil
from bot.store.tables.shared import Id, metadata, only

# A meeting or a stage with its date; `about` tells several of a kind apart (a dusun, a group, the title of a training).
occasions = Table(
    "occasions",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=False),
    Column("kind", String(24), nullable=False),
    Column("wilayah", String(16), nullable=False),
    Column("about", String(64), nullable=False, server_default=""),
    Column("cycle", SmallInteger, nullable=False),  # the kabupaten's plan that it feeds (core.calendar.years)
    Column("starts_at", Civil, nullable=False),
    Column("place", String(120), nullable=False, server_default=""),
    Column("made_by", Id),
    Column("made_at", Civil, nullable=False),
    Column("moves", SmallInteger, nullable=False, server_default=text("0")),  # how often the date moved
    Column("cancelled_at", Civil),
    Column("cancelled_why", String(200)),
    Column("plan_at", Civil),  # when tasks that came into use since are to be added
    Column("teach_at", Civil),  # when those who will be there are looked at: a lesson may prepare them
    Column("eve_at", Civil),  # when its facilitators are to be told of the evening before and the morning of it
    Column("over_at", Civil),  # when it is over, and whose task it fulfils is to be asked whether it took place
    Index("ix_occasions_wilayah", "wilayah", "starts_at"),
    Index("uq_occasions_live", "kind", "wilayah", "about", "cycle", unique=True, **only("cancelled_at IS NULL")),
    Index("ix_occasions_starts", "starts_at", **only("cancelled_at IS NULL")),
    Index("ix_occasions_teach", "teach_at", **only("teach_at IS NOT NULL")),
    Index("ix_occasions_plan", "plan_at", **only("plan_at IS NOT NULL")),
    Index("ix_occasions_over", "over_at", **only("over_at IS NOT NULL")),
    Index("ix_occasions_eve", "eve_at", **only("eve_at IS NOT NULL")),
)


# What happened to an occasion; only ever added to.
occasion_events = Table(
    "occasion_events",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=False),
    Column("occasion_id", BigInteger, nullable=False, index=True),
    Column("at", Civil, nullable=False),
    Column("by", BigInteger),
    Column("kind", String(16), nullable=False),  # set, wished (to be moved, with why), moved, cancelled, reopened
    Column("detail", Text),
)


# Something to do by a day. `rule` names its line in content/tugas.
tasks = Table(
    "tasks",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=False),
    Column("rule", String(8), nullable=False),
    Column("occasion_id", BigInteger, nullable=False),
    Column("wilayah", String(16), nullable=False),
    Column("owner_id", Id),  # whose it is; NULL = open, offered to whoever has the role
    Column("on_behalf", Boolean, nullable=False, default=False),  # the doer has no account: "pastikan …"
    Column("due_on", Date, nullable=False),
    Column(
        "state", String(10), nullable=False
    ),  # waiting (an input is missing), open; done, needless, cancelled, lapsed
    Column("remind_at", Civil),  # when the owner is reminded next
    Column("climb_at", Civil),  # when it appears in the next list upwards
    Column("rung", SmallInteger, nullable=False, default=0),  # how far it has climbed
    Column("ends_at", Civil),  # when it leaves the lists unfinished
    Column("offered_to", Id),  # who was asked to take it over
    Column("help_at", Civil),  # when the owner asked for help
    Column("closed_at", Civil),
    Column("closed_by", Id),
    Column("why", String(300)),  # why it is not needed, was cancelled, or where help is needed
    UniqueConstraint("occasion_id", "rule", "wilayah"),
    Index("ix_tasks_remind", "remind_at", **only("remind_at IS NOT NULL")),
    Index("ix_tasks_climb", "climb_at", **only("climb_at IS NOT NULL")),
    Index("ix_tasks_ends", "ends_at", **only("ends_at IS NOT NULL")),
    Index("ix_tasks_owner", "owner_id", "due_on", **only("state IN ('open', 'waiting')")),
    Index("ix_tasks_wilayah", "wilayah", "rule"),
    Index("ix_tasks_waiting", "rule", "wilayah", **only("state = 'waiting'")),
    Index("ix_tasks_climbed", "wilayah", "rung", **only("state = 'open' AND rung > 0")),
    Index("ix_tasks_help", "wilayah", **only("help_at IS NOT NULL AND state = 'open'")),
    Index("ix_tasks_offered", "offered_to", **only("offered_to IS NOT NULL")),
)


# What happened to a task; only ever added to: the ledger of reminders, climbs, hand-overs.
task_events = Table(
    "task_events",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=False),
    Column("task_id", BigInteger, nullable=False, index=True),
    Column("at", Civil, nullable=False),
    Column("by", BigInteger),  # who did it; NULL = the clock
    Column("kind", String(16), nullable=False),
    Column("detail", Text),
    Index("ix_task_events_named", "by", "id", **only("kind = 'named'")),
)


# What shows that a task was done.
proofs = Table(
    "proofs",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=False),
    Column("task_id", BigInteger, nullable=False, index=True),
    Column("kind", String(12), nullable=False),  # foto, berkas, suara, angka, hadir, berita_acara
    Column("file_id", Text),
    Column("answers", Text),  # JSON: numbers
    Column("by", Id),
    Column("at", Civil, nullable=False),
)


# Tasks that the office switched on or off against what the content says.
switches = Table(
    "switches",
    metadata,
    Column("rule", String(8), primary_key=True),
    Column("used", Boolean, nullable=False),
    Column("by", Id),
    Column("at", Civil, nullable=False),
)


# Who is invited by name, for whom they speak and what keeps them from coming.
invitees = Table(
    "invitees",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=False),
    Column("occasion_id", BigInteger, nullable=False, index=True),
    Column("name", String(96), nullable=False),
    Column("element", String(24), nullable=False),  # unsur: perempuan, keluarga kurang mampu, …
    Column("speaks_for", String(80), nullable=False, server_default=""),
    Column("hindrance", String(200), nullable=False, server_default=""),
    Column("is_woman", Boolean),
    Column("state", String(10), nullable=False),  # invited, confirmed, unable, replaced; guest = came uninvited
    Column("replaces", Id),  # in whose place they come
    Column("came", Boolean),
    Column("ticked_at", Civil),  # when many were ticked at once: so that this one press can be undone
    Column("asked_at", Civil),  # when they asked to speak; NULL = not in the list of turns
    Column("spoke_at", Civil),  # when the turn began that they have right now; NULL = not speaking
    Column("turns", SmallInteger, nullable=False, server_default=text("0")),
    Column("rings_at", Civil),  # when the time of the turn is over; NULL = it rang, or nobody is to be told
    Column("rings_to", Id),  # who began the turn, and is told when its time is over
    Column("made_by", Id),
    Column("made_at", Civil, nullable=False),
    Index("ix_invitees_rings", "rings_at", **only("rings_at IS NOT NULL")),
)


# How many came, as counted, tapped or read from a photo of the sheet.
attendance = Table(
    "attendance",
    metadata,
    Column("occasion_id", Id, primary_key=True, autoincrement=False),
    Column("women", SmallInteger),  # NULL = there is a photo of the sheet, and nobody counted yet
    Column("men", SmallInteger),
    Column("elements", Text),  # JSON: number by unsur
    Column("file_id", Text),  # the photo of the sheet
    Column("before", Text),  # JSON: the numbers that the last ones replaced; NULL = nothing to go back to
    Column("by", Id),
    Column("at", Civil, nullable=False),
)


# What stands above the papers of a desa, kelurahan or kecamatan, and who signs below; told once, and corrected.
letterheads = Table(
    "letterheads",
    metadata,
    Column("wilayah", String(16), primary_key=True),
    Column("title", String(80), nullable=False, server_default=""),  # empty = as the list of places calls it
    Column("address", String(160), nullable=False, server_default=""),
    Column("head", String(64), nullable=False, server_default=""),  # the kepala desa, lurah or camat by name
    Column("code", String(24), nullable=False, server_default=""),  # behind the number of a letter; empty = by hand
    Column("by", Id),
    Column("at", Civil, nullable=False),
)


# Numbers of letters that were printed; one letter a meeting, which keeps its number.
letters = Table(
    "letters",
    metadata,
    Column("wilayah", String(16), primary_key=True),
    Column("year", SmallInteger, primary_key=True, autoincrement=False),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("occasion_id", Id, nullable=False, unique=True),
    Column("at", Civil, nullable=False),
)


# The programme of a meeting, point by point, with the minutes that were meant for it.
points = Table(
    "points",
    metadata,
    Column("occasion_id", Id, primary_key=True, autoincrement=False),
    Column("position", SmallInteger, primary_key=True, autoincrement=False),
    Column("title", String(80), nullable=False),
    Column("minutes", SmallInteger, nullable=False),
    Column("began_at", Civil),
    Column("ended_at", Civil),
)


# An usulan that was read back to whoever brought it, in the hall: "Benar begini?"
read_backs = Table(
    "read_backs",
    metadata,
    Column("occasion_id", Id, primary_key=True, autoincrement=False),
    Column("usulan_id", Id, primary_key=True, autoincrement=False),
    Column("is_right", Boolean, nullable=False),
    Column("note", String(500)),  # what has to be corrected, as it was said in the hall
    Column("by", Id),
    Column("at", Civil, nullable=False),
)


# Addresses from which a calendar program fetches somebody's dates; only a hash is kept.
feeds = Table(
    "feeds",
    metadata,
    Column("token_hash", String(64), primary_key=True),
    Column("person_id", Id, nullable=False, index=True),
    Column("made_at", Civil, nullable=False),
    Column("revoked_at", Civil),
)
