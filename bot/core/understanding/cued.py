"""Clauses of a message that begin with the words of another question: "yang merasakan ibu-ibu"."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from bot.core.spelt import Spellings, either
from bot.core.understanding.choosing import CLAUSE, tokens_of, words_of
from bot.core.vocabulary import Vocabulary


def beside_in(text: str, cues: Spellings) -> tuple[str, str] | None:
    """The clauses that begin with such a word, or hold it, and what is left without them; None when none does."""
    wanted = _wanted(cues)
    parts = _parts_of(text)
    mine = [part for part, words in parts if _holds(words, wanted)]
    if not mine:
        return None
    return " ".join(mine), "".join(part for part, _ in parts if part not in mine).strip()


@lru_cache(maxsize=64)
def _wanted(cues: Spellings) -> Mapping[str, frozenset[tuple[str, ...]]]:
    """By their first words."""
    told = [words for words in map(words_of, cues) if words]
    return {first: frozenset(one for one in told if one[:1] == (first,)) for first, *_ in told}


@lru_cache(maxsize=8)
def _parts_of(text: str) -> Sequence[tuple[str, Sequence[str]]]:
    """Every question of a form looks for its own words in the clauses of a message: they are cut once."""
    return tuple((part, tokens_of(part)) for part in CLAUSE.findall(text))


def _holds(words: Sequence[str], wanted: Mapping[str, frozenset[tuple[str, ...]]]) -> bool:
    return any(
        tuple(words[at : at + len(one)]) == one
        for at, word in enumerate(words)
        if word in wanted
        for one in wanted[word]
    )


def of_all_ages(text: str, words: Vocabulary) -> str:
    """ "Dari bayi sampai kakek": everybody, and not only the two that are named."""
    return _ages(words).sub(f" {words.choices.all[0]} ", text)


@lru_cache(maxsize=8)
def _ages(words: Vocabulary) -> re.Pattern[str]:
    young, old = either(words.choices.young), either(words.choices.old)
    until = either(words.common.range)
    return re.compile(rf"\b(?:(?:dari|mulai)\s+)*(?:{young})\s+(?:{until})\s+(?:{old})(?:nya)?\b", re.IGNORECASE)
