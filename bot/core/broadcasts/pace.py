"""How fast an announcement leaves, and when it is done."""

#: So many seconds' worth of letters are promised ahead of their sending: enough that the sender never waits for the
#: clock, few enough that a pause holds nearly everything back.
AHEAD = 3
_UNLIMITED = 3000  # letters ahead when nothing limits the sending: more than leave until the clock looks again
#: A reply, a receipt, a reminder take their part: the estimate leaves them a little room.
_SHARE = 0.98


def ahead(a_second: float) -> int:
    """How many letters may be promised and not sent yet. `a_second`: what may be sent, 0 = no limit."""
    return round(a_second * AHEAD) if a_second else _UNLIMITED


def seconds_for(number: int, a_second: float) -> float:
    """How long so many take."""
    return number / (a_second * _SHARE) if a_second else number / 500


def is_going_wrong(bad: int, ended: int) -> bool:
    """Whether so many of those that ended lately were refused that it should stop before it spoils the rest."""
    return bad >= 5 and bad * 2 >= ended
