"""What is said of houses beside a count: some of them are empty, in some of them two families live."""

import re
from functools import lru_cache

from bot.core.spelt import either
from bot.core.understanding.amounts.pieces import LONGEST
from bot.core.vocabulary import Vocabulary

_BEGINS = r"(?:^|[,.;(]|(?<=\s))\s*"
_NONE = "0"  # "kosong" is a number, too
_REST = r"[^,.;()\n]*\)?"


def without_vacant(text: str, words: Vocabulary) -> str:
    """ "12 KK baru ada 3 rumah kosong": nobody is counted in those. All of it, where nothing else is told."""
    return _without(_vacant(words), text)


def without_crowded(text: str, words: Vocabulary) -> str:
    """ "23 rumah, ada juga yang dua keluarga satu atap": the houses are counted, whoever lives in them."""
    return _without(_crowded(words), text)


def describes(text: str, words: Vocabulary) -> bool:
    """Whether something of the sort is said besides."""
    return without_vacant(text, words) != text or without_crowded(text, words) != text


def _without(pattern: re.Pattern[str], text: str) -> str:
    left = pattern.sub(" ", text) if len(text) <= LONGEST else ""
    return left if left.strip(" ,.;") else text


@lru_cache(maxsize=8)
def _vacant(words: Vocabulary) -> re.Pattern[str]:
    people, between = words.people, (*words.common.which, *words.stories.already, *words.days.this)
    empty = rf"(?:(?:{either(between)})\s+)*(?:{either((*people.vacant, *words.numbers.digits[_NONE]))})\b"
    house = rf"(?:{either(people.house)})(?:nya)?\s+{empty}"
    there_is = rf"(?:(?:{either(people.there_is)})\s+)?"
    return re.compile(rf"{_BEGINS}{there_is}(?:{_number(words)}\s+)+{house}{_REST}", re.IGNORECASE)


@lru_cache(maxsize=8)
def _crowded(words: Vocabulary) -> re.Pattern[str]:
    people = words.people
    some = rf"(?:{either(people.there_is)})\s+(?:(?:{either(people.house)})\s+)?(?:{either(words.common.which)})\b"
    families = rf"(?:{_number(words)})\s+(?:{either(people.family)})\b"
    return re.compile(rf"{_BEGINS}{some}[^,.;()\n]*?\b{families}{_REST}", re.IGNORECASE)


def _number(words: Vocabulary) -> str:
    spelt = (word for table in (words.numbers.digits, words.numbers.scales) for told in table.values() for word in told)
    return rf"(?:\d{{1,4}}|se(?:belas|puluh)|{either(spelt)})"
