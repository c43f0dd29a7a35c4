"""Words that are nothing but a count: "ada 40 kk pak", "sekitar 200 m". Wherever they are said they answer the question
that counts such things, and are no story and no wish."""

from collections.abc import Mapping
from typing import Any

from bot.core.understanding.counts import keep
from bot.core.understanding.results import Understood
from bot.core.understanding.tokens import Token, tokenize
from bot.core.understanding.tongue import Tongue
from bot.core.understanding.volume import keep as keep_volume

_LONGEST = 12  # words
_COUNTED = frozenset({"person", "family", "poor", "male", "female", "house"})
_AROUND = frozenset({"num", "about", "bound", "range", "between", "sep", "whole", "rest", "twice"})
_SEXES = frozenset({"male", "female"})
_MEASURED = frozenset({"length", "wide"})
_BESIDE = _AROUND | {"side", "times"}
_POOR, _ALL, _SIZE = "kurang_mampu", "jumlah", "ukuran"


def counted(text: str, tongue: Tongue) -> Mapping[str, Any]:
    """The one answer, by its sort; empty where a word says more than how many or how big. A bare number counts
    nothing."""
    if len(text.split()) > _LONGEST or "?" in text or not has_number(text, tongue):
        return {}
    return _people(text, tongue) or _size(text, tongue)


def has_number(text: str, tongue: Tongue) -> bool:
    """Cheaply: most words that are said have none."""
    atoms = tongue.speech.numerals.atoms_of
    return any(word[0].isdecimal() or word[-1].isdecimal() or atoms(word) for word in text.lower().split())


def _people(text: str, tongue: Tongue) -> Mapping[str, Any]:
    if not _is_only(tokenize(text, tongue.people_grammar.words), _COUNTED, _AROUND):
        return {}
    found = tongue.read_people(text)
    if not isinstance(found, Understood):
        return {}
    people = found.value
    alone = people.poor is not None and people.total is people.male is people.female is None
    if alone and people.poor == people.families:
        return {_POOR: keep(people.only_poor())}
    return {_ALL: keep(people)} if people.poor is None else {}


def _size(text: str, tongue: Tongue) -> Mapping[str, Any]:
    if not _is_only(tokenize(text, tongue.volume_grammar.words), _MEASURED, _BESIDE):
        return {}
    found = tongue.read_volume(text)
    return {_SIZE: keep_volume(found.value)} if isinstance(found, Understood) else {}


def _is_only(tokens: list[Token], units: frozenset[str], beside: frozenset[str]) -> bool:
    """Numbers, each with its unit, and nothing that tells of something else."""
    kinds = [token.kind for token in tokens]
    if len(_SEXES & set(kinds)) == 1:
        return False  # women alone may be the group that is meant
    return "num" in kinds and bool(units & set(kinds)) and set(kinds) <= units | beside
