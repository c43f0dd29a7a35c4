"""Whether an officer asks about an announcement: then nothing is done by it."""

import re

from bot.core.forms.world import World
from bot.core.forms.writing import key_of
from bot.core.understanding.proposed_before import has_asking_tail


def asks(text: str, world: World) -> bool:
    """ "Bisa ji kah …", "jam 8 kah atau jam 9": it is answered, or asked back, and orders nothing."""
    words = [key_of(word) for word in re.findall(r"\w+", text)]
    is_either = not world.of_news["memilih"].isdisjoint(words)
    return "?" in text or is_either or any(has_asking_tail(word, world) for word in words)
