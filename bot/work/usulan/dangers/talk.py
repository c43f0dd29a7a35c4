"""What is said between whoever called for help and those who were told: each reads the other's words, but no number,
and of the caller no name."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from bot.core.forms.heard import Heard, Sent, Typed, words_of
from bot.core.forms.writing import in_short
from bot.store.people import waiting
from bot.store.queues import dangers_told, notices
from bot.work import conversation
from bot.work.usulan.dangers import alarms, danger_told, ended, pointed, reader_words, reported, unanswered, whose
from bot.work.usulan.dangers.calling import is_cry
from bot.work.usulan.dangers.news import STILL, is_moved, news_of
from bot.work.usulan.dangers.passed_on import AFTER, OVER, pass_on
from bot.work.usulan.dangers.worse import is_worse
from bot.work.visit import Visit

_ANSWERED, _TO_READERS, _UNDER_OURS = "g:absen:", "g:aman:", "g:lewat:"
_WHOSE = "g:kata:"
_TO_CALLER = ("g:datang:", _ANSWERED, _WHOSE)
_TODAY = timedelta(days=1)
_LONGEST, _SHORT, _QUOTED = 40, 14, 300  # words; words that may be anything; characters


async def take(visit: Visit, heard: Heard, under: Sequence[str] | None = None, *, surely: bool = True) -> bool:
    """Whether it answers a letter about danger: `under` are the buttons of the one that is replied to; else it is typed
    right below. `surely`: nobody else has looked at these words yet."""
    if isinstance(heard, Sent):
        return bool(visit.grants) and await _show_caller(visit, heard, under)
    if not isinstance(heard, Typed) or len(heard.text.split()) > _LONGEST:
        return False
    if under is None and not (visit.grants or danger_told.is_marked(visit)):
        return False
    if surely and under is None and await reported.take_surely(visit, heard):
        return True
    if surely and visit.grants and await ended.take(visit, heard.text, _carried(under or ())):
        return True
    above = _carried(under) if under is not None else await _right_above(visit)
    data = above or await _newest(visit, heard.text, any_words=not surely)
    if under is None and data.startswith(_TO_CALLER) and reader_words.reports(visit.office, heard.text):
        return await reported.take(visit, heard)
    if not data or not (under is not None or await _is_meant(visit, heard, data, surely=surely)):
        return False
    about = data.split(":", 2)[2]
    if not (above or surely):  # nobody else has understood them
        await whose.ask(visit, heard.text, visit.turn.update_id)
        return True
    if data.startswith(_TO_CALLER):
        return await _say_to_meant(visit, about, heard, data, under)
    return await _say_to_readers(visit, about, heard, is_ours=data.startswith(_UNDER_OURS))


async def _say_to_readers(visit: Visit, about: str, heard: Typed, *, is_ours: bool) -> bool:
    """`is_ours`: below what we said ourselves, where after an hour it may be of something else."""
    told = await _mine(visit, about, alarms.HOUR if is_ours else alarms.LONG)
    if not told:
        past = [one for one in await alarms.passed(visit) if one[0] == about]
        if is_worse(visit.office, heard.text, anew=True):
            return False  # a call of its own
        return bool(past) and await pass_on(visit, heard.text, past, AFTER)
    news = await news_of(visit, heard.text)
    if news == OVER:
        return await pass_on(visit, heard.text, await alarms.lasting(visit, alarms.LONG), OVER)
    is_plain = not news and conversation.open_conversation(visit) is not None
    return await pass_on(visit, heard.text, told, urges=news == STILL, is_plain=is_plain)


async def _show_caller(visit: Visit, heard: Sent, under: Sequence[str] | None) -> bool:
    """A voice or a picture below such a letter, where no form may ask for one."""
    if not alarms.can_show(heard) or (under is None and conversation.open_conversation(visit) is not None):
        return False
    data = _carried(under) if under is not None else await _right_above(visit)
    return data.startswith(_TO_CALLER) and await _say_to_meant(visit, data.split(":", 2)[2], heard, data, under)


async def _say_to_meant(visit: Visit, about: str, heard: Typed | Sent, data: str, under: Sequence[str] | None) -> bool:
    if under is not None:
        return await say_to(visit, about, heard)
    first = ""
    if data.startswith(_WHOSE):
        about, _, update = about.rpartition(":")
        first = await _said_in(visit, int(update))
    found = await whose.meant(visit, words_of(heard), about, answered=data.startswith(_ANSWERED))
    if found and first and isinstance(heard, Typed):
        heard = await _with_first(visit, first, heard, found[0])
    if len(found) == 1:
        return await say_to(visit, found[0], heard)
    told = [one for one in found if await say_to(visit, one, heard, alone=False)]
    if told:
        places = {visit.office.catalog.places.scope_name(danger_told.told_where(visit.office, one)[0]) for one in told}
        keys = danger_told.keys_to_caller(visit, told[0])
        visit.say("bahaya.disampaikan_semua", keys, jumlah=len(told), tempat=", ".join(sorted(places)))
        await conversation.resume(visit)
    return bool(told) or not found


async def _said_in(visit: Visit, update: int) -> str:
    """What it was asked about, for whom it is."""
    async with visit.look() as connection:
        body = await waiting.said_in(connection, update, visit.turn.lane)
    return str((body or {}).get("message", {}).get("text", ""))


async def _with_first(visit: Visit, first: str, heard: Typed, about: str) -> Typed:
    """What it was asked about, and what these words say besides for whom it is."""
    async with visit.look() as connection:
        call = await dangers_told.call(connection, about)
    points = pointed.only_points(visit.office, heard.text, call.said if call is not None else "")
    return replace(heard, text=first if points else f"{first}; {heard.text}", html="")


async def say_to(visit: Visit, about: str, heard: Typed | Sent, *, alone: bool = True) -> bool:
    """A reader speaks to whoever called this; that they cannot come counts like its button, and that they come is told
    to the other readers: only then nobody else is waited for. `alone`: and to nobody else."""
    if isinstance(heard, Sent):
        return await _tell_caller(visit, about, heard, comes=False, alone=alone)
    meant, place = reader_words.meant(visit.office, heard.text, below=True), danger_told.told_where(visit.office, about)
    if meant == reader_words.ENDS:
        await ended.end(visit, (about, *place), heard.text)
        return True
    told = await _tell_caller(visit, about, heard.text, comes=meant == reader_words.COMES, alone=alone)
    if told and meant == reader_words.CANNOT:
        await _stay(visit, about, *place, heard.text)
    elif told and meant == reader_words.COMES:
        await _tell_others(visit, about, heard.text)
    return told


async def _stay(visit: Visit, about: str, wilayah: str, case: str, words: str) -> None:
    async with visit.look() as connection:
        came = await dangers_told.told_when(connection, about, notices.DANGER_COMES)
    if visit.me.id in came:
        await _tell_others(visit, about, words)
    await _tell_next(visit, about, wilayah, case)


async def _tell_others(visit: Visit, about: str, words: str) -> None:
    """The other readers know that one is on the way, or is no longer."""
    async with visit.look() as connection:
        others = [one for one in await dangers_told.told_of(connection, about) if one != visit.me.id]
    place = visit.office.catalog.places.scope_name(danger_told.told_where(visit.office, about)[0])
    told = visit.text("bahaya.kabar_datang", nama=visit.me.name, tempat=place, kutipan=in_short(words, _QUOTED))
    await alarms.send(visit, others, told)


async def _right_above(visit: Visit) -> str:
    """What a reader was told of longer ago is answered below its own letter: their work since is nobody's business."""
    data = next((data for one in await visit.letters() if (data := _carried([key for _, key in one.keys]))), "")
    if not data.startswith(_TO_CALLER):
        return data
    async with visit.look() as connection:
        told = await dangers_told.since(connection, visit.now - _TODAY, person_id=visit.me.id)
    return data if data.split(":", 2)[2].startswith(tuple(told)) else ""


