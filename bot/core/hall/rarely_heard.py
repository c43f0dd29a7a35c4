"""Whom a meeting rarely hears, and whom a list of invitations lacks."""

from collections.abc import Iterable, Sequence

from bot.core.hall.guests import DISABLED, FAR, OLD, POOR, WOMEN

#: Those whom a meeting hears least unless somebody asks them.
RARE = frozenset({WOMEN, POOR, DISABLED, OLD})
#: Without these a list of invitations is not complete: a woman, a poor household.
NEEDED = (WOMEN, POOR)


def missing(invited: Iterable[tuple[str, bool | None]]) -> list[str]:
    """Which of the needed groups nobody in the list of (group, is a woman) belongs to."""
    known = list(invited)
    there = {element for element, _ in known} | ({WOMEN} if any(is_woman for _, is_woman in known) else set())
    return [element for element in NEEDED if element not in there]


def is_rare(element: str, is_woman: bool | None, hindrances: Sequence[str]) -> bool:
    """Whether a meeting rarely hears somebody like them; a far dusun counts, too."""
    return bool(is_woman) or element in RARE or FAR in hindrances
