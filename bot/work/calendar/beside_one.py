"""What is told beside the date which is open: others with days of their own or on its day, its hour with its place."""

import re
from collections.abc import Mapping
from typing import Any

from bot.core.flow.interpreter import advance
from bot.core.forms.heard import Typed
from bot.core.forms.state import Answer, State
from bot.core.understanding.times.moments import speaks_of_day
from bot.core.wilayah import level_of
from bot.store.people import conversations
from bot.work import conversation
from bot.work.calendar import at_once, several, stated
from bot.work.calendar.at_once import read_whole
from bot.work.calendar.corrected import put_right
from bot.work.calendar.permitted import FORM, fitted, world_of
from bot.work.calendar.typed import place_answers, read_typed
from bot.work.calendar.venue_words import venue_told
from bot.work.visit import Visit


async def are_several(visit: Visit, answered: Mapping[str, Any], heard: Typed) -> bool:
    """Several dates in one message, beside the one that is open: all are shown together, with what is known of it."""
    dates = several.dates_in(visit, at_once.in_full(visit, answered, heard.text) if "macam" in answered else heard.text)
    at = answered.get("waktu", {}).get("at")
    timed = [f"jam {at} {one}" if at and "at" not in read_whole(visit, one).get("waktu", {}) else one for one in dates]
    told = [read_whole(visit, one) for one in timed]
    if not told or not all(at_once.is_whole(visit, one) for one in told):
        return False
    level = answered.get("tingkat", {}).get("value", "")
    stands = at_once.is_whole(visit, answered) and answered.get(level) not in [one.get(level) for one in told]
    if stands and "tempat" not in answered:  # "di kantor camat, begitu juga yg anggeraja 10 feb, curio 11 feb"
        venue, *others = [one.get("tempat") for one in told]
        answered = {**answered, "tempat": venue} if venue and not any(one != venue for one in others) else answered
    conversations.end(visit.turn, FORM)
    await at_once.offer(visit, [*([answered] if stands else []), *told])
    return True


async def is_for_more(visit: Visit, answered: Mapping[str, Any], heard: Typed) -> bool:
    """ "Anggeraja sama Curio juga", "bukan itu, tiga kecamatan: Maiwa, Anggeraja, Curio": the same in each of them,
    where its day is known."""
    level = answered.get("tingkat", {}).get("value", "")
    if "waktu" not in answered or level not in answered or stated.asks(visit, heard.text):
        return False
    right = put_right(visit, heard.text)  # "bukan boiya, tuncung" names one
    _, outside = venue_told(visit, right, [visit.office.catalog.places.kabupaten.code])
    named = [one for one in stated.all_named(visit, outside)[0] if level_of(one.code) == level]
    is_also = not visit.office.catalog.world.added["juga"].isdisjoint(heard.text.lower().split())
    spellings = visit.office.catalog.world.spellings
    tells_day = any(re.search(r"[^\W\d]", one) and speaks_of_day(spellings, one) for one in outside.split())
    if tells_day or len(named) < (1 if is_also else 2) or stated.day_told(visit, read_typed(visit, heard.text)):
        return False
    more = {one.code: {**answered, **place_answers(visit.office, one)} for one in named}
    each = {answered[level]["code"]: answered, **more}
    conversations.end(visit.turn, FORM)
    await at_once.offer(visit, [one for one in each.values() if at_once.is_whole(visit, one)])
    return True


async def takes_hour(visit: Visit, before: State, hour: Typed, venue: str) -> bool:
    """ "Jam 9 di aula camat", where the day was told and its hour is asked: the day stays."""
    flow, world = fitted(visit, visit.office.catalog.flows[FORM]), world_of(visit.office, visit.grants, visit.now)
    state = before.give("tempat", Answer({"text": venue}, (hour.message,)))
    step = advance(flow, state, hour, world)
    if step.state.answers.keys().isdisjoint(("waktu", "tanggal")):
        return False
    conversation.put_in(visit, step.state)
    return await conversation.resume(visit)