async def _newest(visit: Visit, text: str, *, any_words: bool) -> str:
    """For a reader the alarm that came last, whatever else was said since, where the words may be meant for it."""
    may_be = bool(visit.grants) and (any_words or bool(reader_words.meant(visit.office, text)))
    told = await alarms.lasting(visit, alarms.HOUR, notices.DANGER) if may_be else []
    return f"{_TO_CALLER[0]}{told[0][0]}" if told else ""


def _carried(keys: Sequence[str]) -> str:
    return next((data for data in keys if data.startswith((*_TO_CALLER, _TO_READERS, _UNDER_OURS))), "")


async def _is_meant(visit: Visit, heard: Typed, data: str, *, surely: bool) -> bool:
    """What a reader says to somebody in danger; and an answer to that, where a form asks for something else."""
    if not surely:
        return _may_be_meant(visit, heard)
    is_open, is_short = conversation.open_conversation(visit) is not None, len(heard.text.split()) <= _SHORT
    if data.startswith(_TO_CALLER):
        below = await _right_above(visit) == data
        is_free = not is_open or (below and is_short)
        return is_free and bool(reader_words.meant(visit.office, heard.text, below=below))
    if is_cry(visit.office, heard.text) or is_moved(visit.office, heard.text):
        return False
    if data.startswith(_TO_READERS):  # "jawab saja di bawah ini"
        return True
    if not is_open or not is_short:
        return False
    return conversation.asks_for_any_words(visit) or not await conversation.takes(visit, heard)


