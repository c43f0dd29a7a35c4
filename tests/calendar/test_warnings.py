"""What there is to think of before a date stands: each with its borders, and none where nothing is wrong."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.core.calendar.rules import OccasionKind, Usual
from bot.core.calendar.usual import is_usual, usual_months
from bot.core.calendar.warnings import Other, warnings
from bot.core.calendar.workdays import Workdays
from tests.support.town import catalog_of

ZONE = ZoneInfo("Asia/Makassar")
MEETING = OccasionKind("musrenbang_desa", ("desa",), ("fasilitator_desa",), invites=7)
AMONG = OccasionKind("musdus", ("desa",), ("fasilitator_desa",), named=True)
STAGE = OccasionKind("rkpd", ("kabupaten",), ("bappeda",), stage=True)
WORKDAYS = Workdays({date(2027, 1, 1): "Tahun Baru"}, ((date(2027, 2, 8), date(2027, 3, 9)),))
NOW = datetime(2027, 1, 4, 8, 0, tzinfo=ZONE)


def at(day: int, hour: int = 9, minute: int = 0, month: int = 1, year: int = 2027) -> datetime:
    return datetime(year, month, day, hour, minute, tzinfo=ZONE)


def found(kind: OccasionKind, when: datetime, others: tuple[Other, ...] = (), now: datetime = NOW) -> list[str]:
    return [told.name.removeprefix("jadwal_awas_") for told in warnings(kind, when, now, WORKDAYS, others)]


@pytest.mark.parametrize(
    ("kind", "when", "wanted"),
    [
        (MEETING, at(14), []),
        (MEETING, at(15, 11, 29), []),
        (MEETING, at(15, 11, 30), ["jumat"]),
        (MEETING, at(15, 13, 29), ["jumat"]),
        (MEETING, at(15, 13, 30), []),
        (MEETING, at(14, 11, 30), []),
        (MEETING, at(14, 3), ["larut"]),
        (MEETING, at(14, 5, 59), ["larut"]),
        (MEETING, at(14, 6), []),
        (AMONG, at(14, 21, 59), []),
        (AMONG, at(14, 22), ["larut"]),
        (MEETING, at(16), ["akhir_pekan"]),
        (MEETING, at(17), ["akhir_pekan"]),
        (AMONG, at(16), []),
        (MEETING, at(7, month=2), ["akhir_pekan"]),
        (MEETING, at(8, month=2), ["ramadan"]),
        (MEETING, at(9, month=3), ["ramadan"]),
        (MEETING, at(10, month=3), []),
        (MEETING, at(11), []),
        (MEETING, at(10), ["akhir_pekan", "undangan"]),
        (MEETING, at(4, 9), ["undangan"]),
        (MEETING, at(4, 8), ["lewat", "undangan"]),
        (AMONG, at(5), []),
        (MEETING, at(14, year=2028), ["libur_belum"]),
        (STAGE, at(16, 0), ["akhir_pekan"]),
        (STAGE, at(8, 0, month=2), []),
    ],
)
def test_what_there_is_to_think_of(kind: OccasionKind, when: datetime, wanted: list[str]) -> None:
    assert found(kind, when) == wanted


def test_a_holiday_is_called_by_its_name() -> None:
    told = warnings(MEETING, at(1), at(1) - timedelta(days=20), WORKDAYS)
    assert [(one.name, one.values) for one in told] == [("jadwal_awas_libur", {"nama": "Tahun Baru"})]


def test_in_ramadan_evenings_are_named_to_neighbours_and_mornings_to_offices() -> None:
    for kind, evening in ((AMONG, True), (MEETING, False)):
        assert [one.values["malam"] for one in warnings(kind, at(9, month=2), NOW, WORKDAYS)] == [evening]


@pytest.mark.parametrize(("minutes", "told"), [(-60, False), (-59, True), (0, True), (59, True), (60, False)])
def test_two_meetings_within_an_hour_are_told_with_name_and_place(minutes: int, told: bool) -> None:
    other = Other("Musrenbang desa", "Desa Boiya", at(14) + timedelta(minutes=minutes))
    assert found(MEETING, at(14), (other,)) == (["bersamaan"] if told else [])
    assert found(STAGE, at(14), (other,)) == []


def test_every_warning_can_be_read() -> None:
    other = Other("Musrenbang desa", "Desa <b>", at(8, 3, month=2))
    for when in (at(1), at(4, 8), at(8, 3, month=2), at(15, 12), at(16), at(14, year=2029)):
        for told in warnings(MEETING, when, NOW, WORKDAYS, (other,)):
            assert len(catalog_of().label(told)) > 10


BOTH = (
    Usual("aturan", "musdes", 0, (6, 1), (6, 30)),
    Usual("kebiasaan", "musdes", 0, (10, 1), (12, 31)),
    Usual("kebiasaan", "musdes", 1, (1, 1), (1, 31)),
)


def test_usual_months_are_told_as_people_say_them() -> None:
    assert usual_months("musdes", BOTH) == ["Juni", "Oktober–Januari"]
    assert usual_months("rkpd", BOTH) == []


@pytest.mark.parametrize(
    ("month", "day", "usual"), [(6, 1, True), (6, 30, True), (7, 1, False), (11, 5, True), (1, 31, True), (2, 1, False)]
)
def test_a_day_within_either_calendar_is_usual(month: int, day: int, usual: bool) -> None:
    assert is_usual("musdes", date(2027, month, day), BOTH) is usual


def test_a_span_over_the_end_of_the_year_is_one() -> None:
    over = (Usual("kebiasaan", "musdes", 0, (10, 15), (1, 20)),)
    assert usual_months("musdes", over) == ["Oktober–Januari"]
    assert [is_usual("musdes", date(2027, *told), over) for told in ((10, 14), (10, 15), (1, 20), (1, 21))] == [
        False, True, True, False
    ]  # fmt: skip
    assert is_usual("rkpd", date(2027, 1, 1), over)
