"""Which villages have held a meeting of theirs, and which have not, is told of the meeting that is named."""

import pytest

from tests.roles.conftest import Office
from tests.support.calendar import KECAMATAN, office, set_date
from tests.support.sentences import says, words

__all__ = ["office"]

_TOLD = "tanya_kerja_belum_rapat"


async def _with_dates(office: Office) -> None:
    """One was held, one has its day."""
    rahman = await office.join("Rahman", "fasilitator_kecamatan", KECAMATAN)
    for place, day in (("tuncung", "5/11/26"), ("boiya", "14/1/27")):
        await set_date(office, rahman, f"musdes {place} {day} jam 9")
    await office.town.simulator.move_clock(by=5 * 24 * 3600)
    await office.town.begin_again()


@pytest.mark.parametrize(
    "typed",
    [
        "brp desa yg belum musdes di maiwa",
        "desa mana saja yang belum musdes di maiwa?",
        "siapa yg belum tetapkan tanggal musdes di maiwa",
        "berapa desa di maiwa yg sudah musdes",
    ],
)
async def test_each_is_counted_once(office: Office, typed: str) -> None:
    await _with_dates(office)
    ratna = await office.join("Ratna", "bappeda", "73.16")
    told = (await office.ask(ratna, typed, says(_TOLD, jumlah="20", semua="21")))["text"]
    assert words("pertemuan.musdes") in told
    held, dated, undated = told.split("\n")[1:4]
    assert held.endswith("Desa Tuncung.")
    assert "Desa Boiya (Kamis, 14 Januari 2027" in dated
    assert "Desa Pattondon Salu" in undated
    assert "Tuncung" not in undated


@pytest.mark.parametrize(
    ("typed", "is_asked"),
    [
        ("yg belum tetapkan tanggal siapa", False),
        ("berapa desa yang belum musrenbang", True),
        ("siapa yang belum dikabari hasil musdes", False),
    ],
)
async def test_what_asks_for_something_else_is_answered_so(office: Office, typed: str, is_asked: bool) -> None:
    ratna = await office.join("Ratna", "bappeda", "73.16")
    told = await office.ask(ratna, typed, lambda message: True)
    assert (told["text"] in says(_TOLD)) is is_asked
