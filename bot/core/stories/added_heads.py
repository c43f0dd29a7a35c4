"""People who are added in the same breath to those that were counted: "janda semua 4 orang, sama anak nenek satu". The
first number is then not all of them, and how many there are is asked."""

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

from bot.core.spelt import either
from bot.core.stories.in_figures import in_figures
from bot.core.understanding.amounts.counts import People
from bot.core.understanding.tongue import Tongue

_NUMBER = r"\d{1,4}"


def with_added(people: People, text: str, tongue: Tongue) -> People | None:
    """All of them together; None where nobody was added to a plain number of people."""
    plain = people.total is not None and people.male is None is people.female and not people.limits
    more = _added_to(text, tongue).get(people.total or 0, 0) if plain else 0
    return replace(people, total=(people.total or 0) + more) if more else None


def added_up(text: str, tongue: Tongue) -> list[People]:
    """All of them together and those who were counted alone, to be asked which is meant."""
    return [People(total=total) for one, more in _added_to(text, tongue).items() for total in (one + more, one)]


@lru_cache(maxsize=64)
def _added_to(text: str, tongue: Tongue) -> Mapping[int, int]:
    """How many were added to which number; none where that cannot be told."""
    if not any(word in text.lower() for word in _links(tongue)):
        return {}
    found = [one.groups() for one in _added(tongue).finditer(in_figures(text, tongue))]
    return {int(first): int(named or counted) for first, named, counted in found} if len(found) == 1 else {}


@lru_cache(maxsize=8)
def _added(tongue: Tongue) -> re.Pattern[str]:
    """Behind a count of people, who they are before their number, or behind it."""
    words = tongue.words.people
    person, adding = either(words.person), either(_links(tongue))
    who = either((*words.housemates, *words.part, *words.person, *words.address))
    counted = rf"({_NUMBER})\s*(?:{person})\b[^.;:\n\d]{{0,40}}?"
    end = rf"(?=\s*(?:$|[.,;!\n]|(?:{person})\b))"
    named = rf"(?:(?:{who})\s+){{1,3}}({_NUMBER}){end}"
    return re.compile(rf"\b{counted}[,\s]+(?:{adding})\s+(?:{named}|({_NUMBER})\s+(?:{who})\b)", re.IGNORECASE)


def _links(tongue: Tongue) -> tuple[str, ...]:
    return (*tongue.words.people.adding, *tongue.words.choices.join)
