"""Where the words and files of an usulan come from: which message said what, and which photo or voice belongs to which
answer."""

from typing import Any

from bot.core.forms.state import State
from bot.core.kinds.juga import VOICES
from bot.store.usulan import media
from bot.store.usulan import usulan as stored
from bot.work.usulan.voices import kept_names
from bot.work.usulan.voices.unnamed import KEPT_AWAY
from bot.work.visit import Visit

_BESIDES = "juga"


def keep_sources(visit: Visit, usulan_id: int, state: State, answers: dict[str, Any]) -> None:
    """Remember which message said what, so that editing it later corrects the usulan. A photo with words under it
    answered two questions: an edit changes its words; what was kept besides an answer stays. So do traces of names."""
    said: dict[int, str] = {}
    told = [key for key in state.answers if key in answers]
    for key in sorted(told, key=lambda key: (key != _BESIDES, "text" in answers[key])):
        said |= dict.fromkeys(state.answers[key].messages, key)
    for message, key in said.items():
        stored.said(visit.turn, usulan_id, key, message)
    kept_names.note(visit, usulan_id, state.about.get(KEPT_AWAY, ()))


def _picture(file: dict[str, Any]) -> str:
    """A picture that came as a `file` has no size in pixels; Telegram sends it on only as a file again."""
    return "file" if file.get("width") == 0 else "photo"


def media_in(answers: dict[str, Any]) -> list[tuple[str, str, dict[str, Any]]]:
    """(question, kind, file) of every photo and voice in the answers; kind: photo, file (a picture, too) or voice."""
    found = []
    for key, value in answers.items():
        if isinstance(value, dict) and isinstance(value.get("voice"), dict):
            found.append((key, "voice", value["voice"]))
        if isinstance(value, dict):
            found += [(key, "voice", voice) for voice in value.get(VOICES, ())]
        if isinstance(value, list):
            found += [(key, _picture(file), file) for file in value if isinstance(file, dict) and "file_id" in file]
    return found


def keep_media(visit: Visit, usulan_id: int, answers: dict[str, Any]) -> None:
    for question, kind, file in media_in(answers):
        media.keep(visit.turn, usulan_id, question, kind, file)
