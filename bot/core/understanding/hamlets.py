"""A dusun that is on no list: what may be the name of one. The people who live there know better than the list."""

from bot.core.forms.questions import World
from bot.core.forms.writing import key_of

LONGEST, MOST_WORDS = 40, 4
_IN_NAMES = frozenset(" -.'`\u2018\u2019\u02bc")


def may_be_name(text: str, world: World) -> bool:
    """Not "ya pak", not "jalannya rusak sekali", not what acts as a button."""
    words = key_of(text).split()
    if not 2 <= len(text) <= LONGEST or not 1 <= len(words) <= MOST_WORDS or not any(map(str.isalpha, text)):
        return False
    if not all(c.isalnum() or c in _IN_NAMES for c in text):
        return False
    if key_of(text) in world.words or f"{words[0]} " in world.asking:
        return False
    never = _never(world)
    return not any(word in never for word in words)


def _never(world: World) -> frozenset[str]:
    return frozenset((*world.spellings.places.no_hamlet, *world.words))
