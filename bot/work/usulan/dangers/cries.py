"""Somebody calls for help, whatever is asked just then and where nothing is: whom to call comes at once, whoever is
near is told, and the words are no answer, no story and no wish."""

from collections.abc import Mapping, Sequence
from typing import Any

from bot.core.forms.heard import Heard, Sent, Typed
from bot.core.forms.say import Words
from bot.core.forms.state import State
from bot.core.forms.writing import key_of
from bot.core.records import Conversation
from bot.core.usulan.danger import Found
from bot.core.usulan.danger_words import spoken_in
from bot.store.people import consents, conversations, people, waiting
from bot.store.queues import dangers_told
from bot.work import conversation
from bot.work.office import Office
from bot.work.usulan.dangers import alarms, apart, danger, danger_told, reader_words, sent_along, to_reader, where
from bot.work.usulan.dangers.alarms import Alarm
from bot.work.usulan.dangers.calling import LONGEST, is_call, is_cry
from bot.work.usulan.dangers.news import STILL, is_moved, negates, news_of, puts_right
from bot.work.usulan.dangers.passed_on import OVER, SINCE, go_on, pass_on
from bot.work.usulan.dangers.placed import FORM, Place, at, offered_in, said_in
from bot.work.usulan.dangers.worse import is_worse
from bot.work.visit import Visit

_FORM = "usulan"


async def take(visit: Visit, heard: Heard) -> bool:
    """Whether somebody calls for help, or tells of what they called for that it has passed, or is elsewhere."""
    if isinstance(heard, Sent):
        if _calls_or_tells(visit, heard.caption or "") and await take(visit, Typed(str(heard.caption), heard.message)):
            await sent_along.take_with_call(visit, heard)
            return True
        return await sent_along.take(visit, heard)
    if not isinstance(heard, Typed) or len(heard.text.split()) > LONGEST:
        return False
    news = news_of(visit.office, heard.text)
    if news != OVER and is_call(visit, heard.text):
        return await _called(visit, heard.text)
    return await _told_on(visit, heard, news)


def _calls_or_tells(visit: Visit, text: str) -> bool:
    return bool(text) and (is_call(visit, text) or bool(news_of(visit.office, text)) or is_moved(visit.office, text))


async def take_edit(visit: Visit, heard: Typed) -> bool:
    """A message that was changed: it calls now, or puts right what it called, or where."""
    if visit.grants:
        return False
    told, said = await alarms.lasting(visit), said_in(visit, heard.text)
    if told and said is not None and said.sure and _is_elsewhere(said, told):
        return await _say_where(visit, said, told, heard.text)
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
    draft, said = conversation.open_conversation(visit), said_in(visit, text)
    told = await alarms.lasting(visit)
    if draft is not None and where.awaits(draft) and said is None:
        return await _say_on(visit, draft, text, told)
    said = await _from_where(visit, draft, said)
    new = [one for one in danger.called(visit.office, text) if one.case.key not in {key for *_, key in told}]
    is_known = not any(one.word for one in new) if news_of(visit.office, text) else not new
    if told and is_known and (said is None or not _is_elsewhere(said, told)):
        until, place = visit.now + danger_told.PATIENCE, visit.office.catalog.places.scope_name(told[0][1])
        dangers_told.await_answer(visit.turn, told[0][0], until, place=place, said="")  # where none is waited for
        return await pass_on(visit, text, told)
    await call(visit, text, said)
    return True


