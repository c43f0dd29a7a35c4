"""Only the hour of a meeting that has its day is another, and many meetings move together."""

import pytest

from tests.roles.conftest import Office
from tests.support.calendar import DESA, KECAMATAN, set_date
from tests.support.sentences import mentions, says, words

_WHY, _ASKS_DAY = mentions("form.jadwal_pindah.alasan.tanya"), mentions("form.jadwal.waktu.tanya")
_OF_MANY = "jadwal_pindah_semua"


@pytest.mark.parametrize(
    "typed",
    ["musdesnya jam 2 siang saja", "musdes jam 2 siang", "majukan jam 2 siang", "jam 2 siang saja musdesnya"],
)
async def test_the_hour_moves_after_a_yes(office: Office, typed: str) -> None:
    rahman = await office.join("Rahman", "fasilitator_desa", DESA)
    await set_date(office, rahman, "musdes 12/1/27 jam 16")
    await office.ask(rahman, typed, _WHY)
    await office.press(rahman, words("tombol.lewati"), says("jadwal_pindahkah"))
    await office.press(rahman, words("tombol_jadwal_pindahkan"), says("jadwal_dipindah"))
    ((at,),) = await office.town.rows("SELECT starts_at FROM occasions")
    assert str(at).startswith("2027-01-12 06:00")


async def test_of_a_kecamatan_the_place_tells_which(office: Office) -> None:
    rahman = await office.join("Rahman", "fasilitator_kecamatan", KECAMATAN)
    for place in ("tuncung", "boiya"):
        await set_date(office, rahman, f"musdes {place} 12/1/27 jam 9")
    await office.ask(rahman, "musdes tuncung jam 2 siang saja", _WHY)


@pytest.mark.parametrize(
    "typed",
    [
        "yg Boiya jamnya saja jadi jam 10, kepala desanya ada urusan",
        "Boiya jamnya jadi jam 10, kepala desanya ada urusan",
        "jamnya Boiya jadi jam 10, kepala desanya ada urusan",
    ],
)
async def test_the_name_of_the_place_is_enough(office: Office, typed: str) -> None:
    rahman = await office.join("Rahman", "fasilitator_kecamatan", KECAMATAN)
    for place in ("tuncung", "boiya"):
        await set_date(office, rahman, f"musdes {place} 12/1/27 jam 9")
    await office.ask(rahman, "/tugas", bool)
    await office.ask(rahman, typed, says("jadwal_pindahkah", alasan="kepala desanya ada urusan"))
    await office.press(rahman, words("tombol_jadwal_pindahkan"), says("jadwal_dipindah"))
    rows = await office.town.rows("SELECT wilayah, starts_at FROM occasions ORDER BY wilayah")
    assert [str(at)[11:16] for _, at in rows] == ["01:00", "02:00"]


@pytest.mark.parametrize("typed", ["musrenbang jam 10 pagi", "rapat jam 10 pagi tgl 20 januari 2027"])
async def test_of_a_meeting_that_has_no_day_it_is_asked(office: Office, typed: str) -> None:
    rahman = await office.join("Rahman", "fasilitator_desa", DESA)
    await set_date(office, rahman, "musdes 12/1/27 jam 9")
    told = await office.ask(rahman, typed, lambda message: True)
    assert told["text"] not in _WHY


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("maiwa banjir pak, semua musdes mundur seminggu", "maiwa banjir pak"),
        ("tunda semua pertemuan di maiwa sampai minggu depan", ""),
        ("undur semua musdes di maiwa ke pekan depan, jalan putus", "jalan putus"),
        ("krn banjir semua rapat di maiwa digeser 1 minggu", "banjir"),
        ("karena maiwa banjir semua musdesnya mundur seminggu", "maiwa banjir"),
    ],
)
async def test_all_of_them_move_by_a_week_after_one_yes(office: Office, typed: str, why: str) -> None:
    rahman = await office.join("Rahman", "fasilitator_kecamatan", KECAMATAN)
    for place, day in (("tuncung", 12), ("boiya", 13)):
        await set_date(office, rahman, f"musdes {place} {day}/1/27 jam 9")
    await office.ask(rahman, typed, mentions(_OF_MANY, jumlah=2, alasan=why))
    if not why:
        await office.ask(rahman, "jalan tertutup longsor", words("form.jadwal_pindah_semua.pindah.tanya"))
    assert not any(text in says("bahaya.bencana") for text in office.texts(rahman))
    await office.press(rahman, words("form.jadwal_pindah_semua.pindah.pilihan.ya"), says("jadwal_dipindah"))
    await office.town.until("SELECT count(*) FROM occasions WHERE starts_at > '2027-01-18 12:00'", 2)
