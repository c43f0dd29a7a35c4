"""A dusun that is on no list: what may be the name of one, and what tells of something instead. The people who live
there know better than the list."""

from functools import lru_cache

from bot.core.forms.world import World
from bot.core.forms.writing import key_of
from bot.core.places.names import numerals_of
from bot.core.understanding.wished import is_wished
from bot.core.vocabulary import Vocabulary

LONGEST, MOST_WORDS = 40, 4
_TELLING = 2  # words that can tell something
_IN_NAMES = frozenset(" -.'`\u2018\u2019\u02bc")


def may_be_name(text: str, world: World, called: bool = False) -> bool:
    """Not "ya pak", not "jalannya rusak sekali", not what acts as a button. `called`: behind the word for a dusun, a
    number is a name, too: "dusun 3", and so is "dusun mata air"."""
    words = key_of(text).split()
    if not called and ((words[:1] and words[0] in world.spellings.places.works) or is_wished(text, world)):
        return False
    if not 1 <= len(words) <= MOST_WORDS or len(text) > LONGEST or is_speech(text, world):
        return False
    if called and len(words) == 1 and _is_number(words[0], world.spellings):
        return True
    if {*world.spellings.places.fresh, *world.spellings.places.newly}.issuperset(words):
        return False  # "dusun baru", "dusun pecahan"
    written = len(text) > 1 and all(c.isalnum() or c in _IN_NAMES for c in text) and any(map(str.isalpha, text))
    return written and not all(_is_number(word, world.spellings) for word in words)


def is_speech(text: str, world: World) -> bool:
    """Whether it says something, asks something or acts as a button, and so names nothing."""
    said = key_of(text)
    if said in world.words or f"{said} ".startswith(world.asking):
        return True
    places = world.spellings.places
    return any(word in world.words or word in places.no_hamlet or word in places.complaint for word in said.split())


def tells_something(text: str, world: World) -> bool:
    """ "Jembatan putus", "jalan tani", "tidak ada air": so few words tell something, and nothing of the way to it."""
    words, places = key_of(text).split(), world.spellings.places
    if len(words) < _TELLING or is_wished(text, world):
        return len(words) >= _TELLING
    if words[0] in places.works or any(is_complaint(word, world) for word in words):
        return True
    lacks = bool(set(words) & set(world.spellings.choices.no)) and "ada" in words
    return lacks and any(word not in places.no_hamlet and word not in world.oneself for word in words)


def is_complaint(word: str, world: World) -> bool:
    return word in _complaints(world.spellings)


@lru_cache(maxsize=8)
def _complaints(words: Vocabulary) -> frozenset[str]:
    """With what may have grown to them: "rusakmi". Every word of a message is looked up."""
    return frozenset(f"{word}{tail}" for word in words.places.complaint for tail in ("", *words.choices.suffixes))


def _is_number(word: str, words: Vocabulary) -> bool:
    ordinal = any(word in spellings for full, spellings in words.places.short.items() if full.isdecimal())
    return ordinal or (word.isdecimal() and len(word) <= 2) or word in numerals_of(words.numbers.digits)
