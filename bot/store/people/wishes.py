"""The wish to be forgotten."""

import json

from bot.core.names import NAMELESS
from bot.store.turn import Turn


def ask(turn: Turn, *, with_words: bool, farewell: int) -> None:
    """Whoever speaks is forgotten once the promise `farewell` has left. `with_words`: their usulan go, too."""
    person = turn.speaker
    names = [person.name] if person.name != NAMELESS else []
    who = {"person_id": person.id, "address": person.address, "names": json.dumps(names)}
    turn.put("erasure", **who, asked_at=turn.now, with_words=with_words, farewell=farewell, erased_at=None)
