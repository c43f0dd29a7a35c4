"""Names as people gave them to their messenger, made fit to be shown."""

import unicodedata

from bot.core.forms.papers import cover

_LONGEST = 40
NAMELESS = "Bapak/Ibu"


def clean_name(name: object) -> str:
    """Without control, direction-changing and unpaired characters, at most 40 long; a polite stand-in when nothing is
    left."""
    if not isinstance(name, str):
        return NAMELESS
    kept = "".join(c for c in name if unicodedata.category(c)[0] != "C")
    return cover(" ".join(kept.split()))[:_LONGEST] or NAMELESS
