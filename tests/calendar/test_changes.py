"""Who set and moved a date is told from what happened to it, and what was moved goes back to the day that it had."""

import pytest

from bot.simulator.chats import Person
from tests.support.homes import Home
from tests.support.kabupaten import KABUPATEN
from tests.support.sentences import mentions, says

_DAYS = "SELECT wilayah, starts_at FROM occasions ORDER BY wilayah"
_DESA = "musrenbang desa pattondon salu 21 januari jam 9, tuncung 19 januari jam 9, boiya 22 januari jam 9"


async def _moved(at_home: Home) -> tuple[Person, Person]:
    ratna = await at_home.join("Ratna", "bappeda", KABUPATEN)
    hasbi = await at_home.join("Hasbi", "fasilitator_kecamatan", "73.16.01")
    await at_home.ask(hasbi, _DESA, mentions("jadwal_sekaligus", jumlah=3))
    await at_home.ask(hasbi, "ya", says("jadwal_sekaligus_disimpan"))
    typed = "musrenbang desa tuncung dan boiya diundur seminggu krn banjir"
    await at_home.ask(ratna, typed, mentions("jadwal_pindah_semua", jumlah=2))
    await at_home.ask(ratna, "ya", mentions("jadwal_dipindah"))
    return ratna, hasbi


async def _days(at_home: Home) -> list[str]:
    return [str(row[1])[8:10] for row in await at_home.town.rows(_DAYS)]


@pytest.mark.parametrize(
    "typed",
    [
        "siapa saja yg ubah2 tanggal musrenbang tuncung",
        "kapan terakhir tanggal musrenbang tuncung diubah dan oleh siapa",
        "siapa yang pindahkan musrenbang tuncung?",
        "riwayat perubahan jadwal tuncung",
    ],
)
async def test_who_changed_a_date_is_told_with_old_and_new(at_home: Home, typed: str) -> None:
    _, hasbi = await _moved(at_home)
    text = (await at_home.ask(hasbi, typed, mentions("jadwal_riwayat")))["text"]
    assert all(part in text for part in ("Desa Tuncung", "Ratna", "Hasbi", "19 Januari", "26 Januari", "banjir")), text
    assert "Boiya" not in text


async def test_without_a_name_it_is_what_changed_last(at_home: Home) -> None:
    ratna, _ = await _moved(at_home)
    text = (await at_home.ask(ratna, "kapan terakhir tanggalnya diubah dan oleh siapa", mentions("jadwal_riwayat")))[
        "text"
    ]
    assert "Ratna" in text
    assert "Pattondon" not in text


async def test_it_is_no_reason_where_one_is_asked(at_home: Home) -> None:
    ratna, _ = await _moved(at_home)
    await at_home.ask(ratna, "musrenbang pattondon salu mundur seminggu", mentions("form.jadwal_pindah.alasan.tanya"))
    await at_home.ask(ratna, "riwayat perubahan jadwal tuncung", mentions("jadwal_riwayat"))
    assert await _days(at_home) == ["21", "26", "29"]


@pytest.mark.parametrize(
    ("typed", "after"),
    [
        ("kembalikan semua ke tanggal semula krn air sudah surut", ["21", "19", "22"]),
        ("tidak jadi diundur, kembalikan saja semuanya ke jadwal awal krn surut", ["21", "19", "22"]),
    ],
)
async def test_all_that_moved_last_goes_back_after_one_yes(at_home: Home, typed: str, after: list[str]) -> None:
    ratna, _ = await _moved(at_home)
    await at_home.ask(ratna, typed, mentions("jadwal_pindah_semua", jumlah=2))
    assert await _days(at_home) == ["21", "26", "29"]
    await at_home.ask(ratna, "ya", mentions("jadwal_dipindah"))
    assert await _days(at_home) == after


async def test_the_one_that_is_named_goes_back_alone(at_home: Home) -> None:
    _, hasbi = await _moved(at_home)
    text = (
        await at_home.ask(hasbi, "musrenbang tuncung kembali ke tanggal semula krn surut", says("jadwal_pindahkah"))
    )["text"]
    assert "19 Januari 2027, 09.00" in text
    await at_home.ask(hasbi, "ya", mentions("jadwal_dipindah"))
    assert await _days(at_home) == ["21", "19", "29"]


async def test_what_never_moved_goes_nowhere(at_home: Home) -> None:
    _, hasbi = await _moved(at_home)
    await at_home.ask(hasbi, "kembalikan musrenbang pattondon salu ke tanggal semula", says("jadwal_tak_ada_semula"))


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("siapa yang belum ada tanggalnya", "tanya_kerja_tanpa_tanggal"),
        ("musrenbang tuncung pindah ke 27 januari", "form.jadwal_pindah.alasan.tanya"),
    ],
)
async def test_other_questions_are_none_of_it(at_home: Home, typed: str, name: str) -> None:
    ratna, _ = await _moved(at_home)
    await at_home.ask(ratna, typed, mentions(name))
