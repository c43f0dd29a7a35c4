"""For whom a reader's words are, where several callers wait: whom they answered last, or whose words or place they
name, and all, where they cannot come; else it is asked, with a button for each, and nothing is sent meanwhile."""

import re
from collections.abc import Sequence
from typing import Any

from bot.core.forms.writing import in_short, key_of
from bot.core.wilayah import chain, lies_in
from bot.store.people import people, waiting
from bot.store.queues import dangers_told, notices
from bot.work.saying.keyboard import keyboard, press
from bot.work.usulan.dangers import alarms, danger_told, pointed, reader_words
from bot.work.usulan.dangers.alarms import Alarm
from bot.work.usulan.dangers.placed import surely_in
from bot.work.usulan.reader_choice import READERS
from bot.work.visit import Visit

_QUOTED, _FIRST_WORDS, _INITIAL = 100, 28, 2  # characters
_MOST, _MORNING = 6, 6  # buttons at a time; the hour from which "semalam" is over


async def meant(visit: Visit, text: str, above: str, *, answered: bool) -> dict[str, str]:
    """Which alarms, each with the words that tell what is done there; none: it was asked. `above`: the one of the last
    letter, which they had `answered` already: what promises nothing goes on there."""
    open_calls = await standing(visit, above)
    deed = reader_words.meant(visit.office, text, below=True)
    ends = deed == reader_words.ENDS or visit.office.catalog.danger.is_over(text)
    is_for_none = ends and not await meant_by(visit, text, open_calls)
    if "?" not in text and deed not in reader_words.DEEDS and (is_for_none or await is_other(visit, text, open_calls)):
        await ask(visit, text, visit.turn.update_id)
        return {}
    is_for_all = reader_words.says(visit.office, text, "ke_semua")
    if not is_for_all and (named := await pointed_at(visit, text, open_calls)):
        return named
    if answered and deed == reader_words.SAYS and not reader_words.to_all(visit.office, text, deed):
        return {above: text}
    promised = await _promised(visit, open_calls) if deed == reader_words.CANNOT else []
    likely = promised or [one[0] for one in _named(visit, text, open_calls) or open_calls]
    if len(likely) < 2 or deed == reader_words.CANNOT or reader_words.to_all(visit.office, text, deed):
        return dict.fromkeys(likely or [above], text)
    await ask(visit, text, visit.turn.update_id)
    return {}


async def _promised(visit: Visit, open_calls: Sequence[Alarm]) -> list[str]:
    """To whom they have said that they come."""
    async with visit.look() as connection:
        came = {one: await dangers_told.told_when(connection, one, notices.DANGER_COMES) for one, *_ in open_calls}
    return [one for one, by in came.items() if visit.me.id in by]


async def ask(visit: Visit, text: str, update: int, begin: int = 0) -> None:
    """With a button for each who waits, the newest first, one for all and one for nobody; until then the words wait."""
    notices.remember(visit.turn, visit.me.id, notices.DANGER_WHOSE, str(update))
    open_calls = await standing(visit)
    shown, more = open_calls[begin : begin + _MOST], len(open_calls) > begin + _MOST
    rows = [[(await label(visit, one[0]), press("g", "kata", one[0], update))] for one in shown]
    around: list[tuple[Any, ...]] = [("lain", begin + _MOST)] if more else []
    around += [("semua",)] if len(open_calls) > 1 else []
    rows += [[(visit.text(f"bahaya.tombol_{one}"), press("g", one, *at, update))] for one, *at in around]
    nobody = [(visit.text("bahaya.tombol_bukan_mereka"), press("g", "bukan", update))]
    visit.say("bahaya.untuk_siapa", keyboard(*rows, nobody), kutipan=in_short(text, _QUOTED))


async def asked_about(visit: Visit) -> list[int]:
    """The updates of whose words it is asked for whom they are, the oldest first."""
    async with visit.look() as connection:
        begins, me = visit.now - alarms.HELPED, visit.me.id
        told = await dangers_told.since(connection, begins, person_id=me, kind=notices.DANGER_WHOSE)
    return [int(one) for one in reversed(told)]


async def sorted_out(visit: Visit, update: int = 0) -> None:
    """It is known for whom that was; what waits beside it is asked about again."""
    if update:
        dangers_told.take_back(visit.turn, notices.DANGER_WHOSE, str(update))
    others = [one for one in await asked_about(visit) if one != update]
    if others:
        await ask(visit, await visit.look_up(waiting.words_in, others[0], visit.turn.lane), others[0])


async def asked_before(visit: Visit, text: str, shown: int) -> int:
    """The update that is meant: "yang pertama tadi" is the oldest, else it is the one that is `shown`."""
    is_first = reader_words.says(visit.office, text, "yang_pertama")
    return next(iter(await asked_about(visit)), shown) if is_first else shown


async def besides(visit: Visit, text: str, about: str) -> str | None:
    """What words that say for whom the others are tell besides; None: they say no such thing, and stand for
    themselves."""
    call = await visit.look_up(dangers_told.call, about)
    if pointed.only_points(visit.office, text, call.said if call is not None else ""):
        return ""
    return text if key_of(text).partition(" ")[0] in visit.office.plain("bahaya.kata_yang").split() else None


