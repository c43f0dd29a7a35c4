"""By which names somebody calls themselves in what they tell: "nama saya Hasniar", "sy hasniar kader nya", "saya Bidan
Hartati". Pure."""

import re
from functools import lru_cache

from bot.core.forms.world import World
from bot.core.spelt import either
from bot.core.understanding.name_words import is_plain, may_be_name, titles

_WORD = r"[^\W\d_]+(?:['’][^\W\d_]+)*"
_VERB = re.compile(r"(?:me[mn]?|ber|ter|di|ku)[^\W\d]{4,}", re.IGNORECASE)  # "saya bertani"


def own_names(world: World, text: str) -> tuple[str, ...]:
    """In small letters. Behind a bare "saya" a name is written with a capital, or stands behind a title or before who
    it is."""
    words = world.calling_oneself
    if not words:
        return ()
    offices = words["jabatan"] | titles(world.spellings)
    found: dict[str, None] = {}
    for one in _called(words["bernama"], words["saya"], offices, words["siapa"]).finditer(text):
        is_named = one["bernama"] is not None
        is_likely = is_named or one["gelar"] or one["siapa"] or (one["name"][0].isupper() and not text.isupper())
        if is_likely and _is_name(world, one["name"], surely=is_named):
            more = (one["more"] or "").split()
            found |= dict.fromkeys([one["name"], *(word for word in more if _is_name(world, word, surely=False))])
    return tuple(name.lower() for name in found)


@lru_cache(maxsize=4)
def _called(
    named: frozenset[str], oneself: frozenset[str], offices: frozenset[str], who: frozenset[str]
) -> re.Pattern[str]:
    return re.compile(
        rf"\b(?i:(?P<bernama>{either(named)})|{either(oneself)})\s+(?P<gelar>(?:(?i:{either(offices)})\b\.?\s+)+)?"
        rf"(?P<name>{_WORD})(?P<more>(?:\s+[A-Z]{_WORD})*)(?P<siapa>,?\s+(?i:{either(who)})\b)?"
    )


def _is_name(world: World, word: str, *, surely: bool) -> bool:
    if not may_be_name(world, word) or word.lower() in world.calling_oneself["bukan_nama"]:
        return False
    return surely or not (is_plain(world, word) or _VERB.fullmatch(word))
