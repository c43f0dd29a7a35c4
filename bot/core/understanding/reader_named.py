"""Which of the readers on offer somebody means: by the office ("yang kecamatan saja"), by the name ("bu Aisyah mo"), or
by who shall not read it ("jangan pak Rahman").

Whom one trusts is no guess: where words say two things it is asked.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from bot.core.forms.questions import Offer
from bot.core.understanding.choosing import CLAUSE, Chooser, chooser_of, words_of
from bot.core.vocabulary import ChoiceWords

_SHY = "~segan"  # stands for the words by which somebody shies away
_OTHERS = "~lainnya"  # an office, or "the other one": all who are farther away
_SHORTEST = 3  # letters of a part of a name
_MARKS = ".,;:\n?!() "


@dataclass(frozen=True, slots=True)
class Sides:
    """`names` of whoever an offer stands for, by its value, the nearest first. `near`, `far`: words that name the first
    or the others; `doubts`: beside them it is asked; `shies`: whoever stands beside them is rather not wanted."""

    names: Mapping[str, Sequence[str]]
    near: tuple[str, ...]
    far: tuple[str, ...]
    doubts: tuple[str, ...]
    shies: tuple[str, ...] = ()

    @property
    def nearest(self) -> str:
        return next(iter(self.names))


@dataclass(frozen=True, slots=True)
class Meant:
    """Values of the offers that may be meant, in their order. `sure`: the words answer, whatever else they sound
    like."""

    values: tuple[str, ...]
    sure: bool


def meant(sides: Sides, text: str, words: ChoiceWords) -> Meant | None:
    """None when nobody is named."""
    chooser = chooser_of(_options(sides, words), sides.doubts, replace(words, when=()))
    clauses = [clause for clause in CLAUSE.findall(text) if not _only_asks(chooser, clause)] or [text]
    told = [found for clause in clauses if (found := _clause(chooser, sides, clause.strip(_MARKS))) is not None]
    if not told:
        return None
    no = {value for one in told for value in one.no}
    told = [one for one in told if one.no or not one.yes or not no.issuperset(one.yes)]  # ", dia sepupuku" says why
    yes = {value for one in told for value in one.yes}
    left, everybody, is_sure = _left(sides, yes, no), tuple(sides.names), all(one.sure for one in told)
    if yes and no and not is_sure:
        return Meant(everybody, sure=True)  # "pak Rahman jangan bu Aisyah": one of them, but which?
    asks = any("?" in clause for clause in clauses) and (left == (sides.nearest,) or chooser.sorts(text)[0] != "able")
    unsure = asks or not left or not is_sure
    unsure = unsure or (left == (sides.nearest,) and _is_conditional(text, words))
    return Meant(everybody, sure=False) if unsure else Meant(left, sure=bool(yes) or not any(one.shy for one in told))


def _only_asks(chooser: Chooser, clause: str) -> bool:
    """ "Siapa itu Rahman? Jangan dia": a question means nobody whom it names; "bisa bu Aisyah?" asks for her."""
    sorts = [sort for sort in chooser.sorts(clause.strip(_MARKS)) if sort != "noise"]
    return "?" in clause and sorts[:1] == ["doubt"]


@dataclass(frozen=True, slots=True)
class _Told:
    """Of one clause: who is named, who is denied, whether that is sure. `shy`: nobody was denied in so many words."""

    yes: tuple[str, ...]
    no: tuple[str, ...]
    sure: bool
    shy: bool = False


def _clause(chooser: Chooser, sides: Sides, clause: str) -> _Told | None:
    """A "no" beside one name denies it, on either side; of whom somebody is shy they are not read, and it is asked."""
    found, sorts = chooser.read(clause), chooser.sorts(clause)
    shy = _SHY in (*found.yes, *found.no)
    yes, no = (tuple(value for value in each if value != _SHY) for each in (found.yes, found.no))
    named = (*yes, *no)
    if shy and "stop" not in sorts:
        return _Told((), named or (sides.nearest,), "no" not in sorts, shy=True)
    if not named:
        return _Told((), (), False) if "doubt" in sorts and found.perhaps else None
    first = next((sort for sort in sorts if sort != "noise"), "")
    doubt = "doubt" in sorts
    if not {"stop", "no"} & set(sorts):
        return _Told(yes, (), found.sure and not doubt)
    if yes and no:
        return _Told(yes, no, first in ("stop", "no") and not doubt)
    return _Told((), named, True)


def _left(sides: Sides, yes: set[str], no: set[str]) -> tuple[str, ...]:
    """What remains of the offers; an office that is denied leaves it open who is wanted instead."""
    others = [value for value in sides.names if value != sides.nearest]
    if not yes and _OTHERS in no:
        return ()
    wide = set(others) if _OTHERS in yes and not yes & set(others) else set()
    wanted = (yes - {_OTHERS}) | wide or set(sides.names)
    gone = no | (set(others) if _OTHERS in no else set())
    return tuple(value for value in sides.names if value in wanted and value not in gone)


def _is_conditional(text: str, words: ChoiceWords) -> bool:
    return any((word,) == words_of(each) for word in words_of(text) for each in words.when)


def _options(sides: Sides, words: ChoiceWords) -> tuple[Offer, ...]:
    """A part of a name that two of them bear names nobody."""
    parts = {value: _parts(names, words) for value, names in sides.names.items()}
    others = [value for value in sides.names if value != sides.nearest]
    far = others[0] if len(others) == 1 else _OTHERS
    told = {value: _alone(value, parts) for value in parts}
    told[sides.nearest] = (*sides.near, *told[sides.nearest])
    told[far] = (*sides.far, *told.get(far, ()))
    told[_SHY] = sides.shies
    return tuple(Offer(value, "", tuple(dict.fromkeys(each))) for value, each in told.items())


def _parts(names: Sequence[str], words: ChoiceWords) -> tuple[str, ...]:
    address = {*words.address, *words.noise}
    return tuple(part for name in names for part in words_of(name) if len(part) >= _SHORTEST and part not in address)


def _alone(value: str, parts: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    elsewhere = {part for other, named in parts.items() if other != value for part in named}
    return tuple(part for part in parts[value] if part not in elsewhere)
