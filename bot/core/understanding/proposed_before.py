"""Whoever tells that it was proposed before ("dari tahun lalu sdh diusulkan") tells something; whoever asks what became
of it ("kenapa tahun lalu tidak jadi") asks."""

import re

from bot.core.forms.world import World
from bot.core.spelt import one_of

_LONGEST = 25  # words
_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_TAIL = "kah"


def tells_of_before(text: str, world: World) -> bool:
    """Whether it says, and does not ask, that something was proposed."""
    sorts = world.proposing
    words = _WORD.findall(text.lower())
    if not sorts or "?" in text or not 0 < len(words) <= _LONGEST:
        return False
    asks = any(word in sorts["bertanya"] or has_asking_tail(word, world) for word in words)
    said = " ".join(words)
    return not asks and all(one_of(sorts[sort]).search(said) for sort in ("usul", "dahulu"))


def has_asking_tail(word: str, world: World) -> bool:
    """ "Bisakah", and "langkah" not."""
    return word.endswith(_TAIL) and word not in world.proposing["bukan_kah"]


def told_besides(text: str, world: World) -> int:
    """How many words of it tell something else."""
    sorts = world.proposing
    around = {word for sort in ("usul", "dahulu", "iringan") for phrase in sorts[sort] for word in phrase.split()}
    return sum(word not in around for word in _WORD.findall(text.lower()))
