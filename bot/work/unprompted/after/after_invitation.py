"""What somebody who is invited to a training says below the invitation, without its buttons: that they come, that they
cannot, or when and where it is."""

import re
from collections.abc import Iterable

from bot.core.forms.heard import Sent, Typed
from bot.core.forms.writing import key_of
from bot.work.broadcasts import meant
from bot.work.saying.keyboard import keyboard
from bot.work.training import days, inviting
from bot.work.training.days import Day
from bot.work.visit import Visit

_LONGEST = 12  # words
_STANDS = re.compile(r"latih:(?:ya|lihat):(\d+)")
_ANNOUNCEMENT = ("e:paham:", "e:pilih:")


async def take(visit: Visit, heard: Typed | Sent) -> bool:
    """Whether it was an answer to an invitation, or a question about it."""
    if not visit.grants or not isinstance(heard, Typed) or not 0 < len(heard.text.split()) <= _LONGEST:
        return False
    asks, comes = _asks(visit, heard.text), _comes(visit, heard.text)
    if not asks and comes is None:
        return False
    day = await _meant(visit, heard.text, is_answer=comes is not None)
    if day is None:
        return False
    if comes and _was_there(visit, heard.text):
        visit.say("pelatihan_hadir_cara", **days.told(visit.office, day.occasion))
    elif asks:
        keys = days.answer_keys(visit.office, day.occasion)
        visit.say("pelatihan_kapan", keyboard(keys), **days.told(visit.office, day.occasion))
    elif comes is not None:
        await inviting.answer(visit, day.occasion.id, comes=comes)
    return True


def _asks(visit: Visit, text: str) -> bool:
    return meant.holds(key_of(text), visit.office.catalog.world.invited["tanya"])


def _comes(visit: Visit, text: str) -> bool | None:
    """None where neither is said."""
    world = visit.office.catalog.world
    told, spoken = world.invited, key_of(text)
    if "?" in text or meant.holds(spoken, told["lain"]):
        return None
    if meant.holds(spoken, told["tidak"]):
        return False
    words = set(re.findall(r"\w+", spoken))
    polite = told["siap"] | told["datang"] | world.agreeing["ya"] | world.agreeing["iringan"] | world.oneself
    is_yes = words <= polite | world.nodding and not words.isdisjoint(told["siap"] | world.agreeing["ya"])
    return True if is_yes or _says_it(words, told["datang"], world.objecting["tetapi"]) else None


def _was_there(visit: Visit, text: str) -> bool:
    """ "Saya sudah hadir" is told of what was; the code on the wall notes it."""
    return not visit.office.catalog.world.of_results["sudah"].isdisjoint(re.findall(r"\w+", key_of(text)))


def _says_it(words: set[str], coming: Iterable[str], but: Iterable[str]) -> bool:
    return not words.isdisjoint(coming) and words.isdisjoint(but)


async def _meant(visit: Visit, text: str, *, is_answer: bool) -> Day | None:
    """The one whose invitation stands lowest; on its day whoever says that they are there means that; and the only one
    ahead, where a training is named."""
    keys = [data for letter in await visit.letters() for _, data in letter.keys]
    stands = {int(found[1]) for data in keys if (found := _STANDS.fullmatch(data))}
    is_newer = any(data.startswith(_ANNOUNCEMENT) for data in keys)
    if len(stands) == 1 and not is_newer:
        return await _invited(visit, stands.pop())
    words, told = set(re.findall(r"\w+", key_of(text))), visit.office.catalog.world.invited
    is_named = not words.isdisjoint(told["sebut"])
    is_there = is_answer and not words.isdisjoint(told["datang"]) and not is_newer
    if not is_named and not is_there:
        return None
    near = [one for one in await days.ahead(visit) if is_named or days.is_today(visit, one)]
    return await _invited(visit, near[0].id) if len(near) == 1 else None


async def _invited(visit: Visit, occasion_id: int) -> Day | None:
    day = await days.find(visit, occasion_id)
    if day is None or day.occasion.cancelled_at is not None:
        return None
    if visit.office.local(day.occasion.starts_at).date() < visit.today:
        return None
    return day if inviting.scope_in(visit, day.occasion.wilayah) is not None else None
