"""What is typed, photographed or sent while the sheet of a check stands there and no item of it is open: it is asked to
which item it belongs. It waits in the question; on *Bukan* it goes the way that it would have gone."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from bot.core.checking.items import FULL, SHORT, SIZE, WITNESSES, is_whole, open_in
from bot.core.flow.interpreter import Flow
from bot.core.forms.heard import Heard, Sent, Typed, to_json
from bot.core.forms.say import Step
from bot.core.forms.state import State
from bot.core.forms.writing import key_of
from bot.store.checking import findings
from bot.store.people import conversations
from bot.store.queues import said
from bot.store.queues.said import Said
from bot.work import conversation
from bot.work.access import allowed, button
from bot.work.answering import naming
from bot.work.answering.answers import answer
from bot.work.checking import elsewhere, ending, filling, in_words, later, put_down, reported, several, sheet, which
from bot.work.checking.permitted import FAMILY, waiting, writable
from bot.work.hall import sent_papers
from bot.work.reading import finding
from bot.work.saying.keyboard import number
from bot.work.tasks import by_words
from bot.work.unprompted import nothing_open, work_beside
from bot.work.usulan import checked
from bot.work.visit import Journey, Visit

_WITNESS, _NOT_THIS = "saksi", "bukan"  # either of the two witnesses: the one who is not told yet
_A_YES_OR_NO = "kursi_roda"  # what is answered with words that may answer anything
_OPENS, _SEND = f"{FAMILY}:isi:", "kirim"


async def take_report(visit: Visit, heard: Typed | Sent) -> bool:
    """ "Sudah kulihat, panjangnya 120 meter, saksi Pak Made dan Bu Ina": whether it was written into the check that is
    meant; where several may be, it is asked. "Sudah selesai ujinya" leads to its end."""
    if not isinstance(heard, Typed) or not allowed(button(FAMILY), visit.grants):
        return False
    if elsewhere.is_order(visit, heard.text):
        return False
    report, over = reported.report_in(visit, heard, FULL), in_words.tells_end(visit, heard, is_shown=True)
    is_report = report is not None and report.from_there and report.many > 1
    if not is_report and visit.office.catalog.danger.find(heard.text):  # "ada longsor sedikit" is what was seen there
        return False
    told = in_words.party_in(visit, heard.text)
    is_named = naming.may_name(visit.office, heard.text)
    if not over and not told and (report is None or (report.many < 2 and not report.corrects and not is_named)):
        return False
    shown, is_there = await check_shown(visit), report is not None and report.from_there
    shown, is_elsewhere = await which.told(visit, heard, shown, by_words=shown is not None or is_there)
    if is_elsewhere:
        return False
    if told and not over:
        return shown is not None and await _take_of_witness(visit, shown, heard)
    if over:
        return in_words.tells_end(visit, heard, is_shown=shown is not None) and await _end(visit, shown)
    if report is None or (shown is None and not report.from_there):
        return False
    return await _take_told(visit, heard, [shown] if shown is not None else await _waiting(visit), is_there)


async def _take_told(visit: Visit, heard: Typed, waiting: Sequence[int], is_there: bool) -> bool:
    """Of the check that is shown, or those that wait. `is_there`: it is said that somebody went and looked."""
    if waiting and not is_there and await elsewhere.is_said(visit, heard, waiting[0]):
        return False
    is_asked = len(waiting) > 1 or (not is_there and filling.is_old(visit, heard))
    if waiting and (is_asked or await which.is_unclear(visit, heard, waiting[0])):
        return await _ask(visit, waiting[0], heard)
    return bool(waiting) and await filling.take_report(visit, waiting[0], heard)


async def take_beside(visit: Visit, heard: Heard) -> bool:
    """Of several checks in one message, or that they cannot go yet: also while something is asked."""
    if not isinstance(heard, Typed) or not allowed(button(FAMILY), visit.grants):
        return False
    for take in (several.take, _take_struck, _ask_of_old, _take_without_number):
        if await take(visit, heard):
            return True
    return later.tells(visit, heard.text) and await later.take(visit, heard, await check_shown(visit))


async def passes(visit: Visit, heard: Typed, check: int) -> bool:
    """Whether what is asked of it does not hear this: it is over, too old, or these words are of something else."""
    is_over = in_words.tells_end(visit, heard, is_shown=False) or filling.is_old(visit, heard)
    if is_over or work_beside.asks(visit, heard) or await finding.meant(visit, heard) is not None:  # "buka maiwa 3"
        return True
    return await elsewhere.is_said(visit, heard, check) or await which.is_unclear(visit, heard, check)


async def _take_struck(visit: Visit, heard: Typed) -> bool:
    """A witness is taken out of the check that is open or was shown, else of the one that waits."""
    check = (await check_shown(visit) or await _given(visit)) if put_down.strikes(visit, heard.text) else None
    if check is not None:
        await filling.put_aside(visit)
    pair = await writable(visit, check) if check is not None else None
    names = await put_down.strike(visit, *pair, heard.text) if pair is not None else ""
    if pair is None or not names:
        return False
    visit.say("uji_saksi_dicabut", nomor=visit.office.spoken_number(pair[1]), nama=names)
    await sheet.show(visit, pair[0].id)
    return True


def is_beside_old(visit: Visit, heard: Typed) -> bool:
    """Whether nothing of a check is told, below one of which nobody answered for a day."""
    is_left = conversation.is_asked(visit, filling.JOURNEY) and filling.is_left(visit)
    return is_left and reported.report_in(visit, heard, FULL) is None


async def _ask_of_old(visit: Visit, heard: Typed) -> bool:
    """What may answer a question that nobody answered for a day is asked about; what was begun there stays."""
    if not conversation.is_asked(visit, filling.JOURNEY) or not filling.is_old(visit, heard):
        return False
    check, report = await check_shown(visit), reported.report_in(visit, heard, FULL)
    if check is None or (report is not None and report.from_there) or await elsewhere.is_said(visit, heard, check):
        return False
    if not await conversation.takes(visit, heard):
        return False
    await filling.put_aside(visit)
    return await _ask(visit, check, heard)


async def _take_without_number(visit: Visit, heard: Typed) -> bool:
    """ "Foto tadi utk Maiwa 5": the number of the usulan is no answer to how big it is."""
    bare = naming.without_numbers(visit.office, heard.text)
    if bare == heard.text or not bare.strip() or not filling.asked_in(visit)[1]:
        return False
    asked = await check_shown(visit)
    if (await which.told(visit, heard, asked))[0] != asked or elsewhere.is_order(visit, heard.text):
        return False
    return await conversation.takes(visit, heard) and await conversation.hear(visit, replace(heard, text=bare), answer)


async def take(visit: Visit, heard: Typed | Sent) -> bool:
    """Whether it is asked about. A photo, a point, a size need no open sheet: whoever was sent to look is sending it
    from there."""
    is_paper = bool(sent_papers.named_in(visit, heard)[1])
    if is_paper or not allowed(button(FAMILY), visit.grants) or nothing_open.is_plain(visit, heard):
        return False
    shown, is_elsewhere = await which.told(visit, heard, await check_shown(visit))
    if is_elsewhere:
        return False
    if shown is not None and await later.leave(visit, shown, heard):
        return True
    if in_words.tells_result(visit, heard, is_shown=shown is not None):
        return await _end(visit, shown)
    check = shown or (await _given(visit) if _is_from_the_field(visit, heard) else None)
    if await elsewhere.is_said(visit, heard, check):
        return False
    return check is not None and await _ask(visit, check, heard)


async def _ask(visit: Visit, check: int, heard: Typed | Sent) -> bool:
    pair = await writable(visit, check)
    items = in_words.fitting(visit, pair[0].depth, heard) if pair is not None else {}
    report = reported.report_in(visit, heard, FULL)
    items = items or dict.fromkeys(sorted(report.items if report is not None else ()), "")
    if pair is None or not items.keys() - {_A_YES_OR_NO}:
        return False
    one, found = pair
    names = [*dict.fromkeys(_WITNESS if item in WITNESSES else item for item in items if item != _A_YES_OR_NO)]
    if await _waits_already(visit, one.id, heard):
        return True
    about = {"uji": one.id, "usulan": found.id, "nomor": visit.office.spoken_number(found), "cocok": names}
    nothing_open.ask(visit, replace(JOURNEY, fit=partial(_among, items=names)), heard, **about)
    return True


async def _waits_already(visit: Visit, check_id: int, heard: Typed | Sent) -> bool:
    """Further words wait with those of which it is asked, and take nobody's place."""
    draft = visit.conversations.get(FORM)
    before = State.from_json(draft.state) if draft is not None else None
    return before is not None and before.about["uji"] == check_id and await nothing_open.wait_too(visit, before, heard)


