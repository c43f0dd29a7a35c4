"""A check ends with one of three words; what differs goes back to the proposer before the usulan changes."""

from dataclasses import replace
from functools import partial
from typing import Any

from bot.core.checking import comparing
from bot.core.checking.items import FULL, NOTE, lacking, next_item
from bot.core.checking.rules import needs_reason, results
from bot.core.flow.interpreter import record
from bot.core.forms.heard import Heard, Typed
from bot.core.forms.questions import Flow
from bot.core.forms.say import Say, Step, Words
from bot.core.forms.state import State
from bot.core.records import Usulan
from bot.store.checking import checks, findings
from bot.store.checking.checks import Check
from bot.store.deciding import clarifications
from bot.store.people import people, speakers
from bot.store.usulan import events
from bot.store.usulan import usulan as stored
from bot.work import conversation
from bot.work.checking import differing, filling, put_down, reported, sheet
from bot.work.checking.permitted import FAMILY, writable
from bot.work.saying.keyboard import keyboard, press
from bot.work.usulan import asked, checked
from bot.work.usulan.completing import told_of
from bot.work.usulan.usulan import quoted
from bot.work.visit import Journey, Visit

FORM = "uji_alasan"
_DONE = "uji_selesai"
#: What a form says of words over its card that are none of it.
_NOT_HEARD = "mesin.tinjau_bingung"


async def choose(visit: Visit, check_id: int) -> None:
    """*Selesai*: which word; nothing is "as told" that differs."""
    await filling.put_aside(visit)
    pair = await _complete(visit, check_id)
    if pair is None:
        return
    one, found = pair
    differs, elsewhere = await _differences(visit, one, found)
    keys = [
        [(visit.text(f"uji_hasil_{word}"), press(FAMILY, "putus", one.id, word))]
        for word in results(differs=bool(differs) or elsewhere)
    ]
    told = [checked.warning(visit.office, each, found.answers) for each in differs]
    visit.say("uji_hasil_mana", keyboard(*keys), nomor=visit.office.spoken_number(found), beda=told)


async def _complete(visit: Visit, check_id: int) -> tuple[Check, Usulan] | None:
    """A check that may end; None is said."""
    pair = await writable(visit, check_id)
    if pair is None:
        visit.stale()
        return None
    return pair if await _lacks_nothing(visit, *pair) else None


async def _lacks_nothing(visit: Visit, one: Check, found: Usulan) -> bool:
    """What still lacks is said, above the next question."""
    known = checked.values(await visit.ask_once(findings.of_check, one.id))
    lacks = lacking(one.depth, known)
    if lacks:
        told = {"nomor": visit.office.spoken_number(found), "kurang": sheet.lacks_in_words(visit.office, lacks, known)}
        if (item := next_item(one.depth, known)) is not None:
            await filling.begin(visit, one.id, item, Words("uji_belum_lengkap", told))
        else:
            open_it = keyboard([(visit.text("uji_tombol_buka"), press(FAMILY, "buka", one.id))])
            visit.say("uji_belum_lengkap", open_it, **told)
    return not lacks


async def _differences(visit: Visit, one: Check, found: Usulan) -> tuple[list[comparing.Difference], bool]:
    """And whether it is somewhere else, wherever that is."""
    known = checked.values(await visit.ask_once(findings.of_check, one.id))
    stated = checked.stated(visit.office, found.answers, known)
    return comparing.differences(stated, known), comparing.is_elsewhere(known)


async def decide(visit: Visit, check_id: int, word: str) -> None:
    pair = await _complete(visit, check_id)
    if pair is None:
        return
    one, _ = pair
    differs, elsewhere = await _differences(visit, *pair)
    if word not in results(differs=bool(differs) or elsewhere):
        visit.stale()
        return
    await visit.settle(press(FAMILY, "putus", one.id, ""))
    if needs_reason(word):
        await _ask_reason(visit, one, word)
    else:
        await _close(visit, *pair, word, None)


async def _ask_reason(visit: Visit, one: Check, word: str) -> None:
    """What was told beside the items is read once more, and may be the reason."""
    note = (await visit.ask_once(findings.of_check, one.id)).get(NOTE)
    known = {"alasan": note.value[NOTE]} if note is not None else None
    about = {"uji": one.id, "usulan": one.usulan_id, "hasil": word} | ({"catatan": True} if known else {})
    journey = replace(JOURNEY, fit=partial(_read_once_more, is_known=bool(known)))
    conversation.start(visit, journey, known, about=about)


def _read_once_more(visit: Visit, flow: Flow, *, is_known: bool | None = None) -> Flow:
    """Only what was told before."""
    draft = visit.conversations.get(FORM)
    told = State.from_json(draft.state).about.get("catatan", False) if draft is not None else False
    return replace(flow, review=told if is_known is None else is_known)


