"""What a draft is about, in a line: for whoever comes back to it."""

from collections.abc import Mapping
from typing import Any

from bot.core.forms.writing import in_short
from bot.core.records import Conversation
from bot.core.wilayah import hamlet_name
from bot.work.office import Office

_FIRST = 60  # characters of a story that say which one it was
_TELLS = ("answers", "pending", "about")  # parts of a draft
#: Of these what tells nothing: the place of last time, what was not understood, which sent usulan it was begun after.
_EMPTY = frozenset({"given", "unsure", "refused", "terkirim"})


def where_left(office: Office, conversation: Conversation) -> dict[str, str]:
    """What a draft is about: the place and the first words of the story. Not of a danger or of somebody who keeps
    away from this telephone: whoever else looks at it reads them, too."""
    answers = {key: answer["value"] for key, answer in conversation.state.get("answers", {}).items()}
    place = ", ".join(hamlet_name(answers[key]) for key in ("dusun", "desa") if answers.get(key))
    words = " ".join(str((answers.get("cerita") or {}).get("text") or "").split())
    is_private = conversation.state.get("about", {}).get("suara", {}).get("directly")
    if is_private or office.catalog.danger.find(words):
        return {"tempat": "", "awal": ""}
    return {"tempat": place, "awal": in_short(words, _FIRST)}


def tells_anything(state: Mapping[str, Any]) -> bool:
    """Whether anything was told in a draft: one that is empty is none, and nobody is asked after it."""
    return any(set(state.get(part) or ()) - _EMPTY for part in _TELLS)
