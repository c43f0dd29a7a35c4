"""The author of an announcement answers in words: "jawab Kadir: sudah, kemarin" goes to Kadir; where several wait for
an answer and none is named, it is asked whose. "Bukan itu, untuk Kadir" takes the answer back that just went out."""

import re
from collections.abc import Sequence
from datetime import timedelta

from bot.core.broadcasts.said import TIME
from bot.core.forms.heard import Sent, Typed
from bot.core.forms.questions import Flow
from bot.core.forms.state import State
from bot.core.forms.writing import in_short, key_of
from bot.store.broadcasts import broadcasts, receipts
from bot.store.broadcasts.receipts import Reply
from bot.store.database.database import Connection
from bot.work import conversation
from bot.work.access import allowed, button
from bot.work.broadcasts.answers import passed_on, replies
from bot.work.broadcasts.writing import hearing, timed
from bot.work.saying.keyboard import Key, keyboard, number
from bot.work.visit import Journey, Visit

_LATELY, _TODAY, _OFFERED = timedelta(days=7), timedelta(days=1), 6
_LABEL, _QUOTED = 50, 500  # characters of what they wrote, and of an answer
_JAWAB = "a:jawab:"


async def take(visit: Visit, heard: Typed | Sent) -> bool:
    """False when nobody is to be answered, or when another button of that name stands there."""
    if await _went_wrong(visit, heard) or await goes_to_all(visit, heard):
        return True
    world = visit.office.catalog.world
    spoken = re.findall(r"\w+", heard.text.lower()) if isinstance(heard, Typed) else []
    if not spoken or spoken[0] not in world.replying["kata"] or not allowed(button("a"), visit.grants):
        return False
    assert isinstance(heard, Typed)
    async with visit.look() as connection:
        waiting = await _waiting(visit, connection)
    words, answer = _parts(heard.text, waiting)
    named = [one for one in waiting if words & _name(one)]
    rest = words - world.replying["kata"] - world.replying["iringan"] - world.oneself
    if not waiting or (rest and not named) or (not named and await _is_another(visit)):
        return False
    people = {one.person_id for one in named or waiting}
    if len(people) > 1:
        ask_whom(visit, named or waiting, answer)
    elif answer:
        await replies.answer(visit, (named or waiting)[0].id, answer)
    else:
        await replies.begin_answer(visit, (named or waiting)[0].id)
    return True


def ask_whom(visit: Visit, waiting: Sequence[Reply], answer: str) -> None:
    """What was written already is kept, and goes to whoever is named or pressed."""
    if answer:
        conversation.start(visit, WHOM, about={"jawaban": answer})
    sentence = "siaran_jawab_disimpan" if answer else "siaran_jawab_yang_mana"
    visit.say(sentence, keyboard(*([_key(one)] for one in waiting)))


async def finish(visit: Visit, _flow: Flow, state: State) -> None:
    """The one who is named; else it is asked once more."""
    spoken = set(key_of(str(state.answers["siapa"].value["text"])).split())
    async with visit.look() as connection:
        waiting = await _waiting(visit, connection)
    meant = [one for one in waiting if spoken & (_name(one) - visit.office.catalog.world.oneself)]
    if len({one.person_id for one in meant}) == 1:
        await replies.answer(visit, meant[0].id, state.about["jawaban"])
    else:
        ask_whom(visit, meant or waiting, state.about["jawaban"])


async def _went_wrong(visit: Visit, heard: Typed | Sent) -> bool:
    """Right below an answer: it is taken back, and goes to whoever is named instead."""
    known = visit.office.catalog.world.replying
    spoken = set(re.findall(r"\w+", key_of(heard.text))) if isinstance(heard, Typed) else set[str]()
    if spoken.isdisjoint(known["salah"] | known["untuk"]) or not allowed(button("a"), visit.grants):
        return False
    data = next((key for letter in await visit.letters() for _, key in letter.keys if key.startswith(replies.BACK)), "")
    told = data.removeprefix(replies.BACK).split(":")[:2]
    reply_id, row = (number(part) for part in told) if data else (None, None)
    if reply_id is None or row is None:
        return False
    async with visit.look() as connection:
        waiting = await _waiting(visit, connection)
        wrong = await receipts.reply(connection, reply_id)
    names = set[str]().union(*map(_name, waiting), _name(wrong) if wrong is not None else ())
    rest = spoken - names - known["salah"] - known["untuk"] - known["kata"] - known["iringan"] - known["bersama"]
    meant = [one for one in waiting if spoken & _name(one)]
    if rest - visit.office.catalog.world.oneself or (spoken.isdisjoint(known["salah"]) and not meant):
        return False
    await _take_back(visit, reply_id, row, meant[0] if len({one.person_id for one in meant}) == 1 else None)
    return True


