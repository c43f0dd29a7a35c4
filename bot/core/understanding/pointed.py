"""What is said behind words that point back ("kan sudah saya bilang tadi, dirabat beton"), or before them."""

import re
from collections.abc import Collection

from bot.core.forms.world import World
from bot.core.forms.writing import key_of
from bot.core.spelt import either

_WORDS = re.compile(r"\S+")


def behind(text: str, world: World) -> str | None:
    """What is said behind the pointing, or before it ("dibeton mi kubilang tadi"); None where there is none."""
    sorts = world.pointing_back
    if not sorts:
        return None
    polite = world.nodding | sorts["iringan"]
    gap = rf"\s+(?:(?:{either(sorts['iringan'])})\s+)*"  # "sudah mi saya bilang"
    pointed = either(sorts["kata"]).replace(r"\s+", gap)
    opened = rf"\W*(?:(?:{either(polite)})\W+)*(?:{pointed})(?!\w)"
    found = re.match(opened, text, re.IGNORECASE)
    if found is not None:
        return _telling(text, found.end(), len(text), polite)
    ended = re.search(rf"(?<!\w)(?:{either(sorts['akhir'])})(?:\W+(?:{either(polite)}))*\W*$", text, re.IGNORECASE)
    return (_telling(text, 0, ended.start(), polite) or None) if ended else None


def _telling(text: str, start: int, end: int, polite: Collection[str]) -> str:
    """From the first to the last word that is more than polite."""
    told = [word for word in _WORDS.finditer(text, start, end) if key_of(word[0]) and key_of(word[0]) not in polite]
    return text[told[0].start() : told[-1].end()].strip(" ,.;") if told else ""
