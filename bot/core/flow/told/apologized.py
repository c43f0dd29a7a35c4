"""Whoever puts something right may be ashamed: "maaf pak tadi sy bohong, …". Readers get what is right, and no
confession."""

import re
from functools import lru_cache

from bot.core.forms.world import World
from bot.core.forms.writing import key_of
from bot.core.spelt import either

_LONGEST = 14  # words; what is longer tells a story
_CLAUSES = re.compile(r"(?<=[,.;!\n])\s*")
_SENTENCE_END = re.compile(r"[,.;!\s]+$")


def said_plainly(text: str, world: World) -> str:
    """A correction alone, in one piece."""
    return denied_in_one(_without_what_stays(without_apology(text, world), world), world)


def _without_what_stays(text: str, world: World) -> str:
    """ "Miskinnya saja 12, panjang tetap": nothing is said of the length."""
    found = _staying(world.apologies["tetap"]).search(text)
    return text[: found.start()] if found and any(map(str.isdecimal, text[: found.start()])) else text


@lru_cache(maxsize=2)
def _staying(stays: frozenset[str]) -> re.Pattern[str]:
    return re.compile(rf"\s*[,.;]\s*(?:[^\W\d_]+\s+){{1,3}}(?:{either(stays)})\W*$", re.IGNORECASE)


def without_apology(text: str, world: World) -> str:
    """Without the clauses at its beginning or end that ask for nothing but pardon, where what is left says what is
    wrong; whole anywhere else: "bohong semua itu" tells something."""
    told = world.apologies
    if (told["maaf"] | told["mengaku"]).isdisjoint(key_of(text).split()):
        return text
    clauses = [one for one in _CLAUSES.split(text) if one]
    kept = clauses[:]
    while kept and _asks_pardon(kept[0], world):
        kept = kept[1:]
    while kept and _asks_pardon(kept[-1], world):
        kept = kept[:-1]
    left = " ".join(kept)
    if not kept or kept == clauses or world.ear is None or not world.ear.denied(left):
        return text
    return left if kept[-1] is clauses[-1] else _SENTENCE_END.sub("", left)


def _asks_pardon(clause: str, world: World) -> bool:
    """ "Minta maaf sy lebih2kan tadi itu": all of it, and of oneself."""
    words, told = {*key_of(clause).split()}, world.apologies
    is_owned = not told["maaf"].isdisjoint(words) or (
        not told["mengaku"].isdisjoint(words) and not told["saya"].isdisjoint(words)
    )
    return is_owned and told["maaf"] | told["mengaku"] | told["saya"] | told["iringan"] >= words


def denied_in_one(text: str, world: World) -> str:
    """ "Bukan 200 KK. Cuma 35 KK yg betul" is one correction: what only denies a number belongs to that behind it."""
    not_so, right = world.apologies["bukan"], world.apologies["yang_benar"]
    may_be = len(text.split()) <= _LONGEST and any(mark in text for mark in ".;!\n")
    return _denial(not_so, right).sub(r"\1, ", text) if may_be else text


@lru_cache(maxsize=4)
def _denial(not_so: frozenset[str], right: frozenset[str]) -> re.Pattern[str]:
    denies = rf"\b((?:{either(not_so)})\s+\d[\d.,]*(?:\s+[^\W\d_]+){{0,2}})\s*[.;!\n]+\s*"
    return re.compile(rf"{denies}(?=(?:{either(right)})\b[^.;!?\n]*\d)", re.IGNORECASE)
