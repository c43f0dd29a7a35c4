"""Whether an officer asks about an announcement: then nothing is done by it; whether its author is spoken to."""

import re

from bot.core.forms.world import World
from bot.core.forms.writing import key_of
from bot.core.understanding.proposed_before import has_asking_tail


def asks(text: str, world: World) -> bool:
    """ "Bisa ji kah …", "jam 8 kah atau jam 9": it is answered, or asked back, and orders nothing."""
    words = [key_of(word) for word in re.findall(r"\w+", text)]
    is_either = not world.of_news["memilih"].isdisjoint(words)
    return "?" in text or is_either or any(has_asking_tail(word, world) for word in words)


def speaks_to_somebody(text: str, world: World) -> bool:
    """ "Sudah saya kumpul bu", "27 ji bu, tanggal 20 ada acara": at the beginning, or the end of what is said first,
    somebody is spoken to."""
    spoken, first = (re.findall(r"\w+", told) for told in (text.lower(), text.lower().partition(",")[0]))
    ends = (spoken[0], spoken[-1], *first[1:][-1:]) if spoken else ()
    return len(spoken) > 1 and not world.noting["sapaan"].isdisjoint(ends)
