"""Somebody calls for help, whatever is asked just then and where nothing is: whom to call comes at once, whoever is
near is told, and the words are no answer, no story and no wish."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from bot.core.flow.correcting.said_to_go import asks_deed
from bot.core.forms.heard import Heard, Sent, Typed
from bot.core.forms.say import Words
from bot.core.forms.state import State
from bot.core.records import Conversation
from bot.core.usulan.danger import Found
from bot.core.usulan.danger_words import spoken_in
from bot.core.wilayah import KECAMATAN
from bot.store.people import consents, people, waiting
from bot.store.queues import dangers_told
from bot.work import conversation
from bot.work.usulan.dangers import (
    alarms,
    apart,
    danger,
    danger_asked,
    danger_told,
    first_aid,
    moved,
    reader_words,
    reported,
    sent_along,
    where,
)
from bot.work.usulan.dangers.alarms import Alarm
from bot.work.usulan.dangers.calling import LONGEST, is_call, is_cry
from bot.work.usulan.dangers.news import STILL, is_moved, negates, news_of, puts_right
from bot.work.usulan.dangers.passed_on import OVER, SINCE, go_on, pass_on, to_reader
from bot.work.usulan.dangers.placed import Place, at, is_bare, offered_in, said_in
from bot.work.usulan.dangers.worse import is_worse
from bot.work.visit import Visit

_FORM = "usulan"


async def take(visit: Visit, heard: Heard) -> bool:
    """Whether somebody calls for help, or tells of what they called for that it has passed, or is elsewhere."""
    if isinstance(heard, Sent):
        told = heard.caption or ""
        is_told = bool(told) and (
            is_call(visit, told) or is_moved(visit.office, told) or bool(await news_of(visit, told))
        )
        if is_told and await take(visit, Typed(told, heard.message)):
            await sent_along.show_above(visit, heard)
            return True
        return await sent_along.take(visit, heard)
    if not isinstance(heard, Typed) or len(heard.text.split()) > LONGEST:
        return False
    news = await news_of(visit, heard.text)
    takes_out = conversation.open_conversation(visit) is not None and asks_deed(visit.office.catalog.world, heard.text)
    if news != OVER and not takes_out and is_call(visit, heard.text):
        return await _called(visit, heard.text)
    return await _told_on(visit, heard, news)


async def take_edit(visit: Visit, heard: Typed) -> bool:
    """A message that was changed: it calls now, or puts right what it called, or where."""
    if visit.grants:
        return False
    told, said = await alarms.lasting(visit), said_in(visit, heard.text)
    if told and said is not None and said.sure and moved.is_elsewhere(said, told):
        return await moved.tell_there(visit, said, told, heard.text, is_edit=True)
    if told and not await alarms.called(visit):
        return False
    return is_call(visit, heard.text) and await _called(visit, heard.text)


async def goes_first(visit: Visit) -> bool:
    """Whoever agrees while they wait for help is asked for no usulan now."""
    told, waits = await _waited_for(visit)
    if told or waits:
        visit.say("bahaya.setuju_nanti", danger_told.keys_to_readers(visit, told[0][0]) if told else None)
        await go_on(visit, is_open=True)
    return bool(told) or waits


async def refuse(visit: Visit) -> bool:
    """Whoever does not agree while they wait for help: it goes on without; nothing is kept but the call."""
    told, waits = await _waited_for(visit)
    if not (told or waits):
        return False
    await visit.ask_once(waiting.forget, visit.me.id)
    consents.note(visit.turn, consents.NO)
    async with visit.look() as connection:
        readers = [one for each in told[:1] for one in await dangers_told.told_when(connection, each[0])]
        first = await people.named(connection, readers[0]) if readers else None
    keys, days = danger_told.keys_to_readers(visit, told[0][0]) if told else None, visit.office.catalog.retention
    visit.say("bahaya.izin_ditolak", keys, nama=first.name if first is not None else "", hari=days.never_agreed)
    await go_on(visit, is_open=True)
    return True


async def _waited_for(visit: Visit) -> tuple[list[Alarm], bool]:
    """What they called of that lasts, and whether it is asked where."""
    return await alarms.called(visit), where.awaits(conversation.open_conversation(visit))


async def _called(visit: Visit, text: str) -> bool:
    """While they wait, somebody hurt is of what they called of, and so is what hurt them: one alarm."""
    draft, said, called = conversation.open_conversation(visit), said_in(visit, text), danger.called(visit.office, text)
    is_report = visit.grants and called and not await reported.goes_on(visit, text, called[0])
    if is_report and draft is None and await reported.take(visit, Typed(text, visit.turn.update_id)):
        return True
    told = await alarms.lasting(visit) or await alarms.called(visit, alarms.HELPED)
    if draft is not None and where.awaits(draft):
        said = _answers_where(visit, draft, text) or said
        if said is not None and "desa" in said.values:
            return await where.found(visit, draft, text, said)
        if said is None:
            return await _say_on(visit, draft, text, told)
    said = await _from_where(visit, draft, said)
    new = [one for one in called if one.case.key not in {key for *_, key in told}]
    is_known = not any(one.word for one in new) if await news_of(visit, text) else not new
    is_same = all(danger_told.HURT in (one.case.key, *(key for *_, key in told)) for one in new)
    if told and (is_known or is_same) and (said is None or not moved.is_elsewhere(said, told)):
        until, place = visit.now + danger_told.PATIENCE, visit.office.catalog.places.scope_name(told[0][1])
        dangers_told.await_answer(visit.turn, told[0][0], until, place=place, said="")  # where none is waited for
        danger.say_whom_to_call(visit, [] if is_known else new[:1], {}, text=text)
        return await pass_on(visit, text, told)
    await call(visit, text, said)
    return True


async def call(visit: Visit, text: str, said: Place | None, doubted: Sequence[Found] = ()) -> None:
    """Where no place is known, or it is only guessed, it is asked for, and who is near is told once it is answered.
    `said`: the place that the words name; `doubted`: what they have said yes to."""
    draft, found = conversation.open_conversation(visit), doubted or danger.called(visit.office, text)
    said = await _from_where(visit, draft, said)
    place, guessed = _place_of(visit, draft, said)
    subject = conversation.draft_id(visit.turn.update_id)
    sent = await sent_along.before(visit)
    name = await where.ring(visit, place, subject, found, text, guessed=guessed)
    home = danger_told.wilayah_of(visit.me.place or {})
    if said is not None and said.likely and visit.me.place and home != danger_told.wilayah_of(place):
        await where.ring(visit, visit.me.place, subject, found, text, guessed=True)
    asks = guessed or not place.get("desa")
    told = {one.case.key: name for one in found if one.case.is_told}
    if asks and not name:
        name = told[found[0].case.key] = await where.tell_office(visit, subject, found[0], text, sent)
    knows, wilayah = bool(name), danger_told.wilayah_of(place) or visit.office.catalog.places.kabupaten.code
    call_id = f"{subject}:{wilayah}:{found[0].case.key}"
    is_answer = draft is not None and alarms.is_story(text)
    also = is_answer or not (doubted or is_cry(visit.office, text))  # nobody in danger is offered a form
    also = also and not first_aid.of(visit.office, text)["meninggal"]
    keys = alarms.keys_under(visit, call_id if knows else "", also=also)
    danger.say_whom_to_call(visit, found, told, where=asks and not knows, keys=keys, text=text)
    danger.answer_hurt(visit, text)
    if not asks and negates(visit.office, text):
        await alarms.retract(visit, await alarms.lasting(visit), danger_told.wilayah_of(place))
    if asks:
        offered = said or (Place(place, sure=not guessed) if place else None)
        where.ask(visit, text, subject, offered, found[0].case.key)
    await sent_along.show(visit, sent)
    if asks:
        return
    if not knows:
        visit.say("bahaya.tak_ada_petugas")
    await go_on(visit, is_open=True)


async def _from_where(visit: Visit, draft: Conversation | None, said: Place | None) -> Place | None:
    """Whoever waits for help already calls on from there, unless it is asked where, or they surely say another."""
    if (said is not None and said.sure) or where.awaits(draft):
        return said
    told = await alarms.lasting(visit)
    here = at(visit.office, told[0][1]) if told else await _said_before(visit)
    return here or said or (await _from_before(visit) if draft is None else None)


async def _said_before(visit: Visit) -> Place | None:
    """In what waits for a yes: whoever is wounded since is where they were threatened."""
    places = (said_in(visit, one) for one in reversed(await danger_asked.waiting_words(visit)))
    return next((one for one in places if one is not None and one.sure), None)


async def _from_before(visit: Visit) -> Place | None:
    """Whoever calls anew some hours later is likely where they were: who is near is told meanwhile."""
    told = [*await alarms.lasting(visit, alarms.HELPED), *await alarms.passed(visit)]
    place = next((at(visit.office, one[1]) for one in told if not danger_told.is_private(visit, one[2])), None)
    return replace(place, sure=False, likely=place.values) if place is not None else None


def _place_of(visit: Visit, draft: Conversation | None, said: Place | None) -> tuple[Mapping[str, Any], bool]:
    """And whether it is only guessed; one of several of a name is none yet."""
    if said is not None:
        return (said.values, False) if said.sure else (said.likely, True)
    answers = {key: one["value"] for key, one in draft.state["answers"].items()} if draft is not None else {}
    if answers.get("kecamatan") or (draft is not None and draft.flow == _FORM):
        return answers, False
    return visit.me.place or {}, True


async def _told_on(visit: Visit, heard: Typed, news: str) -> bool:
    draft, text = conversation.open_conversation(visit), heard.text
    moves = is_moved(visit.office, text)
    moves = moves or (danger_told.is_marked(visit) and (puts_right(visit.office, text) or is_bare(visit, text)))
    if draft is not None and where.awaits(draft) and (said := _answers_where(visit, draft, text)) is not None:
        return await where.found(visit, draft, text, said)
    if not news and not moves:
        return (
            await _cries_anew(visit, text) or await to_reader(visit, text) or await _said_meanwhile(visit, heard, draft)
        )
    is_near = news == STILL or visit.office.catalog.danger.is_supposed(text)
    told = await alarms.lasting(visit, alarms.HOUR if is_near else alarms.LONG)
    if news and draft is not None and where.awaits(draft):
        return await _said_before_place(visit, draft, text, news, told)
    if told and moves and (is_heard := await moved.take(visit, text, told)) is not None:
        return is_heard
    if news and told:
        return await pass_on(visit, text, told, OVER if news == OVER else SINCE, urges=news == STILL)
    if not (told or moves) and await _cries_anew(visit, text):
        return True
    if await to_reader(visit, text, is_over=news == OVER):
        return True
    if news and news != OVER and await _nobody_knows(visit, draft, text):
        return True
    return await _said_meanwhile(visit, heard, draft)


async def _cries_anew(visit: Visit, text: str) -> bool:
    """ "Ibu juga pingsan", after what they called of has passed: another call, from there."""
    is_other = not danger_told.is_marked(visit) or reader_words.is_of_usulan(visit.office, text)
    if is_other or not is_worse(visit.office, text, anew=True) or await alarms.lasting(visit, alarms.LONG):
        return False
    past = [one for one in await alarms.passed(visit) if not danger_told.is_private(visit, one[2])]
    if not past or apart.is_hurt(visit.office, text):
        return False
    found = danger.called(visit.office, text) or [danger.named(visit, past[0][2])]
    await call(visit, text, at(visit.office, past[0][1]), found)
    return True


async def _said_meanwhile(visit: Visit, heard: Typed, draft: Conversation | None) -> bool:
    """While somebody waits for help all that they type is of it, and no form takes it unless a button says so; but
    violence, of which nobody is told without a yes."""
    if visit.grants or apart.is_hurt(visit.office, heard.text) or reader_words.is_of_usulan(visit.office, heard.text):
        return False
    told = await alarms.called(visit, alarms.HELPED)
    if draft is not None and where.awaits(draft):
        is_of_it = bool(first_aid.of(visit.office, heard.text)["petunjuk"]) or is_worse(visit.office, heard.text)
        return (is_of_it or not await conversation.takes(visit, heard)) and await _say_on(
            visit, draft, heard.text, told
        )
    return bool(told) and await pass_on(visit, heard.text, told, is_plain=draft is not None)


def _answers_where(visit: Visit, draft: Conversation, text: str) -> Place | None:
    """ "Depan sd 12 tuncung" in the midst of a call, or a yes to the place that is asked about. Not sure: a dusun
    alone, unless it lies in the kecamatan that they told, or is what is asked about."""
    told, words = visit.office.catalog.danger, spoken_in(text)
    offered, _ = offered_in(visit.office, State.from_json(draft.state))
    if words <= told.polite | told.urging and not words.isdisjoint(visit.office.plain("bahaya.kata_iya").split()):
        return Place(offered, sure=True) if offered else None
    said = None if text.rstrip().endswith("?") else said_in(visit, text, asked=True)
    if said is None or "desa" not in said.values or not (said.sure or "dusun" in said.values):
        return None
    within = draft.state.get("answers", {}).get(KECAMATAN, {}).get("value")
    is_known = within == said.values[KECAMATAN] or offered.get("desa") == said.values["desa"]
    return replace(said, sure=said.sure or is_known)


async def _said_before_place(visit: Visit, draft: Conversation, text: str, news: str, told: Sequence[Alarm]) -> bool:
    if news != OVER:
        return said_in(visit, text) is None and await _say_on(visit, draft, text, told)
    where.end(visit, draft)
    return await pass_on(visit, text, told, OVER)


async def _say_on(visit: Visit, draft: Conversation, text: str, told: Sequence[Alarm]) -> bool:
    """`told`: to those of the kecamatan, or of a place that is only guessed."""
    where.keep(visit, draft, text)
    if told:
        return await pass_on(visit, text, told)
    alarms.say_on(visit, text)
    if name := await where.tell_unplaced(visit, draft):
        passed = {"nama": name, "diam": False, "petunjuk": first_aid.of(visit.office, text)["petunjuk"]}
        return await conversation.resume(visit, Words("bahaya.susulan", passed))
    return await conversation.resume(visit, Words("bahaya.belum_di_mana"))


async def _nobody_knows(visit: Visit, draft: Conversation | None, text: str) -> bool:
    """A story told of danger where no reader is: what urges after it is no story either."""
    is_late = draft is None or visit.now - draft.touched_at > alarms.HOUR
    return not is_late and draft is not None and danger.is_urgent_in(visit, draft) and await pass_on(visit, text, ())