def _may_be_meant(visit: Visit, heard: Typed) -> bool:
    """With nothing else that hears it: no act, and no story of what was or may come."""
    danger, is_short = visit.office.catalog.danger, len(heard.text.split()) <= _SHORT
    tells = any(one.mild for one in danger.find(heard.text)) or danger.is_supposed(heard.text)
    return is_short and not tells and not visit.acts(heard.text, "idle").done


async def _tell_caller(visit: Visit, about: str, said: str | Sent, *, comes: bool, alone: bool = True) -> bool:
    """`comes`: whoever called need not wait for anybody else; else whoever is told next reads that they wrote. `alone`:
    it goes to nobody else, which is said."""
    async with visit.look() as connection:
        knows = await notices.was_told(connection, visit.me.id, notices.DANGER, about)
        callers = await dangers_told.told_of(connection, about, notices.DANGER_SAID) if knows else []
    if not callers:
        return False
    sent = said if isinstance(said, Sent) else None
    words = said if isinstance(said, str) else said.caption or alarms.name_of(visit, said)
    told = visit.text("bahaya.kata_petugas", nama=visit.me.name, kutipan=in_short(words, _QUOTED))
    keys = {"reply_markup": danger_told.keys_to_readers(visit, about, "aman")}
    for one in callers if comes else ():
        reports = await whose.reports(visit, one, danger_told.told_where(visit.office, about)[0])
        dangers_told.close(visit.turn, one, about, reports=reports)
    kind = notices.DANGER_COMES if comes else notices.DANGER_ANSWERED
    notices.remember(visit.turn, visit.me.id, kind, about)
    await alarms.send(visit, callers, told, more=keys, sent=sent)
    if alone:
        keys = danger_told.keys_to_caller(visit, about, answered=True)
        visit.say("bahaya.disampaikan", keys, siapa=await whose.name_of(visit, about))
        await conversation.resume(visit)
    return True


async def _mine(visit: Visit, about: str, since: timedelta = alarms.LONG) -> list[alarms.Alarm]:
    return [one for one in await alarms.lasting(visit, since) if one[0] == about]


async def come(visit: Visit, subject: str, wilayah: str, case: str) -> None:
    """*Saya ke sana*."""
    if await _press(visit, subject, wilayah, case, "datang"):
        await _tell_others(visit, f"{subject}:{wilayah}:{case}", visit.text("bahaya.tombol_datang"))


