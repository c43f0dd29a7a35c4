"""A list of guests: pasted as text, or a spreadsheet; who is in it is read afterwards, and shown before it is kept."""

from dataclasses import dataclass
from typing import Any

from bot.core.forms.heard import Heard, Sent, Typed
from bot.core.forms.questions import Ask, Reading, Refused, Took
from bot.core.forms.say import Words
from bot.core.forms.writing import measure, not_this, printable

TAKES = frozenset({"document"})
#: Not FREE: a list may hold a line that sounds like a question.
_LARGEST = 5_000_000  # bytes


@dataclass(frozen=True, slots=True)
class Params:
    """`longest`: characters that one message of the messenger holds, and no more."""

    longest: int = 4000


def read(ask: Ask, heard: Heard) -> Reading:
    if isinstance(heard, Typed):
        text = printable(heard.text).strip()
        return measure(text, 2, ask.question.params.longest) or Took({"text": text})
    if not isinstance(heard, Sent) or heard.what != "document" or heard.file is None:
        return Refused(not_this(heard))
    if heard.file.size > _LARGEST:
        return Refused(Words("mesin.berkas_terlalu_besar"))
    return Took({"file_id": heard.file.file_id})


def holds(_ask: Ask, value: Any) -> bool:
    return isinstance(value, dict) and bool({"text", "file_id"} & value.keys())


def show(_ask: Ask, value: Any) -> str | Words:
    return str(value.get("text", ""))
