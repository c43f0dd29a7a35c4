"""Names as people gave them to their messenger, made fit to be shown and to be spoken to."""

import re
import unicodedata

from bot.core.forms.papers import cover

_LONGEST = 40
NAMELESS, YOUNG = "Bapak/Ibu", "Adik"
#: Whoever is spoken to, and not somebody by their name.
_UNNAMED = re.compile(rf"{NAMELESS}(?! (?:<b>)?[A-Z])")
_TO_PARENTS = f"{NAMELESS} orang tua"
#: Words with which people are addressed: whoever calls herself "Bu Sitti" has said how.
_ADDRESSES = frozenset(
    {
        "bapak/ibu",
        "bapak",
        "bpk",
        "pak",
        "ibu",
        "ibuk",
        "bu",
        "mama",
        "nenek",
        "kakek",
        "puang",
        "daeng",
        "om",
        "tante",
        "adik",
    }
)


def clean_name(name: object) -> str:
    """Without control, direction-changing and unpaired characters, at most 40 long; a polite stand-in when nothing is
    left."""
    if not isinstance(name, str):
        return NAMELESS
    kept = "".join(c for c in name if unicodedata.category(c)[0] != "C")
    return cover(" ".join(kept.split()))[:_LONGEST] or NAMELESS


def as_young(name: str) -> str:
    """A child by the name that they are called by from now on: "Adik Fadil"."""
    return name if is_young(name) else YOUNG if name == NAMELESS else f"{YOUNG} {name}"[:_LONGEST]


def is_young(name: str) -> bool:
    return name.split(" ", 1)[0] == YOUNG


def spoken_to(name: str, text: str) -> str:
    """The text as it is said to somebody of this name, whoever says it: a child is "Adik" wherever they are meant."""
    return as_to_a_child(text) if is_young(name) else text


def as_to_a_child(text: str, name: str = "") -> str:
    """Others who are named in it stay who they are, and what is said to the parents beside a child is said to them.
    `name`: the child's own."""
    if _TO_PARENTS in text:
        return text
    own = text.replace(f"{NAMELESS} {name}", f"{YOUNG} {name}") if name else text
    return _UNNAMED.sub(YOUNG, own)


def renamed(before: str, name: str) -> str:
    """Whoever is spoken to as a child stays one under another name."""
    return as_young(name) if is_young(before) else name


def addressed(name: str) -> str:
    """How somebody of this name is spoken to: "Bapak/Ibu Sitti", but "Bu Sitti" as she calls herself."""
    first = name.split(" ", 1)[0].rstrip(".").lower()
    return name if first in _ADDRESSES else f"{NAMELESS} {name}"