async def stay(visit: Visit, subject: str, wilayah: str, case: str) -> None:
    """*Belum bisa*: whoever waits is to know it, and who reads next for that place is told."""
    if await _press(visit, subject, wilayah, case, "absen"):
        await _stay(visit, f"{subject}:{wilayah}:{case}", wilayah, case, visit.text("bahaya.tombol_absen"))


async def _press(visit: Visit, subject: str, wilayah: str, case: str, name: str) -> bool:
    about, words = f"{subject}:{wilayah}:{case}", visit.text(f"bahaya.tombol_{name}")
    told = await _tell_caller(visit, about, words, comes=name == "datang")
    if not told:
        visit.stale()
    return told


async def _tell_next(visit: Visit, about: str, wilayah: str, case: str) -> None:
    """Who reads above whoever cannot come, where nobody there was told; where they had said that they come, everybody
    hears it, and it climbs on as if nobody had answered."""
    async with visit.ask() as connection:
        came = await dangers_told.told_when(connection, about, notices.DANGER_COMES)
        callers = await dangers_told.told_of(connection, about, notices.DANGER_SAID)
        is_private, call = danger_told.is_private(visit, case), await dangers_told.call(connection, about)
        told, others = await unanswered.above(visit.round(connection), about, wilayah, [*callers, visit.me.id])
        text = await unanswered.to_next(visit.round(connection), about, cannot=visit.me.name)
        asked, keys = unanswered.further(visit.round(connection), about, visit.me.name, others, cannot=True)
    if is_private and call is not None:
        for caller in callers:
            dangers_told.close(visit.turn, caller, about)
        await alarms.send(visit, callers, asked, more={"reply_markup": keys})
    withdraws = visit.me.id in came
    if withdraws:
        dangers_told.take_back(visit.turn, notices.DANGER_COMES, about)
    if withdraws and len(came) == 1 and not is_private:
        dangers_told.await_again(visit.turn, about, visit.now + danger_told.PATIENCE * bool(others), *callers)
    if is_private or not others or not (withdraws or visit.me.id in [one.id for one in told]):
        return
    more = {"reply_markup": danger_told.keys_to_caller(visit, about)}
    for one in others:
        await danger_told.tell_once(visit, one.id, about, text, more)
    dangers_told.await_another(visit.turn, about, visit.now + danger_told.PATIENCE)
    await alarms.send(visit, callers, visit.text("bahaya.petugas_berikut", nama=others[0].name))
    visit.say("bahaya.diteruskan", nama=others[0].name)


async def also(visit: Visit, subject: str, wilayah: str, case: str) -> None:
    """*Ya, kabari*, where the first one who was told of violence does not come: the next one, and nobody else."""
    about = f"{subject}:{wilayah}:{case}"
    if not await _mine(visit, about):
        visit.stale()
        return
    async with visit.ask() as connection:
        told, others = await unanswered.above(visit.round(connection), about, wilayah, [visit.me.id])
        text = await unanswered.to_next(visit.round(connection), about, silent=[one.id for one in told])
    more = {"reply_markup": danger_told.keys_to_caller(visit, about)}
    for one in others[:1]:
        await danger_told.tell_once(visit, one.id, about, text, more)
        dangers_told.await_again(visit.turn, about, visit.now + danger_told.PATIENCE)
    name = others[0].name if others else ""
    visit.say("bahaya.ya" if name else "bahaya.ya_tidak_ada", nama=name, sekarang=bool(name))


async def safe(visit: Visit, subject: str, wilayah: str, case: str) -> None:
    """*Sudah aman*."""
    told = await _mine(visit, f"{subject}:{wilayah}:{case}")
    if told:
        await pass_on(visit, visit.text("bahaya.tombol_aman"), told, OVER)
    else:
        visit.stale()
