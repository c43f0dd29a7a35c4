"""How much money, in whole rupiah: "1,5 jt", "satu setengah juta", "Rp 2.500.000,-", "500rb", "10 sampai 15 juta"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from bot.core.forms.say import Words
from bot.core.sizes_spelt import MoneyWords, UnitWords
from bot.core.spelt import either
from bot.core.understanding.amounts.bounds import hedge, sign
from bot.core.understanding.amounts.clauses import Shapes, cuts
from bot.core.understanding.amounts.numerals import Bound, Num
from bot.core.understanding.amounts.pieces import prepare
from bot.core.understanding.amounts.reading import Grammar, Reading, understand
from bot.core.understanding.amounts.show import show_money
from bot.core.understanding.amounts.tokens import Lexicon, Speech, Token
from bot.core.understanding.contrasts import put_right
from bot.core.understanding.results import Understanding, Understood, Unsure

MOST = 10**13  # rupiah
_LEAST_PLAIN = 10_000  # rupiah; "250" without a word may be thousands or millions
_LEAST_NAMED = 1000  # rupiah; "Rp 150" was rather meant in thousands
_PRICE, _MILLION = 1000, 10**6
_MOST_LIKELY = 50 * 10**9  # rupiah; above it "200 M" was rather metres
_THOUSAND = re.compile(r"(?<=\d)\s*k\b", re.IGNORECASE)
_BILLION = re.compile(r"(?<=\d)\s*m\b", re.IGNORECASE)
_SPELT_BILLION = re.compile(r"(?<=[a-z]) M\b(?! *\d)")
_TRAILING = re.compile(r"(?<=\d),\s*[-=]+|(?<=\d)\.-|(?<=\d\.\d{3}),00\b")
_SPACED = re.compile(r"(?<![\d.,])(\d{1,3})((?: \d{3})*)( 000)(?![\d.,])")
_MARKED = re.compile(r"\b(?:rp|idr)\b\.?|\brp\.?(?=\d)", re.IGNORECASE)
_MILLIONS = re.compile(r"\d{1,3}(?:[.,]\d{3}){2,}(?:,\d\d)?")  # so nothing but money is written here
_NO_UNITS = ("m", "kali")  # "200 m" may be money, "2 kali" is understood as little as "2 x"
_SHAPES = Shapes(money="rupiah? num billion? rupiah?", counted="num unit", word="rupiah | unit")


@dataclass(frozen=True, slots=True)
class Rupiah:
    """`to`: up to how much, where it was told from where to where."""

    amount: int
    bound: Bound = ""
    to: int | None = None


class Money:
    """How money is read; where it says "Rp" a smaller number is money, too."""

    def __init__(self, speech: Speech, told: MoneyWords, units: UnitWords) -> None:
        others = (spellings for table in (units.length, units.wide, units.count) for spellings in table.values())
        words = {
            "rupiah": told.rupiah,
            "noise": (*told.noise, *told.paid),
            "billion": ("°",),
            "unit": (*(word for spellings in others for word in spellings if word not in _NO_UNITS), *told.unit),
            "stop": told.stop,
        }
        self._common = speech.common
        self._included = re.compile(rf"\b(?:{either(told.included)})\b", re.IGNORECASE)
        self._plain, self._marked = (_grammar(Lexicon(speech, words), marked) for marked in (False, True))

    def read(self, text: str) -> Understanding[Rupiah]:
        found = self._righted(text) or self._read(text)
        if isinstance(found, Understood) or not (front := self._included.split(text, maxsplit=1)[0].strip(" ,")):
            return found
        alone = self._read(front) if len(front) < len(text) else found
        return alone if isinstance(alone, Understood) else found

    def _righted(self, text: str) -> Understood[Rupiah] | None:
        """ "40 juta, eh 140 maksudku": millions, too, where the one before it tells of what."""
        first, *others = [part for part in put_right(text, self._common) if part.strip(" ,.")] or [""]
        before, told = (self._read(first), self._read(others[0])) if len(others) == 1 else (None, None)
        if not isinstance(before, Understood) or not isinstance(told, Unsure) or before.value.amount < _PRICE:
            return None
        scale = max(one for one in (_PRICE, _MILLION) if one <= before.value.amount)
        alike = [one for one in told.options if scale <= one.value.amount < scale * _PRICE]
        return alike[0] if len(alike) == 1 else None

    def _read(self, text: str) -> Understanding[Rupiah]:
        marked = _MARKED.search(text[:200]) is not None
        return understand(_write_plain(text, marked), self._marked if marked else self._plain)


def _grammar(words: Lexicon, marked: bool) -> Grammar[Rupiah]:
    return Grammar(words, lambda tokens: _parse(tokens, marked), say_money, "pengertian.berapa_uang", bounds=True)


def _write_plain(text: str, marked: bool) -> str:
    """The same with "k" as thousand and "M" as milliard, where they follow a figure. A small "m" stays doubtful."""
    plain = _TRAILING.sub("", prepare(_THOUSAND.sub(" ribu", text[:300])))
    plain = _SPACED.sub(lambda found: found[0].replace(" ", "."), plain)
    plain = re.sub(r"(?<![a-z])rp\.?\s*(?=\d)", " ", plain, flags=re.IGNORECASE)
    plain = _SPELT_BILLION.sub(" miliar", plain)
    return _BILLION.sub(lambda found: " miliar" if marked else f" miliar{_doubt(found[0])}", plain)


def _doubt(letter: str) -> str:
    return "" if letter.strip() == "M" else " °"


def say_money(rupiah: Rupiah) -> Words:
    return Words("pengertian.uang", {"uang": hedge(_shown(rupiah), rupiah.bound)})


def sign_money(rupiah: Rupiah) -> str:
    """The same for a button."""
    return sign(_shown(rupiah), rupiah.bound)


def _shown(rupiah: Rupiah) -> str:
    to = "" if rupiah.to is None else f"–{show_money(rupiah.to)}"
    return f"{show_money(rupiah.amount)}{to}"


def fits(rupiah: Fraction | int) -> bool:
    return 0 < rupiah <= MOST and Fraction(rupiah).denominator == 1


def _parse(tokens: Sequence[Token], marked: bool) -> Iterator[Reading[Rupiah]]:
    for clauses in cuts(tokens, _SHAPES):
        sums = [clause for clause in clauses if clause.name == "money"]
        others = any(clause.name == "counted" for clause in clauses)
        if len({clause.number for clause in sums}) != 1:
            continue
        number = next(token.number for token in sums[0].tokens if token.number)
        plain = all(token.kind in ("num", "rupiah") for token in tokens)
        doubtful = others or "billion" in sums[0].kinds or _unlikely(number, sums[0].number, marked)
        named = marked or "rupiah" in sums[0].kinds or _MILLIONS.fullmatch(number.figure) is not None
        yield from _sums(number, named, plain, not doubtful)


def _unlikely(number: Num, amount: Fraction, marked: bool) -> bool:
    """Nobody counts single rupiahs: "20 ribu satu pohon" is a price of one."""
    return (number.scaled == 10**9 and amount > _MOST_LIKELY and not marked) or (
        number.scaled == _PRICE < amount and amount % _PRICE == 1
    )


def _sums(number: Num, named: bool, plain: bool, sure: bool) -> Iterator[Reading[Rupiah]]:
    """A number that says itself how big it is; a small bare one needs its word."""
    least = _LEAST_NAMED if named else _LEAST_PLAIN
    amount = number.readings[0]
    if number.scaled > 1 or (amount >= least and (named or plain)):
        scales = [1]
    elif 0 < amount < 1000:
        scales, sure = [1000, 10**6], False
    else:
        scales, sure = [1, 1000], False
    for scale in scales:
        ends = [amount * scale, *([] if number.to is None else [number.to * scale])]
        if all(map(fits, ends)):
            low, *high = map(int, ends)
            yield Reading(Rupiah(low, number.bound, high[0] if high else None), sure=sure)
