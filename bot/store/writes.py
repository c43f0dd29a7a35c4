"""What a turn may write: one statement for all rows of a batch."""

from typing import Any

from sqlalchemy import bindparam, delete, update

from bot.store import tables as t
from bot.store.database.dialects import ByDialect, insert_or_ignore, upsert


def _both(statement: Any) -> ByDialect:
    return ByDialect(lambda _insert: statement)


_PERSON_AGAIN = (
    "name",
    "named_by_self",
    "unnamed",
    "place",
    "called_at",
    "consent_version",
    "consented_at",
    "unreachable_since",
    "last_at",
)
_OUTBOX_AGAIN = ("params", "due_at", "outcome", "lease_by", "lease_until", "tries")

#: What a turn may write, in the order it is written: name -> statement per dialect.
WRITES: dict[str, ByDialect] = {
    "received": _both(update(t.inbox).where(t.inbox.c.update_id == bindparam("u")).values(body=bindparam("b"))),
    "person": upsert(t.people, ("id",), _PERSON_AGAIN),
    "consent": _both(t.consents.insert()),
    "first_words": upsert(t.first_words, ("person_id",), ("update_ids", "at")),
    "first_words_end": _both(delete(t.first_words).where(t.first_words.c.person_id == bindparam("p"))),
    "speaker": _both(t.speakers.insert()),
    "erasure": insert_or_ignore(t.erasures),
    "grant": _both(t.grants.insert()),
    "conversation": upsert(t.conversations, ("person_id", "flow"), ("draft", "state", "touched_at", "nudge_at")),
    "conversation_end": _both(
        delete(t.conversations).where(
            t.conversations.c.person_id == bindparam("p"), t.conversations.c.flow == bindparam("f")
        )
    ),
    "usulan": _both(t.usulan.insert()),
    "promise": _both(t.promises.insert()),
    "spoken": _both(t.spoken.insert()),
    "claim": _both(t.claims.insert()),
    "media": _both(t.media.insert()),
    "event": _both(t.events.insert()),
    "list": _both(t.lists.insert()),
    "alarm_closed": _both(
        update(t.alarms)
        .where(
            t.alarms.c.person_id == bindparam("p"),
            t.alarms.c.subject.like(bindparam("like")),
            t.alarms.c.subject != bindparam("but"),
        )
        .values(next_at=None)
    ),
    "alarm": insert_or_ignore(t.alarms),
    "alarm_said": _both(
        update(t.alarms)
        .where(t.alarms.c.person_id == bindparam("p"), t.alarms.c.at >= bindparam("since"))
        .values(said=t.alarms.c.said + bindparam("more"))
    ),
    "alarm_over": _both(
        update(t.alarms)
        .where(t.alarms.c.person_id == bindparam("p"), t.alarms.c.subject == bindparam("s"))
        .values(said=None)
    ),
    "alarm_place": _both(
        update(t.alarms)
        .where(t.alarms.c.person_id == bindparam("p"), t.alarms.c.subject == bindparam("s"))
        .values(place=bindparam("where"))
    ),
    "alarm_on": _both(
        update(t.alarms)
        .where(t.alarms.c.subject == bindparam("s"), t.alarms.c.next_at.is_not(None))
        .values(next_at=bindparam("n"))
    ),
    "alarm_again": _both(
        update(t.alarms)
        .where(
            t.alarms.c.person_id == bindparam("p"),
            t.alarms.c.subject == bindparam("s"),
            t.alarms.c.next_at.is_(None),
            t.alarms.c.said.is_not(None),
        )
        .values(next_at=bindparam("n"))
    ),
    "notice": upsert(t.notices, ("person_id", "kind", "subject"), ("due_at", "outcome")),
    "notice_moot": _both(
        update(t.notices)
        .where(
            t.notices.c.person_id == bindparam("p"),
            t.notices.c.kind == bindparam("k"),
            t.notices.c.subject == bindparam("s"),
            t.notices.c.outcome.is_(None),
        )
        .values(outcome="moot")
    ),
    "reply": _both(t.outbox.insert()),
    "reply_in_slot": upsert(t.outbox, ("slot",), _OUTBOX_AGAIN),
}
#: Writes that end what others begin, and the other way round: what -> (what it undoes, its key there, its key here). A
#: batch writes table by table; within one turn the order of the acts has to hold all the same.
UNDOES = {
    one: (other, mine, theirs)
    for begins, of_beginning, ends, of_end in (
        ("conversation", ("person_id", "flow"), "conversation_end", ("p", "f")),
        ("first_words", ("person_id",), "first_words_end", ("p",)),
        ("notice", ("person_id", "kind", "subject"), "notice_moot", ("p", "k", "s")),
    )
    for one, mine, other, theirs in ((begins, of_beginning, ends, of_end), (ends, of_end, begins, of_beginning))
}
