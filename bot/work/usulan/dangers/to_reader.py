"""What whoever called says to those who were told, by their name, also some hours after it has passed."""

from collections.abc import Sequence

from bot.core.usulan.danger_words import spoken_in
from bot.store.people import people
from bot.store.queues import dangers_told
from bot.work.usulan.dangers import alarms, danger_told
from bot.work.usulan.dangers.alarms import Alarm
from bot.work.usulan.dangers.passed_on import AFTER, SINCE, pass_on
from bot.work.visit import Visit

_LONGEST, _SHORT = 25, 2  # words; letters of what is no name


async def take(visit: Visit, text: str, *, is_over: bool = False) -> bool:
    """ "Bilang ke pak imran jangan kirim perahu": while it lasts, and some hours on; once more that it `is_over`."""
    if not danger_told.is_marked(visit) or len(text.split()) > _LONGEST:
        return False
    told, past = await alarms.lasting(visit, alarms.LONG), await alarms.passed(visit)
    meant = (told or past) if await _names_reader(visit, text, [*told, *past]) else past if is_over and not told else []
    return bool(meant) and await pass_on(visit, text, meant, SINCE if told else AFTER)


async def _names_reader(visit: Visit, text: str, told: Sequence[Alarm]) -> bool:
    async with visit.look() as connection:
        ids = {one for subject, *_ in told for one in await dangers_told.told_of(connection, subject)}
        readers = [await people.named(connection, one) for one in ids]
    names = {word for one in readers if one is not None for word in spoken_in(one.name) if len(word) > _SHORT}
    return not names.isdisjoint(spoken_in(text))