async def call(visit: Visit, text: str, said: Place | None, doubted: Sequence[Found] = ()) -> None:
    """Where no place is known, or it is only guessed, it is asked for, and who is near is told once it is answered.
    `said`: the place that the words name; `doubted`: what they have said yes to."""
    draft, found = conversation.open_conversation(visit), doubted or danger.called(visit.office, text)
    said = await _from_where(visit, draft, said)
    place, guessed = place_of(visit, draft, said)
    subject = conversation.draft_id(visit.turn.update_id)
    told = await ring(visit, text, subject, found, place, guessed=guessed)
    if said is not None and said.likely and visit.me.place and visit.me.place != place:
        await ring(visit, text, subject, found, visit.me.place, guessed=True)
    knows, asks = any(told.values()), guessed or not place.get("desa")
    if asks and not knows:
        danger_told.await_place(visit, subject, found[0].case, text)
    call_id = f"{subject}:{danger_told.wilayah_of(place)}:{found[0].case.key}"
    keys = alarms.keys_under(
        visit, call_id if knows else "", also=alarms.is_story(text) or not is_cry(visit.office, text)
    )
    danger.say_whom_to_call(visit, found, told, where=asks and not knows, keys=keys, text=text)
    danger.answer_hurt(visit, text)
    await _put_right(visit, text, place, asks=asks)
    if asks:
        offered = said or (Place(place, sure=not guessed) if place else None)
        where.ask(visit, text, subject, offered, found[0].case.key)
        return
    if not knows:
        visit.say("bahaya.tak_ada_petugas")
    await go_on(visit, is_open=True)


async def _from_where(visit: Visit, draft: Conversation | None, said: Place | None) -> Place | None:
    """Whoever waits for help already calls on from there, unless it is asked where, or they surely say another."""
    if (said is not None and said.sure) or where.awaits(draft):
        return said
    told = await alarms.lasting(visit)
    return (at(visit.office, told[0][1]) if told else None) or said


def place_of(visit: Visit, draft: Conversation | None, said: Place | None) -> tuple[Mapping[str, Any], bool]:
    """And whether it is only guessed; one of several of a name is none yet."""
    if said is not None:
        return (said.values, False) if said.sure else (said.likely, True)
    answers = {key: one["value"] for key, one in draft.state["answers"].items()} if draft is not None else {}
    if answers.get("kecamatan") or (draft is not None and draft.flow == _FORM):
        return answers, False
    return visit.me.place or {}, True


async def ring(
    visit: Visit, text: str, subject: str, found: Sequence[Found], place: Mapping[str, Any], *, guessed: bool
) -> dict[str, str]:
    """Of each danger the name of the first who knows; `place`: empty where none is known."""
    return {
        one.case.key: await danger.tell(visit, place, subject, one, text, guessed=guessed, calls=True) for one in found
    }


async def _put_right(visit: Visit, text: str, place: Mapping[str, Any], *, asks: bool) -> None:
    if not asks and negates(visit.office, text):
        await alarms.retract(visit, await alarms.lasting(visit), danger_told.wilayah_of(place))


def _is_elsewhere(said: Place, told: Sequence[Alarm]) -> bool:
    wilayah = danger_told.wilayah_of(said.values)
    return not said.sure or all(wilayah != one[1] for one in told)


async def _told_on(visit: Visit, heard: Typed, news: str) -> bool:
    draft, text = conversation.open_conversation(visit), heard.text
    moves = is_moved(visit.office, text)
    moves = moves or (danger_told.is_marked(visit) and puts_right(visit.office, text))
    if draft is not None and where.awaits(draft) and (said := _answers_where(visit, draft, text)) is not None:
        return await where.found(visit, draft, text, said)
    if not news and not moves:
        return (
            await _cries_anew(visit, text)
            or await to_reader.take(visit, text)
            or await _said_meanwhile(visit, heard, draft)
        )
    is_near = news == STILL or visit.office.catalog.danger.is_supposed(text)
    told = await alarms.lasting(visit, alarms.HOUR if is_near else alarms.LONG)
    if news and draft is not None and where.awaits(draft):
        return await _said_before_place(visit, draft, text, news, told)
    if told and moves and (said := said_in(visit, text)) is not None and said.sure and _is_elsewhere(said, told):
        return await _say_where(visit, said, told, text)
    if told and moves and _denies(visit.office, text, told[0]):
        visit.say("bahaya.bukan_di_situ")
        await alarms.retract(visit, told[:1], "")
        where.ask(visit, text, conversation.draft_id(visit.turn.update_id), None, told[0][2])
        return True
    if news and told:
        return await pass_on(visit, text, told, OVER if news == OVER else SINCE, urges=news == STILL)
    if not (told or moves) and await _cries_anew(visit, text):
        return True
    if await to_reader.take(visit, text, is_over=news == OVER):
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
    if past and not apart.is_hurt(visit.office, text):
        found = danger.called(visit.office, text) or [danger.named(visit, past[0][2])]
        await call(visit, text, at(visit.office, past[0][1]), found)
    return bool(past)


