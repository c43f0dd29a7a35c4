"""A day, or a day and an hour, in one message or in two: "selasa depan jam 9"; "minggu pagi", then "jam 8".

What was told so far waits as one text, `DAYTHOURPART`, such as `2027-01-14T0900` or `2027-01-14Tpagi`; the same text is
the data of a button.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from typing import Any

from bot.core.forms.digits import is_digits, whole
from bot.core.forms.heard import Heard, Pressed, Sent
from bot.core.forms.questions import Ask, Offer, Reading, Refused, Toggled, Took, Unsure
from bot.core.forms.say import Words
from bot.core.forms.writing import not_this
from bot.core.understanding import results
from bot.core.understanding.times.days import show_day
from bot.core.understanding.times.when import When
from bot.core.understanding.tongue import tongue_of

TELLS = frozenset({"hari", "jam", "biasanya"})
_AHEAD = timedelta(days=3 * 365)
_FIRST, _LAST = time(6), time(18)  # between them people meet
_HOURS = ("0800", "0900", "1000", "1330", "1600", "2000")
_HOURS_OF = {
    "pagi": ("0700", "0800", "0900", "1000"),
    "siang": ("1100", "1200", "1330", "1400"),
    "sore": ("1530", "1600", "1630", "1700"),
    "malam": ("1930", "2000", "2030"),
    "subuh": ("0500", "0530"),
    "habis subuh": ("0530", "0600"),
    "habis zuhur": ("1300", "1330", "1400"),
    "habis jumat": ("1330", "1400"),
    "habis asar": ("1545", "1600", "1630"),
    "habis magrib": ("1845", "1900"),
    "habis isya": ("1945", "2000", "2030"),
    "sebelum zuhur": ("1000", "1030", "1100"),
    "sebelum jumat": ("0900", "0930", "1000"),
    "sebelum asar": ("1400", "1430"),
    "sebelum magrib": ("1630", "1700"),
}


@dataclass(frozen=True, slots=True)
class Params:
    """`past`: whether a day that is over may be told. `usual_of`: the question that tells which meeting it is.
    `day_of`: an earlier answer, whose day is meant where only an hour is told."""

    with_hour: bool = True
    past: bool = False
    usual_of: str | None = None
    day_of: str | None = None


def read(ask: Ask, heard: Heard) -> Reading:
    if isinstance(heard, Sent):
        return Refused(not_this(heard))
    if ask.world.today is None:
        return Refused(Words("pengertian.contoh_waktu"))
    if isinstance(heard, Pressed):
        told = _decode(heard.value)
        return Refused(Words("mesin.pilihan_tidak_ada")) if told is None else _settle(ask, _join(_so_far(ask), told))
    return _read_text(ask, heard.text, ask.world.today)


def _read_text(ask: Ask, text: str, today: date) -> Reading:
    old = _decode(ask.old) if ask.old else None
    before = _moved(old, _so_far(ask))
    bare = text.strip(" .").lower()
    if (before.day or _day_before(ask)) is not None and whole(bare, 2) is not None:
        text = f"jam {bare}"  # only the hour is missing: a number is the hour
    found = tongue_of(ask.world.spellings).read_when(text, today, ask.world.zone, old.day if old else None)
    if isinstance(found, results.Understood):
        return _settle(ask, _on_its_day(ask, _join(before, found.value)))
    if isinstance(found, results.Unsure) and found.options:
        return _narrow(ask, found, before)
    return Refused(found.why if isinstance(found, results.Unsure) else Words("pengertian.contoh_waktu"))


def _moved(old: When | None, before: When) -> When:
    """Who moves something keeps its hour, unless they tell another, or a part of the day."""
    return before if old is None or before.part else replace(before, at=before.at or old.at)


def _on_its_day(ask: Ask, when: When) -> When:
    """An hour alone, or a part of the day, is one of the day that was told before."""
    is_hour = when.day is None and (when.at is not None or bool(when.part))
    return replace(when, day=_day_before(ask)) if is_hour else when


def _day_before(ask: Ask) -> date | None:
    told = ask.values.get(ask.question.params.day_of or "") or {}
    return date.fromisoformat(told["day"]) if "day" in told else None


def _join(before: When, told: When) -> When:
    """What was told now counts; what it leaves open stays as it was."""
    if told.at is not None or told.part:
        return replace(told, day=told.day or before.day)
    return replace(before, day=told.day)


def _narrow(ask: Ask, found: results.Unsure[When], before: When) -> Reading:
    """Of several readings those that may be meant here; what is over is meant only where it may be."""
    whens = [_on_its_day(ask, _join(before, option.value)) for option in found.options]
    open_to = [when for when in whens if not _is_over(ask, when) and not _is_past_today(ask, when.day, when.at)]
    if len(open_to) == 1 < len(whens):
        return _settle(ask, open_to[0])
    if not open_to:
        return _settle(ask, whens[-1])
    by_day = [when for when in open_to if when.day is None and when.at is not None and _FIRST <= when.at < _LAST]
    if len(by_day) == 1 and all(when.day is None for when in open_to):
        return _settle(ask, by_day[0])  # "jam 7" alone: it is shown, and the day is asked
    return Unsure(found.why, tuple(Offer(_encode(when), _label(when)) for when in open_to))


def _is_over(ask: Ask, when: When) -> bool:
    return not ask.question.params.past and when.day is not None and when.day < (ask.world.today or when.day)


def _is_past_today(ask: Ask, day: date | None, at: time | None) -> bool:
    """An hour of today that is over: nobody means it, and no button offers it."""
    world = ask.world
    if ask.question.params.past or at is None or world.now is None:
        return False
    return day == world.today and at <= world.now


def _settle(ask: Ask, when: When) -> Reading:
    """An answer when nothing is missing; what is missing is asked for."""
    today = ask.world.today
    assert today is not None
    if when.day is not None and _is_over(ask, when):
        return _over(when, today)
    if when.day is not None and when.day - today > _AHEAD:
        return Refused(Words("pengertian.terlalu_jauh", {"hari": show_day(when.day)}))
    if when.day is None or (ask.question.params.with_hour and when.at is None):
        return Toggled((_encode(when),))
    return Took(_value(when, ask.question.params.with_hour), guessed=True)


def _over(when: When, today: date) -> Reading:
    """A day that is over: the same day of a year to come may be meant."""
    assert when.day is not None
    why = Words("pengertian.sudah_lewat", {"hari": show_day(when.day)})
    ahead = next((day for year in (today.year, today.year + 1) if (day := _in(year, when.day)) and day >= today), None)
    return Refused(why) if ahead is None else Unsure(why, (_offer(replace(when, day=ahead)),))


def _in(year: int, day: date) -> date | None:
    try:
        return day.replace(year=year)
    except ValueError:
        return None


def _offer(when: When) -> Offer:
    return Offer(_encode(when), _label(when))


def _label(when: When) -> str:
    parts = [show_day(when.day) if when.day else "", when.at.strftime("%H.%M") if when.at else when.part]
    return ", ".join(part for part in parts if part)


def _value(when: When, with_hour: bool) -> dict[str, Any]:
    assert when.day is not None
    at = {"at": when.at.strftime("%H.%M")} if with_hour and when.at else {}
    return {"day": when.day.isoformat(), **at}


def known(when: When, with_hour: bool, today: date) -> dict[str, Any] | None:
    """The answer that this is where nobody needs to ask any more; None when something is missing or it is over."""
    whole = when.day is not None and today <= when.day <= today + _AHEAD and (when.at is not None or not with_hour)
    return _value(when, with_hour) if whole else None


def offers(ask: Ask) -> Sequence[Offer]:
    """While only the hour is missing: hours that fit what was said of it."""
    before = _so_far(ask)
    if before.day is None or before.at is not None:
        return ()
    hours = [time(int(hour[:2]), int(hour[2:])) for hour in _HOURS_OF.get(before.part, _HOURS)]
    left = [hour for hour in hours if not _is_past_today(ask, before.day, hour)]
    return tuple(Offer(hour.strftime("T%H%M"), hour.strftime("%H.%M")) for hour in left)


def _so_far(ask: Ask) -> When:
    """What was told of this answer already."""
    told = ask.mine[0] if isinstance(ask.mine, list | tuple) and ask.mine else ""
    return _decode(str(told)) or When()


def _encode(when: When) -> str:
    day = when.day.isoformat() if when.day else ""
    return f"{day}T{when.at.strftime('%H%M') if when.at else when.part}"


def _decode(code: str) -> When | None:
    told, mark, rest = code.partition("T")
    if not mark or not code.isascii():
        return None
    try:
        day = date.fromisoformat(told) if told else None
        at = time(int(rest[:2]), int(rest[2:])) if is_digits(rest) and len(rest) == 4 else None
    except ValueError:
        return None
    part = rest if at is None else ""
    return None if part and part not in _HOURS_OF else When(day, at, part)


def holds(ask: Ask, value: Any) -> bool:
    """Whether it is over was asked when it was told: days go by while a form waits."""
    if not isinstance(value, dict) or not isinstance(value.get("day"), str):
        return False
    try:
        date.fromisoformat(value["day"])
    except ValueError:
        return False
    return isinstance(value.get("at"), str) or not ask.question.params.with_hour


def show(ask: Ask, value: Any) -> str | Words:
    at = f"{value['at']} {ask.world.zone}".strip() if "at" in value else ""
    return Words("pengertian.waktu", {"hari": show_day(date.fromisoformat(value["day"])), "jam": at, "bagian": ""})


def told(ask: Ask) -> Mapping[str, Any]:
    """What is known of the answer already, and when such a meeting usually is held."""
    before = _so_far(ask)
    chosen = ask.values.get(ask.question.params.usual_of or "") or {}
    usual = next((each.usual for each in ask.world.meetings if each.key == chosen.get("value")), "")
    at = before.at.strftime("%H.%M") if before.at else before.part
    return {"hari": show_day(before.day) if before.day else "", "jam": at, "biasanya": usual}
