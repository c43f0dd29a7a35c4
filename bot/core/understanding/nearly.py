"""What nearly hurt somebody, or soon will: it is read first, and no question beside it hides it."""

import re

from bot.core.forms.world import World

_WORDS = re.compile(r"\w+")


def tells_of_nearly(text: str, world: World) -> bool:
    """ "Jembatannya sudah mau roboh", or what is frail beside whom it may hurt."""
    nearly, spoken = world.nearly, _WORDS.findall(text.lower())
    line = f" {' '.join(spoken)} "
    return any(f" {words} " in line for words in nearly["kata"]) or not (
        nearly["rapuh"].isdisjoint(spoken) or nearly["bersama"].isdisjoint(spoken)
    )
