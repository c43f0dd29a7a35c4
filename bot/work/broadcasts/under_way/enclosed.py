"""What somebody writes about an announcement, with the file that comes along: passed on by the id under which Telegram
keeps it."""

from typing import Any

from bot.core.forms.heard import Sent, Typed
from bot.core.forms.say import Words
from bot.core.hours import quiet_until
from bot.store.people.people import Addressee
from bot.work.visit import Visit

#: How a file is passed on: what it is -> the method and the name of its parameter.
_CALLS = {"photo": ("sendPhoto", "photo"), "voice": ("sendVoice", "voice"), "document": ("sendDocument", "document")}
_VOICE = "audio/ogg"  # other sound is no voice note to Telegram, and is not sent as one


def can_be_sent(heard: Sent) -> bool:
    """What Telegram keeps for us and sends on by its id."""
    return heard.file is not None and heard.what in _CALLS and (heard.what != "voice" or heard.file.mime == _VOICE)


def words_of(heard: Typed | Sent) -> str:
    return heard.text if isinstance(heard, Typed) else heard.caption or ""


def kept(visit: Visit, heard: Typed | Sent) -> str:
    """The words, or what kind of file it was."""
    words = words_of(heard)
    return words if words or isinstance(heard, Typed) else visit.label(Words(f"siaran_balasan_{heard.what}"))


def send(visit: Visit, to: Addressee, heard: Sent, **more: Any) -> None:
    """Without a sound where it is night."""
    assert heard.file is not None
    method, name = _CALLS[heard.what]
    params = {"chat_id": to.address, name: heard.file.file_id} | more
    if quiet_until(visit.office.local(visit.now)) is not None:
        params["disable_notification"] = True
    visit.turn.send(method, params, chat=to.address, person_id=to.id)
