"""What leads to the results of a meeting in a sentence, and its lines as parts of one."""

import re

from bot.core.forms.writing import key_of
from bot.work.visit import Visit

_ASIDE = re.compile(r"\(([^()\d]+)\)")  # "4 ditolak (lahan sengketa)"


def says_results(visit: Visit, text: str) -> bool:
    """Whether it begins by saying that results follow: "hasil: 1 dibawa terus 2 cadangan"."""
    opening = visit.office.catalog.world.numbering["pembuka"]
    words = [key_of(word) for word in text.split()]
    before = words[: next((at for at, word in enumerate(words) if word not in opening), len(words))]
    return not visit.office.catalog.world.numbering["hasil"].isdisjoint(before)


def without_opening(visit: Visit, text: str) -> str:
    """Without what leads to the first of them: "hasil musrenbang kecamatan: …", "eh salah, yang 8 …". A no is one only
    before a comma: "tidak, 8 dibawa"."""
    opening, refusing = (visit.office.catalog.world.numbering[sort] for sort in ("pembuka", "bukan"))
    words = text.split()
    while len(words) > 1 and (key_of(words[0]) in opening or (words[0].endswith(",") and key_of(words[0]) in refusing)):
        words = words[1:]
    return " ".join(words)


def in_one_line(text: str) -> str:
    """A line is a part of it, and what stands in brackets a reason; a heading above the numbers ("hasil musrenbang
    desa:") is none."""
    lines = [line.strip() for line in _ASIDE.sub(r"karena \1", text).split("\n") if line.strip()]
    while len(lines) > 1 and not any(letter.isdecimal() for letter in lines[0]):
        lines = lines[1:]
    return ", ".join(line.rstrip(",;.") for line in lines)
