"""The page of a facilitator's year: one sheet, however full or empty it was."""

import io
from dataclasses import replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from pypdf import PdfReader

from bot.reports import document
from bot.store.calendar.occasions import Occasion
from bot.store.service.year import Met, Tenure
from bot.work.office import Office
from bot.work.service import year as service
from bot.work.service.page import page
from bot.work.service.year import Heard, Year
from tests.support.town import catalog_of

BOIYA, OTHER_DESA = "73.16.01.2012", "73.16.01.2002"
ME = 7
ZONE = ZoneInfo("Asia/Makassar")
NOW = datetime(2027, 3, 2, 3, 0, tzinfo=UTC)


def _office() -> Office:
    return Office(catalog_of(), "Bappeda Enrekang", ZONE)


def _day(month: int, day: int, year: int = 2027) -> datetime:
    return datetime(year, month, day, 9, 0, tzinfo=ZONE)


LONG = "Bernama Sangat Panjang binti Muhammad Saleh Daeng Ngai dari Sana"


def _big() -> Year:
    """More than any year will hold."""
    tenures = [Tenure("fasilitator_desa", scope, _day(1, 1, 2025), None) for scope in (BOIYA, OTHER_DESA)]
    held = [
        Met(Occasion(n, "kelompok_kurang_mampu", BOIYA, LONG, 2028, _day(1, 4), LONG * 2, ME, NOW), 1231, 118)
        for n in range(30)
    ]
    beside = [Met(Occasion(99, "musdus", OTHER_DESA, "", 2028, _day(1, 4), "", ME, NOW), 1, 2)]
    heard = {group: Heard(114, 111, 99) for group in service.HEARD}
    return Year(2026, tenures, held, beside, heard, 1114, 119, 1146, 1141, 138, 123, 119, 11)


def _words(told: Year, name: str) -> list[str]:
    data = page(_office(), told, name, NOW)
    pages = PdfReader(io.BytesIO(document.pdf("pengabdian", data))).pages
    return [" ".join(one.extract_text().split()) for one in pages]


def test_the_fullest_year_is_one_page() -> None:
    (text,) = _words(_big(), LONG)
    for wanted in (
        "dan 24 pertemuan lain",
        "1114",
        "119 tepat waktu, 4 menyusul",
        "Desa Boiya",
        LONG,
        "Bappeda Enrekang",
    ):
        assert wanted in text


def test_ten_meetings_with_short_names_all_stand_on_the_page() -> None:
    names = [f"Dusun {number}" for number in range(1, 12)]
    held = [
        Met(Occasion(n, "musdus", BOIYA, name, 2028, _day(1, n + 4), "Balai desa", ME, NOW), 23, 18)
        for n, name in enumerate(names)
    ]
    heard = {group: Heard(114, 111, 99) for group in service.HEARD}
    for number, left in ((10, ""), (11, "dan 1 pertemuan lain.")):
        year = replace(_big(), year=2027, meetings=held[:number], beside=(), heard=heard)
        (text,) = _words(year, LONG)
        assert sum(f"Kumpul dusun: {name} " in text for name in names) == 10
        assert left in text
        assert ("pertemuan lain" in text) == bool(left)


def test_what_is_not_there_is_told_kindly_and_nobody_is_blamed() -> None:
    (text,) = _words(Year(2027, _big().tenures[:1], brought=2), "#panic()")
    assert "#panic()" in text
    assert "Belum ada pertemuan yang tercatat." in text
    assert not any(word in text for word in ("menyusul", "terlambat", "0 sudah dikabari"))
