"""Patterns of hundreds of words of danger, each made when it is first asked for: a start is waited for."""

import re
from collections.abc import Iterable
from functools import cache

_TAIL = r"(?:nya|mi|ji|lah|ki)?(?!\w)"
_WORD = r"(?<!\w)({})" + _TAIL
_BESIDE = r"\W+(?:\w+\W+)?"  # a word may stand between
_GAP = _TAIL + r"[^\w,]+(?:\w+[^\w,]+){0,4}?"


@cache
def behind(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(any_of(words).pattern + _BESIDE + "$")


@cache
def ahead(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(_BESIDE + any_of(words).pattern)


@cache
def led_by(words: tuple[str, ...]) -> re.Pattern[str]:
    """A place: one of these, and up to three words behind it."""
    return re.compile(any_of(words).pattern + r"(?:\s+\w+){1,3}")


@cache
def once(words: tuple[str, ...]) -> re.Pattern[str]:
    """Of a case, when something is first told of it: hundreds of words take their time, and a start is waited for."""
    return any_of(words)


def any_of(words: Iterable[str]) -> re.Pattern[str]:
    """One of these words; nothing at all where there are none."""
    tree = _tree({word.replace(" … ", "…") for word in words})
    return re.compile(_WORD.format(tree)) if tree else re.compile(r"(?!)")


def _tree(words: set[str]) -> str:
    """Hundreds of words letter by letter, so that a text is compared with each letter once; the longest first."""
    letters = sorted({word[0] for word in words if word})
    branches = [_letter(one) + _tree({word[1:] for word in words if word.startswith(one)}) for one in letters]
    return f"(?:{'|'.join(branches)}){'?' if '' in words else ''}" if branches else ""


def _letter(letter: str) -> str:
    return _GAP if letter == "…" else re.escape(letter)
