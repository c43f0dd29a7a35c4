"""Learning: who learns when, how far they are, what they answered, what comes back, what they tried out."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    Float,
    Index,
    SmallInteger,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from bot.store.tables.columns import Civil
from bot.store.tables.shared import Id, metadata, only

# Somebody who learns: on which days, at which hour, and when the next lesson is to be looked for.
learners = Table(
    "learners",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=False),
    Column("person_id", Id, nullable=False, unique=True),
    Column("days", String(7), nullable=False),  # digits: 1 is Monday
    Column("minutes", SmallInteger, nullable=False),  # after midnight
    Column("paused_until", Date),  # the first day on which a lesson may come again
    Column("thrifty", Boolean, nullable=False, default=False),  # pictures only when asked for
    Column("next_at", Civil),  # NULL = nothing is left, or no role is
    Column("enrolled_at", Civil, nullable=False),
    Index("ix_learners_next", "next_at", **only("next_at IS NOT NULL")),
)


# How far somebody is with a lesson. There is no row for what nobody sent and nobody opened.
lesson_progress = Table(
    "lesson_progress",
    metadata,
    Column("person_id", Id, primary_key=True, autoincrement=False),
    Column("lesson", String(8), primary_key=True),
    Column("version", String(8), nullable=False),  # of its text, when it was sent or opened
    Column("why", String(8), nullable=False),  # urutan, dekat (what the calendar needs), sendiri
    Column("sent_at", Civil),  # NULL = opened by oneself
    Column("opened_at", Civil),
    Column("page", SmallInteger, nullable=False, server_default=text("0")),  # how many messages were read
    Column("read_at", Civil),  # any of its messages, the last time
    Column("named", SmallInteger, nullable=False, server_default=text("0")),  # how often it was brought since
    Column("finished_at", Civil),  # the last question was answered
)


# A question that was asked, and the answer that counted: the first one. Only ever added to.
quizzes = Table(
    "quizzes",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=False),
    Column("person_id", Id, nullable=False),
    Column("lesson", String(8), nullable=False),
    Column("question", SmallInteger, nullable=False),  # counts from 0
    Column("shown", String(12), nullable=False),  # the answers in the order in which they were offered
    Column("wording", String(8), nullable=False),  # of the question as it was asked; editors change it meanwhile
    Column("card", Boolean, nullable=False),  # asked again, since it was wrong once
    Column("letter", BigInteger),  # the promise that carried it as a poll; NULL = it came with buttons
    Column("asked_at", Civil, nullable=False),
    Column("chosen", SmallInteger),  # as the lesson counts its answers
    Column("is_right", Boolean),
    Column("answered_at", Civil),
    Index("ix_quizzes_person", "person_id", "asked_at"),
)


# A question that was answered wrong, until it stays: the state is that of FSRS.
cards = Table(
    "cards",
    metadata,
    Column("person_id", Id, primary_key=True, autoincrement=False),
    Column("lesson", String(8), primary_key=True),
    Column("question", SmallInteger, primary_key=True, autoincrement=False),
    Column("stability", Float(53), nullable=False),  # days after which nine of ten still know it
    Column("difficulty", Float(53), nullable=False),
    Column("reviewed_on", Date, nullable=False),
    Column("due_on", Date),  # NULL = it stays
    Index("ix_cards_due", "person_id", "due_on", **only("due_on IS NOT NULL")),
)


# What came of a week's practice, as they told it; colleagues hear of it only with their yes.
tried = Table(
    "tried",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=False),
    Column("person_id", Id, nullable=False),
    Column("lesson", String(8), nullable=False),
    Column("kecamatan", String(16), nullable=False),
    Column("words", Text, nullable=False, server_default=""),
    Column("file_id", Text),
    Column("file_kind", String(8)),  # voice, photo or file
    Column("told_at", Civil, nullable=False),
    Column("shared", Boolean),  # NULL = not asked, or not answered
    UniqueConstraint("person_id", "lesson"),
    Index("ix_tried_kecamatan", "kecamatan", "told_at"),
)


# A question about a lesson to whoever teaches; a good one is published under it, without names.
lesson_questions = Table(
    "lesson_questions",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=False),
    Column("person_id", Id, nullable=False, index=True),
    Column("lesson", String(8), nullable=False),
    Column("scope", String(16), nullable=False),  # the wilayah from which it was asked
    Column("words", Text, nullable=False, server_default=""),
    Column("file_id", Text),
    Column("file_kind", String(8)),  # voice, photo or file
    Column("asked_at", Civil, nullable=False),
    Column("answer", Text),  # NULL = not answered, or done without one
    Column("answered_by", Id),
    Column("answered_at", Civil),
    Column("published", Boolean, nullable=False, default=False),
    Index("ix_lesson_questions_open", "asked_at", **only("answered_at IS NULL")),
    Index("ix_lesson_questions_published", "lesson", **only("published")),
)


# A scene played to its end: how much was heard in it.
practised = Table(
    "practised",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=False),
    Column("person_id", Id, nullable=False, index=True),
    Column("scene", String(40), nullable=False),
    Column("heard", SmallInteger, nullable=False),
    Column("most", SmallInteger, nullable=False),
    Column("at", Civil, nullable=False),
)


# A test before or after learning.
exams = Table(
    "exams",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=False),
    Column("person_id", Id, nullable=False, index=True),
    Column("kind", String(5), nullable=False),  # awal, akhir
    Column("occasion_id", Id),  # the training day on which it was held
    Column("begun_at", Civil, nullable=False),
    Column("finished_at", Civil),
    Column("asked", SmallInteger, nullable=False),  # 0 = they left it out
    Column("hits", SmallInteger, nullable=False, server_default=text("0")),  # right answers, once it is finished
    Index("ix_exams_occasion", "occasion_id", **only("occasion_id IS NOT NULL")),
)


# A question of a test, drawn when it began, and the answer that counted: the first one.
exam_questions = Table(
    "exam_questions",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=False),
    Column("exam_id", Id, nullable=False),
    Column("person_id", Id, nullable=False, index=True),
    Column("number", SmallInteger, nullable=False),  # counts from 1
    Column("module", String(2), nullable=False),
    Column("question", String(8), nullable=False),  # its key
    Column("shown", String(12), nullable=False),  # the answers in the order in which they were offered
    Column("chosen", SmallInteger),  # as the bank counts its answers
    Column("is_right", Boolean),
    Column("answered_at", Civil),
    UniqueConstraint("exam_id", "number"),
)


# That somebody learnt all of it: asked for by them, given by an officer. What stands on it stays as it was then.
certificates = Table(
    "certificates",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=False),
    Column("person_id", Id, unique=True),  # NULL = whoever it was given to is forgotten
    Column("name", String(64), nullable=False),  # empty then
    Column("scope", String(16), nullable=False),  # the wilayah that they look after
    Column("lessons", SmallInteger, nullable=False),
    Column("stories", SmallInteger, nullable=False),
    Column("hits", SmallInteger, nullable=False),  # right answers of the last test
    Column("asked", SmallInteger, nullable=False),
    Column("asked_at", Civil, nullable=False),
    Column("number", String(8), unique=True),  # as a secret code: nobody guesses another one
    Column("given_at", Civil),
    Column("given_by", Id),
    Column("revoked_at", Civil),
    Index("ix_certificates_waiting", "asked_at", **only("given_at IS NULL")),
)


# A lesson or a hard question, said by one of the kabupaten's own people; Telegram keeps the voice.
recordings = Table(
    "recordings",
    metadata,
    Column("subject", String(40), primary_key=True),  # the key of the lesson or of the question
    Column("tongue", String(10), primary_key=True),  # indonesia, duri, enrekang, maiwa
    Column("file_id", Text, nullable=False),
    Column("by", Id),
    Column("at", Civil, nullable=False),
)


#: All of it is somebody's own affair, and goes with them.
LEARNING = (learners, lesson_progress, quizzes, cards, tried, practised, exams, exam_questions)
