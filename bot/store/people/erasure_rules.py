"""Forgetting a person: one rule for every table, with its reason. A table without a rule fails a test.

The rules are carried out in the order in which they stand here: first what others may be writing about (an usulan being
read, a notice being told), so that whoever holds such a row is waited for, and at the end the letters that came of it.
"""

from typing import Any

from sqlalchemy import bindparam, delete, func, null, select, update

from bot.store import tables as t
from bot.store.people import blocking
from bot.store.people.erasure_verbs import (
    OWN_CHECKS,
    OWN_USULAN,
    PERSON,
    STOOD,
    STOOD_UNCHECKED,
    Rule,
    blank,
    drop,
    drop_own,
)
from bot.store.roles import invites
from bot.store.tables.columns import AT_ONCE

_A: Any = bindparam("address")

#: What somebody cancelled with a reason, and what is told of it.
_CANCELLED = (t.occasion_events.c.by == PERSON, t.occasion_events.c.kind == "cancelled")
_GAVE_WHY = (t.occasion_events.c.by == PERSON, t.occasion_events.c.kind.in_(("cancelled", "wished")))
_CANCELLED_BY_THEM = t.occasions.c.id.in_(select(t.occasion_events.c.occasion_id).where(*_CANCELLED))

_f = t.outbox.alias("farewell_row")
#: When the farewell was promised: what was promised with it leaves with it.
_farewell_promised = func.coalesce(
    select(_f.c.created_at).where(_f.c.id == bindparam("farewell")).scalar_subquery(), 1e18
)

#: A certificate without whoever it was given to, and without what they did for it.
_NAMELESS = {"person_id": null(), "name": "", "lessons": 0, "stories": 0, "hits": 0, "asked": 0}


