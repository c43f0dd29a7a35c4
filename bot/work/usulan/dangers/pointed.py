"""Which caller a reader points to by what that one said: "yang dinding", "yg patah kaki tunggu"."""

import re
from collections.abc import Hashable, Mapping
from typing import TypeVar

from bot.core.forms.writing import key_of
from bot.core.usulan.danger_words import PLAIN
from bot.work.office import Office

_ENDS, _SHORTEST, _NEAR, _ENOUGH = re.compile(r"(?:nya|ku|mu|ta|mi)$"), 3, 3, 2
Alarm = TypeVar("Alarm", bound=Hashable)


def stems(text: str) -> set[str]:
    return {_stem(word) for word in PLAIN.findall(key_of(text)) if len(word) >= _SHORTEST or word.isdecimal()}


def at(office: Office, text: str, quoted: Mapping[Alarm, set[str]]) -> Alarm | None:
    """The one whose words are named and nobody else's: behind "yang", as a name, or by two words."""
    usual, told, ear = _usual(office), stems(text), office.catalog.ear
    pointing = _pointing(office, text) - usual
    scores: dict[Alarm, int] = {}
    for one, words in quoted.items():
        others = set().union(*(each for other, each in quoted.items() if other != one))
        own = (words - others - usual) & told
        names = {word for word in own if word in pointing or (ear is not None and not ear.knows(word))}
        scores[one] = _ENOUGH * len(names) + len(own - names - office.catalog.danger.around)
    best = max(scores.values(), default=0)
    likely = [one for one, score in scores.items() if score == best]
    return likely[0] if best >= _ENOUGH and len(likely) == 1 else None


def only_points(office: Office, text: str, quoted: str) -> bool:
    """Whether nothing else is said."""
    around = (office.plain(f"bahaya.kata_{name}").split() for name in ("yang", "urutan"))
    return stems(text) <= stems(quoted) | office.catalog.danger.polite | {_stem(word) for one in around for word in one}


def _pointing(office: Office, text: str) -> set[str]:
    """The words behind "yang"."""
    words = [_stem(word) for word in PLAIN.findall(key_of(text))]
    marks = set(office.plain("bahaya.kata_yang").split())
    near = (words[at + 1 : at + 1 + _NEAR] for at, word in enumerate(words) if word in marks)
    return {word for part in near for word in part}


def _usual(office: Office) -> set[str]:
    danger = office.catalog.danger
    tables = (office.plain(f"bahaya.kata_{name}").split() for name in ("yang", "suruh", "regu", "penolong"))
    others = {word for words in tables for word in words}
    return others | danger.polite | danger.helping | danger.urging


def _stem(word: str) -> str:
    return _ENDS.sub("", word) if len(word) > _SHORTEST + 2 else word
