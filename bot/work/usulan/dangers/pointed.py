"""Which callers a reader points to by what these said: "yang dinding", "ke sekolah", "matikan dulu sakringnya"."""

import re
from collections.abc import Hashable, Iterable, Mapping
from functools import lru_cache
from itertools import pairwise
from typing import TypeVar

from bot.core.forms.writing import key_of
from bot.core.usulan.danger_words import PLAIN
from bot.work.office import Office

_ENDS, _SHORTEST, _NEAR, _ENOUGH = re.compile(r"(?:nya|ku|mu|ta|mi)$"), 3, 3, 2
_CLAUSE = re.compile(r"[^,.!?;\n]+")
Alarm = TypeVar("Alarm", bound=Hashable)


def stems(text: str) -> set[str]:
    return {_stem(word) for word in PLAIN.findall(key_of(text)) if len(word) >= _SHORTEST or word.isdecimal()}


def at(office: Office, text: str, quoted: Mapping[Alarm, str]) -> dict[Alarm, str]:
    """Who alone said what is pointed to, each with the clauses that do; else the one who said two of its words."""
    own = _own(office, quoted)
    told = [(one, marked(office, one)) for one in _CLAUSE.findall(text)]
    parts = {one: ", ".join(part.strip() for part, marks in told if marks & words) for one, words in own.items()}
    return {one: part for one, part in parts.items() if part} or dict.fromkeys(_likeliest(office, text, own), text)


def _likeliest(office: Office, text: str, own: Mapping[Alarm, set[str]]) -> list[Alarm]:
    told, ear = stems(text), office.catalog.ear
    scores: dict[Alarm, int] = {}
    for one, words in own.items():
        names = {word for word in words & told if ear is not None and not ear.knows(word)}
        scores[one] = _ENOUGH * len(names) + len((words & told) - names - office.catalog.danger.around)
    best = max(scores.values(), default=0)
    likely = [one for one, score in scores.items() if score == best]
    return likely if best >= _ENOUGH and len(likely) == 1 else []


def _own(office: Office, quoted: Mapping[Alarm, str]) -> dict[Alarm, set[str]]:
    said = {one: stems(text) | _kinds(office, text) for one, text in quoted.items()}
    others = {one: set().union(*(words for each, words in said.items() if each != one)) for one in said}
    return {one: words - others[one] - _usual(office) for one, words in said.items()}


def is_elsewhere(office: Office, text: str, quoted: Iterable[str]) -> bool:
    """Whether it is of what none told: "apinya sudah padam", where somebody fell; "yang meninggal karena tua"."""
    kinds, near = _kinds(office, text), _behind(office, text, "hanya_yang")
    theirs = [(_kinds(office, one), stems(one)) for one in quoted]
    if kinds:
        return all(one and kinds.isdisjoint(one) for one, _ in theirs)
    near -= {*office.plain("bahaya.kata_tak_membedakan").split()}
    return bool(near) and all(near.isdisjoint(words) for _, words in theirs)


def only_points(office: Office, text: str, quoted: str) -> bool:
    """Whether nothing else is said."""
    around = (office.plain(f"bahaya.kata_{name}").split() for name in ("yang", "urutan"))
    return stems(text) <= stems(quoted) | office.catalog.danger.polite | {_stem(word) for one in around for word in one}


def marked(office: Office, clause: str) -> set[str]:
    """The words behind "yang" and "ke", and the kinds of danger of which some tell wherever they stand."""
    fronts, vague = ({*office.plain(f"bahaya.kata_{one}").split()} for one in ("di_depan_tempat", "tak_menunjuk"))
    places = {then for one, then in pairwise(PLAIN.findall(key_of(clause))) if one in fronts} - vague
    named = {_stem(word) for word in places} | _kinds(office, clause)
    return _behind(office, clause, "yang") | (named - _usual(office))


def _behind(office: Office, text: str, marks: str) -> set[str]:
    said, before = PLAIN.findall(key_of(text)), office.plain(f"bahaya.kata_{marks}").split()
    near = [word for at, one in enumerate(said) if one in before for word in said[at + 1 : at + 1 + _NEAR]]
    return {_stem(word) for word in near} - _usual(office)


def _kinds(office: Office, text: str) -> set[str]:
    """As numbers that nobody says."""
    said = stems(text)
    return {f"#{at}" for at, kin in enumerate(_kin(office.plain("bahaya.kata_serumpun"))) if not kin.isdisjoint(said)}


@lru_cache(maxsize=2)
def _kin(table: str) -> list[frozenset[str]]:
    return [frozenset(_stem(word) for word in row.split()) for row in table.split(" | ")]


def _usual(office: Office) -> set[str]:
    danger = office.catalog.danger
    tables = (office.plain(f"bahaya.kata_{name}").split() for name in ("yang", "suruh", "regu", "penolong", "masih"))
    others = {word for words in tables for word in words}
    return others | danger.polite | danger.helping | danger.urging


def _stem(word: str) -> str:
    return _ENDS.sub("", word) if len(word) > _SHORTEST + 2 else word
