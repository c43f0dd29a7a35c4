"""A place that stands in no list yet: the facilitator has to confirm the name."""

from typing import Any


def finds(place: Any) -> bool:
    return place.get("listed", True) is False
