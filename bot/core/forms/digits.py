"""The one reader of plain digits: what Python also calls a digit ("²", "٣") is none."""

import re

#: A number to call a mobile telephone, as people write it in a sentence.
TO_CALL = re.compile(r"(?<![\d.,])(?:\+?62[\s-]?8|08)(?:[\s().-]{0,2}\d){7,12}")


def is_digits(text: str) -> bool:
    return text.isascii() and text.isdecimal()


def whole(text: str, most: int = 19) -> int | None:
    """The number that is written in at most so many digits; None for anything else.

    >>> whole("42"), whole("²"), whole("٣"), whole(""), whole("12345", most=4)
    (42, None, None, None, None)
    """
    return int(text) if len(text) <= most and is_digits(text) else None
