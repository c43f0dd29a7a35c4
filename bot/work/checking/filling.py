"""One item of a check is filled in: by whoever was there, or from the paper, in any order. What somebody else wrote
there meanwhile stays."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import Any

from bot.core.checking.items import (
    FULL,
    ITEMS,
    PHOTOS,
    PLACE,
    SIZE,
    WITNESSES,
    is_whole,
    lacking,
    next_item,
    open_in,
    questions_of,
)
from bot.core.flow.interpreter import record
from bot.core.flow.scene import kind_of
from bot.core.forms.heard import Heard, Sent, Typed
from bot.core.forms.questions import Flow
from bot.core.forms.say import Step, Words
from bot.core.forms.state import State
from bot.core.forms.writing import key_of
from bot.core.records import Usulan
from bot.store.checking import findings
from bot.store.checking.checks import Check
from bot.store.people import conversations
from bot.work import conversation
from bot.work.checking import in_words, keeping, put_down, reported, sent_beside, sheet, which
from bot.work.checking.permitted import writable
from bot.work.usulan import checked
from bot.work.usulan.checked import FORM
from bot.work.visit import Journey, Visit

_LASTS, _ANSWERS = timedelta(days=1), ("ya", "tidak")


async def begin(visit: Visit, check_id: int, item: str, lead: Words | None = None) -> None:
    """What was begun before is kept; of what is answered in part only the rest is asked. `lead`: what is said before
    its first question."""
    draft = visit.conversations.get(FORM)
    about = State.from_json(draft.state).about if draft is not None else {}
    if draft is not None and lead is None and (about["uji"], about["bagian"]) == (check_id, item):
        conversation.touch(visit, draft)
        await conversation.resume(visit, Words("uji_isi_mulai", {"nomor": about["nomor"], "isi": "", "siapa": ""}))
        return
    await put_aside(visit)
    pair = await writable(visit, check_id)
    if pair is None or item not in ITEMS[pair[0].depth]:
        visit.stale()
        return
    one, found = pair
    known = await visit.ask_once(findings.of_check, one.id)
    there = known.get(item)
    number = visit.office.spoken_number(found)
    about = {"uji": one.id, "usulan": found.id, "bagian": item, "nomor": number, "lihat": keeping.seen(there)}
    told = {"nomor": number, "isi": keeping.shown(visit, one, item, there), "siapa": there.name if there else ""}
    lead = lead or Words("uji_isi_mulai", told)
    journey = replace(JOURNEY, fit=partial(_alone, item=item), opening=lambda step: step.led_by(lead))
    begun = there.value if there is not None and not is_whole(item, checked.values(known)) else {}
    instead = {"titik": None} if in_words.LANDMARK in begun else {}
    conversation.start(visit, journey, {**instead, **begun}, about=about)


async def begin_with(visit: Visit, check_id: int, item: str, heard: Heard) -> bool:
    """With what was said or sent before the item was opened; False where it may not be written by now."""
    await put_aside(visit)
    pair = await writable(visit, check_id)
    if pair is None or (key := in_words.fitting(visit, pair[0].depth, heard).get(item)) is None:
        return False
    one, found = pair
    there = (await visit.ask_once(findings.of_check, one.id)).get(item)
    number = visit.office.spoken_number(found)
    about = {"uji": one.id, "usulan": found.id, "bagian": item, "nomor": number, "lihat": keeping.seen(there)}
    journey = replace(JOURNEY, fit=partial(_alone, item=item))
    if key == in_words.LANDMARK:
        landmark = {in_words.LANDMARK: in_words.landmark_in(visit, heard)}
        conversation.start(visit, journey, {"titik": None}, about=about | landmark)
    elif told := in_words.witness_in(visit, heard):
        await _begin_with_witness(visit, journey, about, told, heard)
    elif key == questions_of(item)[0]:
        await conversation.start_with_answer(visit, journey, {}, about, heard)
    else:
        begun = dict(there.value) if there is not None and open_in(item, {item: there.value}) else {}
        told = begun | {key: in_words.read(visit, key, heard)}
        if not open_in(item, {item: told}):
            await keeping.keep(visit, one, found, about, told)
            await sheet.show(visit, one.id)
            return True
        conversation.start(visit, journey, told, about=about)
    return True


async def _begin_with_witness(
    visit: Visit, journey: Journey, about: Mapping[str, Any], told: dict[str, Any], heard: Heard
) -> None:
    """What is not told of them is asked."""
    party = told.get(in_words.PARTY)
    if len(told) == len(questions_of(WITNESSES[0])) and party is not None and isinstance(heard, Typed):
        known = {key: value for key, value in told.items() if key != in_words.PARTY}
        await conversation.start_with_answer(visit, journey, known, about, replace(heard, text=party["label"]))
    else:
        conversation.start(visit, journey, told, about=about)


async def heed(visit: Visit, before: State, heard: Heard, step: Step) -> bool:
    """A photo or a point that is sent while another item is asked belongs to its own: it is kept, and the question
    stands. What is put right is kept at once."""
    if (another := await which.another(visit, heard, before.about["uji"])) is not None:
        return await take_report(visit, another, heard)
    if _tells_more(visit, heard):
        return await take_report(visit, before.about["uji"], heard)
    if before.about["bagian"] == PLACE and (landmark := in_words.landmark_in(visit, heard)):
        return await _take_landmark(visit, before, landmark)
    if before.about["bagian"] in WITNESSES and isinstance(heard, Typed):
        return await _take_witness(visit, before, heard)
    if isinstance(heard, Sent):
        return await sent_beside.take(visit, before, heard)
    return not await keeping.put_right(visit, before, step) and await conversation.resume(visit)


def _tells_more(visit: Visit, heard: Heard) -> bool:
    """Whether it answers more than what is asked; where any words are an answer, nothing does."""
    item, key = asked_in(visit)
    report = reported.report_in(visit, heard, FULL, (item, key)) if key else None
    if report is None or not isinstance(heard, Typed):
        return False
    is_size = item == SIZE and not in_words.chosen(visit, heard.text.split()[:2], (in_words.TOOL,))
    if (is_size and report.found.get(item, {}).keys() - {key}) or any(one.instead for one in report.witnesses):
        return True
    if not report.items - {item}:
        return False
    is_theirs = item in WITNESSES and bool(report.witnesses)  # of the one who is asked of, or of the other
    return report.many > 1 or (not is_theirs and in_words.read(visit, key, heard) is None)


def asked_in(visit: Visit) -> reported.Asked:
    """Of the open item, where not any words are an answer."""
    draft = conversation.open_conversation(visit)
    asked = conversation.asked(visit)[0] if draft is not None and draft.flow == FORM else None
    if draft is None or asked is None or kind_of(asked).free:
        return "", ""
    return State.from_json(draft.state).about["bagian"], asked.key


async def _take_witness(visit: Visit, before: State, heard: Typed) -> bool:
    """Another witness who is told in the middle of one is kept as the other, and the question stands. Whether it is a
    woman or a man is not asked where the way they are addressed tells."""
    item = before.about["bagian"]
    told, which = in_words.witness_in(visit, heard), in_words.which_in(visit, heard.text)
    if told and which not in ("", item):
        return await _keep_other(visit, before, which, told)
    if in_words.NAME in before.answers and not which:
        return False
    if in_words.is_oneself(visit, heard.text):
        told = {in_words.NAME: {"text": visit.me.name}}
    told = told or (in_words.name_in(visit, heard.text) if in_words.NAME not in before.answers else {})
    if not told:
        return False
    known = {key: answer.value for key, answer in before.answers.items()} | told
    await _begin_with_witness(visit, replace(JOURNEY, fit=partial(_alone, item=item)), before.about, known, heard)
    return True


async def _keep_other(visit: Visit, before: State, item: str, told: dict[str, Any]) -> bool:
    pair = await writable(visit, before.about["uji"])
    if pair is None:
        return False
    there = (await visit.ask_once(findings.of_check, pair[0].id)).get(item)
    about = {**before.about, "bagian": item, "lihat": keeping.seen(there)}
    told = {**(there.value if there is not None else {}), **told}
    await _keep_part(visit, *pair, replace(before, about=about), told)
    return await conversation.resume(visit)


async def _take_landmark(visit: Visit, before: State, landmark: str) -> bool:
    """In the place of the point; whether it is the right place is asked still where nobody has said so."""
    draft = visit.conversations.get(FORM)
    if draft is None:
        return False
    state = replace(before, about={**before.about, in_words.LANDMARK: landmark})
    if PLACE in before.answers:
        conversations.end(visit.turn, FORM)
        flow = _alone(visit, visit.office.catalog.flows[FORM], item=PLACE)
        await finish(visit, flow, state.skip("titik"))
        return True
    conversations.keep(visit.turn, replace(draft, state=state.skip("titik").to_json(), touched_at=visit.now))
    visit.say("uji_patokan_dicatat", isi=landmark)
    return await conversation.resume(visit)


def _value(flow: Flow, state: State) -> dict[str, Any]:
    """What was answered, with the landmark that was told beside it."""
    landmark = state.about.get(in_words.LANDMARK)
    return record(flow, state) | ({in_words.LANDMARK: {"text": landmark}} if landmark else {})


async def put_aside(visit: Visit) -> None:
    """Another item is opened, or the check is to end: what was answered of the one before is kept."""
    draft = visit.conversations.get(FORM)
    if draft is None:
        return
    state = State.from_json(draft.state)
    flow = _alone(visit, visit.office.catalog.flows[FORM], item=state.about["bagian"])
    value = _value(flow, state)
    conversations.end(visit.turn, FORM)
    if not value:
        return
    pair = await writable(visit, state.about["uji"])
    if pair is None:
        visit.say("uji_tutup", nomor=state.about["nomor"])
    else:
        await _keep_part(visit, *pair, state, value)


async def _keep_part(visit: Visit, one: Check, found: Usulan, state: State, value: dict[str, Any]) -> None:
    """What stands there as a whole is not replaced by a part."""
    item = state.about["bagian"]
    known = await visit.ask_once(findings.of_check, one.id)
    there = known.get(item)
    told: dict[str, Any] = {"judul": checked.title(visit.office, item), "nomor": state.about["nomor"]}
    if there is not None and item != PHOTOS and there.value.items() >= value.items():
        return
    if item != PHOTOS and is_whole(item, checked.values(known)):
        visit.say("uji_sebagian_tetap", isi=keeping.shown(visit, one, item, there), **told)
    elif (kept := await keeping.keep(visit, one, found, state.about, value)) is not None:
        visit.say("uji_sebagian", isi=keeping.shown(visit, one, item, kept), **told)


async def take_report(visit: Visit, check_id: int, heard: Heard) -> bool:
    """All of it is kept and said back at once, with what still lacks, above the next question; False where it may not
    be written by now."""
    asked = asked_in(visit)
    await put_aside(visit)
    pair = await writable(visit, check_id)
    if pair is None or not isinstance(heard, Typed):
        return False
    one, found = pair
    report = reported.report_in(visit, heard, one.depth, asked)
    if report is None:
        return False
    lines = await put_down.put(visit, one, found, report)
    known = checked.values(await visit.ask_once(findings.of_check, one.id))
    kept: dict[str, Any] = {"nomor": visit.office.spoken_number(found), "isi": lines}
    kept["kurang"] = sheet.lacks_in_words(visit.office, lacking(one.depth, known), known)
    if (item := next_item(one.depth, known)) is not None:
        await begin(visit, check_id, item, Words("uji_tercatat", kept))
    else:
        visit.say("uji_tercatat", **kept)
        await sheet.show(visit, check_id)
    return True


def is_old(visit: Visit, heard: Typed) -> bool:
    """Nobody has answered for a day: words are asked about first, but for what closes it or is no answer."""
    return is_left(visit) and visit.office.catalog.world.words.get(key_of(heard.text)) in (None, *_ANSWERS)


def is_left(visit: Visit) -> bool:
    draft = visit.conversations.get(FORM)
    return draft is not None and visit.now - draft.touched_at >= _LASTS


def _alone(_visit: Visit, flow: Flow, *, item: str) -> Flow:
    """Only pictures come in parts, and are sent with a button; anything else is kept with its last answer."""
    asked = tuple(one for one in flow.questions if one.key in questions_of(item) and one.key != in_words.LANDMARK)
    return replace(flow, questions=asked, checks=(), review=item == PHOTOS)


def _fit(visit: Visit, flow: Flow) -> Flow:
    """As the open draft says."""
    draft = visit.conversations.get(FORM)
    return _alone(visit, flow, item=State.from_json(draft.state).about.get("bagian", PHOTOS) if draft else PHOTOS)


async def finish(visit: Visit, flow: Flow, state: State) -> None:
    """Kept at once, and the sheet is shown again."""
    pair = await writable(visit, state.about["uji"])
    if pair is None:
        visit.say("uji_tutup", nomor=state.about["nomor"])
        return
    await keeping.keep(visit, *pair, state.about, _value(flow, state))
    await sheet.show(visit, pair[0].id)


async def _say_what_stays(visit: Visit, state: State) -> None:
    """*Batal* leaves what was written before."""
    known = await visit.ask_once(findings.of_check, state.about["uji"])
    lines = [line for line in checked.lines(visit.office, FULL, known) if line["isi"]]
    if lines:
        visit.say("uji_tetap_tercatat", nomor=state.about["nomor"], isi=lines)


JOURNEY = Journey(FORM, finish, fit=_fit, heed=heed, dropped=_say_what_stays, nudged=True)
