"""What somebody wants, and names: "mau bak air sama pipa"."""

from bot.core.forms.world import World
from bot.core.forms.writing import begun_with, key_of
from bot.core.stories.several import names_thing
from bot.core.understanding.where.hamlets import is_complaint

_NEXT = 3  # words among which the thing is named


def wants_thing(text: str, world: World) -> bool:
    """Whether it begins with a word of wanting, and what is usually proposed comes next, with which nothing is said to
    be wrong: "mau panen, jalan rusak" wants nothing, "mau usul jalan" only says what it is about."""
    wanting = begun_with(text, world.wishing["ingin"] | world.wishing["meminta"]) if world.wishing else ""
    words = key_of(text[len(wanting) :]).split()
    if not wanting or "?" in text or any(word in world.wishing["bukan"] or is_complaint(word, world) for word in words):
        return False
    return names_thing(" ".join(words[:_NEXT]), world.spellings.stories)
