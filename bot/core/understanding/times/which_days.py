"""Which days may be meant: by their number in a year or a month, by their weekday, by the day that is moved."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

_FAR = 270  # days; a day without its year lies ahead, but hardly further ahead than this


def real_days(year: int, month: int, day: int) -> tuple[date, ...]:
    try:
        made = date(year, month, day)
    except ValueError:
        return ()
    return (made,) if 2000 <= year < 2100 else ()


def near_years(day: int, month: int, today: date) -> tuple[date, ...]:
    years = [made for year in (today.year - 1, today.year, today.year + 1) for made in real_days(year, month, day)]
    ahead = [made for made in years if made >= today][:1]
    past = [made for made in years if made < today][-1:]
    near = ahead and (ahead[0] - today).days <= _FAR
    return tuple(ahead) if near else tuple(past + ahead)


def turned_to(near: Sequence[date], old: date, way: int) -> tuple[date, ...]:
    """`way`: 1 behind the old day, -1 before it, 0 for neither was said. None where one of the same month lies on the
    wrong side of it: that may be meant, too."""
    behind, ahead = [day for day in near if day < old], [day for day in near if day > old]
    same = [day for day in near if (day.year, day.month) == (old.year, old.month)]
    fitting = ahead[:1] if way > 0 else behind[-1:] if way else (same or ahead or behind)[:1]
    return tuple(fitting) if not same or same[:1] == fitting else ()


def weekdays(weekday: int, which: str, today: date) -> Iterator[date]:
    monday = today - timedelta(days=today.weekday())
    here, week = monday + timedelta(days=weekday), timedelta(days=7)
    if which == "last":
        yield here if here < today else here - week
    elif which == "next week":
        yield here + week
        if today.weekday() == 6:  # does the new week begin today or tomorrow?
            yield here + 2 * week
    elif which == "this":
        yield here
        if here < today:
            yield here + week
    elif which:  # "depan": on Monday, is "selasa depan" tomorrow?
        if here > today:
            yield here
        yield here + week
    elif here == today:
        yield from (here, here + week)
    else:
        yield here if here > today else here + week
