"""Days as people name them: "selasa depan", "14/1/27", "besok", "tgl 5 bulan depan", "3 hari lagi".

Each reader gives the days that may be meant: one, several to choose from, or none when there is no such day.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from bot.core.forms.digits import is_digits

DAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
MONTHS = (
    *("Januari", "Februari", "Maret", "April", "Mei", "Juni"),
    *("Juli", "Agustus", "September", "Oktober", "November", "Desember"),
)
_DAY_WORDS = (
    "senin senen snin senn",
    "selasa slasa selsa sls",
    "rabu rabo rbu",
    "kamis kmis kemis kms",
    "jumat jum'at jumaat jumat' jmat jum'at' jmt",
    "sabtu sbtu saptu sabtuu",
    "minggu mingu mnggu mgg ahad",
)
_MONTH_WORDS = (
    "januari jan januwari jnuari januri",
    "februari feb pebruari peb febuari februri",
    "maret mar mrt marett",
    "april apr aprl",
    "mei mey",
    "juni jun",
    "juli jul",
    "agustus agt agu ags agst agustu agustuss agus",
    "september sep sept sepetember septembr",
    "oktober okt oct october oktobr",
    "november nov nop nopember novembr",
    "desember des dec december desembr",
)
_DAY_OF = {word: at for at, words in enumerate(_DAY_WORDS) for word in words.split()}
_MONTH_OF = {word: at for at, words in enumerate(_MONTH_WORDS, 1) for word in words.split()}
_DAY = "|".join(sorted(_DAY_OF, key=len, reverse=True))
MONTH_WORDS = "|".join(sorted(_MONTH_OF, key=len, reverse=True))
_FAR = 270  # days; a day without its year lies ahead, but hardly further ahead than this

_NEXT_WEEK = r"(?:minggu|mgg|pekan)\s+(?:depan|dpn|berikut(?:nya)?)"


@dataclass(frozen=True, slots=True)
class Named:
    """What one expression names. `weekday`: 0 is Monday, when only that was named. `keep`: what it tells of the hour.

    Not `sure`: it may be no day at all, as "minggu" may be a week.
    """

    days: tuple[date, ...]
    weekday: int | None = None
    sure: bool = True
    keep: str = ""


def show_day(day: date) -> str:
    """As "Kamis, 14 Januari 2027"."""
    return f"{DAYS[day.weekday()]}, {show_date(day)}"


def show_date(day: date) -> str:
    """As "14 Januari 2027"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def show_short(day: date) -> str:
    """As "14 Jan", for a button."""
    return f"{day.day} {MONTHS[day.month - 1][:3]}"


def find_days(text: str, today: date) -> tuple[list[Named], str]:
    """Every day named in a lower-case text, and what is left of it."""
    found: list[Named] = []
    for pattern, read in _READERS:
        while match := pattern.search(text):
            found.append(read(match, today))
            text = f"{text[: match.start()]} {found[-1].keep} {text[match.end() :]}"
    return found, text


def _made(year: int, month: int, day: int) -> tuple[date, ...]:
    try:
        made = date(year, month, day)
    except ValueError:
        return ()
    return (made,) if 2000 <= year < 2100 else ()


def _full_year(told: str) -> int:
    return int(told) if len(told) == 4 else 2000 + int(told)


def _by_iso(found: re.Match[str], _today: date) -> Named:
    return Named(_made(int(found[1]), int(found[2]), int(found[3])))


def _by_figures(found: re.Match[str], _today: date) -> Named:
    return Named(_made(_full_year(found[4]), int(found[3]), int(found[1])))


def _by_month(found: re.Match[str], today: date) -> Named:
    day, month = int(found[1]), _MONTH_OF[found[2]]
    if found[3]:
        return Named(_made(_full_year(found[3]), month, day))
    if found[4]:
        return Named(_made(today.year + (found[4] in ("depan", "dpn")), month, day))
    return Named(_coming(day, month, today))


def _by_day_and_month(found: re.Match[str], today: date) -> Named:
    return Named(_coming(int(found[1]), int(found[2]), today))


def _coming(day: int, month: int, today: date) -> tuple[date, ...]:
    """The next time this day of the year comes; when that is far off, the last time may be meant as well."""
    years = [made for year in (today.year - 1, today.year, today.year + 1) for made in _made(year, month, day)]
    ahead = [made for made in years if made >= today][:1]
    past = [made for made in years if made < today][-1:]
    near = ahead and (ahead[0] - today).days <= _FAR
    return tuple(ahead) if near else tuple(past + ahead)


def _by_number(found: re.Match[str], today: date) -> Named:
    """ "Tgl 5", "tgl 5 bulan depan", "tgl 5 bulan 2"."""
    day, which, year = int(found[1]), found[2], found[3]
    if which and is_digits(which) and year:
        return Named(_made(int(year), int(which), day))
    if which and is_digits(which):
        return Named(_coming(day, int(which), today))
    if which:
        return Named(_in_month(day, today, 0 if which == "ini" else 1))
    this, following = _in_month(day, today, 0), _in_month(day, today, 1)
    if this and this[0] >= today:
        return Named(this)
    recent = this and (today - this[0]).days <= 7
    return Named(this + following if recent else following)


