"""Dates for other programs: an iCalendar file (RFC 5545) that telephones and calendar programs read."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from bot.reports import Made

MIME = "text/calendar"
#: How long a meeting is shown whose programme nobody knows.
_LASTS = timedelta(hours=3)
_REFRESH = timedelta(hours=6)
#: The same as a text: for a name of its own the library would write "6:00:00", which programs do not read.
_REFRESH_TEXT = "PT6H"
#: When the telephone reminds of a meeting, before it begins.
_ALARM = timedelta(days=-1)


def make(args: Mapping[str, Any]) -> Made:
    """`filename`, `name`, `zone`, `events`: a list of {"uid", "sequence", "changed", "starts", "summary", "place",
    "text", "cancelled"}, and for a meeting "minutes", which its programme takes. `starts` is a date or a time in UTC,
    in ISO form; `changed` a time.

    The same events always make the same bytes, so that a program that asks again is told that nothing changed.
    """
    from icalendar import Calendar

    calendar = Calendar()
    for name, value in (("prodid", "-//Kawan Musrenbang//id//"), ("version", "2.0"), ("method", "PUBLISH")):
        calendar.add(name, value)
    calendar.add("x-wr-calname", args["name"])
    calendar.add("x-wr-timezone", args["zone"])
    calendar.add("refresh-interval", _REFRESH, parameters={"value": "DURATION"})
    calendar.add("x-published-ttl", _REFRESH_TEXT)
    zone = ZoneInfo(args["zone"])
    for told in args["events"]:
        calendar.add_component(_event(told, zone))
    calendar.add_missing_timezones()
    return Made(f"{args['filename']}.ics", MIME, calendar.to_ical())


def _event(told: Mapping[str, Any], zone: ZoneInfo) -> Any:
    from icalendar import Event

    event = Event()
    event.add("uid", told["uid"])
    event.add("sequence", told["sequence"])
    event.add("dtstamp", datetime.fromisoformat(told["changed"]))
    event.add("last-modified", datetime.fromisoformat(told["changed"]))
    starts, ends, is_day = _span(told["starts"], told.get("minutes"), zone)
    event.add("dtstart", starts)
    event.add("dtend", ends)
    event.add("transp", "TRANSPARENT" if is_day else "OPAQUE")
    event.add("summary", told["summary"])
    event.add("status", "CANCELLED" if told["cancelled"] else "CONFIRMED")
    for name, key in (("location", "place"), ("description", "text")):
        if told[key]:
            event.add(name, told[key])
    if not is_day and not told["cancelled"]:
        event.add_component(_alarm(told["summary"]))
    return event


def _alarm(summary: str) -> Any:
    from icalendar import Alarm

    alarm = Alarm()
    for name, value in (("action", "DISPLAY"), ("trigger", _ALARM), ("description", summary)):
        alarm.add(name, value)
    return alarm


def _span(told: str, minutes: int | None, zone: ZoneInfo) -> tuple[date, date, bool]:
    """Begin and end, and whether it is a whole day."""
    if "T" not in told:
        day = date.fromisoformat(told)
        return day, day + timedelta(days=1), True
    starts = datetime.fromisoformat(told).astimezone(zone)
    return starts, starts + (timedelta(minutes=minutes) if minutes else _LASTS), False
