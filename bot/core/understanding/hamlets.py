"""A dusun that is on no list: what may be the name of one. The people who live there know better than the list."""

from bot.core.forms.world import World
from bot.core.forms.writing import key_of
from bot.core.places.names import numerals_of
from bot.core.vocabulary import Vocabulary

LONGEST, MOST_WORDS = 40, 4
_IN_NAMES = frozenset(" -.'`\u2018\u2019\u02bc")


def may_be_name(text: str, world: World, called: bool = False) -> bool:
    """Not "ya pak", not "jalannya rusak sekali", not what acts as a button. `called`: behind the word for a dusun, a
    number is a name, too: "dusun 3"."""
    words = key_of(text).split()
    if not 1 <= len(words) <= MOST_WORDS or len(text) > LONGEST or is_speech(text, world):
        return False
    if called and len(words) == 1 and _is_number(words[0], world.spellings):
        return True
    written = len(text) > 1 and all(c.isalnum() or c in _IN_NAMES for c in text) and any(map(str.isalpha, text))
    return written and not all(_is_number(word, world.spellings) for word in words)


def is_speech(text: str, world: World) -> bool:
    """Whether it says something, asks something or acts as a button, and so names nothing."""
    said = key_of(text)
    if said in world.words or f"{said} ".startswith(world.asking):
        return True
    return any(word in world.words or word in world.spellings.places.no_hamlet for word in said.split())


def _is_number(word: str, words: Vocabulary) -> bool:
    ordinal = any(word in spellings for full, spellings in words.places.short.items() if full.isdecimal())
    return ordinal or (word.isdecimal() and len(word) <= 2) or word in numerals_of(words.numbers.digits)
