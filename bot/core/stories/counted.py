"""Words that are nothing but a count: "ada 40 kk pak", "sekitar 200 m". Wherever they are said they answer the question
that counts such things, and are no story and no wish."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from bot.core.spelt import either
from bot.core.understanding.counts import keep
from bot.core.understanding.results import Understood
from bot.core.understanding.sizes import keep as keep_volume
from bot.core.understanding.tokens import Token, tokenize
from bot.core.understanding.tongue import Tongue

_LONGEST, _FEW = 12, 4  # words
_COUNTED = frozenset({"person", "family", "poor", "male", "female", "house"})
_AROUND = frozenset({"num", "often", "about", "all", "bound", "range", "between", "sep", "whole", "rest", "twice"})
_SEXES = frozenset({"male", "female"})
_PART = "part"  # of the people: "45 balita"
_MEASURED = frozenset({"length", "wide"})
_BESIDE = _AROUND | {"side", "times"}
_POOR, _ALL, _SIZE = "kurang_mampu", "jumlah", "ukuran"


def counted(text: str, tongue: Tongue) -> Mapping[str, Any]:
    """The answers, by their sort; empty where a word says more than how many or how big. A bare number counts
    nothing."""
    if len(text.split()) > _LONGEST or "?" in text or not has_number(text, tongue):
        return {}
    text = _without_use(text, tongue)
    return _people(text, tongue) or _size(text, tongue)


def _without_use(text: str, tongue: Tongue) -> str:
    """ "35 orang yang pakai itu jalan", "yang lewat situ 60 orang": what those who are counted do tells no more."""
    left = _use(tongue).sub(" ", text)
    return left if has_number(left, tongue) else text


@lru_cache(maxsize=8)
def _use(tongue: Tongue) -> re.Pattern[str]:
    words = tongue.words
    number = rf"\d|(?:{either((*words.numbers.digits['1'], *tongue.speech.numerals.long_words))})\b"
    around = rf"{number}|(?:{either((*words.common.about, *words.common.more, *words.people.there_is))})\b"
    uses = rf"\b(?:{either(words.common.which)})\s+(?:{either(words.people.uses)})\b"
    more = rf"(?:\s+(?!{around})[^\W\d]+)"
    return re.compile(rf"^\s*{uses}{more}{{0,4}}(?=\s)|\s{uses}{more}{{0,5}}\s*$", re.IGNORECASE)


def tells_count(text: str, tongue: Tongue) -> bool:
    """Whether somebody or something is counted or measured here, clearly or not: "45 balita, 20 lansia"."""
    if len(text.split()) > _LONGEST or not has_number(text, tongue):
        return False
    grammars = ((tongue.people_grammar, _COUNTED | {_PART}), (tongue.volume_grammar, _MEASURED))
    kinds = [({token.kind for token in tokenize(text, grammar.words)}, units) for grammar, units in grammars]
    return any("num" in told and bool(told & units) for told, units in kinds)


def names_people(text: str, tongue: Tongue) -> bool:
    """ "Pedagang", "lansia": nothing but a word for people."""
    if len(text.split()) > _FEW:
        return False
    kinds = [token.kind for token in tokenize(text, tongue.people_grammar.words)]
    return bool(kinds) and set(kinds) <= {"person", _PART}


def counts_a_part(text: str, tongue: Tongue) -> bool:
    """ "10 anak sekolah": one group of people, who may be some of those that were counted."""
    return _is_one_part(tokenize(text, tongue.people_grammar.words))


def has_number(text: str, tongue: Tongue) -> bool:
    """Cheaply: most words that are said have none."""
    atoms = tongue.speech.numerals.atoms_of
    return any(word[0].isdecimal() or word[-1].isdecimal() or atoms(word) for word in text.lower().split())


def _people(text: str, tongue: Tongue) -> Mapping[str, Any]:
    tokens = tokenize(text, tongue.people_grammar.words)
    if not _is_only(tokens, _COUNTED, _AROUND) and not _is_one_part(tokens):
        return {}
    found = tongue.read_people(text)
    if not isinstance(found, Understood):
        return {}
    people = found.value
    alone = people.poor is not None and people.total is people.male is people.female is None
    if alone and people.poor == people.families:
        return {_POOR: keep(people.only_poor())}
    poor = {} if people.poor is None else {_POOR: keep(people.only_poor())}
    return {_ALL: keep(people), **poor}


def _size(text: str, tongue: Tongue) -> Mapping[str, Any]:
    if not _is_only(tokenize(text, tongue.volume_grammar.words), _MEASURED, _BESIDE):
        return {}
    found = tongue.read_volume(text)
    return {_SIZE: keep_volume(found.value)} if isinstance(found, Understood) else {}


def _is_one_part(tokens: list[Token]) -> bool:
    """ "Balita 45": those alone are who is meant. Two of such groups may be parts of one another."""
    kinds = [token.kind for token in tokens]
    return kinds.count(_PART) == kinds.count("num") == 1 and set(kinds) <= {_PART, "person", *_AROUND}


def _is_only(tokens: list[Token], units: frozenset[str], beside: frozenset[str]) -> bool:
    """Numbers, each with its unit, and nothing that tells of something else."""
    kinds = [token.kind for token in tokens]
    if len(_SEXES & set(kinds)) == 1:
        return False  # women alone may be the group that is meant
    return "num" in kinds and bool(units & set(kinds)) and set(kinds) <= units | beside
