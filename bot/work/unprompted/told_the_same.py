"""Whoever reads two usulan says that they are one: it is noted at both, for the meeting; both stay, and nothing else is
done."""

from bot.core.forms.heard import Sent, Typed
from bot.core.forms.writing import is_question, key_of
from bot.core.spelt import one_of
from bot.store.usulan import events
from bot.work.access import allowed, button
from bot.work.reading import named
from bot.work.visit import Visit

_TWO = 2


async def take(visit: Visit, heard: Typed | Sent) -> bool:
    if not isinstance(heard, Typed) or not allowed(button("u"), visit.grants) or not _says_same(visit, heard.text):
        return False
    numbers = named.listed(visit, heard.text)
    found = [one for number in numbers if (one := await named.of_number(visit, number)) is not None]
    if len(found) < _TWO or len(found) != len(numbers):
        return False
    shown = [named.line(visit, one) for one in found]
    for one in found:
        others = ", ".join(visit.office.spoken_number(other) for other in found if other != one)
        before = await visit.look_up(events.words_in, one.id, events.SAME)
        if others not in {words for _, words, *_ in before}:
            events.note(visit.turn, one.id, events.SAME, isi=others, kata=heard.text)
    visit.say("usulan_sama_dicatat", usulan=shown)
    return True


def _says_same(visit: Visit, text: str) -> bool:
    """ "Jalan yang sama", "gabung saja"; not that they are to stay apart, nor a question."""
    world = visit.office.catalog.world
    words, spoken = world.numbering, key_of(text)
    is_said = one_of(words["itu_sama"]).search(spoken) is not None and words["beda"].isdisjoint(spoken.split())
    return is_said and not is_question(text, world, free=False)
