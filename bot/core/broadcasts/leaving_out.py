"""A part of the text of an announcement that is to go: "kalimat paling lambat jumat itu jangan ikut", "yg soal konsumsi
dihapus saja", "kalimat terakhir tidak usah"."""

import re
from collections.abc import Sequence
from itertools import pairwise

from bot.core.forms.world import World
from bot.core.forms.writing import bare, key_of
from bot.core.spelt import one_of

_LONGEST = 30  # words
_SENTENCE = re.compile(r"(?<=[.!?;])\s+|\s*\n\s*")
_GAP = r"(?:[^\w<]|<[^<>]*>)+"
_FEW = 2  # words that name a sentence, and are none of their own
#: The last sentence, the first, the second.
_PLACES = ("kalimat_terakhir", "kalimat_pertama", "kalimat_kedua")
Span = tuple[int, int]


def named_in(text: str, world: World) -> str | None:
    """The words by which the part is named; None where nothing is to go."""
    gone = one_of(world.of_news["jangan_ikut"]).sub(" ", text)
    words = [word for word in gone.split() if key_of(word) not in world.taking_out["kata"]]
    is_order = gone != text or len(words) < len(text.split())
    if not is_order or "?" in text or len(text.split()) > _LONGEST:
        return None
    beside = world.taking_out["iringan"] | world.taking_out["soal"] | world.of_news["tulisan"]
    named = bare(words, beside.difference(*(world.of_news[counted] for counted in _PLACES)))
    return " ".join(named).strip(' ,.;:"“”') or None


def without(html: str, named: str, world: World) -> tuple[str, str] | None:
    """What goes, and the text without it: these very words; or the only sentence that has them all, or is counted so.
    None where that is not clear, or nothing is left."""
    words, parts = re.findall(r"\w+", named), _parts(html)
    very = re.compile(rf"\b{_GAP.join(map(re.escape, words))}\b[.,;!]?\s*", re.IGNORECASE)
    found = [one.span() for one in very.finditer(html)]
    if len(found) != 1 or len(words) <= _FEW:
        found = _counted(parts, named, world) or [span for span in parts if _holds(html[slice(*span)], named)]
    if len(found) != 1:
        return None
    start, end = found[0]
    gone, left = html[start:end].strip(), f"{html[:start]}{html[end:]}".strip(" ,;\n")
    return (gone, left) if key_of(left) and gone.count("<") == 2 * gone.count("</") else None


def _parts(html: str) -> list[Span]:
    ends = [*(one.end() for one in _SENTENCE.finditer(html)), len(html)]
    return [(start, end) for start, end in pairwise((0, *ends)) if html[start:end].strip()]


def _counted(parts: Sequence[Span], named: str, world: World) -> list[Span]:
    at = next((at for at, words in enumerate(_PLACES) if key_of(named) in world.of_news[words]), None)
    return [parts[at - 1]] if at is not None and len(parts) > max(at, 1) else []


def _holds(sentence: str, named: str) -> bool:
    return set(re.findall(r"\w+", key_of(named))) <= set(re.findall(r"\w+", key_of(sentence)))
