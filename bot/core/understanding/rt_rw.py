"""RT and RW: "rt tiga", "RT 03/RW 01", "rt3 rw 1"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from bot.core.forms.say import Words
from bot.core.spelt import either
from bot.core.understanding.amounts.pieces import LONGEST
from bot.core.understanding.amounts.reading import Grammar, Reading, understand
from bot.core.understanding.amounts.tokens import Lexicon, Speech, Token
from bot.core.understanding.results import Understanding, Understood, Unsure
from bot.core.vocabulary import PlaceWords, Vocabulary

MOST = 999
_ROMANS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
_ROMAN = re.compile(rf"\b(rt|rw)[ .:]*({'|'.join(reversed(_ROMANS))})\b", re.IGNORECASE)
# "RT 03/01" is how addresses are written; without the noughts it may be two RT.
_SHORT = re.compile(r"\brt[\s.:]*(?=\d+\s?/\s?0|0)(\d{1,3})\s?/\s?(\d{1,3})\b", re.IGNORECASE)
_LETTERS = {"num": "n", "rt": "t", "rw": "w", "sep": ",", "other": "o", "range": "-"}
_FORMS = {
    "tn": ("rt",),
    "wn": ("rw",),
    "tn,?wn": ("rt", "rw"),
    "wn,?tn": ("rw", "rt"),
    "t,?wn,?n": ("rt", "rw"),
}


@dataclass(frozen=True, slots=True)
class RtRw:
    """Either may be untold."""

    rt: int | None = None
    rw: int | None = None


UNTOLD = RtRw()


def read_rt_rw(text: str, grammar: Grammar[RtRw]) -> Understanding[RtRw]:
    text = _SHORT.sub(r"rt \1 rw \2", text[: LONGEST + 1])
    plain = _ROMAN.sub(lambda found: f"{found[1]} {_ROMANS.index(found[2].lower()) + 1}", text)
    return understand(re.sub(r"\b([rR])\.([tTwW])\b", r"\1\2", plain), grammar)


def grammar(speech: Speech, told: PlaceWords) -> Grammar[RtRw]:
    words = {kind: getattr(told, kind) for kind in ("rt", "rw", "area", "noise", "stop")} | {"sep": told.linked}
    return Grammar(Lexicon(speech, words, fractions=False), _parse, say_rt_rw, "pengertian.rt_mana")


def say_rt_rw(place: RtRw) -> Words:
    return Words("pengertian.rt_rw", {"rt": _two_digits(place.rt), "rw": _two_digits(place.rw)})


def _two_digits(number: int | None) -> str:
    return "" if number is None else f"{number:02}"


def _parse(tokens: Sequence[Token]) -> Iterator[Reading[RtRw]]:
    tokens = [token for at, token in enumerate(tokens) if not _of_area(tokens, at)]
    shape = "".join(_LETTERS.get(token.kind, "") for token in tokens)
    shape = re.sub(",*o[o,]*", "o", shape).strip("o,")
    numbers = [token.number.readings[0] for token in tokens if token.number]
    if any(number.denominator != 1 or not 0 < number <= MOST for number in numbers):
        return
    for form, fields in _FORMS.items():
        if re.fullmatch(form, shape) and len(fields) == len(numbers):
            yield Reading(RtRw(**{field: int(n) for field, n in zip(fields, numbers, strict=True)}))
    if re.fullmatch("n,n", shape):
        yield Reading(RtRw(int(numbers[0]), int(numbers[1])), sure=False)


def _of_area(tokens: Sequence[Token], at: int) -> bool:
    """The number in "dusun 2" is no RT."""
    return at > 0 and tokens[at].number is not None and tokens[at - 1].kind == "area"


def pattern_in(words: Vocabulary) -> re.Pattern[str]:
    """RT and RW anywhere in an address; "02/01" without a word for them, too."""
    told = words.places
    mark = rf"(?:{either((*told.rt, *told.rw))})"
    spelled = either(word for some in words.numbers.digits.values() for word in some)
    tens = either(word for scale in ("10", "11") for word in words.numbers.scales[scale])
    number = rf"(?:\d{{1,3}}|(?:{'|'.join(reversed(_ROMANS))}|se(?:{tens})|(?:{spelled})(?:\s+(?:{tens}))?)\b)"
    before = rf"[\s.:]*(?:(?:{either(told.noise)})\b[\s.:]*){{0,2}}"
    linked = rf"(?:(?:{either(told.linked)})\s+){{0,2}}"
    both = rf"\b{mark}\s*[/,.\s]\s*{mark}{before}{number}[\s/,.-]*{number}?"
    parted = rf"\b{mark}{before}{number}(?:[\s,/.-]*{linked}{mark}{before}{number}|\s*/\s*{number})?"
    return re.compile(rf"{both}|{parted}|(?<![\d/])\d{{1,3}}\s*/\s*\d{{1,3}}(?![\d/])", re.IGNORECASE)


def may_be_in(text: str, words: Vocabulary) -> bool:
    """Cheaply: whether one of the words for them, or a stroke, stands anywhere in it."""
    return "/" in text or any(map(text.lower().__contains__, _marks(words)))


@lru_cache(maxsize=8)
def _marks(words: Vocabulary) -> frozenset[str]:
    return frozenset(mark.split()[0] for mark in (*words.places.rt, *words.places.rw))


def first_reading(understood: Understanding[RtRw]) -> tuple[RtRw, bool] | None:
    """The reading to go on with, and whether it may be taken without a question."""
    if isinstance(understood, Understood):
        return understood.value, True
    if isinstance(understood, Unsure) and understood.options:
        return understood.options[0].value, False
    return None
