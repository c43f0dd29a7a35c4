"""Which kecamatan has no day, and which is farthest behind; one page for whoever is above."""

import pytest

from tests.support.desk import local
from tests.support.homes import Home
from tests.support.sentences import mentions, says

_KABUPATEN = "73.16"


@pytest.mark.parametrize(
    "typed",
    [
        "pagi. kecamatan mana yg belum ada jadwal musrenbang?",
        "kecamatan apa saja yang belum punya tanggal?",
        "mana kecamatan yang belum menetapkan tanggal musrenbang",
    ],
)
async def test_a_kecamatan_without_a_day_is_named_and_no_village(at_home: Home, typed: str) -> None:
    ratna = await at_home.join("Ratna", "bappeda", _KABUPATEN)
    await at_home.hold("musrenbang_kecamatan", "73.16.04", local(2, 17, 9))
    told = (await at_home.ask(ratna, typed, mentions("tanya_kerja_belum_rapat")))["text"]
    dated, _, undated = told.partition("Belum ada tanggalnya:")
    assert "12 dari 12" in dated
    assert "Anggeraja (Rabu, 17 Februari" in dated
    assert "Curio" in undated
    assert "Anggeraja" not in undated
    assert "Pattondon Salu" not in told


async def test_villages_are_told_where_villages_are_asked_about(at_home: Home) -> None:
    ratna = await at_home.join("Ratna", "bappeda", _KABUPATEN)
    await at_home.ask(
        ratna, "siapa yang belum menetapkan tanggal di kecamatan maiwa", says("tanya_kerja_tanpa_tanggal")
    )


@pytest.mark.parametrize(
    "typed",
    ["mana kecamatan yang paling ketinggalan?", "kecamatan mana yang paling terlambat?", "kec apa paling tertinggal"],
)
async def test_whoever_is_behind_most_stands_first(at_home: Home, typed: str) -> None:
    ratna = await at_home.join("Ratna", "bappeda", _KABUPATEN)
    await at_home.join("Salma", "fasilitator_desa", "73.16.08.2003")
    await at_home.hold("musrenbang_desa", "73.16.08.2003", local(1, 14, 9))
    await at_home.move_clock(local(1, 13, 12))
    told = (await at_home.ask(ratna, typed, mentions("tanya_kerja_kecamatan")))["text"]
    first = told.splitlines()[1]
    assert "Curio" in first
    assert " 0 tugas" not in first


async def test_what_is_left_to_learn_is_still_asked_for(at_home: Home) -> None:
    rahman = await at_home.join("Rahman", "fasilitator_desa", "73.16.01.2002")
    await at_home.ask(rahman, "apa saja yang ketinggalan", mentions("belajar_sisa"))


@pytest.mark.parametrize(
    "typed",
    [
        "buatkan rekap satu halaman untuk pimpinan saya",
        "rekap satu halaman untuk pimpinan saya",
        "buatkan laporan singkat untuk kepala dinas",
        "tolong bahan utk bos saya",
    ],
)
async def test_a_page_for_the_chief_is_given(at_home: Home, typed: str) -> None:
    ratna = await at_home.join("Ratna", "bappeda", _KABUPATEN)
    await at_home.join("Salma", "fasilitator_desa", "73.16.08.2003")
    await at_home.hold("musrenbang_desa", "73.16.08.2003", local(1, 20, 9))
    await at_home.ask(ratna, typed, lambda message: "document" in message)
    await at_home.hears(ratna, says("tanya_kerja_angka", tabel=True))
