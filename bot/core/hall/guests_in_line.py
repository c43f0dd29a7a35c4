"""Several people who were typed in one line: numbered ("1. Pak Rahim 2. Ibu Ani"), or one behind another with commas.
What stands behind a name may be who comes next, or what they are: where nothing tells, it is a guess, and said to be
one."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

_NUMBER = re.compile(r"(?:^|(?<=[\s,;:]))(\d{1,3})\s?[.)]\s*(?=[^\W\d])")
_COMMA = re.compile(r"\s*[,;](?![^()]*\))\s*")
_FEWEST_NAMES = 3  # without a title; of two the second is as often a dusun


@dataclass(frozen=True, slots=True)
class Person:
    """What was typed of one of them. `guessed`: nothing but its place says that it is somebody."""

    line: str
    guessed: bool = False


@dataclass(frozen=True, slots=True)
class Telling:
    """How a part of a line is told from others. `addressed`: it begins as somebody is called, and names them;
    `described`: it is a name with what they are; `gender_in`: what the way they are called tells; `may_be_somebody`: it
    is not what anybody is."""

    addressed: Callable[[str], bool]
    described: Callable[[str], bool]
    gender_in: Callable[[str], bool | None]
    may_be_somebody: Callable[[str], bool]

    def called(self, part: str) -> bool:
        """Or "pak imam", "Aco wakil pemuda", behind a word that joins two."""
        is_addressed = self.addressed(part) or (" " in part.strip() and self.gender_in(part) is not None)
        return is_addressed or self.described(part)


def lines_of(text: str) -> Iterator[str]:
    """Line by line; a line with numbers that follow one another is as many, and what leads to them a heading."""
    for line in text.splitlines():
        marks = list(_NUMBER.finditer(line))
        told = [int(mark[1]) for mark in marks]
        if len(told) < 2 or told != [*range(told[0], told[0] + len(told))]:
            yield line
            continue
        if head := line[: marks[0].start()].strip(" :,"):
            yield f"{head}:"
        ends = [*(mark.start() for mark in marks[1:]), len(line)]
        yield from (line[mark.start() : end].rstrip(" ,;") for mark, end in zip(marks, ends, strict=True))


def people_in(line: str, join: re.Pattern[str], telling: Telling) -> Sequence[Person]:
    """One after another; the whole line where it tells of one. `join` stands between two."""
    parts = [part for whole in _COMMA.split(line) if whole for part in _joined(whole, join, telling)]
    joined = len(parts) > len([whole for whole in _COMMA.split(line) if whole])
    addressed = [telling.addressed(part) or (joined and telling.called(part)) for part in parts]
    names = [telling.may_be_somebody(part) for part in parts]
    follows = any(addressed[1:]) and telling.described(parts[0])  # "Hasnah kader, Pak Baso petani"
    several = sum(addressed) > 1 or follows or (len(parts) >= _FEWEST_NAMES and all(names))
    if not several or not (addressed[0] or names[0]):
        return [Person(line)]
    found: list[Person] = []
    for part, sure, maybe in zip(parts, addressed, names, strict=True):
        if sure or maybe or not found:
            found.append(Person(part, guessed=not sure))
        else:
            found[-1] = Person(f"{found[-1].line}, {part}", found[-1].guessed)
    return found


def _joined(part: str, join: re.Pattern[str], telling: Telling) -> Sequence[str]:
    """ "Pak Rahim dan Ibu Ani" are two, and so are "Hj. Ramlah PKK sama pak imam"."""
    pieces = join.split(part)
    return pieces if len(pieces) > 1 and all(map(telling.called, pieces)) else [part]
