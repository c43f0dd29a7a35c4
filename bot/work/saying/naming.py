"""How occasions and their dates are called."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime

from bot.core.forms.writing import in_short
from bot.core.places.spelling import fold
from bot.core.records import Grant
from bot.core.understanding.times.days import show_day
from bot.core.wilayah import DESA, level_of, lies_in
from bot.store.calendar.occasions import Occasion
from bot.work.office import Office


def kind_name(office: Office, kind: str, *, in_kelurahan: bool = False) -> str:
    """Such as "Musrenbang desa"; in a kelurahan by the name it has there."""
    name = f"pertemuan.{kind}"
    own = f"{name}_kelurahan"
    return office.plain(own if in_kelurahan and own in office.catalog.texts else name)


def short_names(office: Office) -> frozenset[str]:
    """With which those begin in which usulan are talked about, or which they have in brackets: "musdes"."""
    names = (kind_name(office, kind.key) for kind in office.catalog.calendar.kinds.values() if kind.discusses)
    return frozenset(fold(word) for name in names for word in re.findall(r"^\w+|(?<=\()\w+", name))


def occasion_name(office: Office, one: Occasion) -> str:
    """Such as "Kumpul dusun: Salu Barani"."""
    name = kind_name(office, one.kind, in_kelurahan=office.catalog.places.is_kelurahan(one.wilayah))
    return f"{name}: {one.about}" if one.about else name


def name_within(office: Office, one: Occasion, wilayah: str) -> str:
    """With where it is, where that lies in the wilayah that is spoken of."""
    is_inside = one.wilayah != wilayah and lies_in(one.wilayah, wilayah)
    return (
        f"{occasion_name(office, one)}, {place_name(office, one.wilayah)}" if is_inside else occasion_name(office, one)
    )


def place_name(office: Office, wilayah: str) -> str:
    return office.catalog.places.scope_name(wilayah)


def whole_date(office: Office, kind: str, at: datetime) -> str:
    """Such as "Kamis, 14 Januari 2027, 09.00 WITA"; a stage is a day without an hour."""
    local = office.local(at)
    day = show_day(local.date())
    return day if office.catalog.calendar.kinds[kind].stage else f"{day}, {local.strftime('%H.%M %Z')}"


def date_of(office: Office, one: Occasion) -> str:
    return whole_date(office, one.kind, one.starts_at)


def sort_of_place(office: Office, grants: Iterable[Grant]) -> str:
    """ "desa" or "kelurahan", where somebody works in nothing else; empty where that may be both."""
    scopes = [grant.scope for grant in grants]
    sorts = {office.catalog.places.is_kelurahan(scope) for scope in scopes if level_of(scope) == DESA}
    is_one = len(sorts) == 1 and all(level_of(scope) == DESA for scope in scopes)
    return ("kelurahan" if sorts.pop() else "desa") if is_one else ""


def task_title(office: Office, rule: str) -> str:
    return office.plain(f"tugas.{rule}.judul")


def told_apart(names: Sequence[Sequence[str]], longest: int) -> list[str]:
    """The first of each, such as a title; of several that are called the same with what tells them apart, such as a
    place, and a day where that is the same as well. So many characters: the title gives way."""
    told = [list(parts[:1]) for parts in names]
    for at in range(1, max(map(len, names), default=1)):
        times = Counter(map(tuple, told))
        told = [[*each, parts[at]] if times[tuple(each)] > 1 else each for each, parts in zip(told, names, strict=True)]
    return [", ".join((in_short(title, longest - sum(len(one) + 2 for one in rest)), *rest)) for title, *rest in told]