async def _said_meanwhile(visit: Visit, heard: Typed, draft: Conversation | None) -> bool:
    """While somebody waits for help all that they type is of it, and no form takes it unless a button says so; but
    violence, of which nobody is told without a yes."""
    if visit.grants or apart.is_hurt(visit.office, heard.text) or reader_words.is_of_usulan(visit.office, heard.text):
        return False
    told = await alarms.called(visit, alarms.HELPED)
    if draft is not None and where.awaits(draft):
        return not await conversation.takes(visit, heard) and await _say_on(visit, draft, heard.text, told)
    return bool(told) and await pass_on(visit, heard.text, told, is_plain=draft is not None)


def _answers_where(visit: Visit, draft: Conversation, text: str) -> Place | None:
    """ "Di boiya pak cepat" in the midst of a call, or a yes to the place that is asked about."""
    told, words = visit.office.catalog.danger, spoken_in(text)
    if words <= told.polite | told.urging and not words.isdisjoint(visit.office.plain("bahaya.kata_iya").split()):
        values, _ = offered_in(visit.office, State.from_json(draft.state))
        return Place(values, sure=True) if values else None
    is_hurried = not words.isdisjoint(told.urging.union(visit.office.plain("bahaya.kata_kampung").split()))
    said = said_in(visit, text) if is_hurried and not negates(visit.office, text) else None
    return said if said is not None and said.sure and "desa" in said.values else None


def _denies(office: Office, text: str, told: Alarm) -> bool:
    """ "Saya bukan di pattondon salu": and where, is asked."""
    place = office.catalog.places.find(told[1]) if negates(office, text) else None
    return place is not None and key_of(place.name) in key_of(text)


async def _said_before_place(visit: Visit, draft: Conversation, text: str, news: str, told: Sequence[Alarm]) -> bool:
    if news != OVER:
        return said_in(visit, text) is None and await _say_on(visit, draft, text, told)
    conversations.end(visit.turn, FORM)
    return await pass_on(visit, text, told, OVER)


async def _say_on(visit: Visit, draft: Conversation, text: str, told: Sequence[Alarm]) -> bool:
    """`told`: to those of the kecamatan, or of a place that is only guessed."""
    where.keep(visit, draft, text)
    if told:
        return await pass_on(visit, text, told)
    dangers_told.say_on(visit.turn, text, visit.now - alarms.LONG)
    return await conversation.resume(visit, Words("bahaya.belum_di_mana"))


async def _nobody_knows(visit: Visit, draft: Conversation | None, text: str) -> bool:
    """A story told of danger where no reader is: what urges after it is no story either."""
    is_late = draft is None or visit.now - draft.touched_at > alarms.HOUR
    return not is_late and draft is not None and danger.is_urgent_in(visit, draft) and await pass_on(visit, text, ())


async def _say_where(visit: Visit, said: Place, told: Sequence[Alarm], text: str) -> bool:
    """Whoever is near the right place reads all that was called, and those who were told of the wrong one that it was.
    An open usulan hears it as well: its place may be wrong, too."""
    if danger_told.is_private(visit, told[0][2]):  # nobody else may be told
        return await pass_on(visit, text, told)
    found = [danger.named(visit, told[0][2])]
    async with visit.look() as connection:
        call = await dangers_told.call(connection, told[0][0])
    quoted = danger_told.words_of(f"{call.said if call is not None else ''}\n{text}")
    await where.tell(visit, said.values, conversation.draft_id(visit.turn.update_id), found, quoted=quoted)
    visit.turn.known[alarms.MOVED] = True
    if FORM in visit.conversations:
        conversations.end(visit.turn, FORM)
    return conversation.open_conversation(visit) is None
