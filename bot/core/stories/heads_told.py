"""How many a story counts without saying how many feel it: "30 balita ditimbang di teras", "40 rumah". It is offered
where that is asked, and never taken: houses are no families, and beside the children stand their mothers."""

import re
from functools import lru_cache

from bot.core.stories.in_figures import in_figures
from bot.core.understanding.amounts.counts import People
from bot.core.understanding.amounts.tokens import tokenize
from bot.core.understanding.results import Understood
from bot.core.understanding.tongue import Tongue

_COUNTED = re.compile(r"(?<![\w.,])(\d{1,5}(?:\.\d{3})?)\s+([^\W\d_]+)")
_HEADS = (["num", "house"], ["num", "part"], ["num", "person"], ["num", "family"])
_MOST = 3  # of more nobody can tell which are meant


@lru_cache(maxsize=64)
def heads_told(text: str, tongue: Tongue) -> tuple[People, ...]:
    found: list[People] = []
    for number, counted in _COUNTED.findall(in_figures(text, tongue)):
        said = f"{number} {counted}"
        if [token.kind for token in tokenize(said, tongue.people_grammar.words)] not in _HEADS:
            continue
        read = tongue.read_people(said)
        if isinstance(read, Understood) and read.value not in found:
            found.append(read.value)
    return tuple(found) if len(found) <= _MOST else ()