RULES: dict[str, Rule] = {
    "news": Rule("what happened stays; by whom is forgotten", (blank(t.news, "by"),)),
    "broadcasts": Rule(
        "what was announced stays; by whom is forgotten",
        (blank(t.broadcasts, "author_id"), blank(t.broadcasts, "agreed_by")),
    ),
    "broadcast_events": Rule(
        "what happened and when stays; not who did it",
        (blank(t.broadcast_events, "by"),),
    ),
    "broadcast_replies": Rule(
        "what they wrote back goes; what they answered stays with who asked",
        (drop(t.broadcast_replies), blank(t.broadcast_replies, "answered_by")),
    ),
    "deliveries": Rule("nobody has that copy any more", (drop(t.deliveries, "target"),)),
    "chat_groups": Rule("the group stays tied; by whom is forgotten", (blank(t.chat_groups, "tied_by"),)),
    "group_members": Rule("nobody reads there any more", (drop(t.group_members),)),
    "alarms": Rule("nobody waits for help any more", (drop(t.alarms),)),
    "notices": Rule("nobody is left to be told", (drop(t.notices),)),
    "media": Rule(
        "the file is erased from the disk, then its row",
        (
            update(t.media)
            .where(t.media.c.usulan_id.in_(OWN_USULAN))
            .values(outcome="erased", file_id="", words=None, error=None),
        ),
    ),
    "events": Rule(
        "what happened and when stays; who did it and the old words go",
        (
            blank(t.events, "by", "detail"),
            update(t.events).where(t.events.c.usulan_id.in_(OWN_USULAN)).values(detail=null()),
        ),
    ),
    "wordings": Rule(
        "words typed from the voice have become the usulan's own words; other people's stay, without the typist",
        (drop_own(t.wordings), blank(t.wordings, "made_by")),
    ),
    "usulan_orders": Rule("nobody waits for that file any more", (drop(t.usulan_orders),)),
    "usulan_words": Rule(
        "the words by which it was found go at once; those that are left are looked for again",
        (
            drop_own(t.usulan_words),
            update(t.usulan).where(t.usulan.c.person_id == PERSON).values(sift_at=AT_ONCE),
        ),
    ),
    "claims": Rule(
        "a code for an usulan that nobody brought is worth nothing",
        (drop_own(t.claims), blank(t.claims, "used_by")),
    ),
    "claims_waiting": Rule(
        "a code brought before the yes is nobody's; the usulan was never theirs", (drop(t.claims_waiting),)
    ),
    "read_backs": Rule(
        "that it was read back stays; what was said of an usulan of theirs goes",
        (
            update(t.read_backs).where(t.read_backs.c.usulan_id.in_(OWN_USULAN)).values(note=null()),
            blank(t.read_backs, "by"),
        ),
    ),
    "decisions": Rule(
        "what a meeting decided and why stays; not who wrote it down, nor whether it was clear to whom it was told",
        (
            blank(t.decisions, "by"),
            update(t.decisions).where(t.decisions.c.usulan_id.in_(OWN_USULAN)).values(answer=null()),
        ),
    ),
    "clarifications": Rule(
        "that something was asked stays; the words, who asked and who answered go, and nobody is asked any more",
        (
            update(t.usulan)
            .where(t.usulan.c.person_id == PERSON, t.usulan.c.status == "ditanya")
            .values(status=func.coalesce(STOOD, "tercatat")),
            update(t.clarifications)
            .where(t.clarifications.c.usulan_id.in_(OWN_USULAN), t.clarifications.c.state == "open")
            .values(state="withdrawn"),
            update(t.clarifications)
            .where(t.clarifications.c.usulan_id.in_(OWN_USULAN))
            .values(words=null(), answer=null(), next_at=null()),
            blank(t.clarifications, "asked_by", "asked_in"),
            blank(t.clarifications, "answered_by"),
        ),
    ),
    "field_checks": Rule(
        "that it was looked at and what came of it stays; who gave it, who went and a reason in own words go",
        (
            update(t.usulan)
            .where(t.usulan.c.person_id == PERSON, t.usulan.c.status == "dicek")
            .values(status=func.coalesce(STOOD_UNCHECKED, "tercatat")),
            update(t.field_checks)
            .where(t.field_checks.c.usulan_id.in_(OWN_USULAN), t.field_checks.c.state == "given")
            .values(state="withdrawn", next_at=null()),
            update(t.field_checks).where(t.field_checks.c.usulan_id.in_(OWN_USULAN)).values(reason=null()),
            blank(t.field_checks, "given_by"),
            blank(t.field_checks, "given_to"),
            blank(t.field_checks, "closed_by"),
        ),
    ),
    "errands": Rule(
        "that somebody spoke for it stays; who, and their words, go",
        (
            update(t.errands)
            .where(t.errands.c.usulan_id.in_(OWN_USULAN), t.errands.c.state == "given")
            .values(state="withdrawn"),
            update(t.errands).where(t.errands.c.usulan_id.in_(OWN_USULAN)).values(words=null()),
            update(t.errands)
            .where(t.errands.c.person_id == PERSON, t.errands.c.state == "given")
            .values(state="withdrawn"),
            blank(t.errands, "person_id", "words"),
            blank(t.errands, "given_by"),
        ),
    ),
    "after_photos": Rule(
        "none is asked for any more, nor shown; who sent one for others is forgotten",
        (drop_own(t.after_photos), blank(t.after_photos, "sent_by")),
    ),
    "after_answers": Rule("whether it is as they had told is their own word", (drop_own(t.after_answers),)),
    "check_findings": Rule(
        "what was found of an usulan of theirs names witnesses and goes; what they found stays, of nobody",
        (
            delete(t.check_findings).where(t.check_findings.c.check_id.in_(OWN_CHECKS)),
            blank(t.check_findings, "by"),
        ),
    ),
    "check_differences": Rule(
        "what was found otherwise than they told goes",
        (delete(t.check_differences).where(t.check_differences.c.check_id.in_(OWN_CHECKS)),),
    ),
    "moves": Rule(
        "what became of an usulan and why stays; not who wrote it down, nor whether it was clear to whom it was told",
        (
            blank(t.moves, "by"),
            update(t.moves).where(t.moves.c.usulan_id.in_(OWN_USULAN)).values(answer=null()),
        ),
    ),
    "ticks": Rule("of a screen that nobody looks at any more", (drop(t.ticks),)),
    "promises": Rule(
        "that something was promised, and whether it was kept, stays; nobody is left to be told",
        (
            update(t.promises)
            .where(t.promises.c.person_id == PERSON, t.promises.c.state.in_(("open", "handed")))
            .values(state="moot", next_at=null()),
            blank(t.promises, "person_id"),
        ),
    ),
    "speakers": Rule(
        "who spoke through this account, or as whose usulan this account took one over",
        (
            delete(t.speakers).where(
                t.speakers.c.id.in_(select(t.usulan.c.speaker_id).where(t.usulan.c.person_id == PERSON))
            ),
            drop(t.speakers, "account_id"),
        ),
    ),
    "usulan": Rule(
        "stays as one of a warga, with place and words (see `keep_nameless`); whoever read or typed it is nobody",
        (
            blank(t.usulan, "person_id", "speaker_id", "agreed"),
            *(blank(t.usulan, column) for column in ("read_by", "typed_by", "reader_id")),
        ),
    ),
    **{one.name: Rule("what somebody learns is their own affair", (drop(one),)) for one in t.LEARNING},
    "certificates": Rule(
        "whoever holds the paper can still have its number looked up: when and where it was given stays, of nobody",
        (
            delete(t.certificates).where(t.certificates.c.person_id == PERSON, t.certificates.c.given_at.is_(None)),
            update(t.certificates).where(t.certificates.c.person_id == PERSON).values(_NAMELESS),
            blank(t.certificates, "given_by"),
        ),
    ),
    "recordings": Rule("a voice that wants to be forgotten is played no more", (drop(t.recordings, "by"),)),
    "trainings": Rule("the code of a wall, of nobody"),
    "training_seats": Rule("whether they came to a training is their own affair", (drop(t.training_seats),)),
    "training_materials": Rule("what was handed out stays, of nobody", (blank(t.training_materials, "by"),)),
    "lesson_questions": Rule("as above", (drop(t.lesson_questions), blank(t.lesson_questions, "answered_by"))),
    "questions": Rule(
        "what they asked goes; what they answered stays with who asked, of nobody",
        (drop(t.questions), blank(t.questions, "told_to"), blank(t.questions, "answered_by")),
    ),
    "spoken": Rule("no message of theirs corrects anything any more", (drop(t.spoken),)),
    "conversations": Rule("a draft is nobody's business", (drop(t.conversations),)),
    "first_words": Rule("never read, never to be read", (drop(t.first_words),)),
    "phones": Rule("nobody is rung any more", (drop(t.phones),)),
    "genders": Rule("nobody is written to as a woman any more", (drop(t.genders),)),
    "office_phones": Rule("an office keeps its number; nobody gave it", (blank(t.office_phones, "given_by"),)),
    "urgings": Rule("nobody is asked any more; who asked is nobody", (drop(t.urgings), blank(t.urgings, "by"))),
    "grants": Rule("nobody holds a role any more", (drop(t.grants),)),
    "invites": Rule(
        "that a code was used stays; by whom and for whom it was meant goes; what nobody used gives nothing any more",
        (invites.dead_with(PERSON), blank(t.invites, "used_by", "label"), blank(t.invites, "made_by")),
    ),
    "blocks": Rule("a lost telephone of nobody; a lost account without its address", blocking.forgetting(PERSON, _A)),
    "kamus": Rule("of the office, and of nobody", ()),
    "lists": Rule("a list they sent is not answered any more", (drop(t.lists),)),
    "wrong_codes": Rule("only against guessing", (drop(t.wrong_codes),)),
    "hamlets": Rule("the place keeps its name", (blank(t.hamlets, "confirmed_by"),)),
    "consents": Rule(
        "that somebody said yes or no to which words, and when, has to be provable; not who",
        (update(t.consents).where(t.consents.c.person_id == PERSON).values(person_id=0, speaker_id=null()),),
    ),
    "tasks": Rule(
        "what is to be done stays and is offered to others at once; a reason in somebody's own words goes",
        (
            update(t.tasks).where(t.tasks.c.owner_id == PERSON, t.tasks.c.state == "open").values(remind_at=AT_ONCE),
            blank(t.tasks, "owner_id", "help_at", "why"),
            blank(t.tasks, "offered_to"),
            blank(t.tasks, "closed_by", "why"),
        ),
    ),
    "task_events": Rule("what happened and when stays; not who did it", (blank(t.task_events, "by", "detail"),)),
    "proofs": Rule("that there was a proof stays; the file and who sent it go", (blank(t.proofs, "by", "file_id"),)),
    "occasions": Rule(
        "the date stands without who set it; a reason in somebody's own words goes",
        (update(t.occasions).where(_CANCELLED_BY_THEM).values(cancelled_why=null()), blank(t.occasions, "made_by")),
    ),
    "occasion_events": Rule(
        "what happened, and to which day a date moved, stays; not who did it, nor why",
        (update(t.occasion_events).where(*_GAVE_WHY).values(detail=null()), blank(t.occasion_events, "by")),
    ),
    "switches": Rule("what the office uses stays", (blank(t.switches, "by"),)),
    "invitees": Rule(
        "a list of a meeting, of nobody who made it; nobody is told that a turn is over",
        (blank(t.invitees, "made_by"), blank(t.invitees, "rings_to", "rings_at")),
    ),
    "attendance": Rule(
        "how many came stays; the photo of the sheet and who sent it go", (blank(t.attendance, "by", "file_id"),)
    ),
    "letterheads": Rule("the head of a village's papers is the village's", (blank(t.letterheads, "by"),)),
    "letters": Rule("numbers of letters, of nobody"),
    "feeds": Rule("no calendar is fetched any more", (drop(t.feeds),)),
    "points": Rule("the programme of a meeting, of nobody"),
    "people": Rule("the person", (drop(t.people, "id"),)),
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
