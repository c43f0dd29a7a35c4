"""What whoever may announce says of an announcement, in the one reading that all look at."""

from bot.core.broadcasts import deadlines, leaving_out, standing
from bot.core.broadcasts.said import DROP, WORDS, Said
from bot.core.broadcasts.spoken import Reader
from bot.core.forms.world import World
from bot.core.forms.writing import is_question, key_of
from bot.work.access import allowed, command
from bot.work.broadcasts.writing import addressed
from bot.work.visit import Visit

_LONGEST = 24  # words


def likely(visit: Visit, text: str) -> Said | None:
    """Also that words are put right, several things or only perhaps: it depends on what stands there."""
    world = visit.office.catalog.world
    if not allowed(command("siaran"), visit.grants):
        return None
    if deadlines.names_it(text, world) or (len(text.split()) <= _LONGEST and standing.clauses(text, world)):
        return Said(WORDS)
    if (part := leaving_out.named_in(text, world)) is not None:
        return Said(DROP, text=part)
    return said(visit, text) or (Said(WORDS) if _may_put_right(text, world) else None)


def _may_put_right(text: str, world: World) -> bool:
    spoken = key_of(text).split()
    turns = world.of_news["jadi"] | world.stopping["mestinya"] | world.of_news["sebutan"]
    is_it = not turns.isdisjoint(spoken) and len(spoken) <= _LONGEST
    return is_it and not is_question(text, world, free=False)


def said(visit: Visit, text: str) -> Said | None:
    """None of whoever may not, and where nothing of that sort is said."""
    if not allowed(command("siaran"), visit.grants):
        return None
    return Reader(visit.office.catalog.world, addressed.of_address(visit)).read(text)


def to_add(visit: Visit, text: str) -> str:
    """ "Yg laptop itu tulisannya tambah: bawa colokan": what stands behind that order; all of what gives none."""
    order, _, rest = text.partition(":")
    adds = not visit.office.catalog.world.of_news["tambah"].isdisjoint(key_of(order).split()[-1:])
    return rest.strip() if adds and rest.strip() else text
