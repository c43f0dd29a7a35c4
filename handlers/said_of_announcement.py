"""What is said of announcements outside the form that writes one: one begins, or one that there is hears an order."""

from bot.core.forms.heard import Sent, Typed
from bot.work import home
from bot.work.broadcasts import halting, replanning, told
from bot.work.broadcasts.answers import answered, passed_on
from bot.work.broadcasts.outcome import asked_numbers, asked_results
from bot.work.broadcasts.writing import ordered, reused
from bot.work.calendar import venues
from bot.work.hall import hub
from bot.work.hall.decided import untold
from bot.work.readiness import urged_undated
from bot.work.unprompted import another_day, answering_shown, offering
from bot.work.unprompted.asking import by_number, urged_undone
from bot.work.visit import Visit


async def begins(visit: Visit, heard: Typed | Sent, *, is_free: bool) -> bool:
    """`is_free`: no form asks anything. Whoever names those who are to know it asks for no meaning of a word in it, and
    sets no date. A letter with such an order is none of what a villager's form asks for."""
    if await offering.joins(visit, heard):
        return True
    if isinstance(heard, Sent):
        return offering.orders_letter(visit, heard) and await offering.offer(visit, heard)
    if urged_undated.is_meant(visit, heard.text):
        return False  # *Ingatkan*, and no announcement, new or old
    if await urged_undone.take(visit, heard):
        return True
    if is_free and visit.grants and await _is_of_one_there_is(visit, heard):
        return True
    if untold.names_results(visit, heard.text):
        return False  # of a meeting: whoever brought what it decided is told by that
    if is_free and await by_number.is_of_none(visit, heard):
        return True
    is_free = is_free and offering.names_recipients(visit, heard)
    if is_free and ordered.read(visit, heard.text).is_last and await venues.take(visit, heard, home.meetings):
        return True  # of a meeting that stands in the calendar: whoever is concerned is told by that
    return (is_free or offering.interrupts(visit, heard)) and await offering.offer(visit, heard)


async def _is_of_one_there_is(visit: Visit, heard: Typed) -> bool:
    """What an order about an announcement that there is shares with one to begin another."""
    for take in (answered.goes_to_all, replanning.take_named, reused.take):
        if await take(visit, heard):
            return True
    if passed_on.split(visit, heard.text)[1]:
        return await answered.take(visit, heard) or await answering_shown.take(visit, heard)
    return await halting.turns_round(visit, heard)


async def puts_right(visit: Visit, heard: Typed | Sent) -> bool:
    """Its hour, whom it is for, its words; that it must stop; or its result by its own words. Of a meeting that stands
    it is never said."""
    if await another_day.stands(visit, heard):
        return False
    if await asked_numbers.take_call(visit, heard) or await asked_results.take_named(visit, heard, hub.has_any):
        return True
    if isinstance(heard, Typed) and await halting.heed_order(visit, heard):
        return True
    return await reused.take(visit, heard) or await told.take(visit, heard) or await halting.heed(visit, heard)
