"""Figures as people punctuate them: 1.250 is a thousand and more, 1,5 is one and a half, 1,250 could be both."""

import re
from fractions import Fraction

from bot.core.forms.digits import is_digits

LONGEST = 15  # digits; more is a telephone number or a slip

_WHOLE = re.compile(r"\d+")
_DOTTED = re.compile(r"([1-9]\d{0,2}(?:\.\d{3})+)(?:,(\d{1,2}))?")
_COMMAED = re.compile(r"([1-9]\d{0,2}(?:,\d{3}){2,})(?:\.(\d{1,2}))?")
_ONE_COMMA = re.compile(r"([1-9]\d{0,2}),(\d{3})")
_DECIMAL = re.compile(r"(\d+)[.,](\d{1,2}|(?<=\b0[.,])\d{3})")


def readings_of(figure: str) -> tuple[Fraction, ...]:
    """What a figure may mean: nothing, one number, or two that only the person can tell apart.

    >>> readings_of("2.500,5"), readings_of("2,5"), readings_of("1,250")
    ((Fraction(5001, 2),), (Fraction(5, 2),), (Fraction(1250, 1), Fraction(5, 4)))
    """
    if sum(map(is_digits, figure)) > LONGEST or re.fullmatch("00+", figure):
        return ()
    if _WHOLE.fullmatch(figure):
        return (Fraction(int(figure)),)
    if found := _ONE_COMMA.fullmatch(figure):
        return _number(found[1] + found[2]), _number(found[1], found[2])
    for pattern in (_DOTTED, _COMMAED, _DECIMAL):
        if found := pattern.fullmatch(figure):
            return (_number(re.sub("[.,]", "", found[1]), found[2] or ""),)
    return ()


def _number(whole: str, part: str = "") -> Fraction:
    return Fraction(int(whole + part), 10 ** len(part))


def is_grouped(figure: str) -> bool:
    """Whether a single dot before three digits made it a thousand: "1.500 km" may have been one and a half."""
    return re.fullmatch(r"[1-9]\d{0,2}\.\d{3}", figure) is not None
