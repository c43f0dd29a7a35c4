"""A question with choices in an announcement: "bisa ikut tanggal 20 atau 27?". Which there are, as its author says
it or as it stands in the text; and which of them an answer names."""

import re
from collections.abc import Sequence

from bot.core.forms.world import World
from bot.core.forms.writing import key_of

MOST, _FEWEST, _WORDS, _LETTERS = 6, 2, 3, 30
_QUESTION = re.compile(r"[^.!?\n]*\?")
_CLAUSE = re.compile(r"[,.;\n]+")
_LEAD = 6  # words before the choices


def in_text(text: str, world: World) -> tuple[str, ...]:
    """Those of its last question; empty where they do not stand there cleanly."""
    asked = _QUESTION.findall(text)
    words = asked[-1].strip(" ?").split() if asked else []
    at = next((at for at, word in enumerate(words) if 0 < at < len(words) - 1 and _parts(word, world)), 0)
    right = words[at + 1 :]
    if not at or len(right) > _WORDS:
        return ()
    left, more = words[max(at - len(right), 0) : at], list[str]()
    begin = at - len(left)
    while begin >= len(right) and words[begin - 1].endswith(","):
        more.insert(0, " ".join(words[begin - len(right) : begin]).strip(","))
        begin -= len(right)
    found = [*more, " ".join(left), " ".join(right)]
    if all(one.isdecimal() for one in found):
        head = words[begin - 1] if begin else ""
        found = [f"{head} {one}" for one in found] if head.isalpha() else []
    are_alike = len({word[:1].isdecimal() for word in (one.split()[0] for one in found)}) == 1
    return _clean(found) if are_alike and not any("," in one for one in found) else ()


def told(text: str, world: World) -> tuple[str, ...] | None:
    """ "Kasih tombol jawaban tanggal 20 dan 27", "yang diminta: pilih tanggal 20 / tanggal 27"; empty where none are
    named, None where no choices are spoken of."""
    known, words = world.of_news, re.sub(r"([:/])", r" \1 ", text).split()
    spoken = [key_of(word) for word in words]
    named = [at for at, word in enumerate(spoken[:_LEAD]) if word in known["tombol"]]
    lead = known["tombol"] | known["iringan"] | known["memberi"] | known["mintanya"]
    if not named or not lead.issuperset(filter(None, spoken[: named[-1]])):
        return None
    begin = next((at for at in range(named[-1] + 1, len(words)) if spoken[at] not in {"", *lead}), len(words))
    if ":" in words[begin:]:
        begin = words.index(":", begin) + 1
    while words[begin:] and key_of(words[-1]) in known["iringan"]:
        words.pop()
    parts = ("," if key_of(word) in known["sambung"] or word == "/" else word for word in words[begin:])
    return _headed(_clean(" ".join(parts).split(",")))


def chosen(text: str, choices: Sequence[str], world: World) -> int | None:
    """By the words that only one of them has, in the first part of the answer that names one and denies nothing: "27 ji
    bu, tanggal 20 ada acara"."""
    each = [set(key_of(one).split()) for one in choices]
    telling = [words - set[str]().union(*(each[:at] + each[at + 1 :])) for at, words in enumerate(each)]
    for clause in _CLAUSE.split(text):
        spoken = set(re.findall(r"\w+", key_of(clause)))
        found = [at for at, words in enumerate(telling) if words & spoken]
        if len(found) == 1 and spoken.isdisjoint(world.of_news["menyangkal"]) and "?" not in clause:
            return found[0]
        if found and "?" in clause:
            return None
    return None


def _parts(word: str, world: World) -> bool:
    return key_of(word) in world.of_news["memilih"]


def _headed(found: tuple[str, ...]) -> tuple[str, ...]:
    """ "Tanggal 20 dan 27": both are dates."""
    head = found[0].split()[0] if found and not found[0].split()[0].isdecimal() else ""
    is_short = bool(head) and len(found[0].split()) > 1 and all(one.split()[0].isdecimal() for one in found[1:])
    return (found[0], *(f"{head} {one}" for one in found[1:])) if is_short else found


def _clean(found: Sequence[str]) -> tuple[str, ...]:
    told = tuple(dict.fromkeys(one.strip(" .,;:?!") for one in found if one.strip(" .,;:?!")))
    return told if _FEWEST <= len(told) <= MOST and all(len(one) <= _LETTERS for one in told) else ()
