"""What was found otherwise than told goes back to the proposer, one question for each: *Betul begitu* takes over what
was found, *Tetap seperti cerita saya* keeps what was told. Nothing of the usulan changes before the answer."""

from datetime import timedelta
from typing import Any

from bot.core.forms.say import Words
from bot.core.records import WITHDRAWN, Usulan
from bot.store.awaited import OPEN
from bot.store.checking import checks, findings
from bot.store.checking.checks import Check
from bot.store.checking.findings import Kept
from bot.store.deciding import clarifications as asked
from bot.store.deciding.clarifications import Clarification
from bot.store.people import speakers
from bot.store.queues import outbox
from bot.store.turn import SCHEDULED
from bot.store.usulan import again, events
from bot.store.usulan import usulan as stored
from bot.work.answering.correcting import difference
from bot.work.deciding import answers_told, clarified
from bot.work.deciding.clarifying import ANSWERED_WITHIN, MOST_OPEN, REMINDED_AFTER, answer_keys
from bot.work.round import Round
from bot.work.saying.keyboard import Key, keyboard, press
from bot.work.saying.letters import text_row
from bot.work.usulan import asked as usulan_asked
from bot.work.usulan import checked
from bot.work.usulan.usulan import FORM as USULAN
from bot.work.usulan.usulan import number_of, quoted
from bot.work.visit import Visit

#: What found no room among the questions of an usulan is asked when the clock looks again.
_LATER = timedelta(days=1)


async def ask_next(tour: Round, check_id: int) -> None:
    """As many as may wait for an answer at once; the clock asks the others."""
    one = await checks.by_id(tour.connection, check_id)
    found = await stored.to_change(tour.connection, one.usulan_id) if one is not None else None
    if one is None or found is None:
        return
    left = [each for each in await findings.differences_of(tour.connection, one.id) if each.clarification_id is None]
    if found.status == WITHDRAWN:
        left = []
    open_ones = [each for each in await asked.waiting(tour.connection, [found.id]) if each.state == OPEN]
    taken = {each.field for each in open_ones}
    now = [each for each in left if each.difference.field not in taken][: max(MOST_OPEN - len(open_ones), 0)]
    for each in now:
        await _ask(tour, one, found, each, asked.stood(found, open_ones))
    again = tour.now + _LATER if len(now) < len(left) else None
    await checks.wait_on(tour.connection, one.id, again)


async def _ask(tour: Round, one: Check, found: Usulan, each: Kept, stage: str) -> None:
    """Asked by whoever gave the check: they read the answer."""
    words = _words(tour, found, each)
    row: dict[str, Any] = {"usulan_id": found.id, "field": each.difference.field, "words": words, "stage": stage}
    row |= {"asked_by": one.given_by, "asked_at": tour.now, "due_at": tour.now + ANSWERED_WITHIN}
    made = await asked.add(tour.connection, **row, next_at=tour.now + REMINDED_AFTER[0])
    await findings.went_back(tour.connection, each.id, made)
    await events.write(tour.connection, found.id, events.ASKED, tour.now, klarifikasi=made, tanya=each.difference.field)
    proposer = await speakers.whom_to_tell(tour.connection, found.id)
    if proposer is not None:
        await _send(tour, found, each, made, words, proposer)
    elif one.given_by is not None:
        await again.bring_in_person(tour.connection, found.id)


def _words(tour: Round, found: Usulan, each: Kept) -> str:
    told = checked.warning(tour.office, each.difference, found.answers)
    return tour.office.catalog.label(Words("uji_tanya_beda", told))


async def _send(tour: Round, found: Usulan, each: Kept, made: int, words: str, proposer: tuple[int, str]) -> None:
    address, name = proposer
    number = number_of(tour.office, found, tour.now)
    text = tour.text("uji_tanya", nama=name, nomor=number, ringkas=quoted(tour.office, found.answers), isi=words)
    yes = [[_key(tour, "betul", made)]] if each.difference.found is not None else []
    keys = [*yes, [_key(tour, "tetap", made)], *answer_keys(tour.office, found, made, None)]
    how: dict[str, Any] = {"real": tour.real, "priority": SCHEDULED, "person_id": found.person_id}
    row = text_row(text, keyboard(*keys), chat=address, **how)
    await outbox.promise(tour.connection, [row])
    await asked.sent_by(tour.connection, made, row["id"])


def _key(tour: Round, name: str, made: int) -> Key:
    return tour.text(f"uji_tombol_{name}"), press("l", f"uji{name}", made)


# --- answered --------------------------------------------------------------------------------------------------------


async def agree(visit: Visit, which: int) -> None:
    """*Betul begitu*: what was found becomes what the usulan says, unless the meeting has read that back."""
    pair = await _answerable(visit, which)
    if pair is None or pair[2].difference.found is None:
        visit.stale()
        return
    one, found, each = pair
    field, new = each.difference.field, each.difference.found
    if not usulan_asked.may_change(found, field):
        await _settle_in_words(visit, one, found, new)
        return
    old = found.answers.get(field)
    await visit.ask_once(stored.correct, found.id, found.answers | {field: new})
    event = events.note(visit.turn, found.id, events.CORRECTED, tanya=field, dari=old, jadi=new, cara=checked.FORM)
    await clarified.settle(visit, one, answer_event=event)
    changes = [difference(visit.office, field, old, new, found.answers)]
    await answers_told.tell(visit, one, found, answers_told.Answer(changes))


async def insist(visit: Visit, which: int) -> None:
    """*Tetap seperti cerita saya*: nothing changes, and both stand side by side."""
    pair = await _answerable(visit, which)
    if pair is None:
        visit.stale()
    else:
        await _settle_in_words(visit, pair[0], pair[1], pair[2].difference.stated, kept=True)


async def _settle_in_words(visit: Visit, one: Clarification, found: Usulan, value: Any, *, kept: bool = False) -> None:
    shown = checked.shown(visit.office, USULAN, one.field or "", value, found.answers)
    words = visit.label(Words("uji_jawab_tetap" if kept else "uji_jawab_betul", {"isi": shown}))
    told = events.note(visit.turn, found.id, events.TOLD, klarifikasi=one.id)
    await clarified.settle(visit, one, answer=words, answer_event=told)
    locked = found.locked_at is not None
    await answers_told.tell(visit, one, found, answers_told.Answer([], words, locked=locked))


async def _answerable(visit: Visit, which: int) -> tuple[Clarification, Usulan, Kept] | None:
    """A difference that still waits for the word of its proposer, who speaks."""
    pair, each = await clarified.answerable(visit, which, together=False), await visit.ask_once(findings.behind, which)
    if pair is None or each is None or not pair[0].waits or pair[1].status == WITHDRAWN:
        return None
    return *pair, each
