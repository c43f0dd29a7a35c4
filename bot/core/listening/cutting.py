"""A text cut at the places where something was heard."""

import re
from collections.abc import Sequence

from bot.core.listening.shapes import Span

_EDGES = " \n\t.,!;:"


def spans(pattern: re.Pattern[str], text: str, within: Span) -> list[Span]:
    """Where the pattern stands, one after the other."""
    return [found.span() for found in pattern.finditer(text, *within)]


def without(parts: Sequence[Span], text: str) -> str:
    """The text without these parts, each gap one space."""
    kept: list[str] = []
    at = 0
    for start, end in sorted(parts):
        kept.append(text[at:start].strip(" \n\t" if any(kept) else _EDGES))
        at = max(at, end)
    kept.append(text[at:].lstrip(_EDGES).rstrip())
    return " ".join(part for part in kept if part.strip(_EDGES))
