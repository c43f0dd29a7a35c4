"""What the clock does for an announcement: its hour comes, its ledger is written, its letters leave a few seconds'
worth at a time, and what became of them is written down. Any number of processes may do it, and any may die."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from typing import Any

import structlog

from bot.catalog.texts import as_html
from bot.core.broadcasts.pace import ahead, is_going_wrong
from bot.core.hours import UNASKED_A_DAY, next_digest, quiet_until
from bot.store.broadcasts import audience, broadcasts, ledger
from bot.store.broadcasts.broadcasts import ASKED, DONE, MISSED, PAUSED, RUNNING, WAITING, WITHDRAWN, Broadcast
from bot.store.broadcasts.ledger import AGAIN, DELETE, EDIT, REMIND, SEND, TELL, Arrived, Copy, Landing
from bot.store.queues import notices, outbox
from bot.store.queues.notices import TASKS
from bot.store.turn import ANNOUNCEMENT, outbox_row
from bot.work.broadcasts.under_way import authors, left_lying, wording
from bot.work.round import Round
from bot.work.saying import days_written

log = structlog.get_logger()

#: How many rows of the ledger are written in one transaction, and how many letters are promised or settled in one.
_LISTED_AT_ONCE, _AT_ONCE = 20_000, 200
#: Telegram lets a bot delete its messages for two days; what is older is changed instead.
_DELETABLE = timedelta(hours=47)
_REFUSED = frozenset({"refused", "dead"})
#: Letters that change what is there already come before new ones, and are wanted by nobody's budget.
_UNASKED = frozenset({SEND, REMIND})


async def go_on(tour: Round, most: int) -> int:
    """Take up so many announcements whose time has come, the oldest first. Returns how many there were."""
    due = await broadcasts.due(tour.connection, tour.now, most)
    for one in due:
        await _STEPS.get(one.state, _settle_and_feed)(tour, one)
    return len(due)


async def _nobody_agreed(tour: Round, one: Broadcast) -> None:
    """A second officer was asked, and hours went by: the author may send alone."""
    await authors.say_unanswered(tour, one)
    await broadcasts.change(tour.connection, one.id, next_at=None)


async def _begin(tour: Round, one: Broadcast) -> None:
    if one.not_after is not None and tour.now > one.not_after:
        await broadcasts.change(tour.connection, one.id, state=MISSED, ended_at=tour.now, next_at=None)
        await broadcasts.note(tour.connection, one.id, MISSED, None, tour.now)
        await authors.say_missed(tour, one)
        return
    one = await left_lying.put_down(tour, one, None)
    progress = await authors.show_beginning(tour, one)
    began = {"began_at": tour.now, "progress_row": progress, "next_at": tour.now, "listed_up_to": 0}
    await broadcasts.change(tour.connection, one.id, state=RUNNING, **began)
    await broadcasts.note(tour.connection, one.id, "began", None, tour.now)


async def _run(tour: Round, one: Broadcast) -> None:
    if one.listed_up_to is None:
        await _settle_and_feed(tour, one)
        return
    up_to = await audience.list_slice(tour.connection, one, _asked(tour, one), _LISTED_AT_ONCE)
    await broadcasts.change(tour.connection, one.id, listed_up_to=up_to)
    tour.left.add("broadcasts")


async def _settle_and_feed(tour: Round, one: Broadcast) -> None:
    """What has arrived is written down; what may leave is promised; and when to look again."""
    found = await ledger.arrived(tour.connection, one.id, 2 * _AT_ONCE)
    await ledger.land(tour.connection, one.id, [_landing(one, arrived) for arrived in found], tour.now)
    if one.state == RUNNING and _goes_wrong(found):
        await pause(tour, one, None)
        await authors.say_going_wrong(tour, one, sorted({arrived.error or "" for arrived in found} - {""})[:3])
        return
    if one.state == RUNNING and one.not_after is not None and tour.now > one.not_after:
        await ledger.end_waiting(tour.connection, one.id, "late")
    await _feed(tour, one)
    await _look_again(tour, one)


def _goes_wrong(found: Sequence[Arrived]) -> bool:
    return is_going_wrong(sum(one.outcome in _REFUSED for one in found), len(found))


def _landing(one: Broadcast, arrived: Arrived) -> Landing:
    """What is to happen with a copy now that its letter has ended."""
    follows, has_it = arrived.then, arrived.outcome == "sent"
    if arrived.todo == SEND:
        if follows and not has_it:
            follows = AGAIN if arrived.outcome == "unsure" else None
        return Landing(arrived, follows, None if follows else one.version)
    if arrived.todo == DELETE and not has_it:
        return Landing(arrived, EDIT, None)  # too old, or refused: it is changed instead
    if arrived.todo in {EDIT, DELETE} and has_it and (one.state != WITHDRAWN or arrived.answered or one.version > 1):
        follows = follows or TELL  # nobody hears an edit; who counts on what is gone, or read its correction
    mended = AGAIN if arrived.todo == AGAIN and has_it else arrived.outcome
    return Landing(arrived, follows, one.version if has_it else None, mended)


async def _feed(tour: Round, one: Broadcast) -> None:
    """Promise as many letters as will leave within seconds, to whom they are still for."""
    most = ahead(tour.office.sends_a_second)
    space = min(most - await outbox.waiting_behind(tour.connection, ANNOUNCEMENT, most), _AT_ONCE)
    if not space:
        return
    copies = await ledger.next_copies(tour.connection, one.id, tour.now, space, sends=one.state == RUNNING)
    ready = await _ready(tour, one, copies) if copies else []
    rows = [(copy, _letter(tour, copy, call)) for copy, call in zip(ready, _calls(tour, one, ready), strict=True)]
    await outbox.promise(tour.connection, [row for _, row in rows])
    await ledger.fly(tour.connection, one.id, [(copy.target, row["id"]) for copy, row in rows])
    if len(copies) == _AT_ONCE:
        tour.left.add("broadcasts")


async def _ready(tour: Round, one: Broadcast, copies: Sequence[Copy]) -> Sequence[Copy]:
    """Without those who are concerned no more, and those who were told enough today or sleep."""
    told = [copy.target for copy in copies if copy.todo in _UNASKED and copy.is_person]
    if not told:
        return copies
    local = tour.office.local(tour.now)
    quiet = quiet_until(local)
    if quiet is not None:
        await ledger.postpone(tour.connection, one.id, told, quiet.astimezone(UTC))
        return [copy for copy in copies if copy.target not in set(told)]
    meant = await audience.still_meant(tour.connection, _asked(tour, one), told)
    gone = set(told) - meant
    await ledger.leave_out(tour.connection, one.id, gone, "left")
    full = await told_enough(tour, meant) if one.urgent_why is None else set()
    await ledger.postpone(tour.connection, one.id, full, next_digest(local).astimezone(UTC))
    return [copy for copy in copies if copy.target not in gone | full]


def _asked(tour: Round, one: Broadcast) -> audience.Asked:
    return audience.asked_by(one, tour.now, tour.today)


async def told_enough(tour: Round, people: set[int]) -> set[int]:
    """The list of the day keeps its place: two announcements do not push it away."""
    told = await outbox.unasked_on(tour.connection, sorted(people), tour.today)
    days = tour.now - timedelta(days=1), datetime.combine(tour.today + timedelta(days=1), time(), tour.office.zone)
    lists = await notices.keeping(tour.connection, sorted(told), days, (TASKS,)) if told else {}
    return {person for person, times in told.items() if times + min(lists.get(person, 0), 1) >= UNASKED_A_DAY}


def _calls(tour: Round, one: Broadcast, copies: Sequence[Copy]) -> list[wording.Call]:
    """First copies are all alike, so one is made for all."""
    first = next((_call(tour, one, copy) for copy in copies if copy.todo == SEND), None)
    return [first if first and copy.todo == SEND else _call(tour, one, copy) for copy in copies]


def _letter(tour: Round, copy: Copy, call: wording.Call) -> dict[str, Any]:
    method, params = call
    whole = {"chat_id": copy.chat} | params
    person = copy.target if copy.is_person else None
    row = outbox_row(method, whole, chat=copy.chat, real=tour.real, priority=ANNOUNCEMENT, person_id=person)
    return row | {"unasked_on": tour.today if copy.todo in _UNASKED and copy.is_person else None}


def _call(tour: Round, one: Broadcast, copy: Copy) -> wording.Call:
    """The copy itself, its correction, or its end."""
    office, is_over = tour.office, one.state == WITHDRAWN
    markup = None if is_over else wording.buttons(office, one)
    if copy.todo in {REMIND, TELL}:
        return _word_about(tour, one, copy)
    if copy.todo == DELETE and copy.message_id is not None and _is_deletable(tour, copy):
        return "deleteMessage", {"message_id": copy.message_id}
    is_first = copy.todo == SEND  # nothing changed for who had no copy before
    text = tour.text("siaran_ditarik") if is_over else _text_of(tour, one, is_first=is_first)
    if copy.todo in {EDIT, DELETE} and copy.message_id is not None:
        return wording.to_edit(one.message, text, copy.message_id, markup)
    if copy.todo == AGAIN:
        text = tour.text("siaran_ditarik_baru") if is_over else f"{tour.text('siaran_ralat_baru')}\n\n{text}"
        return "sendMessage", {"text": text, "parse_mode": "HTML"} | ({"reply_markup": markup} if markup else {})
    return wording.to_send(one.message, text, markup)


def _text_of(tour: Round, one: Broadcast, *, is_first: bool) -> str:
    message = replace(one.message, changed=()) if is_first else one.message
    told = _as_meant(tour, replace(one, message=message))
    return wording.text_of(tour.office, told, one.began_at or tour.now)


def _as_meant(tour: Round, one: Broadcast) -> Broadcast:
    """What reaches somebody on a later day than it began has the date in place of "besok"."""
    began = tour.office.local(one.began_at or tour.now).date()
    html, asked = (
        days_written.later(tour.office, text, began, tour.today) for text in (one.message.html, one.message.asked)
    )
    return replace(one, message=replace(one.message, html=html, asked=asked))


def _word_about(tour: Round, one: Broadcast, copy: Copy) -> wording.Call:
    """That they have not confirmed it, or that it was put right; at night the latter makes no sound."""
    if one.state == WITHDRAWN:
        return _word_of_end(tour, one)
    is_mended = copy.todo == TELL
    told = {"ubah": wording.changed(one), "pilihan": one.message.choices} if is_mended else _reminder(tour, one)
    text = tour.text("siaran_diralat_kabar" if is_mended else "siaran_ingatkan", **told)
    quiet = is_mended and quiet_until(tour.office.local(tour.now)) is not None
    more = _quoting(copy) | ({"disable_notification": True} if quiet else {})
    markup = wording.buttons(tour.office, one)
    return "sendMessage", {"text": text, "parse_mode": "HTML", "reply_markup": markup} | more


def _word_of_end(tour: Round, one: Broadcast) -> wording.Call:
    """What they had understood or answered counts no more; their copy is gone."""
    day = tour.office.day(one.began_at or one.made_at)
    text = tour.text("siaran_ditarik_kabar", hari=day, awal=authors.beginning_of(one))
    quiet = {"disable_notification": True} if quiet_until(tour.office.local(tour.now)) is not None else {}
    return "sendMessage", {"text": text, "parse_mode": "HTML"} | quiet


def _quoting(copy: Copy) -> dict[str, Any]:
    """As a reply to their copy, while that is there."""
    if copy.message_id is None:
        return {}
    return {"reply_parameters": {"message_id": copy.message_id, "allow_sending_without_reply": True}}


def _reminder(tour: Round, one: Broadcast) -> dict[str, Any]:
    one = _as_meant(tour, one)
    told = {"awal": authors.beginning_of(one), "diminta": as_html(one.message.asked), "pilihan": one.message.choices}
    return {"hari": tour.office.day(one.began_at or tour.now), "dari": one.author} | told


def _is_deletable(tour: Round, copy: Copy) -> bool:
    return copy.sent_at is None or tour.real - copy.sent_at < _DELETABLE.total_seconds()


async def _look_again(tour: Round, one: Broadcast) -> None:
    """At the next look, while letters fly; else when something may leave; and when nothing is left, the end."""
    sends = one.state == RUNNING
    flying = await ledger.flying(tour.connection, one.id)
    then = await ledger.next_due(tour.connection, one.id, sends=sends)
    if one.state == RUNNING and not flying and then is None:
        await _finish(tour, one)
        return
    waits_until = then if not flying and then is not None and then > tour.now else None
    told = await authors.show_progress(tour, one, waits_until) if one.state in {RUNNING, PAUSED} else {}
    next_at = tour.now if flying else then
    await broadcasts.change(tour.connection, one.id, next_at=next_at, **told)


async def _finish(tour: Round, one: Broadcast) -> None:
    """Everybody's row has its end."""
    await broadcasts.change(tour.connection, one.id, state=DONE, ended_at=tour.now, next_at=None)
    await broadcasts.note(tour.connection, one.id, DONE, None, tour.now)
    await authors.say_done(tour, one)


async def pause(tour: Round, one: Broadcast, by: int | None) -> None:
    """Hold back whatever has not left; what is on its way is still written down."""
    await ledger.call_back(tour.connection, one.id)
    await broadcasts.change(tour.connection, one.id, state=PAUSED, next_at=tour.now)
    await broadcasts.note(tour.connection, one.id, PAUSED, by, tour.now)


_STEPS = {ASKED: _nobody_agreed, WAITING: _begin, RUNNING: _run}
