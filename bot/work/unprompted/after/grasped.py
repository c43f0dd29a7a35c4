"""Words that say no more than that an announcement was understood, or noted."""

import re
from collections.abc import Sequence

from bot.work.visit import Visit

_LONGEST = 8  # words that only say "siap"


def says_understood(visit: Visit, text: str) -> bool:
    """Nothing but words that say so, one at least, and polite ones; a question mark asks."""
    spoken = re.findall(r"\w+", text.lower())
    return "?" not in text and 0 < len(spoken) <= _LONGEST and _is_understood(visit, spoken, said=False)


def _is_understood(visit: Visit, spoken: Sequence[str], said: bool) -> bool:
    world = visit.office.catalog.world
    if not spoken:
        return said
    for end in range(len(spoken), 0, -1):
        phrase = " ".join(spoken[:end])
        is_it = phrase in world.grasping
        if (is_it or phrase in world.nodding or phrase in world.oneself) and _is_understood(
            visit, spoken[end:], said or is_it
        ):
            return True
    return False


def says_noted(visit: Visit, text: str) -> bool:
    """ "Ok", "baik bu, terima kasih infonya": enough where it stands right below."""
    world, spoken = visit.office.catalog.world, re.findall(r"\w+", text.lower())
    polite = {word for phrase in world.nodding for word in phrase.split()} | world.oneself | world.noting["iringan"]
    notes = world.noting["terima"]
    return "?" not in text and not notes.isdisjoint(spoken) and polite.union(notes).issuperset(spoken)


def says_read(visit: Visit, text: str) -> bool:
    """ "Sudah saya baca pengumumannya bu": what was read is named, so that it is no task."""
    world, spoken = visit.office.catalog.world, set(re.findall(r"\w+", text.lower()))
    polite = {word for phrase in world.nodding for word in phrase.split()} | world.oneself | world.with_finished
    read, named = world.noting["baca"], world.noting["pengumuman"]
    is_said = "?" not in text and not any(spoken.isdisjoint(words) for words in (read, named, world.finished))
    return is_said and (polite | read | named | world.finished).issuperset(spoken)