async def _take_of_witness(visit: Visit, check: int, heard: Typed) -> bool:
    """ "Laki-laki": of the only witness of whom just this is not told yet."""
    pair = await writable(visit, check)
    items = in_words.fitting(visit, pair[0].depth, heard) if pair is not None else {}
    if pair is None or in_words.NAME in items.values():
        return False
    known = checked.values(await visit.ask_once(findings.of_check, check))
    of_them = {item: key for item, key in items.items() if item in WITNESSES and item in known}
    lacking = [item for item, key in of_them.items() if key in open_in(item, known)]
    return len(lacking) == 1 and await filling.begin_with(visit, check, lacking[0], heard)


def _is_from_the_field(visit: Visit, heard: Typed | Sent) -> bool:
    if isinstance(heard, Sent):
        return heard.point is not None or in_words.is_picture(heard)
    return SIZE in in_words.fitting(visit, SHORT, heard) or bool(in_words.items_in(visit, heard))


async def _end(visit: Visit, shown: int | None) -> bool:
    """The result is chosen by its button, once nothing lacks; what lacks is said."""
    check = shown or await _given(visit)
    if check is not None:
        await ending.choose(visit, check)
    return check is not None


async def take_done(visit: Visit, heard: Typed | Sent) -> bool:
    """ "Sudah selesai", "kirim", while a sheet stands lower than any task: it is the check that is done."""
    if not isinstance(heard, Typed) or not allowed(button(FAMILY), visit.grants):
        return False
    sends = visit.office.catalog.world.words.get(key_of(heard.text)) == _SEND
    if not sends and not by_words.says_only_done(visit, heard.text):
        return False
    check = _check_under(await _lowest(visit))
    return check is not None and await _end(visit, check)


