"""Up to a few photos, one by one or as an album."""

from dataclasses import dataclass
from typing import Any

from bot.core.forms.heard import FileRef, Heard, Sent
from bot.core.forms.questions import Ask, Reading, Refused, Took
from bot.core.forms.say import Words
from bot.core.forms.writing import clean, in_short, not_this

TAKES = frozenset({"photo", "document"})
GATHERS = True
KEPT_AS = "mesin.foto_disimpan"
_SHOWN = 300  # characters of what stands under a photo, on the review card
HEAVIEST = 20 * 1024 * 1024  # bytes a bot can fetch from Telegram
PICTURES = frozenset({"image/jpeg", "image/png", "image/webp"})


@dataclass(frozen=True, slots=True)
class Params:
    most: int = 3


def read(ask: Ask, heard: Heard) -> Reading:
    if not isinstance(heard, Sent):
        return Refused(Words("mesin.butuh_foto"))
    if not (heard.file and is_picture(heard.what, heard.file)):
        return Refused(not_this(heard))
    return _add(ask, heard.file, clean(heard.caption or ""))


def is_picture(what: str, file: FileRef) -> bool:
    """A photo, or a picture sent as a file by somebody who wants it sharp."""
    return what == "photo" or (what == "document" and file.mime in PICTURES)


def _add(ask: Ask, file: FileRef, caption: str) -> Reading:
    kept = list(ask.mine or ())
    if file.size > HEAVIEST:
        return Refused(Words("mesin.berkas_terlalu_besar"))
    if len(kept) >= ask.question.params.most:
        return Refused(Words("mesin.foto_penuh", {"batas": ask.question.params.most}))
    return Took([*kept, {**file.to_json(), **({"caption": caption} if caption else {})}])


def holds(_ask: Ask, value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(photo, dict) for photo in value)


def line(ask: Ask, value: Any) -> str | Words:
    """With what stands under them: whoever wrote it there reads that it arrived."""
    told = [in_short(photo["caption"], _SHOWN) for photo in value if photo.get("caption")]
    return Words("mesin.isi_foto_tulisan", {"foto": show(ask, value), "tulisan": told}) if told else show(ask, value)


def show(ask: Ask, value: Any) -> str | Words:
    return Words("mesin.isi_foto", {"jumlah": len(value), "batas": ask.question.params.most})
