"""The words of an announcement as they were typed, bold and links with them; or one file with words under it. Whatever
they sound like, they are its words; only a short question to us and a control are none (flow/said_to_us.py)."""

import re
from dataclasses import dataclass
from html import escape, unescape
from typing import Any

from bot.core.forms.heard import Heard, Pressed, Sent
from bot.core.forms.questions import Ask, Reading, Refused, Took
from bot.core.forms.say import Words
from bot.core.forms.writing import key_of, measure, not_this, printable, units

TAKES = frozenset({"photo", "document", "voice"})
FREE = True
VERBATIM = True
_TAG = re.compile(r"<[^<>]*>")
_SHOWN = 160  # characters where it stands among other answers
_RECORDINGS = frozenset({"", "audio/ogg"})  # other sound cannot be sent on as a voice message


@dataclass(frozen=True, slots=True)
class Params:
    """Lengths in letters as the reader sees them, UTF-16 units: what stands around the words has to fit, too. `files`:
    whether one may come along."""

    longest: int = 3000
    longest_with_file: int = 800
    files: bool = True


def read(ask: Ask, heard: Heard) -> Reading:
    """`ask.about["berkas"]`: the words belong to a file that was sent before. Other words under a file leave the file
    there."""
    if isinstance(heard, Sent):
        return _read_file(ask, heard)
    if isinstance(heard, Pressed):
        return Refused(not_this(heard))
    html = html_of(heard.html, heard.text)
    media = ask.before.get("media") if isinstance(ask.before, dict) else None
    if media and key_of(heard.text) in ask.world.announced["tanpa"]:
        html, media = ask.before["html"], None
    wrong = _wrong_length(ask, html, with_file=bool(media or ask.about.get("berkas")))
    return wrong or measure(plain(html), 1, len(html)) or Took({"html": html, "media": media})


def _read_file(ask: Ask, heard: Sent) -> Reading:
    params: Params = ask.question.params
    if heard.what not in TAKES or heard.file is None or not params.files:
        return Refused(not_this(heard))
    if heard.what == "voice" and heard.file.mime not in _RECORDINGS:
        return Refused(Words("mesin.pesan_bukan_rekaman"))
    html = html_of(heard.html, heard.caption or "")
    media = {"what": heard.what, **heard.file.to_json()}
    return _wrong_length(ask, html, with_file=True) or Took({"html": html, "media": media})


def _wrong_length(ask: Ask, html: str, *, with_file: bool) -> Refused | None:
    params: Params = ask.question.params
    most, long = params.longest_with_file if with_file else params.longest, units(plain(html))
    why = "mesin.pesan_berkas_panjang" if with_file else "mesin.terlalu_panjang"
    return Refused(Words(why, {"batas": most, "panjang": long})) if long > most else None


def html_of(html: str, text: str) -> str:
    """As the messenger's own HTML; without any formatting that is the text itself."""
    return printable(html or escape(text, quote=False)).strip()


def plain(html: str) -> str:
    """As it is read."""
    return unescape(_TAG.sub("", html))


def holds(_ask: Ask, value: Any) -> bool:
    return isinstance(value, dict) and isinstance(value.get("html"), str)


def show(_ask: Ask, value: Any) -> str | Words:
    """Its beginning: whole it is seen before it is sent."""
    text, media = " ".join(plain(value["html"]).split()), value.get("media") or {}
    told = {"awal": text[:_SHOWN], "lebih": len(text) > _SHOWN, "berkas": media.get("what", "")}
    return Words("mesin.isi_pesan", told)
