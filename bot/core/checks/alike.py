"""Two texts that say the same: a hope that only repeats the story tells nobody what to do."""

from typing import Any

from rapidfuzz.fuzz import ratio

ALIKE = 85  # of 100; two ways to say "the bridge is broken" reach about 60


def finds(one: Any, other: Any) -> bool:
    texts = [value.get("text", "").lower() for value in (one, other)]
    return all(texts) and ratio(*texts) >= ALIKE
