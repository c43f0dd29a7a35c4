"""*Hemat*: whoever pays for every megabyte gets pictures only when they ask for them."""

from bot.store.lessons import learners
from bot.work.visit import Visit


async def is_thrifty(visit: Visit) -> bool:
    found = (await visit.ask_once(learners.of_people, [visit.me.id])).get(visit.me.id)
    return found is not None and found.thrifty
