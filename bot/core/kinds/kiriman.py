"""Things sent to show something: photos, files of any sort, a voice; one by one or as an album."""

from dataclasses import dataclass
from typing import Any

from bot.core.forms.heard import Heard, Sent
from bot.core.forms.questions import Ask, Reading, Refused, Took
from bot.core.forms.say import Words
from bot.core.forms.writing import not_this
from bot.core.kinds.photos import HEAVIEST

TAKES = frozenset({"photo", "document", "voice"})
GATHERS = True
KEPT_AS = "mesin.kiriman_disimpan"


@dataclass(frozen=True, slots=True)
class Params:
    most: int = 5


def read(ask: Ask, heard: Heard) -> Reading:
    if not isinstance(heard, Sent):
        return Refused(Words("mesin.butuh_kiriman"))
    if heard.what not in TAKES or heard.file is None:
        return Refused(not_this(heard))
    if heard.file.size > HEAVIEST:
        return Refused(Words("mesin.berkas_terlalu_besar"))
    kept, most = list(ask.mine or ()), ask.question.params.most
    if len(kept) >= most:
        return Refused(Words("mesin.kiriman_penuh", {"batas": most}))
    return Took([*kept, {"what": heard.what, **heard.file.to_json()}])


def holds(_ask: Ask, value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(one, dict) and "what" in one for one in value)


def show(_ask: Ask, value: Any) -> str | Words:
    counted = {what: sum(one["what"] == what for one in value) for what in sorted(TAKES)}
    return Words(
        "mesin.isi_kiriman",
        {"foto": counted["photo"], "berkas": counted["document"], "suara": counted["voice"]},
    )
