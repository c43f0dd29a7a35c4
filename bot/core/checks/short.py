"""A very short story without a voice: it will be asked about again, so better now."""

from typing import Any

FEW_WORDS = 6


def finds(value: Any) -> bool:
    return "voice" not in value and len(value.get("text", "").split()) < FEW_WORDS
