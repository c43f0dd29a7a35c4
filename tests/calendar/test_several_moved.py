"""Several kecamatan in one order to move: all are shown, and the next request is no reason."""

import pytest

from tests.roles.conftest import Office
from tests.support.calendar import set_date
from tests.support.sentences import mentions, says

_OF_MANY, _WHY = "jadwal_pindah_semua", mentions("form.jadwal_pindah.alasan.tanya")


@pytest.mark.parametrize(
    ("typed", "many", "missed"),
    [
        ("Curio dan Malua musrenbangnya mundur seminggu, jamnya tetap", 2, []),
        ("musrenbang malua sama curio undur 1 minggu", 2, []),
        ("curio, malua dan baraka mundur seminggu musrenbangnya", 2, ["Baraka"]),
        ("baraka dan curio musrenbangnya mundur seminggu", 1, ["Baraka"]),
    ],
)
async def test_all_are_shown_and_who_has_no_date_is_said(
    office: Office, typed: str, many: int, missed: list[str]
) -> None:
    ilham = await office.join("Ilham", "bappeda", "73.16")
    for place in ("curio", "malua"):
        await set_date(office, ilham, f"musrenbang kecamatan {place} 18/2/27 jam 9")
    await office.ask(ilham, typed, mentions(_OF_MANY, jumlah=many, tak=missed))


@pytest.mark.parametrize("typed", ["rekap satu halaman untuk pimpinan saya", "buatkan tabel usulan"])
async def test_what_is_wanted_next_is_no_reason(office: Office, typed: str) -> None:
    ilham = await office.join("Ilham", "bappeda", "73.16")
    await set_date(office, ilham, "musrenbang kecamatan curio 18/2/27 jam 9")
    await office.ask(ilham, "curio musrenbangnya mundur seminggu", _WHY)
    await office.ask(ilham, typed, lambda message: True)
    assert not any(text in says("jadwal_pindahkah") for text in office.texts(ilham))
    await office.ask(ilham, "camat rapat di Makassar", says("jadwal_pindahkah", alasan="camat rapat di Makassar"))


@pytest.mark.parametrize("typed", ["iya", "lewati", "tidak ada"])
async def test_why_may_be_left_out(office: Office, typed: str) -> None:
    ilham = await office.join("Ilham", "bappeda", "73.16")
    for place in ("curio", "malua"):
        await set_date(office, ilham, f"musrenbang kecamatan {place} 18/2/27 jam 9")
    await office.ask(ilham, "Curio dan Malua musrenbangnya mundur seminggu", mentions(_OF_MANY, jumlah=2))
    await office.ask(ilham, typed, mentions("form.jadwal_pindah_semua.pindah.tanya"))
    await office.ask(ilham, "ya", says("jadwal_dipindah", alasan=""))
    moved = [str(row[0])[:10] for row in await office.town.rows("SELECT starts_at FROM occasions")]
    assert moved == ["2027-02-25", "2027-02-25"]
