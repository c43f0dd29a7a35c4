"""Several kecamatan in one order to move: all are shown, and the next request is no reason."""

import pytest

from bot.simulator.chats import Person
from tests.roles.conftest import Office
from tests.support.calendar import set_date
from tests.support.sentences import mentions, says, words

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


async def _three(office: Office) -> Person:
    """Set by one line for three kecamatan."""
    ilham = await office.join("Ilham", "bappeda", "73.16")
    typed = "musrenbang kecamatan maiwa, enrekang, baraka 4 februari jam 9 di kantor camat"
    await office.ask(ilham, typed, mentions("jadwal_sekaligus", jumlah=3))
    await office.ask(ilham, "ya", says("jadwal_sekaligus_disimpan"))
    return ilham


@pytest.mark.parametrize(
    "typed",
    [
        "eh salah, yang Baraka bukan tgl 4 tapi tgl 8 februari",
        "salah, yang baraka tgl 8 februari",
        "yg baraka harusnya tgl 8 pak",
        "eh keliru, baraka itu tgl 8",
        "ralat, kecamatan baraka mestinya 8 februari",
    ],
)
async def test_one_of_several_that_were_set_at_once_is_put_right_by_its_name(office: Office, typed: str) -> None:
    ilham = await _three(office)
    asked = await office.ask(ilham, typed, _WHY)
    assert "Baraka" in asked["text"]
    assert "8 Februari 2027" in asked["text"]


@pytest.mark.parametrize(
    "typed",
    [
        "tolong musrenbang kecamatan maiwa, enrekang, baraka semua mundur seminggu",
        "musrenbang kecamatan maiwa, enrekang dan baraka mundur semua seminggu mi",
    ],
)
async def test_all_three_that_are_named_move_together(office: Office, typed: str) -> None:
    ilham = await _three(office)
    await office.ask(ilham, typed, mentions(_OF_MANY, jumlah=3, tak=[]))


@pytest.mark.parametrize(
    "typed", ["batal, kembalikan lagi ke 4", "kembalikan mi ke tgl 4 februari", "balik lagi ke tanggal 4"]
)
async def test_what_was_moved_goes_back_to_the_day_that_is_told(office: Office, typed: str) -> None:
    ilham = await _three(office)
    await office.ask(
        ilham, "musrenbang kecamatan baraka pindah ke 8 februari karena camat rapat", says("jadwal_pindahkah")
    )
    await office.press(ilham, words("tombol_jadwal_pindahkan"), says("jadwal_dipindah"))
    asked = await office.ask(ilham, typed, _WHY)
    assert "4 Februari 2027" in asked["text"]


@pytest.mark.parametrize("typed", ["salah ketik tanggal", "salah tanggal pak"])
async def test_a_wrong_date_is_why(office: Office, typed: str) -> None:
    ilham = await office.join("Ilham", "bappeda", "73.16")
    await set_date(office, ilham, "musrenbang kecamatan curio 18/2/27 jam 9")
    await office.ask(ilham, "curio musrenbangnya mundur seminggu", _WHY)
    await office.ask(ilham, typed, says("jadwal_pindahkah", alasan=typed))


@pytest.mark.parametrize(
    "typed", ["kembalikan maiwa 4", "baraka banjir", "eh salah, usulan baraka 4 itu sudah", "kembalikan yang 4"]
)
async def test_what_tells_no_other_day_moves_none(office: Office, typed: str) -> None:
    ilham = await _three(office)
    told = await office.answers(ilham, typed)
    assert not any(text in says("jadwal_pindahkah") for text in told)
    moved = [str(row[0])[:10] for row in await office.town.rows("SELECT starts_at FROM occasions")]
    assert moved == ["2027-02-04"] * 3
