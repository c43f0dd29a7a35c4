"""How much money, in whole rupiah: "1,5 jt", "satu setengah juta", "Rp 2.500.000,-", "500rb", "2,3 M"."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from bot.core.forms.say import Words
from bot.core.understanding.clauses import Shapes, cuts
from bot.core.understanding.pieces import prepare
from bot.core.understanding.reading import Grammar, Reading, understand
from bot.core.understanding.results import Understanding
from bot.core.understanding.show import show_money
from bot.core.understanding.tokens import Token, lexicon
from bot.core.understanding.units import COUNTED, LENGTHS, WIDE

MOST = 10**13  # rupiah
_LEAST_PLAIN = 10_000  # rupiah; "250" without a word may be thousands or millions
_LEAST_NAMED = 1000  # rupiah; "Rp 150" was rather meant in thousands
_MOST_LIKELY = 50 * 10**9  # rupiah; above it "200 M" was rather metres
_THOUSAND = re.compile(r"(?<=\d)\s*k\b", re.IGNORECASE)
_BILLION = re.compile(r"(?<=\d)\s*m\b", re.IGNORECASE)
_TRAILING = re.compile(r"(?<=\d),\s*[-=]+|(?<=\d)\.-|(?<=\d\.\d{3}),00\b")
_SPACED = re.compile(r"(?<![\d.,])(\d{1,3})((?: \d{3})*)( 000)(?![\d.,])")
_MARKED = re.compile(r"\b(?:rp|idr)\b\.?|\brp\.?(?=\d)", re.IGNORECASE)
_OTHER_UNITS = " ".join(
    word
    for units in (LENGTHS, WIDE, COUNTED)
    for spellings in units.values()
    for word in spellings.split()
    if word not in ("m", "kali")
)

_WORDS = lexicon(
    {
        "rupiah": "rp rupiah rupia rph idr rupiahnya uang perak",
        "noise": """biaya biayanya anggaran anggarannya dana dananya total totalnya jumlah harga harganya butuh perlu
            modal
            kira-kira_habis habis cukup bersih ongkos ongkosnya sekitaran""",
        "billion": "°",
        "unit": _OTHER_UNITS + " tahun thn bulan",
        "stop": "x kali / km m² persen",
    }
)
_SHAPES = Shapes(
    {"num": "n", "rupiah": "r", "billion": "b", "unit": "u", "sep": ",", "other": "o"},
    {"money": "r?nb?r?", "counted": "nu", "word": "[ru]"},
)


def read_money(text: str) -> Understanding[int]:
    marked = _MARKED.search(text[:200]) is not None
    return understand(_write_plain(text, marked), _MARKED_MONEY if marked else _MONEY)


def _write_plain(text: str, marked: bool) -> str:
    """The same with "k" as thousand and "M" as milliard, where they follow a figure. A small "m" stays doubtful."""
    plain = _TRAILING.sub("", prepare(_THOUSAND.sub(" ribu", text[:300])))
    plain = _SPACED.sub(lambda found: found[0].replace(" ", "."), plain)
    plain = re.sub(r"(?<![a-z])rp\.?\s*(?=\d)", "rp ", plain, flags=re.IGNORECASE)
    return _BILLION.sub(lambda found: " miliar" if marked else f" miliar{_doubt(found[0])}", plain)


def _doubt(letter: str) -> str:
    return "" if letter.strip() == "M" else " °"


def say_money(rupiah: int) -> Words:
    return Words("pengertian.uang", {"uang": show_money(rupiah)})


def fits(rupiah: Fraction | int) -> bool:
    return 0 < rupiah <= MOST and Fraction(rupiah).denominator == 1


def _parse(tokens: Sequence[Token], marked: bool) -> Iterator[Reading[int]]:
    for clauses in cuts(tokens, _SHAPES):
        sums = [clause for clause in clauses if clause.name == "money"]
        others = any(clause.name == "counted" for clause in clauses)
        if len({clause.number for clause in sums}) != 1:
            continue
        number = next(token.number for token in sums[0].tokens if token.number)
        plain = all(token.kind in ("num", "rupiah") for token in tokens)
        doubtful = others or "b" in sums[0].shape or _unlikely(number.scaled, sums[0].number, marked)
        yield from _sums(sums[0].number, number.scaled > 1, marked or "r" in sums[0].shape, plain, not doubtful)


def _unlikely(scaled: Fraction, amount: Fraction, marked: bool) -> bool:
    return scaled == 10**9 and amount > _MOST_LIKELY and not marked


def _sums(amount: Fraction, scaled: bool, named: bool, plain: bool, sure: bool) -> Iterator[Reading[int]]:
    """A number that says itself how big it is; a small bare one needs its word."""
    least = _LEAST_NAMED if named else _LEAST_PLAIN
    if scaled or (amount >= least and (named or plain)):
        values = [amount]
    elif 0 < amount < 1000:
        values, sure = [amount * 1000, amount * 10**6], False
    else:
        values, sure = [amount, amount * 1000], False
    yield from (Reading(int(value), sure=sure) for value in values if fits(value))


_MONEY = Grammar(_WORDS, lambda tokens: _parse(tokens, False), say_money, "pengertian.berapa_uang")
_MARKED_MONEY = Grammar(_WORDS, lambda tokens: _parse(tokens, True), say_money, "pengertian.berapa_uang")
