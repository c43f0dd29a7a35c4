"""What is too old goes, by the office's own times (`content/retensi.toml`), an hour after an hour."""

from datetime import UTC, datetime, timedelta

from bot.core.retention import days_before, seconds_before
from bot.core.usulan.nameless import without_voice
from bot.store.broadcasts import thinning
from bot.store.database import facts
from bot.store.database.database import Connection
from bot.store.hall import attendance, hall
from bot.store.people import erasure, genders, phones, retention
from bot.store.roles import lists
from bot.work.access import DELEGASI
from bot.work.office import Office
from bot.work.round import Round

#: How much of each kind goes in one transaction; what is left goes with the next.
AT_ONCE = 300
_EVERY = timedelta(hours=1)
_DUE = "retention_due"
_CLOSED = "tertutup"  # what tells of violence and was never sent stays no longer than the message that told it


async def is_due(connection: Connection, now: datetime) -> bool:
    """Whether the hour is over. The clock of a trial may be moved back; then it is due at once."""
    due = await facts.read(connection, _DUE)
    return due is None or not now < datetime.fromisoformat(due) <= now + _EVERY


async def let_go(tour: Round) -> bool:
    """One batch of everything; True when more may be due, else the next look is in an hour."""
    counts = await _queues(tour.connection, tour.office, tour.real)
    counts += await _rest(tour)
    counts += await _people(tour)
    is_more = max(counts) >= AT_ONCE
    if not is_more:
        await facts.write(tour.connection, _DUE, (tour.now + _EVERY).astimezone(UTC).isoformat())
    return is_more


async def _queues(connection: Connection, office: Office, real: float) -> list[int]:
    """Raw messages, by the machine's clock, as they came and went."""
    kept = office.catalog.retention
    return [
        await retention.drop(connection, "inbox", seconds_before(real, kept.received), AT_ONCE),
        await retention.drop(connection, "outbox", seconds_before(real, kept.sent), AT_ONCE),
        await lists.drop_old(connection, seconds_before(real, kept.shown), AT_ONCE),
    ]


async def _rest(tour: Round) -> list[int]:
    kept = tour.office.catalog.retention
    times = {"wrong_codes": kept.wrong_codes, "group_members": kept.readers, "alarms": kept.received}
    times |= dict.fromkeys(("questions", "broadcast_replies", "tried", "lesson_questions"), kept.questions)
    times |= dict.fromkeys(("notices", "news", "urgings", "feeds"), kept.settled)
    return [
        *[
            await retention.drop(tour.connection, name, days_before(tour.now, days), AT_ONCE)
            for name, days in times.items()
        ],
        await _voices(tour.connection, days_before(tour.now, kept.voice), tour.now),
        await retention.drop_drafts(tour.connection, _CLOSED, days_before(tour.now, kept.received), AT_ONCE),
        await retention.forget_labels(tour.connection, days_before(tour.now, kept.labels), AT_ONCE),
        await hall.forget_names(tour.connection, days_before(tour.now, kept.guests), AT_ONCE),
        await attendance.forget_sheets(tour.connection, days_before(tour.now, kept.guests), AT_ONCE),
        await retention.forget_proofs(tour.connection, days_before(tour.now, kept.proofs), AT_ONCE),
        await thinning.thin(tour.connection, days_before(tour.now, kept.recipients), tour.now),
        await phones.drop_of_nobody(tour.connection, tour.now, AT_ONCE),
        await genders.drop_of_nobody(tour.connection, tour.now, DELEGASI, AT_ONCE),
    ]


async def _voices(connection: Connection, before: datetime, now: datetime) -> int:
    """Recordings whose words were confirmed; an usulan with two of them is read again between them."""
    voices = await retention.heard_voices(connection, before, AT_ONCE)
    answers = {voice.usulan_id: voice.answers for voice in voices}
    for voice in voices:
        kept = without_voice(answers[voice.usulan_id], voice.question, voice.text)
        answers[voice.usulan_id] = kept
        await retention.drop_voice(connection, voice, kept, now)
    return len(voices)


async def _people(tour: Round) -> list[int]:
    """Whoever never agreed, and whoever has not been heard of since the plan and the year after it."""
    kept = tour.office.catalog.retention
    silent = kept.contact_before(tour.now, tour.office.zone)
    await retention.keep_role_holders(tour.connection, silent, tour.now, AT_ONCE)
    gone = await retention.long_silent(tour.connection, silent, tour.now, AT_ONCE)
    gone += await retention.never_agreed(tour.connection, days_before(tour.now, kept.never_agreed), tour.now, AT_ONCE)
    await erasure.ask_for(tour.connection, sorted({(row[0], row[1]) for row in gone}), tour.now)
    return [len(gone), await retention.forget_spoken_for(tour.connection, silent, AT_ONCE)]
