"""A figure that is not to be: "tidak jadi 28, 32 rumah" denies it as "bukan 28, 32 rumah" does."""

import re

from bot.core.forms.world import World
from bot.core.spelt import either


def as_denied(text: str, world: World) -> str:
    """The same text with the word that denies; of what is no figure nothing is said."""
    words = world.taking_back
    undone = either(words["sebelum_angka"])
    denies = next(iter(words["menyangkal"]), "")
    if not undone or not denies:
        return text
    return re.sub(rf"\b(?:{undone})(?=\s+\d)", denies, text, flags=re.IGNORECASE)
