"""What nobody asked for waits for its time, the person's hours and the day's budget of two; what does not fit comes
as a digest. What somebody put off by hand waits for their hours only."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import structlog

from bot.core.hours import UNASKED_A_DAY, next_digest, quiet_until
from bot.core.names import spoken_to
from bot.store.database.database import DATABASE_AWAY
from bot.store.queues import notices, outbox
from bot.store.queues.notices import (
    ASKED,
    ASKED_TRAINER,
    BEGUN,
    CERTIFICATES,
    CHANGED,
    CLIMBED,
    COLLEAGUE,
    DATES,
    DRAFT,
    EVE,
    EVENING,
    HANDED_OVER,
    HELP_WANTED,
    KEPT,
    LESSON,
    MONDAY,
    MORNING,
    NEW_USULAN,
    OFFERED,
    OVER,
    OWED,
    QUESTION,
    SEATS,
    STORIES,
    TAKEN_BACK,
    TASKS,
    TRIED,
    UNANSWERED,
    UNREAD,
    URGED,
    Notice,
)
from bot.store.reading import readings
from bot.store.turn import SCHEDULED, outbox_row
from bot.work.access import command
from bot.work.answering import correcting, questions
from bot.work.checking import reminding as checks
from bot.work.deciding import in_person, keeping, new_year, silence
from bot.work.hall import evening
from bot.work.lessons import asking_back, certificates, resting, sending, stories
from bot.work.lessons.coaching import trainers
from bot.work.monitoring import fitting, waiting
from bot.work.office import Office
from bot.work.readiness import mondays, reminding
from bot.work.reading import unread
from bot.work.roles import hearing
from bot.work.round import Round
from bot.work.saying.keyboard import keyboard
from bot.work.saying.left_off import tells_anything, where_left
from bot.work.saying.told import Compose, ComposeAll, Told, joined
from bot.work.tasks import away, climbing, digest, eves, handing, meeting_days, over, owed
from bot.work.training import inviting, leading
from bot.work.unprompted import nothing_open
from bot.work.unprompted.after import after_question
from bot.work.unprompted.passing import ABOUT_WORDS
from bot.work.usulan import withdrawn
from bot.work.usulan.dangers import danger
from bot.work.usulan.usulan import FORM as USULAN
from bot.work.usulan.voices.titip import FORM as TITIP

log = structlog.get_logger()

#: How long a notice that makes trouble is left alone.
_ASIDE = timedelta(hours=1)
#: How many notices are taken up together, and how often within one tick: what stands in one transaction has an end.
_AT_ONCE, _ROUNDS = 200, 10


async def _about_draft(tour: Round, notice: Notice) -> Told | None:
    flow, _, draft = notice.subject.partition(":")
    found = await notices.open_draft(tour.connection, notice.person_id, flow, draft)
    if found is None or danger.tells_no_more(tour.office, found) or not tells_anything(found.state):
        return None
    if flow in ABOUT_WORDS:
        return nothing_open.told_again(tour, notice.name, found, ABOUT_WORDS[flow])
    if flow not in (USULAN, TITIP):
        return _about_form(tour, notice, flow)
    anew = [(tour.text("tombol_mulai_baru"), "m:baru")] if flow == USULAN else []
    markup = keyboard([(tour.text("tombol_lanjutkan"), "m:lanjut")], anew)
    named = [(tour.text("tombol_mulai_cerita"), data) for _, data in anew]
    beside = keyboard([(tour.text("tombol_lanjutkan_cerita"), "m:lanjut")], named)
    return Told(tour.text("ingat_draf", nama=notice.name, **where_left(tour.office, found)), markup, beside=beside)


def _about_form(tour: Round, notice: Notice, flow: str) -> Told:
    title, goes_on = tour.text(f"form.{flow}.judul"), tour.text("tombol_lanjutkan")
    beside = keyboard([(tour.text("tombol_tentang", tombol=goes_on, judul=title), "m:lanjut")])
    text = tour.text("ingat_isian", nama=notice.name, formulir=title)
    return Told(text, keyboard([(goes_on, "m:lanjut")]), beside=beside)


async def _about_new_usulan(tour: Round, notice: Notice) -> Told | None:
    who = await readings.sight_now(tour.connection, notice.person_id, command("periksa").roles, tour.now)
    waiting = await readings.count(tour.connection, "saya", who)
    untold = await readings.count(tour.connection, "kabari", who)
    text = tour.text("ingat_usulan_baru", nama=notice.name, jumlah=waiting, langsung=untold)
    return Told(text) if waiting else None


async def _about_meeting(tour: Round, notice: Notice) -> Told | None:
    """A day of training belongs to whoever made it, any other meeting to the facilitators of its place."""
    if await leading.is_of_training(tour, notice):
        return await leading.compose(tour, notice)
    return await (evening.compose if notice.kind == EVENING else eves.compose)(tour, notice)


async def _about_nothing(tour: Round, notice: Notice) -> Told | None:
    """A kind that only another version of the program knows holds up nobody."""
    return None


#: Each kind of notice asks, just before it is told, whether it is still true.
KINDS: dict[str, Compose] = {
    DRAFT: _about_draft,
    NEW_USULAN: _about_new_usulan,
    UNREAD: unread.compose,
    QUESTION: questions.compose,
    CHANGED: correcting.compose,
    TAKEN_BACK: withdrawn.compose,
    DATES: inviting.compose,
    ASKED: handing.compose_asked,
    UNANSWERED: handing.compose_unanswered,
    HELP_WANTED: climbing.compose_help,
    OWED: owed.compose,
    HANDED_OVER: hearing.compose,
    URGED: reminding.compose,
    STORIES: stories.compose_stories,
    ASKED_TRAINER: trainers.compose,
    CERTIFICATES: certificates.compose,
    COLLEAGUE: stories.compose_colleague,
    **silence.KINDS,
    **after_question.KINDS,
    **in_person.KINDS,
    **checks.KINDS,
    **keeping.KINDS,
    **waiting.KINDS,
    **fitting.KINDS,
    OFFERED: new_year.compose,
    EVE: _about_meeting,
    MORNING: _about_meeting,
    EVENING: _about_meeting,
    SEATS: leading.compose,
    OVER: over.compose,
}
#: Kinds that are asked for everybody together.
TOGETHER: dict[str, ComposeAll] = {
    TASKS: digest.compose,
    BEGUN: digest.compose_begun,
    CLIMBED: climbing.compose,
    MONDAY: mondays.compose,
    LESSON: sending.compose,
    TRIED: asking_back.compose,
}
#: Who says of what is due that it is to wait, and until when.
HOLDS = (resting.held_until, asking_back.held_until, meeting_days.held_until, away.held_until)


async def tell_what_is_due(tour: Round) -> int:
    """Turn due notices into promises, in one transaction. Returns how many messages were promised.

    On PostgreSQL one process at a time does it: two that tell the same person would both find the day's budget free.
    """
    if not await notices.turn_to_tell(tour.connection):
        return 0
    told = 0
    for _ in range(_ROUNDS):
        nudged = await notices.nudge_drafts(tour.connection, tour.now, _AT_ONCE)
        due = await notices.due(tour.connection, tour.now, _AT_ONCE)
        told += await _tell_all(tour, due) if due else 0
        if nudged < _AT_ONCE and len(due) < _AT_ONCE:
            break
    return told


async def _tell_all(tour: Round, due: Sequence[Notice]) -> int:
    local = tour.office.local(tour.now)
    quiet = quiet_until(local)
    if quiet is not None:
        await notices.postpone(tour.connection, [notice.id for notice in due], quiet.astimezone(UTC))
        return 0
    due = await _without_held(tour, due)
    lost = [notice for notice in due if not notice.reachable]
    told_today = await outbox.unasked_on(tour.connection, sorted({notice.person_id for notice in due}), local.date())
    kept = await _kept(tour, due)
    spent = {
        person for person in {*told_today, *kept} if told_today.get(person, 0) + kept.get(person, 0) >= UNASKED_A_DAY
    }
    full = [one for one in due if one.reachable and one.person_id in spent and not one.is_asked_for]
    await notices.settle(tour.connection, [notice.id for notice in lost], "moot")
    await notices.postpone(tour.connection, [notice.id for notice in full], next_digest(local).astimezone(UTC))
    apart = {notice.id for notice in (*lost, *full)}
    ready = [notice for notice in due if notice.id not in apart]
    return await _tell(tour, ready) if ready else 0


async def _without_held(tour: Round, due: Sequence[Notice]) -> list[Notice]:
    """What this is no day for waits for another."""
    until: dict[int, datetime] = {}
    for held in HOLDS:
        for notice_id, when in (await held(tour, due)).items():
            until[notice_id] = max(when, until.get(notice_id, when))
    for when in sorted(set(until.values())):
        await notices.postpone(tour.connection, [one for one, at in until.items() if at == when], when)
    return [notice for notice in due if notice.id not in until]


async def _kept(tour: Round, due: Sequence[Notice]) -> dict[int, int]:
    """For whom a place in this day's budget is kept, and how many; not for those whom it is kept for by now."""
    others = {one.person_id for one in due} - {one.person_id for one in due if one.kind in KEPT}
    midnight = datetime.combine(tour.today + timedelta(days=1), time(), tour.office.zone)
    return await notices.keeping(tour.connection, sorted(others), (tour.now, midnight)) if others else {}


