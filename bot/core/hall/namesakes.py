"""Two people of one name: they are one only where nothing that is told of them tells them apart."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol, TypeVar

from bot.core.hall.guests import OTHERS, WOMEN
from bot.core.places.spelling import fold
from bot.core.vocabulary import HINDRANCES


class Named(Protocol):
    """Somebody on a list, as typed or as kept."""

    @property
    def name(self) -> str: ...
    @property
    def element(self) -> str: ...
    @property
    def is_woman(self) -> bool | None: ...
    @property
    def speaks_for(self) -> str: ...
    @property
    def hindrances(self) -> tuple[str, ...]: ...


Somebody = TypeVar("Somebody", bound=Named)


def is_same(one: Named, other: Named) -> bool:
    """What is told of one is told of the other, or more: group, place, woman or man."""
    if fold(one.name) != fold(other.name):
        return False
    told, others = _told(one), _told(other)
    return len({one.is_woman, other.is_woman} - {None}) < 2 and (told <= others or others <= told)


def _told(one: Named) -> set[str]:
    """Their group, for whom they speak and where they live; of any woman "perempuan" tells nothing."""
    words = {fold(each) for each in (one.speaks_for, *one.hindrances) if each and each not in HINDRANCES}
    is_group = one.element != OTHERS and (one.element != WOMEN or bool(one.speaks_for))
    return words | ({one.element} if is_group else set())


def told_apart(found: Iterable[Somebody], known: Iterable[Named] = ()) -> tuple[list[Somebody], list[str]]:
    """Each once, and the names of those who are there already; of one list two lines are one only where they say the
    same."""
    there: dict[str, list[Named]] = defaultdict(list)
    for other in known:
        there[fold(other.name)].append(other)
    fresh: list[Somebody] = []
    twice: list[str] = []
    lines: set[tuple[object, ...]] = set()
    for one in found:
        line = fold(one.name), one.is_woman, frozenset(_told(one))
        if line in lines or any(is_same(one, other) for other in there[line[0]]):
            twice.append(one.name)
        else:
            fresh.append(one)
            lines.add(line)
    return fresh, twice


def called(found: Sequence[Named], group: Mapping[str, str]) -> list[str]:
    """The names, of namesakes ("Pak Saleh", "Saleh") with what tells them apart. `group`: what groups are called."""
    names = [{fold(word) for word in one.name.split()} for one in found]
    return [
        f"{one.name} ({one.speaks_for or group.get(one.element, '')})"
        if sum(name <= other or other <= name for other in names) > 1
        else one.name
        for one, name in zip(found, names, strict=True)
    ]
