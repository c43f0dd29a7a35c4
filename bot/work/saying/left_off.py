"""What a draft is about, in a line: for whoever comes back to it."""

from bot.core.forms.writing import in_short
from bot.core.records import Conversation
from bot.core.wilayah import hamlet_name
from bot.work.office import Office

_FIRST = 60  # characters of a story that say which one it was


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