async def _tell(tour: Round, ready: Sequence[Notice]) -> int:
    """One message for all that is due to one person; what is no longer true is left out."""
    told, troubled = await _compose(tour, ready)
    await notices.postpone(tour.connection, sorted(troubled), tour.now + _ASIDE)
    await notices.settle(tour.connection, [notice.id for notice in ready if notice.id in told], "told")
    moot = [notice.id for notice in ready if notice.id not in told and notice.id not in troubled]
    await notices.settle(tour.connection, moot, "moot")
    theirs: dict[int, list[Notice]] = defaultdict(list)
    for notice in ready:
        if notice.id in told:
            theirs[notice.person_id].append(notice)
    rows: list[dict[str, Any]] = []
    for found in theirs.values():
        counted_on = None if all(notice.is_asked_for for notice in found) else tour.today
        rows += _letters(tour.office, found[0], joined([told[notice.id] for notice in found]), tour.real, counted_on)
    await outbox.promise(tour.connection, rows)
    return len(theirs)


async def _compose(tour: Round, ready: Sequence[Notice]) -> tuple[dict[int, Told], set[int]]:
    """What each notice says, by its id; none for what is no longer true. And those that make trouble."""
    by_kind: dict[str, list[Notice]] = defaultdict(list)
    for notice in ready:
        by_kind[notice.kind].append(notice)
    told: dict[int, Told] = {}
    troubled: set[int] = set()
    for kind, found in by_kind.items():
        said = await _ask(tour, kind, found) if kind in TOGETHER else None
        told |= said or {}
        for notice in found if said is None else ():  # one that makes trouble is to hold up nobody else
            alone = await _ask(tour, kind, [notice])
            told |= alone or {}
            troubled |= {notice.id} if alone is None else set()
    return told, troubled


