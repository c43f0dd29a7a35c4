"""Who will read what was told: the nearest, or one of those farther away whom the person would rather trust with it.

Asked only where there is a choice; the readers come with the world.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.core.forms.heard import Heard
from bot.core.forms.offers import choose
from bot.core.forms.questions import Ask, Offer, Reader, Readers, Reading, Took
from bot.core.forms.say import Words

AGREES = NEAREST = "terdekat"
TELLS = frozenset({"terdekat", "lainnya"})
_MOST = 3  # others to choose from: more would be a list of strangers


@dataclass(frozen=True, slots=True)
class Params:
    """`within`: the question that gives the place; `agree` and `other` are the labels of the buttons."""

    within: str
    agree: str
    other: str


def asked(ask: Ask) -> bool:
    """Only where there is a choice. While nobody has looked the readers up, what was chosen stays."""
    readers = ask.world.readers
    if readers is None:
        return ask.mine is not None
    return bool(readers.nearest and readers.others)


def read(ask: Ask, heard: Heard) -> Reading:
    chosen = choose(offers(ask), heard)
    if not isinstance(chosen, tuple):
        return chosen
    return Took(_value(ask, chosen[0].value), guessed=chosen[1])


def _value(ask: Ask, value: str) -> dict[str, Any]:
    readers = ask.world.readers or Readers()
    if value == NEAREST:
        return {"reader": None, "name": _names(readers.nearest)}
    chosen = next(reader for reader in readers.others if str(reader.id) == value)
    return {"reader": chosen.id, "name": chosen.name}


def offers(ask: Ask) -> Sequence[Offer]:
    """With one other the button tells the office, with several their names."""
    params: Params = ask.question.params
    others = (ask.world.readers or Readers()).others[:_MOST]
    labels = [params.other] if len(others) == 1 else [reader.name for reader in others]
    return (
        Offer(NEAREST, params.agree),
        *(Offer(str(reader.id), label) for reader, label in zip(others, labels, strict=True)),
    )


def holds(_ask: Ask, value: Any) -> bool:
    """Who was chosen may have handed over since: that is seen when it is sent."""
    return isinstance(value, dict) and isinstance(value.get("name"), str) and "reader" in value


def show(_ask: Ask, value: Any) -> str | Words:
    return str(value["name"])


def told(ask: Ask) -> Mapping[str, Any]:
    readers = ask.world.readers or Readers()
    return {"terdekat": _names(readers.nearest), "lainnya": _names(readers.others[:_MOST])}


def _names(readers: Sequence[Reader]) -> str:
    return ", ".join(reader.name for reader in readers)