async def is_other(visit: Visit, text: str, standing: Sequence[Alarm]) -> bool:
    """Whether a reader seems to report of something else: of another place, or of the night before they called."""
    office, where = visit.office, danger_told.wilayah_of(surely_in(visit, text)) if standing else ""
    if where and not any(lies_in(where, one[1]) or lies_in(one[1], where) for one in standing):
        return True
    if not standing:
        return False
    named = {one.case.key for one in office.catalog.danger.find(text)}
    if office.catalog.danger.reply_in(text) == reader_words.LONG_AGO and named.isdisjoint(one[2] for one in standing):
        return True
    if not reader_words.says(office, text, "malam_lalu"):
        return False
    async with visit.look() as connection:
        told = [await dangers_told.call(connection, one[0]) for one in standing]
    called = [office.local(one.at) for one in told if one is not None]
    return len(called) == len(told) and all(at.date() == visit.today and at.hour >= _MORNING for at in called)


async def pointed_at(visit: Visit, text: str, standing: Sequence[Alarm]) -> dict[str, str]:
    """Those whose own words or name are said, and the words that say so."""
    return pointed.at(visit.office, text, await _said_of(visit, standing)) if len(standing) > 1 else {}


async def _said_of(visit: Visit, standing: Sequence[Alarm]) -> dict[str, str]:
    """What each called, of what danger, and their name."""
    said = {}
    async with visit.look() as connection:
        for about, _, case in standing:
            call = await dangers_told.call(connection, about)
            caller = await people.named(connection, call.person_id) if call is not None else None
            said[about] = f"{call.said} {case} {caller.name if caller else ''}" if call is not None else case
    return said


async def meant_by(visit: Visit, text: str, standing: Sequence[Alarm]) -> list[Alarm]:
    """Those that are pointed to, else of the place or the kind that is named; none where it is of another kind."""
    if told := await pointed_at(visit, text, standing):
        return [one for one in standing if one[0] in told]
    if pointed.is_elsewhere(visit.office, text, (await _said_of(visit, standing)).values()):
        return []
    return _named(visit, text, standing) or list(standing)


def _named(visit: Visit, text: str, standing: Sequence[Alarm]) -> list[Alarm]:
    """By their place, or their kind of danger."""
    found = visit.office.catalog.danger.find(text)
    kinds = {one.case.key for one in found if not one.mild} or {one.case.key for one in found}
    return [one for one in standing if _is_named(visit, text, one)] or [one for one in standing if one[2] in kinds]


async def name_of(visit: Visit, about: str) -> str:
    """Where, what, and since when, as a reader knows whoever called."""
    wilayah, case = danger_told.told_where(visit.office, about)
    place, since, said = await _known(visit, about)
    told = {"apa": visit.text(f"bahaya.nama_{case}"), "kutipan": in_short(said, _FIRST_WORDS)}
    return visit.text("bahaya.siapa", tempat=place or wilayah, sejak=since, **told)


async def without_names(visit: Visit, text: str, calls: Sequence[str]) -> str:
    """No caller reads who the others are."""
    async with visit.look() as connection:
        ids = {who for one in calls for who in await dangers_told.told_of(connection, one, notices.DANGER_SAID)}
        callers = [await people.named(connection, one) for one in ids]
    known = {key_of(one) for one in visit.office.catalog.places.names} | visit.office.catalog.world.addressing
    said = (word for one in callers if one is not None for word in one.name.split() if len(word) > _INITIAL)
    ear = visit.office.catalog.ear
    names = [re.escape(one) for one in said if key_of(one) not in known and not (ear is not None and ear.knows(one))]
    other = visit.text("bahaya.warga_lain")
    return re.sub(rf"\b(?:{'|'.join(names)})\b", other, text, flags=re.IGNORECASE) if names else text


async def label(visit: Visit, about: str, *, ends: bool = False) -> str:
    """What tells several apart who call from one place: the hour, and how they called. `ends`: the button ends it."""
    place, since, said = await _known(visit, about)
    words = in_short(said, _FIRST_WORDS) or visit.text(f"bahaya.nama_{about.rpartition(':')[2]}")
    return visit.text("bahaya.siapa_tombol", tempat=place, sejak=since, kutipan=words, aman=ends)


async def _known(visit: Visit, about: str) -> tuple[str, str, str]:
    """The place, the hour and the first words of a call."""
    wilayah, _ = danger_told.told_where(visit.office, about)
    async with visit.look() as connection:
        call = await dangers_told.call(connection, about)
        told = await dangers_told.told_when(connection, about)
    at = call.at if call is not None else told.get(visit.me.id)
    since = f"{visit.office.local(at):%H.%M}" if at is not None else ""
    said = call.said.strip().partition("\n")[0] if call is not None else ""
    place = call.place if call is not None and call.place else visit.office.catalog.places.scope_name(wilayah)
    return place, since, said


async def standing(visit: Visit, above: str = "") -> list[Alarm]:
    """Who waits for a word of this reader. Whoever called of several things is one; the alarm of the last letter stands
    for its caller."""
    each: dict[tuple[int | str, ...], Alarm] = {}
    async with visit.look() as connection:
        for one in sorted(await alarms.fresh(visit), key=lambda one: one[0] != above):
            call = await dangers_told.call(connection, one[0])
            if call is not None and not call.said:
                continue  # it is over
            callers = await dangers_told.told_of(connection, one[0], notices.DANGER_SAID)
            of_others = callers and await reports(visit, callers[0], one[1])
            if callers:
                each.setdefault((*sorted(callers), *([one[0]] if of_others else ())), one)
    return list(each.values())


async def reports(visit: Visit, caller: int, wilayah: str) -> bool:
    """Who reads there tells of others: each call of theirs is another's."""
    holders = await visit.ask_once(people.holders, READERS, list(chain(wilayah)), visit.now)
    return any(one.id == caller for one in holders)


def _is_named(visit: Visit, text: str, alarm: Alarm) -> bool:
    place = visit.office.catalog.places.find(alarm[1])
    return place is not None and re.search(rf"\b{re.escape(key_of(place.name))}\b", key_of(text)) is not None
