"""A voice that was recorded, and nothing else."""

from typing import Any

from bot.core.forms.heard import Heard, Sent
from bot.core.forms.questions import Ask, Reading, Refused, Took
from bot.core.forms.say import Words
from bot.core.forms.writing import not_this

TAKES = frozenset({"voice"})


def read(_ask: Ask, heard: Heard) -> Reading:
    if not isinstance(heard, Sent):
        return Refused(Words("mesin.butuh_rekaman"))
    if heard.what not in TAKES or heard.file is None:
        return Refused(not_this(heard))
    return Took(heard.file.to_json())


def holds(_ask: Ask, value: Any) -> bool:
    return isinstance(value, dict) and bool(value.get("file_id"))


def show(_ask: Ask, value: Any) -> str | Words:
    return Words("mesin.isi_suara", {"detik": value["seconds"], "teks": ""})
