"""Several dates in one message, one a line or behind commas: "musrenbang kecamatan: Maiwa 4 februari jam 9, Baraka 5
februari jam 9". Each becomes a sentence of its own, one card after another."""

import re
from collections.abc import Iterator

from bot.work.calendar import stated
from bot.work.calendar.typed import Told, read_typed
from bot.work.visit import Visit

_MARK = re.compile(r"^\s*(?:\d{1,2}[.)]\s+|[-–•*]+\s*)")
_LINES, _COMMAS = re.compile(r"\n|;"), re.compile(r",\s+|\n|;|\s+dan\s+")
_FEWEST, _MOST = 2, 20


def dates_in(visit: Visit, text: str) -> list[str]:
    """Each with the meeting that it is about; none where it is one date, or anything else is told."""
    for separator in (_LINES, _COMMAS):
        found = list(_sentences(visit, separator, text))
        if _FEWEST <= len(found) <= _MOST and all(stated.is_date(visit, one) for one in found):
            places = [_place(read_typed(visit, one)) for one in found]
            return found if len({*places}) == len(places) else []
    return []


def _sentences(visit: Visit, separator: re.Pattern[str], text: str) -> Iterator[str]:
    """`head`: what the meetings are called, from a line above them or from the first of them."""
    if not separator.search(text):
        return
    head, colon, rest = text.partition(":")
    if not colon or any(c.isdecimal() for c in head):
        head, rest = "", text
    for line in separator.split(rest):
        one = _MARK.sub("", line).strip(" .,")
        if one and not head and not any(c.isdecimal() for c in one):
            head = one
        elif one:
            whole = one if read_typed(visit, one).known else f"{head} {one}"
            head = head or str(read_typed(visit, one).known.get("macam", {}).get("label", ""))
            yield whole


def _place(told: Told) -> str:
    return "/".join(str(told.known.get(key, {}).get("code", "")) for key in ("kecamatan", "desa"))
