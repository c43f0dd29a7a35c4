"""For whom somebody speaks in a meeting: whoever is said to send them, or a group or a place of the known list. What
else stands behind a name ("istri Pak Rusli", "camat", "2 org") is only a remark."""

import re
from functools import lru_cache

from bot.core.spelt import either
from bot.core.vocabulary import ELEMENTS, GuestWords

#: Officers speak for themselves, and whoever comes for "warga" for nobody more than others do.
_NOT_FOR = ELEMENTS[-2:]


@lru_cache(maxsize=8)
def _patterns(words: GuestWords) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    groups = (word for key, told in words.elements.items() if key not in _NOT_FOR for word in told if len(word) > 1)
    sent = rf"^(?:{either(words.speaks_for)})\s+(.+)$"
    homes = set(words.places).intersection(words.columns["alamat"])
    known = rf"^(?:(?:\d+\s+)?(?:{either(groups)})|(?:{either(homes)})\b\.?\s+\w+)(?!\w)"
    office = rf"^(?:{either(words.offices)})\b"
    return re.compile(sent, re.IGNORECASE), re.compile(known, re.IGNORECASE), re.compile(office, re.IGNORECASE)


def voice_in(told: str, words: GuestWords) -> str:
    """The part of what is told of somebody for which a letter asks them to speak; "" where there is none."""
    sent, known, office = _patterns(words)
    for part in filter(None, map(str.strip, told.split(","))):
        if sender := sent.match(part):
            return sender[1]
        if known.match(part) and not office.match(part):
            return part
    return ""


def sent_by(told: str, words: GuestWords) -> str:
    """What was said when it was asked for whom somebody speaks, so that it is read as such again."""
    return told if not told or voice_in(told, words) else f"{words.speaks_for[0]} {told}"
