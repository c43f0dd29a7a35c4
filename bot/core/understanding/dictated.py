"""Marks that somebody dictated as words: "papannya lapuk titik anak sekolah lewat situ titik"; and the comma of who
speaks to us in the middle of what they tell: "soal air nak yang merasakan semua warga"."""

import re

from bot.core.forms.world import World
from bot.core.understanding.tongue import tongue_of

_WORDS = re.compile(r"\s*\S+")
_FEWEST = 2  # marks, where none stands at the end
_OWN = re.compile(r"[.;?!](?:\s|$)")  # who writes marks dictates none
_ANY = re.compile(r"[,;:?!.](?:\s|$)")
_AROUND = 2  # words, at least, on both sides of a form of address


def with_marks(text: str, world: World) -> str:
    """The same with the marks themselves; as it was where "titik" may be a spot, or a part of a number."""
    return _with_commas(_with_dictated(text, world), world)


def _with_commas(text: str, world: World) -> str:
    """Behind a form of address in the middle, where there is no mark of their own; not where it counts children."""
    between = world.dictated["sela"]
    if between.isdisjoint(text.lower().split()) or _ANY.search(text):
        return text
    words = _WORDS.findall(text)
    atoms = tongue_of(world.spellings).speech.numerals.atoms_of
    for at in range(_AROUND, len(words) - _AROUND):
        before = words[at - 1].strip().lower()
        if words[at].strip().lower() in between and not any(map(str.isdecimal, before)) and not atoms(before):
            words[at] += ","
    return "".join(words)


def _with_dictated(text: str, world: World) -> str:
    marks = world.dictated
    if marks["titik"].isdisjoint(text.lower().split()) or _OWN.search(text):
        return text
    words = _WORDS.findall(text)
    said = [_mark(words, at, world) for at in range(len(words))]
    if any(said) and words[-1].strip().lower() in marks["titik"]:
        said[-1] = "."  # "… rusak sejak 2023 titik", behind others
    if not said[-1] and sum(map(bool, said)) < _FEWEST:
        return text
    return "".join(mark or word for mark, word in zip(said, words, strict=True))


def _mark(words: list[str], at: int, world: World) -> str:
    """The mark that this word is; none behind a number, or "berapa"."""
    word, before = words[at].strip().lower(), words[at - 1].strip().lower() if at else ""
    mark = next((sign for name, sign in (("titik", "."), ("koma", ",")) if word in world.dictated[name]), "")
    counted = before in world.dictated["hitungan"] or any(map(str.isdecimal, before)) or not before
    counted = counted or bool(tongue_of(world.spellings).speech.numerals.atoms_of(before))
    return "" if counted else mark
