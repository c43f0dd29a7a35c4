"""Lists as they are pasted: numbered, with bullets, in bold, with the messenger's stamps, telephone numbers and blank
lines. What is left of a line is somebody's."""

import re
from collections.abc import Sequence

#: "[12/01/27 09.12] Rahman: " and "12/01/2027 09.12 - Rahman: ", as WhatsApp writes before what is copied from it.
_STAMP = re.compile(
    r"^\s*\[?\d{1,2}[/.]\d{1,2}[/.]\d{2,4},?\s+(?:pukul\s+)?\d{1,2}[.:]\d{2}(?:[.:]\d{2})?\s*(?:[ap]m)?\]?"
    r"\s*-?\s*[^:]{1,40}:\s",
    re.IGNORECASE,
)
_MARK = re.compile(r"^\s*(?:(?:\d\ufe0f?\u20e3)+|\d{1,3}\s*[.)/-](?=\D)|[-–—•·▪◦➤➢✓✔✅☑>*#]+)\s*")
_DECORATION = re.compile(r"[*_~\u200d-\u200f\u2060\ufe0f\U0001f300-\U0001faff]")
#: A telephone number is nobody's business in a list of guests, and is not kept.
_TELEPHONE = re.compile(r"(?<!\w)\(?(?:\+?62|0)[\d\s().-]{7,}\d")
_PARTS = re.compile(r"[,;|\t()]|\s[-–—]+\s?|[-–—]+\s|\s?[–—]+\s|:\s|:$|\s=\s")
_END = re.compile(r"^([^.]*?)[. ]+$")  # of a sentence: "S.Pd." keeps its dots
_EMPHASIS = re.compile(r"^\s*[*_]{1,3}[^*_]+[*_]{1,3}\s*$")


def is_marked(line: str) -> bool:
    """Whether it is a line of a list: numbered, or with a bullet."""
    return bool(_MARK.match(_STAMP.sub("", line)))


def lead_of(lines: Sequence[str]) -> int:
    """How many stand above a list whose lines are numbered, or have bullets: nobody's, unless somebody is addressed."""
    marked = [at for at, line in enumerate(lines) if is_marked(line)]
    return marked[0] if len(marked) > 1 else 0


def bare(line: str) -> str:
    """What was written, without what the messenger or the hand put around it."""
    line = _STAMP.sub("", line)
    while (less := _MARK.sub("", line, count=1)) != line:
        line = less
    return _TELEPHONE.sub(" ", _DECORATION.sub("", line)).strip()


def telephones_in(text: str) -> int:
    """How many telephone numbers are left out."""
    return len(_TELEPHONE.findall(text))


def parts_of(line: str) -> list[str]:
    """Of a bare line: "Hj. Salmiah - PKK" and "Hj. Salmiah (PKK)" say the same as "Hj. Salmiah, PKK"."""
    return [_END.sub(r"\1", part.strip().lstrip(".")) for part in _PARTS.split(line)]


def is_a_heading(line: str) -> bool:
    """Whether a line stands above others: in bold, or with a colon at its end."""
    return bool(_EMPHASIS.match(line)) or line.rstrip(" *_").endswith(":")
