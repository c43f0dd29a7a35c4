"""Of which dangers somebody said that they last, who was told of them, and that it was a mistake."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from bot.core.forms.heard import Sent, from_json
from bot.core.forms.writing import in_short
from bot.core.usulan.danger import Found
from bot.core.wilayah import lies_in
from bot.store.people import people
from bot.store.queues import dangers_told, notices
from bot.work import conversation
from bot.work.saying.keyboard import keyboard, press
from bot.work.usulan.dangers import danger_told
from bot.work.usulan.dangers.danger_told import Reader
from bot.work.usulan.dangers.placed import LONGEST
from bot.work.usulan.dangers.unsigned import quoted
from bot.work.visit import Visit

#: So long what comes right after it is of it, whatever it is; and what is plainly of it; and so long, a night, somebody
#: helps, or waits for a word: then what a reader writes is other work, unless it answers a letter.
HOUR, LONG, HELPED = timedelta(hours=1), timedelta(days=2), timedelta(hours=12)
_QUOTED, _CALLED = 200, 400  # characters
_BELOW = ("g:aman:", "g:lewat:")

#: How that is shown which is no word: method and the name of its parameter.
_CALLS = {"photo": ("sendPhoto", "photo"), "voice": ("sendVoice", "voice"), "document": ("sendDocument", "document")}

#: By this a turn knows that whoever is near the right place was told already.
MOVED = "alarm moved"

#: What a person said, of a danger that lasts: its subject, its wilayah, its case.
Alarm = tuple[str, str, str]


async def send(
    visit: Visit, ids: Sequence[int], text: str, *, more: dict[str, Any] | None = None, sent: Sent | None = None
) -> list[str]:
    """Each once. Returns their names. `sent`: what the text is of; a point on the map bears none, and comes below."""
    async with visit.look() as connection:
        found = [await people.named(connection, one) for one in dict.fromkeys(ids)]
    known = [one for one in found if one is not None]
    for one in known:
        if sent is None or sent.file is None:
            visit.tell(one.address, one.id, text, loud=True, more=more)
        if sent is not None:
            method, told = _call(sent, {"caption": text, "parse_mode": "HTML"} | (more or {}))
            visit.turn.send(method, {"chat_id": one.address} | told, chat=one.address, person_id=one.id)
    return [one.name for one in known]


def can_show(heard: Sent) -> bool:
    return heard.point is not None or (heard.what in _CALLS and heard.file is not None)


async def show(visit: Visit, ids: Sequence[int], alarm: Alarm, heard: Sent) -> list[str]:
    """What whoever called has sent, to who read of it; a point also to whoever is told later. Returns their names."""
    subject, wilayah, case = alarm
    if heard.point is not None:
        latitude, longitude = heard.point
        link = visit.text("bahaya.titik", lintang=latitude, bujur=longitude)
        dangers_told.say_on_once(visit.turn, link, visit.now - LONG)
    told = {"tempat": visit.office.catalog.places.scope_name(wilayah), "apa": name_of(visit, heard)}
    text = visit.text("bahaya.kabar_kiriman", **told, kutipan=in_short(quoted(visit, heard.caption or ""), _QUOTED))
    text, more = danger_told.beside(visit, case, text), {"reply_markup": danger_told.keys_to_caller(visit, subject)}
    return await send(visit, ids, text, more=more, sent=heard)


def say_on(visit: Visit, words: str, since: timedelta = LONG) -> None:
    """What they called of since then goes on so: whoever is told next reads it."""
    dangers_told.say_on(visit.turn, quoted(visit, words), visit.now - since)


def name_of(visit: Visit, heard: Sent) -> str:
    return visit.text(f"bahaya.kiriman_{heard.what}")


def _call(heard: Sent, words: dict[str, Any]) -> tuple[str, dict[str, Any]]:
    if heard.file is None:
        latitude, longitude = heard.point or (0.0, 0.0)
        return "sendLocation", {"latitude": latitude, "longitude": longitude}
    method, name = _CALLS[heard.what]
    return method, {name: heard.file.file_id} | words


def keys_under(visit: Visit, about: str, *, also: bool, said_in: int | None = None) -> dict[str, Any] | None:
    """That it has passed, where somebody knows; and `also`, that this, or what came with the update `said_in`, is for
    the open form as well, or an usulan."""
    rows = danger_told.keys_to_readers(visit, about)["inline_keyboard"] if about else []
    if also and visit.turn.query_id is None:
        draft, update = conversation.open_conversation(visit), said_in or visit.turn.update_id
        data = press("m", "masuk", update, draft.draft) if draft is not None else press("m", "cerita", update)
        rows = [*rows, *keyboard([(visit.text("bahaya.tombol_isian"), data)])["inline_keyboard"]]
    return {"inline_keyboard": rows} if rows else None


def is_story(text: str) -> bool:
    """Whether it tells as much as one."""
    return len(text.split()) > LONGEST


async def lasting(visit: Visit, since: timedelta = HOUR, kind: str = notices.DANGER_SAID) -> list[Alarm]:
    """What they said, or by another `kind` were told, of a danger that has not passed, the newest first."""
    return (await _told(visit, since, kind))[0]


async def fresh(visit: Visit) -> list[Alarm]:
    """What they were told of that lasts, and of which anybody has said something within a night."""
    told = await lasting(visit, LONG, notices.DANGER)
    async with visit.look() as connection:
        spoken = {one: await dangers_told.last_word(connection, one[0]) for one in told}
    return [one for one, at in spoken.items() if at is not None and visit.now - at < HELPED]


async def mine(visit: Visit, about: str, since: timedelta = LONG) -> list[Alarm]:
    """That one, if it lasts."""
    return [one for one in await lasting(visit, since) if one[0] == about]


async def called(visit: Visit, below: timedelta = LONG) -> list[Alarm]:
    """What they called of, and not what a story of theirs told: right below a letter about it for so long as it lasts,
    else within the hour."""
    if not danger_told.is_marked(visit):
        return []
    last = next(iter(await visit.letters()), None)
    since = below if last is not None and last.carries(_BELOW) else HOUR
    found = await visit.look_up(dangers_told.called, visit.me.id, visit.now - since)
    return [one for one in await lasting(visit, since) if one[0] in found] if found else []


async def passed(visit: Visit) -> list[Alarm]:
    """What they called of and has passed since, while whoever was told may still be on the way."""
    return (await _told(visit, HELPED, notices.DANGER_SAID))[1]


async def knew(visit: Visit, wilayah: str) -> list[Reader]:
    """Who was told of what they called of there and has passed: "yang satu masih di dalam" is of it."""
    past = await passed(visit) if danger_told.is_marked(visit) else []
    async with visit.look() as connection:
        ids = [
            who for about, where, _ in past if where == wilayah for who in await dangers_told.told_of(connection, about)
        ]
        found = [await people.named(connection, one) for one in dict.fromkeys(ids) if one != visit.me.id]
    return [(one.id, one.name) for one in found if one is not None]


async def ever(visit: Visit, since: timedelta) -> list[Alarm]:
    """What they called of since then, whether it lasts or not; nothing of which only a yes told."""
    told = [*await _told(visit, since, notices.DANGER_SAID)]
    return [one for each in told for one in each if not danger_told.is_private(visit, one[2])]


async def still(visit: Visit, found: list[Found]) -> list[Found]:
    """Without what they called of and has passed: nothing but new words rings anew."""
    if not found or not danger_told.is_marked(visit):
        return found
    last = {case for *_, case in await lasting(visit, LONG)}
    over = {case for *_, case in await passed(visit)} - last
    return [one for one in found if one.case.key not in over]


async def _told(visit: Visit, since: timedelta, kind: str) -> tuple[list[Alarm], list[Alarm]]:
    """Those that last, and those that have passed."""
    begins, me = visit.now - since, visit.me.id
    by = me if kind == notices.DANGER_SAID else None
    async with visit.look() as connection:
        told = await dangers_told.since(connection, begins, person_id=me, kind=kind)
        over = await dangers_told.since(connection, begins, person_id=by, kind=notices.DANGER_OVER) if told else {}
    found = [(one, *danger_told.told_where(visit.office, one)) for one in told]
    last, gone = ([one for one in found if one[1] and (one[0] in over) == is_over] for is_over in (False, True))
    return last, gone


async def is_told(visit: Visit, wilayah: str, case: str) -> bool:
    """Whether they called of this in the last hour, and it lasts: who reads there hears more, and no second alarm."""
    if not danger_told.is_marked(visit):
        return False
    return any(alarm[1:] == (wilayah, case) for alarm in await lasting(visit))


async def who_knows(visit: Visit, wilayah: str, case: str, name: str, readers: Sequence[Reader]) -> str:
    """Whom these words told (`name`), else the first of the `readers` there, where they know since before."""
    return readers[0][1] if not name and readers and await is_told(visit, wilayah, case) else name


async def retract(visit: Visit, alarms: Sequence[Alarm], wilayah: str, near: Sequence[int] = ()) -> None:
    """Those of these alarms that told of another place were a mistake. `wilayah`: the right one, if it is
    known; `near`: who reads for that."""
    scope_name = visit.office.catalog.places.scope_name
    for subject, wrong, _ in alarms:
        if wilayah and (lies_in(wrong, wilayah) or lies_in(wilayah, wrong)):
            continue
        told = [one for one in await visit.ask_once(dangers_told.told_of, subject) if one not in near]
        text = visit.text("bahaya.kabar_keliru", tempat=scope_name(wrong), baru=scope_name(wilayah) if wilayah else "")
        await send(visit, told, text)
        dangers_told.end(visit.turn, visit.me.id, subject)


async def narrow(visit: Visit, alarms: Sequence[Alarm], now: Alarm, words: str) -> None:
    """Whoever was told of the wider place, where no desa was known, hears which it is: it is one alarm still."""
    about, wilayah, case = now
    place = visit.office.catalog.places.scope_name(wilayah)
    for subject, wider, danger in alarms:
        if wider == wilayah or danger != case or not lies_in(wilayah, wider):
            continue
        told = await visit.ask_once(dangers_told.told_of, subject)
        await _send_place(visit, told, about, place, quoted(visit, words))
        visit.turn.known[danger_told.KNOW] = [*visit.turn.known.get(danger_told.KNOW, ()), *told]
        for one in told:
            notices.remember(visit.turn, one, notices.DANGER, about)
        dangers_told.end(visit.turn, visit.me.id, subject)


async def put_right(visit: Visit, alarms: Sequence[Alarm], wilayah: str, place: str) -> None:
    """Those of these that are in this wilayah are at this place of it: who was told of them hears it."""
    for subject, where, _ in alarms:
        if where != wilayah:
            continue
        call = await visit.look_up(dangers_told.call, subject)
        if call is None or call.place == place:
            continue
        await _send_place(visit, await visit.look_up(dangers_told.told_of, subject), subject, place, call.said)
        dangers_told.put_at(visit.turn, subject, place)


async def _send_place(visit: Visit, told: Sequence[int], about: str, place: str, said: str) -> None:
    text = visit.text("bahaya.kabar_tempat", tempat=place, kutipan=in_short(said, _CALLED))
    await send(visit, told, text, more={"reply_markup": danger_told.keys_to_caller(visit, about)})


async def say_rest(visit: Visit, near: Sequence[int], about: str, rest: str, sent: Sequence[Any] = ()) -> None:
    """What was said and `sent` after the first words."""
    where, case = danger_told.told_where(visit.office, about)
    for told in map(from_json, sent if near else ()):
        if isinstance(told, Sent):
            await show(visit, near, (about, where, case), told)
    if rest and near:
        place = visit.office.catalog.places.scope_name(where)
        text = visit.text("bahaya.kabar_susulan", tempat=place, kutipan=in_short(quoted(visit, rest), _QUOTED))
        text = danger_told.beside(visit, case, text)
        await send(visit, near, text, more={"reply_markup": danger_told.keys_to_caller(visit, about)})
