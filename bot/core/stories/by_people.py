"""Two people told of in one breath: "satu nenek cudda rumahnya bocor, satu lagi tajuddin pakai kursi roda". What is
told of one of them is no part of the usulan of the other."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from bot.core.spelt import either
from bot.core.stories.several import parts_of
from bot.core.vocabulary import StoryWords

_WORD = re.compile(r"[^\W\d_]+")
_FEWEST = 2  # words; fewer tell nothing
_SAME = "nya"  # "rumahnya" speaks of the one before
_LONGEST = 8000  # characters that are looked at
_EDGES = " \t\n.,;:-"

#: By its kind: words before the one and the other, and for a person.
Words = Mapping[str, frozenset[str]]


def apart(text: str, name: str, words: Words, stories: StoryWords) -> tuple[str, tuple[str, ...]]:
    """What is told of the person of this name, the first where none is named; and what is told of others."""
    parts = _by_turns(text[:_LONGEST], words) or parts_of(text, stories) if words else ()
    names = {word.lower() for word in _WORD.findall(name)} - words.get("orang", frozenset())
    if len(parts) < 2 or any(len(part.split()) < _FEWEST for part in parts) or not _are_people(parts, words, names):
        return text, ()
    own = next((part for part in parts if names & _words(part)), parts[0])
    return own, tuple(part for part in parts if part is not own and not names & _words(part))


def _words(part: str) -> set[str]:
    return {word.lower() for word in _WORD.findall(part)}


def _are_people(parts: Sequence[str], words: Words, names: set[str]) -> bool:
    """One of them begins with somebody, or tells of who is meant; and none goes on with the same."""
    first = [word.lower() for part in parts for word in _WORD.findall(part)[:1]]
    if any(word.endswith(_SAME) and word not in words["orang"] for word in first[1:]):
        return False
    return any(word in words["orang"] for word in first) or any(names & _words(part) for part in parts)


def _by_turns(text: str, words: Words) -> tuple[str, ...]:
    """Without what stands before the first, which only tells that there are two."""
    found = list(_turns(words["satu"], words["satu_lagi"]).finditer(text))
    marks = [each.span() for at, each in enumerate(found) if each["next"] or at == 0]
    if not found or not any(each["next"] and each.start() for each in found):
        return ()
    if found[0]["next"]:
        marks = [(0, 0), *marks]
    ends = [start for start, _ in marks[1:]] + [len(text)]
    return tuple(text[behind:end].strip(_EDGES) for (_, behind), end in zip(marks, ends, strict=True))


@lru_cache(maxsize=8)
def _turns(one: frozenset[str], other: frozenset[str]) -> re.Pattern[str]:
    opens = r"(?:^|[.,;:!?\n]\s*|\b(?:dan|sama|lalu|terus)\s+)"
    return re.compile(rf"{opens}(?:(?P<next>{either(other)})|(?:{either(one)}))\b[\s,:]*", re.IGNORECASE)
