"""What the facts of an answer are looked up by, and the table of them."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from bot.work.visit import Visit


@dataclass(frozen=True, slots=True)
class Ground:
    """Who asks, and `desa`: the desa or kelurahan that is meant, by code, or the kecamatan whose people are asked for;
    empty when nobody knows which. `named`: it was said. `text`: what was asked."""

    visit: Visit
    desa: str
    named: bool = False
    text: str = ""


Fact = Callable[[Ground], Awaitable[Any]]
#: By the name in the sentence.
FACTS: dict[str, Fact] = {}


def fact(look: Fact) -> Fact:
    FACTS[look.__name__.lstrip("_")] = look
    return look
