"""When nobody is written to unasked: nights, Friday prayer, and the hour of Maghrib and Isya."""

from datetime import datetime, time, timedelta

_FRIDAY = 4
#: Local times; a spell that ends before it begins runs over midnight.
_QUIET = (
    (None, time(21, 0), time(6, 0)),
    (_FRIDAY, time(11, 30), time(13, 30)),
    (None, time(18, 0), time(19, 45)),
)
_STEP = timedelta(minutes=15)
#: When what did not fit into a day is told on the next.
DIGEST_AT = time(7, 30)
#: Messages a person and day that nobody asked for, all kinds together.
UNASKED_A_DAY = 2


def quiet_until(local: datetime) -> datetime | None:
    """The end of the quiet spell that `local` (an aware local time) falls into, or None when one may write."""
    for weekday, begin, end in _QUIET:
        if weekday is not None and local.weekday() != weekday:
            continue
        if begin < end and begin <= local.time() < end:
            return _at(local, end)
        if begin > end and local.time() >= begin:
            return _at(local + timedelta(days=1), end)
        if begin > end and local.time() < end:
            return _at(local, end)
    return None


def after_waking(local: datetime, span: timedelta) -> datetime:
    """When so much time has passed in which one may write, to the quarter of an hour."""
    while span > timedelta():
        span -= _STEP if quiet_until(local) is None else timedelta()
        local += _STEP
    return local


def next_digest(local: datetime) -> datetime:
    """The digest of the following day."""
    return _at(local + timedelta(days=1), DIGEST_AT)


def _at(local: datetime, when: time) -> datetime:
    return local.replace(hour=when.hour, minute=when.minute, second=0, microsecond=0)
