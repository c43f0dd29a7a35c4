"""The names of those who answered or came, as far as they fit a line."""

from collections.abc import Sequence

from bot.store.training.seats import Seat

_NAMED = 12


def names_of(found: Sequence[Seat]) -> str:
    more = len(found) - _NAMED
    told = ", ".join(seat.name for seat in found[:_NAMED])
    return f"{told} (+{more})" if more > 0 else told
