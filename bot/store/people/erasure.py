"""Forgetting a person: one rule for every table, with its reason. A table without a rule fails a test.

The rules are carried out in the order in which they stand here: first what others may be writing about (an usulan being
read, a notice being told), so that whoever holds such a row is waited for, and at the end the letters that came of it.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import bindparam, delete, func, null, or_, select, text, union_all, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store import tables as t
from bot.store.database.dialects import insert_or_ignore
from bot.store.database.ids import new_id
from bot.store.people import blocking
from bot.store.roles import invites

_P: Any = bindparam("person")
_A: Any = bindparam("address")
_ASK = insert_or_ignore(t.erasures)
_LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)  # due at the next tick
_SAID = (t.questions, t.tried, t.lesson_questions)  # to others
_OWN_USULAN = select(t.usulan.c.id).where(t.usulan.c.person_id == _P)

#: What somebody cancelled with a reason, and what is told of it.
_CANCELLED = (t.occasion_events.c.by == _P, t.occasion_events.c.kind == "cancelled")
_CANCELLED_BY_THEM = t.occasions.c.id.in_(select(t.occasion_events.c.occasion_id).where(*_CANCELLED))

_f = t.outbox.alias("farewell_row")
#: When the farewell was promised: what was promised with it leaves with it.
_farewell_promised = func.coalesce(
    select(_f.c.created_at).where(_f.c.id == bindparam("farewell")).scalar_subquery(), 1e18
)


@dataclass(frozen=True, slots=True)
class Rule:
    """What happens to the rows of one table that tell of the person; nothing, when there are no statements."""

    reason: str
    statements: tuple[Any, ...] = ()


def _blank(table: Any, column: str, *others: str) -> Any:
    """Where this column names the person, it and what belongs to it become NULL."""
    return update(table).where(table.c[column] == _P).values({name: null() for name in (column, *others)})


def _delete(table: Any, column: str = "person_id") -> Any:
    return delete(table).where(table.c[column] == _P)


RULES: dict[str, Rule] = {
    "news": Rule("what happened stays; by whom is forgotten", (_blank(t.news, "by"),)),
    "notices": Rule("nobody is left to be told", (_delete(t.notices),)),
    "media": Rule(
        "the file is erased from the disk, then its row",
        (update(t.media).where(t.media.c.usulan_id.in_(_OWN_USULAN)).values(outcome="erased", file_id="", error=None),),
    ),
    "events": Rule(
        "what happened and when stays; who did it and the old words go",
        (
            _blank(t.events, "by", "detail"),
            update(t.events).where(t.events.c.usulan_id.in_(_OWN_USULAN)).values(detail=null()),
        ),
    ),
    "wordings": Rule(
        "words typed from the voice have become the usulan's own words; other people's stay, without the typist",
        (
            delete(t.wordings).where(t.wordings.c.usulan_id.in_(_OWN_USULAN)),
            _blank(t.wordings, "made_by"),
        ),
    ),
    "claims": Rule(
        "a code for an usulan that nobody brought is worth nothing",
        (
            delete(t.claims).where(t.claims.c.usulan_id.in_(_OWN_USULAN)),
            _blank(t.claims, "used_by"),
        ),
    ),
    "claims_waiting": Rule(
        "a code brought before the yes is nobody's; the usulan was never theirs", (_delete(t.claims_waiting),)
    ),
    "read_backs": Rule(
        "that it was read back stays; what was said of an usulan of theirs goes",
        (
            update(t.read_backs).where(t.read_backs.c.usulan_id.in_(_OWN_USULAN)).values(note=null()),
            _blank(t.read_backs, "by"),
        ),
    ),
    "speakers": Rule(
        "who spoke through this account, or as whose usulan this account took one over",
        (
            delete(t.speakers).where(
                t.speakers.c.id.in_(select(t.usulan.c.speaker_id).where(t.usulan.c.person_id == _P))
            ),
            _delete(t.speakers, "account_id"),
        ),
    ),
    "usulan": Rule(
        "stays as one of a warga, with place and words (see `keep_nameless`); whoever read or typed it is nobody",
        (
            _blank(t.usulan, "person_id", "speaker_id", "agreed"),
            *(_blank(t.usulan, column) for column in ("read_by", "typed_by", "reader_id")),
        ),
    ),
    **{one.name: Rule("what somebody learns is their own affair", (_delete(one),)) for one in t.LEARNING},
    "lesson_questions": Rule("as above", (_delete(t.lesson_questions), _blank(t.lesson_questions, "answered_by"))),
    "questions": Rule(
        "what they asked goes; what they answered stays with who asked, of nobody",
        (_delete(t.questions), _blank(t.questions, "told_to"), _blank(t.questions, "answered_by")),
    ),
    "spoken": Rule("no message of theirs corrects anything any more", (_delete(t.spoken),)),
    "conversations": Rule("a draft is nobody's business", (_delete(t.conversations),)),
    "first_words": Rule("never read, never to be read", (_delete(t.first_words),)),
    "grants": Rule("nobody holds a role any more", (_delete(t.grants),)),
    "invites": Rule(
        "that a code was used stays; by whom and for whom it was meant goes; what nobody used gives nothing any more",
        (invites.dead_with(_P), _blank(t.invites, "used_by", "label"), _blank(t.invites, "made_by")),
    ),
    "blocks": Rule("a lost telephone of nobody; a lost account without its address", blocking.forgetting(_P, _A)),
    "lists": Rule("a list they sent is not answered any more", (_delete(t.lists),)),
    "wrong_codes": Rule("only against guessing", (_delete(t.wrong_codes),)),
    "hamlets": Rule("the place keeps its name", (_blank(t.hamlets, "confirmed_by"),)),
    "consents": Rule(
        "that somebody said yes or no to which words, and when, has to be provable; not who",
        (update(t.consents).where(t.consents.c.person_id == _P).values(person_id=0, speaker_id=null()),),
    ),
    "tasks": Rule(
        "what is to be done stays and is offered to others at once; a reason in somebody's own words goes",
        (
            update(t.tasks).where(t.tasks.c.owner_id == _P, t.tasks.c.state == "open").values(remind_at=_LONG_AGO),
            _blank(t.tasks, "owner_id", "help_at", "why"),
            _blank(t.tasks, "offered_to"),
            _blank(t.tasks, "closed_by", "why"),
        ),
    ),
    "task_events": Rule("what happened and when stays; not who did it", (_blank(t.task_events, "by", "detail"),)),
    "proofs": Rule("that there was a proof stays; the file and who sent it go", (_blank(t.proofs, "by", "file_id"),)),
    "occasions": Rule(
        "the date stands without who set it; a reason in somebody's own words goes",
        (update(t.occasions).where(_CANCELLED_BY_THEM).values(cancelled_why=null()), _blank(t.occasions, "made_by")),
    ),
    "occasion_events": Rule(
        "what happened, and to which day a date moved, stays; not who did it, nor why",
        (update(t.occasion_events).where(*_CANCELLED).values(detail=null()), _blank(t.occasion_events, "by")),
    ),
    "switches": Rule("what the office uses stays", (_blank(t.switches, "by"),)),
    "invitees": Rule(
        "a list of a meeting, of nobody who made it; nobody is told that a turn is over",
        (_blank(t.invitees, "made_by"), _blank(t.invitees, "rings_to", "rings_at")),
    ),
    "attendance": Rule(
        "how many came stays; the photo of the sheet and who sent it go", (_blank(t.attendance, "by", "file_id"),)
    ),
    "feeds": Rule("no calendar is fetched any more", (_delete(t.feeds),)),
    "points": Rule("the programme of a meeting, of nobody"),
    "people": Rule("the person", (_delete(t.people, "id"),)),
    "outbox": Rule(
        "what has not left does not leave, but for the farewell; bodies go with `last_traces`",
        (
            update(t.outbox)
            .where(
                t.outbox.c.chat == _A,
                t.outbox.c.outcome.is_(None),
                t.outbox.c.lease_by.is_(None),
                t.outbox.c.id <= bindparam("farewell"),
                t.outbox.c.created_at < _farewell_promised,
            )
            .values(outcome="dropped", params="{}"),
        ),
    ),
    "inbox": Rule("update_id stays, so that nothing is answered twice; the rest goes with `last_traces`"),
    "pacing": Rule("how fast one may write to a chat: goes with the farewell"),
    "erasures": Rule("goes with the farewell"),
    "counters": Rule("numbers of usulan, of nobody"),
    "short_codes": Rule("letters of places"),
    "facts": Rule("of the installation"),
    "processes": Rule("of processes"),
    "loops": Rule("of processes"),
}


@dataclass(frozen=True, slots=True)
class Erasure:
    """Somebody who is to be forgotten; `names`: what they and their speakers were called, and by what else a message
    of somebody else is known to be about them: words of theirs that others typed."""

    person_id: int
    address: int
    with_words: bool
    farewell: int
    names: tuple[str, ...]


def erasure_in(row: Any) -> Erasure:
    return Erasure(row.person_id, row.address, row.with_words, row.farewell, tuple(json.loads(row.names or "[]")))


async def due(connection: AsyncConnection, limit: int) -> list[Erasure]:
    """Those whose tables are still as they were, oldest first."""
    query = select(t.erasures).where(t.erasures.c.erased_at.is_(None)).order_by(t.erasures.c.asked_at).limit(limit)
    return [erasure_in(row) for row in await connection.execute(query)]


async def hold(connection: AsyncConnection, one: Erasure) -> bool:
    """Nobody answers this chat while we forget it; False when somebody is doing so right now (PostgreSQL), or when
    another process has forgotten it in the meantime."""
    if connection.dialect.name != "sqlite":
        asked = await connection.execute(text("SELECT pg_try_advisory_xact_lock(:lane)"), {"lane": one.address})
        if not asked.scalar():
            return False
    e = t.erasures.c
    waits = select(e.person_id).where(e.person_id == one.person_id, e.erased_at.is_(None)).with_for_update()
    return (await connection.execute(waits)).first() is not None


async def names_of(connection: AsyncConnection, person_id: int) -> list[str]:
    """What the person, and whoever spoke through them, is called."""
    through = t.speakers.c.account_id == person_id
    claimed = t.speakers.c.id.in_(select(t.usulan.c.speaker_id).where(t.usulan.c.person_id == person_id))
    own = select(t.people.c.name).where(t.people.c.id == person_id)
    theirs = select(t.speakers.c.name).where(or_(through, claimed))
    guardians = select(t.speakers.c.guardian).where(or_(through, claimed), t.speakers.c.guardian.is_not(None))
    return [row[0] for query in (own, theirs, guardians) for row in await connection.execute(query)]


@dataclass(frozen=True, slots=True)
class Told:
    """An usulan of the person, with what was typed down of its voices. `by_hand_of_others`: somebody else wrote the
    answers down, in a chat of their own."""

    id: int
    answers: dict[str, Any]
    status: str
    locked: bool
    wordings: dict[str, str]
    by_hand_of_others: bool = False


async def usulan_of(connection: AsyncConnection, person_id: int) -> list[Told]:
    own = t.usulan.c.person_id == person_id
    rows = (await connection.execute(select(t.usulan).where(own).with_for_update())).all()
    typed = (
        select(t.wordings)
        .where(t.wordings.c.usulan_id.in_(select(t.usulan.c.id).where(own)), t.wordings.c.refused_at.is_(None))
        .order_by(t.wordings.c.id)
    )
    words: dict[int, dict[str, str]] = {}
    for row in await connection.execute(typed):
        words.setdefault(row.usulan_id, {})[row.question] = row.text
    return [
        Told(
            row.id,
            json.loads(row.answers),
            row.status,
            row.locked_at is not None,
            words.get(row.id, {}),
            by_hand_of_others=row.typed_by is not None,
        )
        for row in rows
    ]


async def asked_by(connection: AsyncConnection, person_id: int) -> list[str]:
    """What they asked, or told of a practice: it stands in letters to others."""
    said = [select(one.c.words).where(one.c.person_id == person_id) for one in _SAID]
    return list((await connection.execute(union_all(*said))).scalars())


async def keep_nameless(connection: AsyncConnection, usulan_id: int, answers: Mapping[str, Any], status: str) -> None:
    """Put these answers in the place of the usulan's own."""
    kept = json.dumps(answers, ensure_ascii=True)
    await connection.execute(update(t.usulan).where(t.usulan.c.id == usulan_id).values(answers=kept, status=status))


async def forget(connection: AsyncConnection, one: Erasure, names: Sequence[str], at: datetime) -> None:
    """Carry out every rule. What is left are bodies of messages, which `last_traces` finds."""
    values = {"person": one.person_id, "address": one.address, "farewell": one.farewell}
    for rule in RULES.values():
        for statement in rule.statements:
            wanted = statement.compile().params.keys() & values.keys()
            await connection.execute(statement, {name: values[name] for name in wanted})
    kept = json.dumps(sorted({*one.names, *names}), ensure_ascii=True)
    done = update(t.erasures).where(t.erasures.c.person_id == one.person_id)
    await connection.execute(done.values(erased_at=at, names=kept))


async def ask_for(connection: AsyncConnection, people: Sequence[tuple[int, int]], at: datetime) -> None:
    """These (person, address) are to be forgotten without a word: their time is over."""
    rows = [
        {"person_id": person, "address": address, "asked_at": at, "with_words": False, "farewell": new_id()}
        for person, address in people
    ]
    if rows:
        await connection.execute(_ASK[connection.dialect.name], rows)
