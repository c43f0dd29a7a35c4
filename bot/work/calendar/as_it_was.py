"""That the hour and the place stay as they were ("jam dan tempat sama") is neither a place nor a reason: nothing of it
is read; "tempatnya tetap di balai desa" is a place all the same."""

import re
from functools import lru_cache

from bot.core.spelt import either
from bot.work.visit import Visit

_WHAT, _STAYS, _BESIDE = "hal_tetap", "tetap_sama", "sesudah_tetap"


def without(visit: Visit, text: str) -> str:
    """Without what only says so."""
    known = visit.office.catalog.world.reasons
    if known[_STAYS].isdisjoint(re.findall(r"\w+", text.lower())):
        return text
    whole, lead = _patterns(*(either(known[sort]) for sort in (_WHAT, _STAYS, _BESIDE, "karena")))
    return lead.sub(r"\1 ", whole.sub("", text)).strip(" ,;")


@lru_cache(maxsize=2)
def _patterns(what: str, stays: str, beside: str, because: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A whole clause of it; and the words that stand so before a place or a time."""
    things = rf"(?:(?:{what})(?:\s*(?:,|/|&|\w+)?\s*(?:{what})){{0,3}})"
    alone = rf"(?:[,;.]\s*|\s+|^)(?:(?:{beside})\s+)*(?:{things}\s+(?:(?:{beside})\s+)*(?:(?:{stays})\b\s*)+|"
    alone += rf"(?:{stays})\s+{things}\s*)(?:(?:{beside})\b\s*)*(?=\s*(?:$|[,;.!]|(?:{because})\b))"
    lead = rf"\b({what})\s+(?:(?:{beside})\s+)*(?:(?:{stays})\s+)+(?=\S)"
    return re.compile(alone, re.IGNORECASE), re.compile(lead, re.IGNORECASE)