async def _lowest(visit: Visit) -> Said | None:
    """Of a sheet or a task; also behind other answers, for whoever has a check to do."""
    fronts = (_OPENS, by_words.DONE_BUTTON)
    now = await visit.stands(fronts)
    if now is not None or await _given(visit) is None:
        return now
    return await visit.look_up(said.carrying, visit.turn.lane, fronts)


def _check_under(letter: Said | None) -> int | None:
    keys = [data for _, data in letter.keys if data.startswith(_OPENS)] if letter is not None else []
    return number(keys[0].removeprefix(_OPENS).partition(":")[0]) if keys else None


async def check_shown(visit: Visit) -> int | None:
    """The check whose sheet was shown last, or of which an item is asked."""
    draft = visit.conversations.get(filling.JOURNEY.form)
    asked = int(draft.state["about"]["uji"]) if draft is not None else None
    return asked if asked is not None else _check_under(await visit.stands(_OPENS))


async def _waiting(visit: Visit) -> list[int]:
    return [one.id for one, _ in await waiting(visit)]


async def _given(visit: Visit) -> int | None:
    """The one that waits for them first."""
    return next(iter(await _waiting(visit)), None)


def _among(_visit: Visit, flow: Flow, *, items: Sequence[str]) -> Flow:
    """Only the items into which it may belong."""
    (asked,) = flow.questions
    options = tuple(offer for offer in asked.params.options if offer.value in {*items, _NOT_THIS})
    return replace(flow, questions=(replace(asked, params=replace(asked.params, options=options)),))


def _fit(visit: Visit, flow: Flow) -> Flow:
    """As the open question says."""
    draft = visit.conversations.get(FORM)
    return _among(visit, flow, items=State.from_json(draft.state).about.get("cocok", [])) if draft else flow


async def hear_more(visit: Visit, before: State, heard: Heard, step: Step) -> bool:
    """Further photos wait with the first, and are said to; of an album once."""
    draft = visit.conversations.get(FORM)
    if not isinstance(heard, Sent) or draft is None:
        return await nothing_open.more(visit, before, heard, step)
    about = {**before.about, "kata": [*before.about["kata"], to_json(heard)]}
    conversations.keep(visit.turn, replace(draft, state=replace(before, about=about).to_json()))
    if not heard.album or all(told.get("album") != heard.album for told in before.about["kata"]):
        await nothing_open.wait_below(visit, draft)
    return True


async def finish(visit: Visit, _flow: Flow, state: State) -> None:
    about = state.about
    first, *rest = nothing_open.words_put_by(about)
    item = await _item(visit, about["uji"], state.answers["bagian"].value["value"], first)
    visit = replace(visit, said_in=about["dari"])
    report = reported.report_in(visit, first, FULL)
    if item != _NOT_THIS and report is not None and (not item or report.many > 1 or report.corrects):
        if not await filling.take_report(visit, about["uji"], first):
            await nothing_open.go_on(visit, about)
    elif item == _NOT_THIS or not await filling.begin_with(visit, about["uji"], item, first):
        await nothing_open.go_on(visit, about)
        return
    for heard in rest:
        await conversation.hear(visit, heard, answer)


async def _item(visit: Visit, check_id: int, chosen: str, heard: Typed | Sent) -> str:
    """Of two witnesses the one who is said, else who is not told yet; none where both are."""
    if chosen != _WITNESS:
        return chosen
    if isinstance(heard, Typed) and (said_which := in_words.which_in(visit, heard.text)):
        return said_which
    known = checked.values(await visit.ask_once(findings.of_check, check_id))
    return next((one for one in WITNESSES if not is_whole(one, known)), "")


FORM = "uji_ini"
JOURNEY = Journey(FORM, finish, fit=_fit, heed=hear_more, opening=nothing_open.naming(FORM, "nomor"))
