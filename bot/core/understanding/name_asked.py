"""Whose name stands with what is told: "betul ji tidak ada namaku di situ?", "siapa nama yg tercatat, sy atau indo
sitti?". Pure."""

import re

from bot.core.forms.world import World
from bot.core.spelt import one_of

_LONGEST = 12  # words


def asks(world: World, text: str) -> bool:
    words, said = world.seen_by, " ".join(re.findall(r"[\w-]+", text.lower()))
    spoken = said.split()
    if not words or not 1 < len(spoken) <= _LONGEST or one_of(words["bukan_di_sini"]).search(said):
        return False
    of_whom = one_of(words["nama_siapa"]).search(said)
    own = one_of(world.own_name["nama"]).search(said)
    is_question = "?" in text or not words["tanya"].isdisjoint(spoken) or spoken[-1] in words["akhir"]
    return bool(of_whom or own) and is_question and one_of(words["berdiri"]).search(said) is not None
