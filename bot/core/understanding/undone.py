"""A figure that is not to be: "tidak jadi 28, 32 rumah" denies it as "bukan 28, 32 rumah" does, and so does "itu 5
ruangan di ceritanya ganti 6"."""

import re

from bot.core.forms.world import Sorts, World
from bot.core.spelt import either


def as_denied(text: str, world: World) -> str:
    """The same text with the word that denies; of what is no figure nothing is said."""
    words = world.taking_back
    undone = either(words["sebelum_angka"])
    denies = next(iter(words["menyangkal"]), "")
    if not undone or not denies:
        return text
    return re.sub(rf"\b(?:{undone})(?=\s+\d)", denies, text, flags=re.IGNORECASE)


def as_exchanged(text: str, world: World, *, pointing: bool = False) -> str:
    """The same where one figure is to make way for another, as the words that put it right. `pointing`: only where it
    is said that it was told, since the other one may be what is hoped for."""
    words = world.exchanging
    patterns = _exchanges(words) if words and any(map(str.isdecimal, text)) else ()
    found = next(filter(None, (one.fullmatch(text.strip()) for one in patterns)), None)
    if found is None or (pointing and not found["told"]):
        return text
    denies, but = next(iter(words["menyangkal"])), next(iter(words["tetapi"]))
    return f"{denies} {found['wrong']} {but} {found['right']}"


def _exchanges(words: Sorts) -> tuple[re.Pattern[str], ...]:
    """ "5 ruangan di cerita ganti 6"; "ganti 5 ruangan tadi jadi 6"."""
    beside = rf"(?:(?:{either(words['iringan'])})\b[\s,]*)*"
    told = rf"(?P<told>(?:\s+(?:{either(words['menunjuk'])})\b)*)"
    wrong, right = (rf"(?P<{name}>\d+(?:[.,]\d+)*(?:\s+[^\W\d_]+)?" for name in ("wrong", "right"))
    wrong, right = f"{wrong}?)", f"{right})"
    deed, into = either(words["ganti"]), either(words["jadi"])
    tail = rf"[\s,]*{beside}\W*"
    return (
        re.compile(rf"{beside}{wrong}{told}\s+(?:{deed})\s+(?:(?:{into})\s+)?{right}{tail}", re.IGNORECASE),
        re.compile(rf"{beside}(?:{deed})\s+{wrong}{told}\s+(?:{into})\s+{right}{tail}", re.IGNORECASE),
    )
