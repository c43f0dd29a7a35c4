"""What is said to be wrong in words that sound like a question as a whole: "jalan rusak, bagaimana caranya lapor"."""

import re

from bot.core.forms.world import World
from bot.core.forms.writing import is_question, key_of
from bot.core.understanding.where.hamlets import is_complaint

_FEWEST = 2  # words
_CLAUSE = re.compile(r"[^.,;:!\n]+[.,;:!\n]*")


def complaints(text: str, world: World) -> str:
    """The clauses that say what is wrong, ask nothing and do nothing; also "lampu mati di Tuncung kapan diperbaiki"."""
    clauses = [one.strip(" .,;:!\n") for one in _CLAUSE.findall(text)]
    return ", ".join(
        one for one in clauses if _complains(one, world) or _complains(_ahead_of_asking(one, world), world)
    )


def _complains(clause: str, world: World) -> bool:
    words, ear = key_of(clause).split(), world.ear
    if len(words) < _FEWEST or not any(is_complaint(word, world) for word in words) or ear is None:
        return False
    return not is_question(clause, world, free=False) and not ear.hear(clause, "consent").done


def _ahead_of_asking(clause: str, world: World) -> str:
    """What stands ahead of the word that asks; empty where none does, and where it is about what was sent."""
    words = clause.split()
    at = next((at for at, word in enumerate(words) if f"{key_of(word)} " in world.asking), 0)
    is_sent = not world.own_matters["usulan"].isdisjoint(map(key_of, words[:at]))
    return "" if is_sent else " ".join(words[:at])