async def goes_to_all(visit: Visit, heard: Typed | Sent) -> bool:
    """ "Jawaban ke Aco tadi teruskan juga ke semua": the one that is named, else the last that was given today."""
    if not isinstance(heard, Typed) or not allowed(button("a"), visit.grants):
        return False
    may_be = passed_on.may_be_said(visit, heard.text, is_below=True)
    is_below = may_be and await visit.stands(replies.BACK) is not None
    if not may_be or not passed_on.may_be_said(visit, heard.text, is_below=is_below):
        return False
    async with visit.look() as connection:
        lately = await receipts.answered_lately(connection, visit.me.id, visit.now - _TODAY, _OFFERED)
        found = [(reply, await broadcasts.one(connection, reply.broadcast_id)) for reply in lately]
    there = [(reply, one) for reply, one in found if one is not None]
    spoken = set(key_of(heard.text).split())
    for reply, one in [each for each in there if spoken & _name(each[0])] or there:
        if passed_on.is_said(visit, heard.text, passed_on.told_with(visit, reply, one)):
            await passed_on.show(visit, reply, one, reply.answer or "")
            return True
    return False


async def take_back(visit: Visit, reply_id: int, row: int, _written_in: int = 0) -> None:
    """*Salah orang: tarik*."""
    await _take_back(visit, reply_id, row, None)


async def _take_back(visit: Visit, reply_id: int, row: int, to: Reply | None) -> None:
    """Without `to` it is asked whose it was."""
    found = await replies.take_back(visit, reply_id, row)
    if found is None:
        return
    async with visit.ask() as connection:
        waiting = await _waiting(visit, connection)
    others = [] if to is not None else [_key(one) for one in waiting if one.id != reply_id]
    told = {"dari": found[0].name, "jawaban": in_short(found[1], _QUOTED), "lain": bool(others)}
    visit.say("siaran_jawaban_salah", keyboard(*([key] for key in others)), **told)
    if to is not None:
        await replies.answer(visit, to.id, found[1])


async def named_lately(visit: Visit, text: str) -> Reply | None:
    """Who wrote back within the day, waits, and is named by more than how people are addressed."""
    polite, spoken = visit.office.catalog.world.oneself, set(re.findall(r"\w+", key_of(text)))
    if not allowed(button("a"), visit.grants) or spoken <= polite:
        return None
    async with visit.look() as connection:
        waiting = await _waiting(visit, connection, _TODAY)
    meant = [one for one in waiting if spoken & (_name(one) - polite)]
    return meant[0] if len({one.person_id for one in meant}) == 1 and spoken - _name(meant[0]) - polite else None


async def _waiting(visit: Visit, connection: Connection, within: timedelta = _LATELY) -> list[Reply]:
    found = await receipts.unanswered(connection, visit.me.id, visit.now - within, _OFFERED)
    return [one for one in found if not _only_promises(visit, one.words)]


def _only_promises(visit: Visit, words: str) -> bool:
    """ "Siap bu hadir" asks for no answer."""
    world = visit.office.catalog.world
    known = world.noting["datang"] | world.noting["janji"] | world.noting["terima"] | world.oneself | world.grasping
    polite = {part for phrase in world.nodding for part in phrase.split()} | world.agreeing["iringan"]
    return "?" not in words and known.union(polite).issuperset(re.findall(r"\w+", words.lower()))


async def asked_for_hour(visit: Visit, heard: Typed | Sent) -> list[Reply]:
    """Who wrote back today and waits, where "jam 9 pak" tells nothing but an hour."""
    said = hearing.said(visit, heard.text) if isinstance(heard, Typed) else None
    if said is None or said.act != TIME or said.rest or said.is_sending or timed.names_lessons(visit, said.when):
        return []
    async with visit.look() as connection:
        return await _waiting(visit, connection, _TODAY)


def _parts(text: str, waiting: Sequence[Reply]) -> tuple[set[str], str]:
    """The words that say whom, and the answer itself: behind the colon, else behind the name."""
    before, colon, behind = text.partition(":")
    if colon:
        return set(key_of(before).split()), behind.strip()
    told, names = text.split(), set[str]().union(*map(_name, waiting))
    at = next((at for at, word in enumerate(told) if key_of(word) in names), None)
    if at is None:
        return set(key_of(text).split()), ""
    return set(key_of(" ".join(told[: at + 1])).split()), " ".join(told[at + 1 :])


def _name(one: Reply) -> set[str]:
    return set(key_of(one.name).split())


async def _is_another(visit: Visit) -> bool:
    """Whether *Jawab* of something else stands there: a villager's question."""
    keys = [key for letter in await visit.letters() for key in letter.keys]
    label = key_of(visit.text("tombol_siaran_jawab"))
    return any(key_of(told) == label and not data.startswith(_JAWAB) for told, data in keys)


def _key(one: Reply) -> Key:
    return in_short(f"{one.name}: {one.words}", _LABEL), f"{_JAWAB}{one.id}"


WHOM = Journey(replies.HELD, finish)
