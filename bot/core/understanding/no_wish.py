"""What is no wish though it sounds like one, where it is asked what is hoped for: one thing of several that is given up
("yg lampu batal saja"), and a question about what is written ("berapa pedagang ditulis di situ")."""

import re
from collections.abc import Iterable
from itertools import pairwise

from bot.core.forms.world import World

_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_CLAUSE = re.compile(r"[,.;!?\n]+")
_TAILS = ("nya", "na", "mi", "kah")
_LONGEST = 8  # words; what is longer tells something
_SHORTEST = 3  # letters of a word that names something


def gives_up(text: str, told: Iterable[str], world: World) -> bool:
    """Whether all of it gives up one thing that is named: pointed at, or told before (`told`: the words so far)."""
    clauses = [clause for clause in map(_words, _CLAUSE.split(text)) if clause]
    known = {word for words in told for word in map(_bare, _words(words))}
    short = sum(map(len, clauses)) <= _LONGEST
    return bool(clauses) and short and all(_gives_up(clause, known, world) for clause in clauses)


def _gives_up(words: list[str], known: set[str], world: World) -> bool:
    sorts, said = world.wishing, f" {' '.join(words)} "
    plain = {word for phrase in sorts["urung"] if f" {phrase} " in said for word in phrase.split()}
    only_pointed = {word for word in words if word in sorts["urung_yang"]}
    polite = world.oneself | world.nodding | sorts["iringan"] | plain | only_pointed
    names = [word for word in words if word not in polite and len(word) >= _SHORTEST]
    if (not plain and not only_pointed) or not names or not sorts["tujuan"].isdisjoint(words):
        return False
    pointed = {after for before, after in pairwise(words) if before in sorts["penunjuk"]} - sorts["bukan_barang"]
    return bool(pointed.intersection(names)) or (bool(plain) and [_bare(name) in known for name in names] == [True])


def asks_what_is_written(text: str, world: World) -> bool:
    """Whether somebody asks, in few words, what stands there."""
    sorts, words = world.wishing, _words(text)
    asking = sorts["menanyakan"]
    asks = "?" in text or any(word in asking or word.endswith("kah") for word in words)
    return asks and len(words) <= _LONGEST and any(_bare(word) in sorts["tercatat"] for word in words)


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())


def _bare(word: str) -> str:
    """The word without what has grown to it."""
    return next((word.removesuffix(tail) for tail in _TAILS if word.endswith(tail) and len(word) > len(tail) + 3), word)