async def finish_reason(visit: Visit, flow: Flow, state: State) -> None:
    """What somebody else ended meanwhile stays as it is; what they took out of it is told. A word that has a reason
    may be said whatever differs."""
    pair = await writable(visit, state.about["uji"])
    if pair is None:
        visit.say("uji_tutup", nomor="")
    elif await _lacks_nothing(visit, *pair):
        reason = " ".join(record(flow, state)["alasan"]["text"].split())
        await _close(visit, *pair, state.about["hasil"], reason)


async def _close(visit: Visit, one: Check, found: Usulan, word: str, reason: str | None) -> None:
    async with visit.ask() as connection:
        known = checked.values(await findings.of_check(connection, one.id))
        stated = checked.stated(visit.office, found.answers, known)
        differs = comparing.differences(stated, known)
        added = comparing.additions(stated, known)  # also to what a meeting has: nothing told is changed
        await checks.close(connection, one, checks.DONE, visit.now, visit.me.id, result=word, reason=reason)
        await findings.note_differences(connection, one.id, differs)
        if added:
            await stored.correct(connection, found.id, found.answers | added)
    events.note(visit.turn, found.id, _DONE, uji=one.id, hasil=word)
    for key in added:
        events.note(visit.turn, found.id, events.COMPLETED, tanya=key, cara=checked.FORM)
    await asked.settle_by_the_way(visit, found.id, list(added))
    told = {"hasil": word, "alasan": reason or "", "tambahan": told_of(visit.office, found.answers | added, added)}
    told["beda"] = [checked.warning(visit.office, each, found.answers) for each in differs]
    await _tell(visit, one, found, told)
    async with visit.ask() as connection:
        await differing.ask_next(visit.round(connection), one.id)


async def _tell(visit: Visit, one: Check, found: Usulan, told: dict[str, Any]) -> None:
    """Its proposer, on the telephone or in person; whoever gave it; and whoever ends it now."""
    number = visit.office.spoken_number(found)
    async with visit.ask() as connection:
        proposer = await speakers.whom_to_tell(connection, found.id)
        giver = await people.named(connection, one.given_by)
        if proposer is None:
            await clarifications.bring_in_person(connection, found.id, one.given_by or visit.me.id, visit.now)
    if proposer is not None:
        text = visit.text(
            "uji_kabar", nama=proposer[1], nomor=number, ringkas=quoted(visit.office, found.answers), **told
        )
        visit.tell(proposer[0], found.person_id, text)
    alone = proposer is None
    if giver is not None and giver.id != visit.me.id:
        whom = {"nama": giver.name, "siapa": visit.me.name}
        text = visit.text("uji_selesai_kabar", nomor=number, langsung=alone, **whom, **told)
        open_it = keyboard([(visit.text("tombol_baca", nomor=number), f"u:lihat:{found.id}")])
        visit.tell(giver.address, giver.id, text, more={"reply_markup": open_it})
    visit.say("uji_selesai", nomor=number, langsung=alone, **told)


async def heed(visit: Visit, before: State, heard: Heard, step: Step) -> bool:
    """Whatever is typed over what goes out: another size or witness goes into its item, other words are the reason
    that is meant; and it is read once more."""
    if not isinstance(heard, Typed) or "alasan" not in before.answers:
        return False
    report, pair = reported.report_in(visit, heard, FULL), await writable(visit, before.about["uji"])
    is_of_items = report is not None and bool(report.witnesses or (report.corrects and not report.note))
    if pair is None or report is None or not is_of_items:
        is_reason = any(map(_is_not_heard, step.say))
        if is_reason:
            _read_again(visit, before, heard.text)
        return is_reason
    told: dict[str, Any] = {"nomor": visit.office.spoken_number(pair[1]), "kurang": []}
    told["isi"] = await put_down.put(visit, *pair, report)
    _read_again(visit, before, report.note or before.answers["alasan"].value["text"], Words("uji_tercatat", told))
    return True


def _is_not_heard(say: Say) -> bool:
    lead = say.lead
    return lead is not None and _NOT_HEARD in (lead.name, getattr(lead.values.get("sebab"), "name", ""))


def _read_again(visit: Visit, before: State, reason: str, lead: Words | None = None) -> None:
    opening = partial(Step.led_by, lead=lead) if lead is not None else JOURNEY.opening
    known = {"alasan": {"text": " ".join(reason.split())}}
    conversation.start(visit, replace(JOURNEY, opening=opening), known, about=before.about)


JOURNEY = Journey(FORM, finish_reason, fit=_read_once_more, heed=heed)
