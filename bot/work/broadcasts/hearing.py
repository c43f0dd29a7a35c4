"""What whoever may announce says of an announcement, in the one reading that all look at."""

from bot.core.broadcasts.said import WORDS, Said
from bot.core.broadcasts.spoken import Reader
from bot.core.forms.writing import is_question, key_of
from bot.work.access import allowed, command
from bot.work.broadcasts import addressed
from bot.work.visit import Visit

_LONGEST = 24  # words


def perhaps(visit: Visit, text: str) -> Said | None:
    """That words are put right, where no more is sure than that: it depends on what stands there."""
    world = visit.office.catalog.world
    turns = world.of_news["jadi"] | world.stopping["mestinya"] | world.of_news["sebutan"]
    spoken = key_of(text).split()
    is_it = not turns.isdisjoint(spoken) and len(spoken) <= _LONGEST and not is_question(text, world, free=False)
    return Said(WORDS) if is_it and allowed(command("siaran"), visit.grants) else None


def said(visit: Visit, text: str) -> Said | None:
    """None of whoever may not, and where nothing of that sort is said."""
    if not allowed(command("siaran"), visit.grants):
        return None
    return Reader(visit.office.catalog.world, addressed.of_address(visit)).read(text)
