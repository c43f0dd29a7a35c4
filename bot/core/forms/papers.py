"""Numbers of identity papers (NIK, KK): nobody needs them here, so their digits are covered before anything is kept."""

import re

_BETWEEN = r"[ \t.\-\u00a0\u200b-\u200f\u2009-\u2013\u202f\u2060\ufeff]{0,2}"
#: Sixteen digits; no province begins with 0, which is how numbers to call begin.
_NUMBER = re.compile(rf"(?<!\d)(?!0)(?:\d{_BETWEEN}){{15}}\d(?!\d)")
#: Years and days, one after the other, are no number of anybody.
_DAYS = re.compile(rf"(?:(?:(?:\d{{1,2}}[.\-]){{2}})?(?:19|20)\d\d{_BETWEEN})+")
_DOT = "\u2022"


def cover(text: str) -> str:
    """The same text, as long as before, with a dot in the place of every digit of such a number.

    >>> cover("NIK 7316 0101 0190 0001, KK 73.16.01.010190.0002") == (
    ...     "NIK \u2022\u2022\u2022\u2022 \u2022\u2022\u2022\u2022 \u2022\u2022\u2022\u2022 \u2022\u2022\u2022\u2022, "
    ...     "KK \u2022\u2022.\u2022\u2022.\u2022\u2022.\u2022\u2022\u2022\u2022\u2022\u2022.\u2022\u2022\u2022\u2022"
    ... )
    True
    >>> cover("tahun 2021 2022 2023 2024, HP 0812 3456 7890 1234")
    'tahun 2021 2022 2023 2024, HP 0812 3456 7890 1234'
    """
    return _NUMBER.sub(_covered, text)


def _covered(found: re.Match[str]) -> str:
    told = found[0]
    return told if _DAYS.fullmatch(told) else re.sub(r"\d", _DOT, told)
