"""Words to the bereaved, and what is told days after a call that is over: answered warmly, and by no consent."""

from dataclasses import replace
from datetime import timedelta

from bot.core.forms.heard import Heard, Typed, words_of
from bot.core.usulan.danger_words import once, spoken_in
from bot.work import conversation
from bot.work.usulan.dangers import alarms, danger_told, first_aid, reader_words
from bot.work.usulan.dangers.passed_on import AFTER, pass_on
from bot.work.usulan.dangers.reader_words import wishes
from bot.work.visit import Visit

_LONGEST, _DAYS = 25, timedelta(days=5)  # words


async def take(visit: Visit, heard: Heard) -> bool:
    """Where nothing is asked, nothing lasts, and nothing is wished."""
    text = words_of(heard)
    is_open = visit.grants or not isinstance(heard, Typed) or conversation.open_conversation(visit) is not None
    if is_open or "?" in text or len(text.split()) > _LONGEST:
        return False
    is_bereaved = first_aid.is_bereaved(visit.office, text)
    if not (is_bereaved or _is_of_before(visit, text)) or wishes(visit.office, text):
        return False
    works = visit.office.catalog.world.spellings.places.works
    is_story = not (visit.office.catalog.danger.is_over(text) or spoken_in(text).isdisjoint(works))
    if is_story or reader_words.is_of_usulan(visit.office, text) or await alarms.lasting(visit, alarms.HELPED):
        return False
    told = [] if is_bereaved else (await alarms.ever(visit, _DAYS))[:1]
    if told:
        return await pass_on(visit, text, told, AFTER)
    if is_bereaved:
        visit.turn.remember(replace(visit.me, called_at=visit.now))  # what they say next may be of it
    visit.say("bahaya.berduka", duka=is_bereaved or first_aid.grieves(visit.office, text))
    return True


def _is_of_before(visit: Visit, text: str) -> bool:
    """Thanks, a funeral, or that it is over, some days after; of whoever brings usulan thanks are for these."""
    at = visit.me.called_at
    if at is None or visit.now - at > _DAYS:
        return False
    thanks = once(tuple(visit.office.plain("bahaya.kata_makasih").split(" | "))).search(text.lower()) is not None
    is_thanks = thanks and not danger_told.has_agreed(visit)
    return is_thanks or first_aid.grieves(visit.office, text) or visit.office.catalog.danger.is_over(text)