async def _ask(tour: Round, kind: str, found: Sequence[Notice]) -> Mapping[int, Told] | None:
    """None when it makes trouble: then nothing was done."""
    try:
        async with tour.connection.begin_nested():
            if kind in TOGETHER:
                return await TOGETHER[kind](tour, found)
            one = await KINDS.get(kind, _about_nothing)(tour, found[0])
            return {found[0].id: one} if one is not None else {}
    except DATABASE_AWAY:
        raise
    except Exception:
        log.exception("a notice makes trouble", kind=kind, notices=[notice.id for notice in found][:10])
        return None


def _letters(office: Office, who: Notice, told: Told, real: float, day: date | None) -> list[dict[str, Any]]:
    """The rows for the outbox, in order; the first alone counts against the day's budget. `day`: None = not at all."""
    *parts, last = office.catalog.split(spoken_to(who.name, told.text))
    says: list[tuple[str, dict[str, Any]]] = [("sendMessage", {"text": text, "parse_mode": "HTML"}) for text in parts]
    closing = {"text": last, "parse_mode": "HTML"} | ({"reply_markup": told.markup} if told.markup else {})
    rows: list[dict[str, Any]] = []
    for method, params in [*says, ("sendMessage", closing), *told.more]:
        whole = {"chat_id": who.address} | params
        row = outbox_row(method, whole, chat=who.address, real=real, priority=SCHEDULED, person_id=who.person_id)
        rows.append(row | {"unasked_on": None if rows else day})
    return rows
