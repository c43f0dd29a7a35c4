"""Dates for other programs: an iCalendar file (RFC 5545) that telephones and calendar programs read."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from bot.reports import Made

MIME = "text/calendar"
#: How long a meeting is shown: nobody says when it ends.
_LASTS = timedelta(hours=3)
_REFRESH = timedelta(hours=6)


def make(args: Mapping[str, Any]) -> Made:
    """`filename`, `name`, `zone`, `events`: a list of {"uid", "sequence", "changed", "starts", "summary", "place",
    "text", "cancelled"}. `starts` is a date or a time in UTC, in ISO form; `changed` a time.

    The same events always make the same bytes, so that a program that asks again is told that nothing changed.
    """
    from icalendar import Calendar

    calendar = Calendar()
    for name, value in (("prodid", "-//Kawan Musrenbang//id//"), ("version", "2.0"), ("method", "PUBLISH")):
        calendar.add(name, value)
    calendar.add("x-wr-calname", args["name"])
    calendar.add("x-wr-timezone", args["zone"])
    calendar.add("refresh-interval", _REFRESH, parameters={"value": "DURATION"})
    calendar.add("x-published-ttl", _REFRESH)
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
    starts, ends, is_day = _span(told["starts"], zone)
    event.add("dtstart", starts)
    event.add("dtend", ends)
    event.add("transp", "TRANSPARENT" if is_day else "OPAQUE")
    event.add("summary", told["summary"])
    event.add("status", "CANCELLED" if told["cancelled"] else "CONFIRMED")
    for name, key in (("location", "place"), ("description", "text")):
        if told[key]:
            event.add(name, told[key])
    return event


def _span(told: str, zone: ZoneInfo) -> tuple[date, date, bool]:
    """Begin and end, and whether it is a whole day."""
    if "T" not in told:
        day = date.fromisoformat(told)
        return day, day + timedelta(days=1), True
    starts = datetime.fromisoformat(told).astimezone(zone)
    return starts, starts + _LASTS, False