def _in_month(day: int, today: date, ahead: int) -> tuple[date, ...]:
    month = today.month - 1 + ahead
    return _made(today.year + month // 12, month % 12 + 1, day)


def _by_distance(found: re.Match[str], today: date) -> Named:
    number = int(found[1]) if found[1] else 1
    unit, back = found[2], found[3] in ("lalu", "lewat")
    days = number * {"hari": 1, "hr": 1}.get(unit, 7)
    if days > 3660:
        return Named(())
    return Named((today + timedelta(days=-days if back else days),))


def _by_nearness(found: re.Match[str], today: date) -> Named:
    steps = next(steps for words, steps in _NEAR.items() if found[1] in words.split("|"))
    return Named(tuple(today + timedelta(days=step) for step in steps))


_NEAR = {
    "besok lusa|besuk lusa": (1, 2),
    "besok|bsok|bsk|besuk|esok|besoknya": (1,),
    "lusa|lusanya": (2,),
    "hari ini|hr ini|hri ini": (0,),
    "kemarin|kmarin|kmrn|kemaren": (-1,),
}
_NEAR_WORDS = "|".join(_NEAR)


def _on_today(found: re.Match[str], today: date) -> Named:
    """ "Malam ini", "nanti sore"."""
    return Named((today,), keep=found[1] or found[2])


def _eve(found: re.Match[str], today: date) -> Named:
    """ "Malam Jumat" is the evening before Friday to most people, and Friday evening to some."""
    day = today + timedelta(days=(_DAY_OF[found[1]] - today.weekday()) % 7 or 7)
    return Named((day - timedelta(days=1), day), keep="malam")


def _by_weekday(found: re.Match[str], today: date) -> Named:
    named, which = found[2], "minggu depan" if found[4] else found[3] or ""
    weekday = _DAY_OF[named]
    return Named(
        tuple(_weekdays(weekday, which, today)), weekday, sure=weekday < 6 or named == "ahad" or bool(found[1])
    )


def _by_week_and_day(found: re.Match[str], today: date) -> Named:
    weekday = _DAY_OF[found[1]]
    return Named(tuple(_weekdays(weekday, "minggu depan", today)), weekday)


def _weekdays(weekday: int, which: str, today: date) -> Iterator[date]:
    monday = today - timedelta(days=today.weekday())
    here, week = monday + timedelta(days=weekday), timedelta(days=7)
    if which in ("lalu", "kemarin"):
        yield here if here < today else here - week
    elif which == "minggu depan":
        yield here + week
        if today.weekday() == 6:  # does the new week begin today or tomorrow?
            yield here + 2 * week
    elif which == "ini":
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


_PART = "pagi|siang|sore|malam|mlm|petang|subuh"
_TGL = r"(?:(?:tgl|tanggal|tggl|tgal)\s*\.?\s*)"
_READERS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], date], Named]], ...] = (
    (re.compile(r"\b(\d{4})-(\d{1,2})-(\d{1,2})\b"), _by_iso),
    (re.compile(rf"{_TGL}?\b(\d{{1,2}})\s?([/.-])\s?(\d{{1,2}})\s?\2\s?(\d{{4}}|\d{{2}})\b"), _by_figures),
    (
        re.compile(
            rf"{_TGL}?\b(\d{{1,2}})[\s/-]*({MONTH_WORDS})\b\.?(?:[\s/-]*(?:(?:tahun|thn|th)?\s*'?(20\d\d|2[5-9]|3\d)\b(?![.:]\d)"
            r"|(?:tahun|thn|th)\s+(depan|dpn|ini)\b))?"
        ),
        _by_month,
    ),
    (re.compile(rf"{_TGL}?\b(\d{{1,2}})\s?/\s?(\d{{1,2}})\b(?!\s?/)"), _by_day_and_month),
    (
        re.compile(
            rf"{_TGL}(\d{{1,2}})\b(?![.:]\d)(?:\s*(?:bulan|bln)\s*(depan|dpn|ini|berikutnya|\d{{1,2}})\b(?:\s*(?:tahun|thn|th)\s*(\d{{4}}))?)?"
        ),
        _by_number,
    ),
    (
        re.compile(
            r"\b(?:(\d{1,3})\s*|se)(hari|hr|minggu|mgg|pekan)\s+(?:yang\s+|yg\s+)?"
            r"(lagi|lg|ke depan|kedepan|kemudian|lalu|lewat|berikutnya)\b"
        ),
        _by_distance,
    ),
    (re.compile(rf"\b({_NEAR_WORDS})\b(?: hari)?"), _by_nearness),
    (re.compile(rf"\b{_NEXT_WEEK}[\s,]+(?:hari\s+)?({_DAY})\b"), _by_week_and_day),
    (
        re.compile(rf"\b(?:(?:nanti|tadi|sebentar|ntar|entar|sbntar)\s+({_PART})|({_PART})\s+(?:ini|nanti))\b"),
        _on_today,
    ),
    (re.compile(rf"(?:\bmalam|\bmlm)\s+({_DAY})\b"), _eve),
    (
        re.compile(
            rf"(\bhari\s+|\bhr\s+)?\b({_DAY})\b"
            rf"(?:\s+(?:(?:minggu|mgg|pekan)\s+(?=ini))?(depan|dpn|ini|lalu|kemarin|berikut(?:nya)?)\b|\s+({_NEXT_WEEK}))?"
        ),
        _by_weekday,
    ),
)
